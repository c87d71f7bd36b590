package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/correction"
	"barline/timeline/layout"
	"barline/typeset"
)

// transcriptRows are all events as text, each after the annotations that are told before
// it; the last row has those that follow all events, and the corrections.
type transcriptRows struct{ p *Window }

const transcriptGap = 22.0 // between two events

func (t transcriptRows) Len() int          { return t.p.events.Len() + 1 }
func (t transcriptRows) Action(int) string { return "" }

func (t transcriptRows) Height(i int, widthPx float64) float64 {
	_, h := t.lines(i, widthPx)
	return h
}

// links are the addresses in a row. The lines of a link follow each other.
func (t transcriptRows) links(i int, widthPx float64) (all []rowLink) {
	lines, _ := t.lines(i, widthPx)
	last := ""
	for _, r := range lines {
		if r.text == nil {
			continue
		}
		bottom := r.y + typeset.LineHeightPx(r.text.Style)
		switch {
		case r.action == "":
		case r.action == last:
			all[len(all)-1].bottom = bottom
		default:
			all = append(all, rowLink{r.action, r.y, bottom})
		}
		last = r.action
	}
	return all
}

// lines sets a row. Lines without text are rules beside quotations.
func (t transcriptRows) lines(i int, widthPx float64) (all []panelRow, height float64) {
	p := t.p
	style := scene.Style{Face: scene.Sans, SizePx: 14}
	y := 0.0
	aside := func(s string) {
		y += 10
		for _, text := range p.fonts.Wrap(s, style, widthPx, 0) {
			all = append(all, panelRow{y: y, text: text, paint: scene.Quiet})
			y += typeset.LineHeightPx(style)
		}
		y += 6
	}
	if p.annotations != nil && i < len(p.annotations) {
		for _, a := range p.annotations[i] {
			said := a.When + " · " + a.Text
			if a.Source != "" {
				said += " " + a.Source
			}
			aside(said)
		}
	}
	if i == p.events.Len() {
		if len(p.corrections) > 0 {
			_, title := correction.Names(p.words.Tag)
			aside(title)
		}
		for _, c := range p.corrections {
			said := c.When + " " + c.Text
			if c.Title != "" {
				said += " " + c.Title
			}
			aside(said)
		}
		return all, y
	}
	content := panelFor(p.fonts, p.content(i), widthPx, 18)
	for _, r := range content.rows {
		if r.icon {
			continue
		}
		r.y += y
		all = append(all, r)
	}
	return all, y + content.h + transcriptGap - panelHead
}

func (t transcriptRows) Set(b *layout.Builder, i int, box scene.Rect) {
	all, _ := t.lines(i, box.W)
	id := "transcript:" + strconv.Itoa(i) + ":"
	for j, r := range all {
		if r.text == nil {
			b.Add(scene.Node{ID: id + strconv.Itoa(j), Role: scene.Popover, Z: zSheetMark, Shape: scene.Box, Paint: scene.Talks,
				Box: scene.Rect{X: box.X, Y: box.Y + r.y, W: 3, H: r.rule}})
			continue
		}
		at := b.Words(id+strconv.Itoa(j), "", scene.Popover, zSheetWords, r.text, box.X+r.x, box.Y+r.y, r.paint)
		if r.action != "" {
			n := b.Last()
			n.Hit, n.Action = at, r.action
			b.Line(id+strconv.Itoa(j)+":under", scene.Popover, zSheetWords, scene.Rect{X: at.X, Y: at.Bottom() - 2.5, W: at.W}, 1, scene.Axis)
		}
	}
}
