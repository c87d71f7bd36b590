package publish

import (
	"bytes"
	"fmt"
	"html"
	"strings"
)

// embedScript is the script for pages that hold the timeline in a frame. Its
// name stays as it is, for articles keep their embed code for years.
const embedScript = "embed.js"

// embedBanner stands first in it: the version is that of the messages.
const embedBanner = "/* Barline embed 1 */\n"

// stepsScript is what embed.js loads where an article has steps. It is an asset:
// embed.js knows its name by its contents.
const stepsScript = "steps.js"

// stepsPlace stands for that name in web/embed.js.
const stepsPlace = "{steps}"

func (s Site) addEmbed(made *Bundles) error {
	js, err := made.script(embedScript)
	if err != nil {
		return err
	}
	steps, err := made.script(stepsScript)
	if err != nil {
		return err
	}
	if n := bytes.Count(js, []byte(stepsPlace)); n != 1 {
		return fmt.Errorf("web/%s: %s stands in it %d times, it must once", embedScript, stepsPlace, n)
	}
	js = bytes.Replace(js, []byte(stepsPlace), []byte(assetsFolder+s.addAsset(stepsScript, steps)), 1)
	s[embedScript] = append([]byte(embedBanner), js...)
	return nil
}

// room is what a frame around the page takes: from this width on, this height,
// its transcript folded.
type room struct{ widthPx, heightPx float64 }

// roomsOf are the rooms for every rung, the narrowest first.
func roomsOf(stills []still, h heights) []room {
	var rooms []room
	for _, s := range stills {
		rooms = append(rooms, room{s.widthPx, h.page(s.widthPx, s.heightPx)})
	}
	return rooms
}

// heightAt is the height at a width.
func heightAt(rooms []room, widthPx float64) float64 {
	height := rooms[0].heightPx
	for _, r := range rooms {
		if r.widthPx <= widthPx {
			height = r.heightPx
		}
	}
	return height
}

// embedCode is what an article is given: a link for readers without scripts,
// which keeps the room free that the timeline will take, and the script that
// puts it there. url is the page's and site that of the site it belongs to; both
// end in a slash. A story without a background of its own takes the article's paper,
// hasPaper tells.
func embedCode(id, headline, url, site string, rooms []room, hasPaper bool) string {
	class := "barline-" + id
	if url != site {
		// An article may hold the story in two languages.
		class += "-" + strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(url, site), "/"))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<style>.%s{display:block;width:100%%;container-type:inline-size}.%[1]s>a{display:block;height:%spx}", class, px(rooms[0].heightPx))
	for i, r := range rooms[1:] {
		if r.heightPx != rooms[i].heightPx {
			fmt.Fprintf(&b, "@container(width>=%spx){.%s>a{height:%spx}}", px(r.widthPx), class, px(r.heightPx))
		}
	}
	paper := ` background="transparent"`
	if hasPaper {
		paper = ""
	}
	// An address may stand for itself still, in braces; a headline's braces are none.
	url, headline = html.EscapeString(url), strings.NewReplacer("{", "&#123;", "}", "&#125;").Replace(html.EscapeString(headline))
	fmt.Fprintf(&b, "</style>\n<barline-timeline class=\"%s\" src=\"%s\" title=\"%s\"%[6]s><a href=\"%[2]s\">%[3]s</a></barline-timeline>\n<script async src=\"%[4]s%[5]s\"></script>",
		class, url, headline, html.EscapeString(site), embedScript, paper)
	return b.String()
}
