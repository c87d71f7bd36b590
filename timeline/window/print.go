package window

import (
	"strconv"
	"strings"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// A sheet of A4, in px of 1/96 inch, and the blank at its edges.
const (
	paperWidthPx  = 793.7
	paperHeightPx = 1122.5
	paperEdgePx   = 46.0
	// PrintPx is the width of the figure on it.
	PrintPx = 700.0
	// columnPx is the width of the text, mostPrinted how many events are printed as text.
	columnPx    = 620.0
	mostPrinted = 2000
	// leadPx is how much of an event stays together, from its first line on.
	leadPx = 72.0
)

// PrintedPage is a page of paper; what lies outside of Clip belongs to another.
type PrintedPage struct {
	Scene *scene.Scene
	Clip  scene.Rect
}

// Print is the story on pages of paper, as browsers print its page: headline, figure and
// source line, then every event as text. figure is laid out at PrintPx.
func (p *Window) Print(figure *scene.Scene) []PrintedPage {
	long := p.Still(figure, view.View{})
	own := *long
	own.Nodes = append([]scene.Node(nil), long.Nodes...)
	own.Shift((paperWidthPx-PrintPx)/2, 0)
	b := layout.NewBuilder(p.fonts, len(own.Nodes)+1024)
	b.Scene.Nodes = append(b.Scene.Nodes, own.Nodes...)
	bottom := own.HeightPx + 12
	if p.events.Len() <= mostPrinted {
		bottom = p.printed(b, bottom)
	}
	return p.paged(b.Finish(paperWidthPx, bottom))
}

// printed sets all events as text under each other.
func (p *Window) printed(b *layout.Builder, y float64) float64 {
	first := len(b.Scene.Nodes)
	x, rows := (paperWidthPx-PrintPx)/2+view.Margin(PrintPx), transcriptRows{p}
	for i := range rows.Len() {
		lines, h := rows.lines(i, columnPx)
		for j, r := range lines {
			id := "printed:" + strconv.Itoa(i) + ":" + strconv.Itoa(j)
			if r.text == nil {
				b.Add(scene.Node{ID: id, Role: scene.Heading, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Talks, Box: scene.Rect{X: x, Y: y + r.y, W: 3, H: r.rule}})
				continue
			}
			b.Words(id, "", scene.Heading, layout.ZWords, r.text, x+r.x, y+r.y, r.paint)
		}
		y += h
	}
	b.Mirror(first, 0, paperWidthPx)
	return y
}

// paged cuts a long scene into pages, between lines of text wherever that can be.
func (p *Window) paged(long *scene.Scene) []PrintedPage {
	const room = paperHeightPx - 2*paperEdgePx
	var cuts []float64
	for from := 0.0; ; {
		cuts = append(cuts, from)
		if from+room >= long.HeightPx {
			break
		}
		from = cut(long, from, from+room)
	}
	cuts = append(cuts, long.HeightPx)
	pages := make([]PrintedPage, len(cuts)-1)
	for i := range pages {
		from, to := cuts[i], cuts[i+1]
		own := scene.Scene{WidthPx: paperWidthPx, HeightPx: paperHeightPx}
		for _, n := range long.Nodes {
			top, bottom := min(n.Box.Y, n.Box.Y+n.Box.H), max(n.Box.Y, n.Box.Y+n.Box.H)
			if bottom >= from-2 && top <= to+2 && (n.Shape != scene.Glyphs || top >= from-1 && top < to-1) {
				own.Nodes = append(own.Nodes, n)
			}
		}
		own.Shift(0, paperEdgePx-from)
		if len(pages) > 1 {
			t := p.fonts.Line(words.Fill(p.words.UI.Of, "n", p.words.Large(i+1), "all", p.words.Large(len(pages))), scene.Style{Face: scene.Sans, SizePx: 11})
			own.Nodes = append(own.Nodes, scene.Node{ID: "page", Role: scene.Credit, Z: layout.ZWords, Shape: scene.Glyphs, Alpha: 1, Paint: scene.Quiet, Text: t,
				Box: scene.Rect{X: (paperWidthPx - t.WidthPx) / 2, Y: paperHeightPx - paperEdgePx + 12, W: t.WidthPx, H: typeset.LineHeightPx(t.Style)}})
		}
		pages[i] = PrintedPage{Scene: &own}
		if i > 0 || len(pages) > 1 {
			pages[i].Clip = scene.Rect{Y: paperEdgePx - 1, W: paperWidthPx, H: paperHeightPx - paperEdgePx}
			if i == 0 {
				pages[i].Clip = scene.Rect{W: paperWidthPx, H: paperHeightPx}
			}
		}
	}
	return pages
}

// cut is the place, at most to, at which the fewest things are cut: no line of text, and
// no mark if that can be had within the last third of the page.
func cut(long *scene.Scene, from, to float64) float64 {
	best, cost := to, -1
	for at := to; at > from+(to-from)*2/3; at-- {
		c := 0
		for i := range long.Nodes {
			n := &long.Nodes[i]
			if strings.HasSuffix(n.ID, ":0") && strings.HasPrefix(n.ID, "printed:") && n.Box.Y < at && at < n.Box.Y+leadPx {
				c += 20
			}
			if top, bottom := min(n.Box.Y, n.Box.Y+n.Box.H), max(n.Box.Y, n.Box.Y+n.Box.H); top < at && bottom > at {
				switch {
				case n.Shape == scene.Glyphs:
					c += 100
				case n.Event != "":
					c += 10
				case n.Role == scene.Heading:
					c++ // the rule beside a quotation
				}
			}
		}
		if cost < 0 || c < cost {
			best, cost = at, c
		}
		if c == 0 {
			break
		}
	}
	return best
}
