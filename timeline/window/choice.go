package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/filter"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/typeset"
)

// choice is a row that does something when it is pressed.
type choice struct{ name, action string }

// choiceRows are choices under each other. The one in force has a sign before it.
type choiceRows struct {
	fonts   *typeset.Fonts
	choices []choice
	on      string // the action of the one in force; empty: none can be
}

const choiceGap = 18.0 // over and under a choice's words, together

func choiceStyle() scene.Style { return scene.Style{Face: scene.Sans, SizePx: 15} }

func (c choiceRows) Len() int            { return len(c.choices) }
func (c choiceRows) Action(i int) string { return c.choices[i].action }

func (c choiceRows) set(i int, widthPx float64) []*scene.Text {
	return c.fonts.Wrap(c.choices[i].name, choiceStyle(), widthPx-c.indent(), 0)
}

func (c choiceRows) indent() float64 {
	if c.on == "" {
		return 0
	}
	return 20
}

func (c choiceRows) Height(i int, widthPx float64) float64 {
	return float64(len(c.set(i, widthPx)))*typeset.LineHeightPx(choiceStyle()) + choiceGap
}

func (c choiceRows) Set(b *layout.Builder, i int, box scene.Rect) {
	id, line := "choice:"+strconv.Itoa(i)+":", typeset.LineHeightPx(choiceStyle())
	for j, t := range c.set(i, box.W) {
		b.Words(id+strconv.Itoa(j), "", scene.Popover, zSheetWords, t, b.Start(t, box.X+c.indent(), box.W-c.indent()), box.Y+choiceGap/2+float64(j)*line, scene.Ink)
	}
	if c.on != "" && c.on == c.choices[i].action {
		b.Add(scene.Node{ID: id + "on", Role: scene.Popover, Z: zSheetWords, Shape: scene.Box, Box: scene.Rect{X: box.X + 1, Y: box.Y + choiceGap/2 + line/2 - 4, W: 8, H: 8}, Radius: 4, Paint: scene.Talks})
	}
}

// choicesOf are those of a filter, the one that asks for nothing first.
func choicesOf(f filter.Filter) []choice {
	all := []choice{{f.All, "choose:" + f.Name + ":"}}
	for _, o := range f.Options {
		all = append(all, choice{o.Label, "choose:" + f.Name + ":" + o.Value})
	}
	return all
}

// soughtOf is what a query asks of a filter's field.
func soughtOf(q view.Query, name string) string {
	switch name {
	case "person":
		return q.Person
	case "place":
		return q.Place
	}
	return q.Kind
}

// With is a query that asks something else of a filter's field.
func With(q view.Query, name, value string) view.Query {
	switch name {
	case "person":
		q.Person = value
	case "place":
		q.Place = value
	case "kind":
		q.Kind = value
	}
	return q
}

// exports are what the window can write.
func (p *Window) exports() []choice {
	own := p.own
	return []choice{
		{own.PicturePNG, "export:png"}, {own.PictureSVG, "export:svg"}, {own.PrintPDF, "export:pdf"},
		{own.TableCSV, "export:csv"}, {own.Website, "export:site"},
	}
}

// ExportName is what a kind of file is called.
func (p *Window) ExportName(kind string) string {
	for _, c := range p.exports() {
		if c.action == "export:"+kind {
			return c.name
		}
	}
	return kind
}
