package publish

import (
	"html/template"
	"maps"
	"slices"

	"barline/data/edtf"
	"barline/render/svg"
	"barline/scene"
	"barline/timeline/popover"
	"barline/timeline/view"
)

// still is the figure at one rung, as the page shows it before the engine.
type still struct {
	widthPx, heightPx float64
	headPx            float64 // see [scene.Scene]
	svg               []byte
	events            []stillEvent
}

type stillEvent struct {
	id    string
	boxes scene.Boxes
	hit   scene.Rect
}

// draw makes the still pictures of a figure. Of lanes they are for fewer widths, for
// each holds thousands of columns, and its events have no buttons.
func draw(o Options, f view.Figure) ([]still, error) {
	ladder, lanes := view.Ladder(), f.Capabilities().Lanes
	if lanes {
		ladder = laneLadder()
	}
	ladder = o.Draft.ladder(ladder)
	var stills []still
	for _, width := range ladder {
		if err := o.context().Err(); err != nil {
			return nil, err
		}
		s := settled(f, width, view.View{})
		name := "r" + px(width)
		st := still{widthPx: width, heightPx: s.HeightPx, headPx: s.HeadPx, svg: svg.Append(nil, s, name+"-", name)}
		if !lanes {
			boxes := f.Boxes(s)
			for i := range f.Events().Len() {
				id := f.Events().Event(i).ID
				if b, ok := boxes[id]; ok {
					st.events = append(st.events, stillEvent{id, b, b.Hit})
				}
			}
		}
		stills = append(stills, st)
	}
	return stills, nil
}

// laneLadder are the widths that lanes are drawn for beforehand.
func laneLadder() []float64 {
	return []float64{320, 360, 390, 430, 540, 640, 700, 834, 1000, 1200, 1360}
}

// common returns the pictures in the order in which they are likely to be the
// one that is wanted: a page on its way is drawn as far as it has come. Phones
// are first, since their lines are the slower ones.
func common(stills []still) []still {
	rank := func(s still) int {
		likely := []float64{360, 390, 375, 412, 430, 344, 320, 1200, 1000, 700}
		if at := slices.Index(likely, s.widthPx); at >= 0 {
			return at
		}
		return len(likely)
	}
	sorted := slices.Clone(stills)
	slices.SortStableFunc(sorted, func(a, b still) int { return rank(a) - rank(b) })
	return sorted
}

// embedURL stands for the site's address in the embed code that the page holds.
const embedURL = "{url}"

// config is what the page's script needs to know beside the story; more is what only
// some pages' does.
func (b *build) config(stills []still, names assetNames, from, to float64, more thing) template.JS {
	type boxes struct {
		Bar   []float64 `json:"bar"`
		Wait  []float64 `json:"wait,omitempty"`
		Label []float64 `json:"label,omitempty"`
	}
	type rung struct {
		Width float64 `json:"width"`
		// Head is the height of the calendar on top of a list, which stays in sight.
		Head float64 `json:"head,omitempty"`
		// Height is that of the whole page, its transcript folded.
		Height float64          `json:"height"`
		Boxes  map[string]boxes `json:"boxes"`
	}
	list := func(r scene.Rect) []float64 {
		if r.Empty() {
			return nil
		}
		return []float64{r.X, r.Y, r.W, r.H}
	}
	var ladder []rung
	for i, s := range stills {
		r := rung{s.widthPx, s.headPx, b.rooms[i].heightPx, map[string]boxes{}}
		for _, e := range s.events {
			r.Boxes[e.id] = boxes{list(e.boxes.Bar), list(e.boxes.Wait), list(e.boxes.Label)}
		}
		ladder = append(ladder, r)
	}
	ui := b.words.UI
	c := thing{
		"ladder":      ladder,
		"lang":        b.story.Lang(),
		"span":        []string{edtf.Instant(from), edtf.Instant(to)},
		"engineBytes": b.engine.size(),
		"assets":      thing{"engine": names.engine, "exec": names.loader, "fonts": names.fonts, "events": names.events},
		// The address is not known yet where the site does not say it.
		"url":    b.options.URL,
		"folder": b.folder,
		"embed":  embedCode(b.story.ID(), b.story.Headline(), embedURL+b.folder, embedURL, b.rooms, b.look.HasPaper()),
		"pages":  len(b.page.Events) > 0 && b.options.eventPages(),
		"images": b.page.images.config(b.page.Up),
		"popover": thing{"widths": popover.Preferred(), "caption": popover.CaptionPx, "edge": popover.Edge, "gap": popover.Gap,
			"least": popover.LeastHeight, "readable": popover.ReadableShare, "readableMost": popover.ReadablePx, "reach": popover.Reach, "corner": popover.Corner,
			"sheetMost": popover.SheetMostPx, "sheetShare": popover.SheetShare},
		"ui": map[string]string{"play": ui.Play, "pause": ui.Pause, "resume": ui.Resume, "next": ui.Next, "failed": ui.Failed, "takenAway": ui.TakenAway,
			"links": ui.Links, "linkCopied": ui.LinkCopied, "embedCopied": ui.EmbedCopied, "copyHere": ui.CopyHere, "share": ui.Share,
			"zoomHint": ui.ZoomHint, "zoomHintMac": ui.ZoomHintMac, "yourTime": ui.YourTime, "localTime": ui.LocalTime},
	}
	if !b.look.IsOwn {
		c["themed"] = true // the engine is told its colours
	}
	maps.Copy(c, more)
	return template.JS(marshal(c))
}
