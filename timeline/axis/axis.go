// Package axis holds what every figure says around its marks in the same way: the
// names of an axis's ticks and where they stand, the rows of its key, and the
// source line.
package axis

import (
	"math"
	"strconv"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/scale"
	"barline/timeline/words"
	"barline/typeset"
)

// Name is a tick's name, set, and the ids of the nodes that belong to the tick.
type Name struct {
	Text *scene.Text
	// Strong: it names a larger unit than its neighbours do, and is set in bold.
	Strong            bool
	Tick, Words, Grid string
}

// NameOf sets a tick's name. Where years is false all ticks are of one year,
// which stands elsewhere.
func NameOf(w *words.Words, fonts *typeset.Fonts, t scale.Tick, years bool, style scene.Style) Name {
	text, strong := w.Tick(t, years)
	if strong {
		style.Face = scene.SansBold
	}
	id := tickID(t)
	return Name{Text: fonts.Line(text, style), Strong: strong, Tick: "tick:" + id, Words: "date:" + id, Grid: "grid:" + id}
}

// Paint is the colour that the name is written in.
func (n Name) Paint() scene.Paint {
	if n.Strong {
		return scene.Ink
	}
	return scene.Quiet
}

// tickID names a tick by its unit and time, the same in every scene that shows
// it: in minutes, and seconds beyond a whole minute.
func tickID(t scale.Tick) string {
	at := int64(t.At)
	id := strconv.Itoa(int(t.Unit)) + ":" + strconv.FormatInt(at/60, 10)
	if rest := at % 60; rest != 0 {
		id += ":" + strconv.FormatInt(rest, 10)
	}
	return id
}

// nameGap is the least room between two names, in px.
const nameGap = 6

// OneYear reports whether an axis from one time to another, in seconds since 1970, lies
// in one year: its ticks then need not say which.
func OneYear(from, to float64) bool {
	first, _, _ := edtf.Civil(int64(from))
	last, _, _ := edtf.Civil(int64(to) - 1)
	return first == last
}

// Row places names along an axis, one after another.
type Row struct {
	lengthPx float64
	end      float64 // of the name placed last
}

// NewRow begins a row on an axis of this length.
func NewRow(lengthPx float64) Row { return Row{lengthPx: lengthPx, end: math.Inf(-1)} }

// Place returns the middle of a tick's name, in px from the axis's start: a name
// stands in the middle of what it names, as far as that is in view, and a time of
// day stands at its tick. at and next are where the tick and the next one are,
// size is the name's size along the axis. It reports false if the name would
// leave the axis or touch the one before.
func (r *Row) Place(t scale.Tick, at, next, size float64) (middle float64, ok bool) {
	middle = at
	if t.Whole() {
		middle = (max(at, 0) + min(next, r.lengthPx)) / 2
	}
	start := middle - size/2
	if start < -1 || start+size > r.lengthPx+1 || start < r.end+nameGap {
		return middle, false
	}
	r.end = start + size
	return middle, true
}
