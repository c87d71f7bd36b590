package window

import "barline/scene"

// SheetLink is a link in a row of a sheet: Row and N count from 1 on. The zero SheetLink is
// none.
type SheetLink struct{ Row, N int }

// linked are rows with links in them, which the keyboard walks through.
type linked interface {
	rows
	// links are those of row i in a column of a width, in reading order.
	links(i int, widthPx float64) []rowLink
}

// rowLink is a link in a row: what it does, and between which px of the row it stands.
type rowLink struct {
	action      string
	top, bottom float64
}

// mostRowsSought is how many rows one key looks through for a link: setting a million for
// none would take minutes.
const mostRowsSought = 3000

// SheetHasLinks reports whether the rows of a sheet have links that the keyboard reaches.
func (p *Window) SheetHasLinks(d State) bool {
	s, ok := p.sheetOf(d)
	if !ok {
		return false
	}
	_, ok = s.rows.(linked)
	return ok
}

// NextSheetLink is the link after the one that has the keyboard, or before it; where none
// has it, the first from where the sheet is scrolled to, or the last link. It is none past
// the ends.
func (p *Window) NextSheetLink(d State, by int) SheetLink {
	s, ok := p.sheetOf(d)
	if !ok {
		return SheetLink{}
	}
	r, ok := s.rows.(linked)
	if !ok {
		return SheetLink{}
	}
	body := sheetBody(sheetBox(s, d.Viewport))
	row, n := d.SheetLink.Row-1, d.SheetLink.N-1
	switch {
	case d.SheetLink != (SheetLink{}):
		n += by
	case by > 0:
		at := moved(r, d.SheetAt, 0, body)
		row, n = at.Row, 0
		for _, l := range r.links(row, body.W) {
			if l.top < at.Px {
				n++ // it is scrolled away
			}
		}
	default:
		row = r.Len() - 1
		n = len(r.links(row, body.W)) - 1
	}
	for range mostRowsSought {
		all := r.links(row, body.W)
		if n >= 0 && n < len(all) {
			return SheetLink{row + 1, n + 1}
		}
		if row += by; row < 0 || row >= r.Len() {
			break
		}
		if n = 0; by < 0 {
			n = len(r.links(row, body.W)) - 1
		}
	}
	return SheetLink{}
}

// SheetLinkAction is what the link that has the keyboard does; empty if none has it.
func (p *Window) SheetLinkAction(d State) string {
	if l, _, ok := p.sheetLink(d); ok {
		return l.action
	}
	return ""
}

// SheetShowsLink is a place near the present one at which the link with the keyboard is in
// sight.
func (p *Window) SheetShowsLink(d State) Place {
	l, s, ok := p.sheetLink(d)
	if !ok {
		return d.SheetAt
	}
	body := sheetBody(sheetBox(s, d.Viewport))
	at := moved(s.rows, d.SheetAt, 0, body)
	row := d.SheetLink.Row - 1
	const margin = 6 // of the ring
	if row < at.Row || row == at.Row && l.top-margin < at.Px {
		return moved(s.rows, Place{row, l.top - margin}, 0, body)
	}
	top := -at.Px
	for i := at.Row; i < row && top <= body.H; i++ {
		top += s.rows.Height(i, body.W)
	}
	if top+l.bottom+margin <= body.H {
		return at
	}
	return moved(s.rows, Place{row, l.bottom + margin}, -body.H, body)
}

// sheetLink is the link that has the keyboard, and its sheet.
func (p *Window) sheetLink(d State) (l rowLink, s sheet, ok bool) {
	s, ok = p.sheetOf(d)
	if !ok || d.SheetLink == (SheetLink{}) {
		return l, s, false
	}
	r, ok := s.rows.(linked)
	if !ok || d.SheetLink.Row > r.Len() {
		return l, s, false
	}
	all := r.links(d.SheetLink.Row-1, sheetBody(sheetBox(s, d.Viewport)).W)
	if d.SheetLink.N > len(all) {
		return l, s, false
	}
	return all[d.SheetLink.N-1], s, true
}

// linkRing is the ring around link n, from 1 on, of a row whose nodes these are. The lines of
// a link follow each other.
func linkRing(nodes []scene.Node, n int) (ring scene.Node, ok bool) {
	var around scene.Rect
	last, count := "", 0
	for i := range nodes {
		if nodes[i].Text == nil {
			continue
		}
		if a := nodes[i].Action; a != last {
			if last = a; a != "" {
				count++
			}
		}
		if count == n && last != "" {
			around = around.Union(nodes[i].Hit)
		}
	}
	if around.Empty() {
		return ring, false
	}
	return scene.Node{ID: "sheet:link:ring", Role: scene.Ring, Z: zSheetWords, Shape: scene.Outline, Box: around.Inset(-3), Radius: 5, Stroke: 2, Paint: scene.Focus}, true
}
