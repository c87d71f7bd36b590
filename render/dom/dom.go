// Package dom turns a scene into the text layer: what the page's DOM holds
// over the picture, so that focus, screen readers, text selection and presses
// work on it.
//
// A Layer is a list of Items by id. Diff says what has changed from one layer
// to the next, so that the page touches nothing else: a node that stays as it
// was is never moved, and focus is never lost.
package dom

import (
	"strconv"

	"barline/scene"
	"barline/typeset"
)

// Kind tells what an item is.
type Kind uint8

const (
	Button Kind = iota // the button of an event; the page has it already
	Words              // a line of selectable text
)

// Item is one element over the picture.
type Item struct {
	ID    string
	Kind  Kind
	Event string
	More  string     // as of a scene's node
	Box   scene.Rect // CSS px of the figure
	// Of Words:
	Text    string
	RTL     bool
	Foreign bool
	Face    scene.Face
	Paint   scene.Paint
	SizePx  float64
	LinePx  float64
}

// Layer is the text layer of one scene, in reading order.
type Layer []Item

// Of returns the layer of a scene: a button for every event in it, and every
// word that is drawn.
func Of(s *scene.Scene) Layer {
	layer := make(Layer, 0, len(s.Nodes))
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case (n.Role == scene.Bar || n.Role == scene.Dot) && !n.Hit.Empty() && n.Shape != scene.Glyphs:
			layer = append(layer, Item{ID: "button:" + n.Event, Kind: Button, Event: n.Event, Box: n.Hit})
		case n.Shape == scene.Glyphs && n.Alpha > 0:
			layer = append(layer, Item{ID: n.ID, Kind: Words, Event: n.Event, More: n.More, Box: n.Box, Text: n.Text.String, RTL: n.Text.RTL, Foreign: n.Text.Foreign,
				Face: n.Text.Style.Face, Paint: n.Paint, SizePx: n.Text.Style.SizePx, LinePx: typeset.LineHeightPx(n.Text.Style)})
		}
	}
	return layer
}

// Change is what happened to one item.
type Change struct {
	Item
	// Gone: the item has left; only its id counts.
	Gone bool
	// Moved: only its box has changed.
	Moved bool
}

// Diff returns what must change for a page that shows old to show next, in
// next's order, what has left first.
func Diff(old, next Layer) []Change {
	was := make(map[string]*Item, len(old))
	for i := range old {
		was[old[i].ID] = &old[i]
	}
	is := make(map[string]bool, len(next))
	for i := range next {
		is[next[i].ID] = true
	}
	var changes []Change
	for i := range old {
		if !is[old[i].ID] {
			changes = append(changes, Change{Item: old[i], Gone: true})
		}
	}
	for i := range next {
		n := &next[i]
		o, ok := was[n.ID]
		switch {
		case !ok:
			changes = append(changes, Change{Item: *n})
		case *o != *n:
			same := *o
			same.Box = n.Box
			changes = append(changes, Change{Item: *n, Moved: same == *n})
		}
	}
	return changes
}

// Dump writes a layer as text, a line per item, for golden files.
func (l Layer) Dump() string {
	var b []byte
	f := func(v float64) { b = strconv.AppendFloat(append(b, ' '), v, 'f', 1, 64) }
	for _, it := range l {
		b = append(b, [...]string{"button", "words"}[it.Kind]...)
		b = append(append(b, ' '), it.ID...)
		f(it.Box.X)
		f(it.Box.Y)
		f(it.Box.W)
		f(it.Box.H)
		if it.Kind == Words {
			b = strconv.AppendQuote(append(b, ' '), it.Text)
		}
		b = append(b, '\n')
	}
	return string(b)
}
