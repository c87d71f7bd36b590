package publish

import (
	"fmt"
	"html"

	"barline/data"
	"barline/data/tree"
)

// EmbedCode is what an article is given for one language of a site.
type EmbedCode struct {
	Lang string
	// Code is a link and a script, Frame a plain iframe for where scripts may not stand.
	Code, Frame string
}

// EmbedCodes are the codes of a site that stands at o.URL. Of the engine its loader is
// read, and its name and size where its program is not at hand.
func EmbedCodes(story *data.Story, root *tree.Node, e Engine, o Options) ([]EmbedCode, error) {
	if o.URL == "" {
		return nil, fmt.Errorf("embed codes need the address at which the page will stand")
	}
	o = o.inTurn()
	o.Draft = &Draft{}
	builds, _, err := built(story, root, e, o)
	if err != nil {
		return nil, err
	}
	var all []EmbedCode
	for _, b := range builds {
		highest := 0.0
		for _, r := range b.rooms {
			highest = max(highest, r.heightPx)
		}
		all = append(all, EmbedCode{
			Lang: b.story.Lang(),
			Code: embedCode(b.story.ID(), b.story.Headline(), b.url, o.URL, b.rooms, b.look.HasPaper()),
			Frame: fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%s" loading="lazy" allowfullscreen style="border:0"></iframe>`,
				html.EscapeString(b.url), html.EscapeString(b.story.Headline()), px(highest)),
		})
	}
	return all, nil
}
