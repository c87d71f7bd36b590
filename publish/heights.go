package publish

import (
	"math"
	"strings"

	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// heights knows how high the page's own HTML will be, before any browser does:
// by setting its words in the fonts that the browser will set them in, by the
// sizes that the style sheet has (geometry.go). So room can be kept for lines that will be there
// once the fonts are, and a host can reserve a frame's height.
type heights struct {
	fonts    *typeset.Fonts
	heading  card.Heading // its total is in bold and in plain
	controls [][]control
	// languages: the page links to itself in others.
	languages bool
	// arabic are the letters of the page's font for Arabic script; empty: it has none.
	arabic string
	// folds is how many parts of the page under the picture are folded.
	folds int
	// key: narrow pages have the key there, too.
	key                   bool
	openQuote, closeQuote string
	gaps                  gaps
	// headless: headline and standfirst are not shown.
	headless bool
	signed   *signed // the row under the picture; nil: there is none
}

// control is one of the page's controls, by its action, and its width in our
// fonts, whatever it says at the moment. Those of one group stay together.
type control struct {
	action  string
	widthPx float64
	zoomed  bool // it is on show only while a part of the time is in view
}

// at is its width where its padding is less than elsewhere by saved, on both sides
// together. Fields and buttons that hold a sign keep theirs.
func (c control) at(saved float64) float64 {
	switch c.action {
	case "search", "filter", "found":
		return c.widthPx
	}
	return max(c.widthPx-saved, buttonHeight)
}

// lines are how many lines the parts of the heading have, the standfirst by paragraph.
type lines struct {
	headline, totals int
	standfirst       []int
}

// closePx is how close to breaking a line counts as broken.
const closePx = 2.0

// linesPx is the height that is kept free for so many lines, in whole px: what follows,
// the picture too, then begins on one, and does not change when the engine draws it.
func linesPx(n int, size, height float64) float64 {
	return math.Ceil(float64(n)*size*height - 0.01)
}

// headlinePx is the height of the headline at a rung, bodyPx that of so many lines of the
// standfirst or the total.
func headlinePx(n lines, rung float64) float64 {
	return linesPx(n.headline, view.HeadlineSize(rung), 1.2)
}
func bodyPx(lines int) float64 { return linesPx(lines, view.BodyPx, 1.45) }

// head is the number of lines in the heading at a rung.
func (h heights) head(rung float64) lines {
	room := rung - 2*view.Margin(rung)
	// Where it is a matter of a pixel, a line more is kept free: then the
	// page is as high, however the browser decides.
	count := func(s string, style scene.Style, most float64) int {
		if s == "" {
			return 0
		}
		return len(h.fonts.Wrap(s, style, min(room, most)-closePx, 0))
	}
	n := lines{
		headline: count(h.heading.Headline, scene.Style{Face: scene.SerifBold, SizePx: view.HeadlineSize(rung)}, view.HeadlineMost),
		totals:   h.totalLines(room - closePx),
	}
	for _, paragraph := range h.heading.Standfirst {
		n.standfirst = append(n.standfirst, count(paragraph, scene.Style{Face: scene.Sans, SizePx: view.BodyPx}, view.StandfirstMost))
	}
	return n
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
	if h.heading.Figure == "" {
		return 0
	}
	bold, plain := scene.Style{Face: scene.SansBold, SizePx: view.BodyPx}, scene.Style{Face: scene.Sans, SizePx: view.BodyPx}
	var widths []float64
	for _, word := range strings.Fields(h.heading.Figure) {
		widths = append(widths, h.fonts.Width(word, bold))
	}
	for _, word := range strings.Fields(h.heading.Cover) {
		widths = append(widths, h.fonts.Width(word, plain))
	}
	return rows(widths, h.fonts.Width(" ", plain), room)
}

// controls are those over a figure that can do so much, of so many events and with
// so many filters; gaps: there are gaps to leave out.
func controls(fonts *typeset.Fonts, w *words.Words, can view.Capabilities, events, filters int, gaps bool) [][]control {
	const icon = 11 + 8
	wide := widthIn(fonts)
	var groups [][]control
	if can.Play {
		groups = append(groups, []control{{"play", wide(scene.SansBold, buttonPadding+icon/2, w.UI.Play, w.UI.Pause, w.UI.Resume, w.UI.Next), false}})
	}
	if can.Compare {
		groups = append(groups, []control{{"calendar", wide(scene.SansBold, buttonPadding, w.UI.Calendar), false}, {"compare", wide(scene.SansBold, buttonPadding, w.UI.Compare), false}})
	}
	if can.Search {
		groups = append(groups, []control{{"search", searchPx, false}})
		for range filters {
			groups = append(groups, []control{{"filter", filterPx, false}})
		}
	}
	if can.Zoom {
		groups = append(groups, zoomControls(fonts, w.UI, !can.Search, !can.Closer))
	}
	if gaps {
		groups = append(groups, []control{{"gaps", wide(scene.SansBold, buttonPadding, w.UI.SkipGaps), false}})
	}
	if can.Search {
		most := words.Fill(w.UI.Found, "n", w.Large(events), "events", w.Events(events))
		found := fonts.Width(most, scene.Style{Face: scene.SansBold, SizePx: 14})
		groups = append(groups, []control{{"found", scene.Snap(found + 2), false}})
	}
	return groups
}

// zoomControls are those for the time in view. Where there are few events, all but one
// are hidden while the whole of it is, and where a closer look gains nothing, that one.
func zoomControls(fonts *typeset.Fonts, ui words.UI, few, apart bool) []control {
	return []control{{"zoom-in", buttonHeight, apart}, {"zoom-out", buttonHeight, few}, {"earlier", buttonHeight, few}, {"later", buttonHeight, few},
		{"fit", widthIn(fonts)(scene.SansBold, buttonPadding, ui.Fit), few}}
}

// widthIn measures buttons that say one of some names.
func widthIn(fonts *typeset.Fonts) func(face scene.Face, padding float64, names ...string) float64 {
	return func(face scene.Face, padding float64, names ...string) float64 {
		w := 0.0
		for _, name := range names {
			w = max(w, fonts.Width(name, scene.Style{Face: face, SizePx: 13}))
		}
		return max(scene.Snap(w+2*padding+2+0.5), buttonHeight)
	}
}

// controlRows is how many rows the controls take at a rung.
func (h heights) controlRows(rung float64) int {
	room, saved := rung-2*view.Margin(rung), 2*(buttonPadding-paddingAt(rung))
	var widths []float64
	for _, group := range h.controls {
		width := -pairGap
		for _, c := range group {
			if !c.zoomed {
				width += pairGap + c.at(saved)
			}
		}
		if width > 0 {
			widths = append(widths, width)
		}
	}
	return rows(widths, buttonGap, room)
}

// page is the height of the whole page at a rung, its transcript folded, in
// whole px.
func (h heights) page(rung, figurePx float64) float64 {
	n, gaps := h.head(rung), h.gaps.at(rung)
	height := gaps.head
	if !h.headless {
		height += headlinePx(n, rung)
		for _, paragraph := range n.standfirst {
			height += gaps.standfirst + bodyPx(paragraph)
		}
	}
	if n.totals > 0 {
		height += gaps.totals + bodyPx(n.totals)
	}
	if h.languages {
		height += languagesHeight + languagesGap
	}
	if len(h.controls) > 0 {
		controls := float64(h.controlRows(rung))
		height += gaps.controlsOver + gaps.controlsUnder + controls*buttonHeight + (controls-1)*buttonGap
	}
	summary := summaryLine + 2*summaryGap
	folds := float64(h.folds)
	if h.key && rung < view.WideFrom {
		folds++
	}
	return math.Ceil(height + figurePx + h.signed.heightPx(h.fonts, rung) + folds*summary + 20)
}
