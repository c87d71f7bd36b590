package publish

import (
	"math"
	"strings"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/words"
	"barline/typeset"
)

// heights knows how high the page's own HTML will be, before any browser does:
// by setting its words in the fonts that the browser will set them in, by the
// sizes in web/barline.css. So room can be kept for lines that will be there
// once the fonts are, and a host can reserve a frame's height.
type heights struct {
	fonts                *typeset.Fonts
	headline, standfirst string
	figure, cover        string // the total, in bold and in plain
}

// lines is how many lines each part of the heading takes.
type lines struct{ headline, standfirst, totals int }

// The sizes of web/barline.css.
const (
	narrowBelow     = 640.0
	closePx         = 2.0
	mostHeadline    = 816.0
	mostStandfirst  = 736.0
	buttonHeight    = 34.0
	buttonPadding   = 14.0
	buttonGap       = 8.0
	pairGap         = 6.0
	controlsMargins = 16.0 + 10
)

func headlinePx(width float64) float64 {
	if width < narrowBelow {
		return 26
	}
	return 34
}

// linePx is the height of a line as browsers have it: in whole 64ths of a px.
func linePx(size, height float64) float64 { return math.Floor(size*height*64) / 64 }

// head is the number of lines in the heading at a rung.
func (h heights) head(rung float64) lines {
	room := rung - 2*layout.Margin(rung)
	// Where it is a matter of a pixel, a line more is kept free: then the
	// page is as high, however the browser decides.
	count := func(s string, style scene.Style, most float64) int {
		if s == "" {
			return 0
		}
		return len(h.fonts.Wrap(s, style, min(room, most)-closePx, 0))
	}
	return lines{
		headline:   count(h.headline, scene.Style{Face: scene.SerifBold, SizePx: headlinePx(rung)}, mostHeadline),
		standfirst: count(h.standfirst, scene.Style{Face: scene.Sans, SizePx: 16}, mostStandfirst),
		totals:     h.totalLines(room - closePx),
	}
}

// rows is how many rows boxes of these widths take, one after another.
func rows(widths []float64, gap, room float64) int {
	n, x := 1, 0.0
	for i, w := range widths {
		switch {
		case i > 0 && x+gap+w > room:
			n, x = n+1, w
		case i > 0:
			x += gap + w
		default:
			x = w
		}
	}
	return n
}

// totalLines breaks the total, whose beginning is bold.
func (h heights) totalLines(room float64) int {
	if h.figure == "" {
		return 0
	}
	bold, plain := scene.Style{Face: scene.SansBold, SizePx: 16}, scene.Style{Face: scene.Sans, SizePx: 16}
	var widths []float64
	for _, word := range strings.Fields(h.figure) {
		widths = append(widths, h.fonts.Width(word, bold))
	}
	for _, word := range strings.Fields(h.cover) {
		widths = append(widths, h.fonts.Width(word, plain))
	}
	return rows(widths, h.fonts.Width(" ", plain), room)
}

// buttons are the widths that the controls will have in our fonts, whatever
// they say at the moment.
func (h heights) buttons(ui words.UI) map[string]float64 {
	bold := scene.Style{Face: scene.SansBold, SizePx: 13}
	plain := scene.Style{Face: scene.Sans, SizePx: 13}
	wide := func(style scene.Style, padding float64, names ...string) float64 {
		w := 0.0
		for _, name := range names {
			w = max(w, h.fonts.Width(name, style))
		}
		return max(scene.Snap(w+2*padding+2+0.5), buttonHeight)
	}
	const icon = 11 + 8
	return map[string]float64{
		"play":     wide(bold, buttonPadding+icon/2, ui.Play, ui.Pause, ui.Resume),
		"calendar": wide(bold, buttonPadding, ui.Calendar), "compare": wide(bold, buttonPadding, ui.Compare),
		"earlier": buttonHeight, "later": buttonHeight, "zoom-out": buttonHeight, "zoom-in": buttonHeight,
		"fit": wide(bold, buttonPadding, ui.Fit), "replay": wide(plain, 8, ui.Replay),
	}
}

// controlRows is how many rows the controls take: pairs stay together.
func (h heights) controlRows(ui words.UI, room float64) int {
	w := h.buttons(ui)
	var widths []float64
	for _, together := range [][]string{{"play"}, {"calendar", "compare"}, {"earlier", "later", "zoom-out", "zoom-in", "fit"}, {"replay"}} {
		width := -pairGap
		for _, action := range together {
			width += pairGap + w[action]
		}
		widths = append(widths, width)
	}
	return rows(widths, buttonGap, room)
}

// page is the height of the whole page at a rung, its transcript folded, in
// whole px.
func (h heights) page(rung, figurePx float64, ui words.UI) float64 {
	n := h.head(rung)
	body := linePx(16, 1.45)
	height := 24 + float64(n.headline)*linePx(headlinePx(rung), 1.2)
	if n.standfirst > 0 {
		height += 6 + float64(n.standfirst)*body
	}
	if n.totals > 0 {
		height += 10 + float64(n.totals)*body
	}
	controls := float64(h.controlRows(ui, rung-2*layout.Margin(rung)))
	height += controlsMargins + controls*buttonHeight + (controls-1)*buttonGap
	summary := linePx(14, 1.45) + 12
	return math.Ceil(height + figurePx + 2*summary + 20)
}
