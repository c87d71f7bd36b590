package window

import (
	"slices"
	"strings"
	"unicode"

	"barline/scene"
	"barline/timeline/layout"
	"barline/typeset"
)

// Field is the search field as it is being written in.
type Field struct {
	Text string
	// Caret is where the next letter goes, in letters from the beginning.
	Caret int
	// Composing is what an input method is putting together where the caret is; it is shown,
	// and not sought.
	Composing string
	// On: the keyboard writes in it.
	On bool
}

// mostLetters is how much a search may be.
const mostLetters = 200

// Insert puts text where the caret is. Line breaks become blanks, and what cannot be seen
// is left out.
func (f Field) Insert(s string) Field {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	letters, more := []rune(f.Text), []rune(s)
	more = more[:max(0, min(len(more), mostLetters-len(letters)))]
	f.Text = string(slices.Insert(letters, f.at(), more...))
	f.Caret = f.at() + len(more)
	return f
}

// at is the caret within the text.
func (f Field) at() int { return max(0, min(f.Caret, len([]rune(f.Text)))) }

// Move moves the caret by so many letters.
func (f Field) Move(by int) Field {
	f.Caret = f.at() + by
	f.Caret = f.at()
	return f
}

// Delete takes so many letters away: those before the caret if by is negative.
func (f Field) Delete(by int) Field {
	letters, at := []rune(f.Text), f.at()
	to := max(0, min(at+by, len(letters)))
	f.Text = string(slices.Delete(letters, min(at, to), max(at, to)))
	f.Caret = min(at, to)
	return f
}

// fieldPx is how wide the search field is, where there is room.
const fieldPx = 190.0

// field draws the search field in its box: what is sought, or what it is for.
func (p *Window) field(b *layout.Builder, d State, box scene.Rect) {
	on := d.FocusedAction == "search"
	p.control(b, d, "search", box, false)
	style := scene.Style{Face: scene.Sans, SizePx: 13}
	letters, caret := []rune(d.Field.Text), d.Field.at()
	composing := []rune(d.Field.Composing)
	letters = slices.Insert(letters, caret, composing...)
	caret += len(composing)
	room := box.W - 30
	y := box.Y + (box.H-typeset.LineHeightPx(style))/2
	if len(letters) == 0 {
		t := p.fonts.Shorten(p.words.UI.Search, style, room)
		b.Words("control:search:name", "", scene.Control, layout.ZWords, t, box.X+15, y, scene.Quiet)
		if on {
			p.caret(b, box.X+13, box)
		}
		return
	}
	// What does not fit is left out at the beginning, so that the caret is seen.
	first := 0
	for first < caret && p.fonts.Width(string(letters[first:caret]), style) > room-4 {
		first++
	}
	last := len(letters)
	for last > caret && p.fonts.Width(string(letters[first:last]), style) > room {
		last--
	}
	t := p.fonts.Line(string(letters[first:last]), style)
	x := box.X + 15
	if t.RTL != p.fonts.RTL() {
		x = box.X + 15 + room - t.WidthPx
	}
	b.Words("control:search:name", "", scene.Control, layout.ZWords, t, x, y, scene.Ink)
	if !on {
		return
	}
	upTo := func(caret int) float64 {
		before := p.fonts.Width(string(letters[first:max(first, caret)]), style)
		if t.RTL != p.fonts.RTL() {
			before = t.WidthPx - before
		}
		return before
	}
	before := upTo(caret)
	if from := upTo(caret - len(composing)); from != before {
		b.Line("control:search:composing", scene.Control, layout.ZWords, scene.Rect{X: x + min(from, before), Y: box.Bottom() - 8, W: max(from, before) - min(from, before)}, 1, scene.Ink)
	}
	p.caret(b, x+before, box)
}

func (p *Window) caret(b *layout.Builder, x float64, box scene.Rect) {
	b.Add(scene.Node{ID: "control:search:caret", Role: scene.Control, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Ink, Box: scene.Rect{X: x, Y: box.Y + 8, W: 1.5, H: box.H - 16}})
}

// filterName is what a filter's control says: what is chosen, or that nothing is.
func (p *Window) filterName(d State, name string) string {
	for _, f := range p.filters {
		if f.Name != name {
			continue
		}
		sought := soughtOf(d.Query, name)
		for _, o := range f.Options {
			if o.Value == sought && sought != "" {
				return o.Label
			}
		}
		return f.All
	}
	return ""
}

// found says what a search has found, beside the controls.
func (p *Window) found(d State) string {
	if !p.can.Search || d.Query == (State{}).Query {
		return ""
	}
	progress := p.figure.Progress()
	if progress.Query != d.Query {
		return ""
	}
	return progress.Said(p.words)
}
