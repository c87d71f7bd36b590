package lengths

import (
	"math"
	"strconv"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/typeset"
)

// row is one line of a list of bars, each from the same start.
type row struct {
	it *item
	// head, if not empty, stands over it.
	head            string
	top, wait, talk float64 // of its words and its bars, along
	dot             float64 // the middle of a context event's dot
	// note, if not nil, is the annotation that the row is of, in the place of an event,
	// from the time on at which its date, as said, begins.
	note *noteRow
	from float64
	said string
}

const (
	headPx = 30.0 // the height of a row's head
	// rowsPerHead is how many rows a head stands over at least, on average.
	rowsPerHead = 1.5
)

// rows lists all events in the order of time, under their months or years: the
// calendar gives way to them where bars have no room on their dates. It returns
// where the next part may begin.
func (p *Picture) rows(b *layout.Builder, m layout.Metrics) float64 {
	var rows []row
	yearly, last, heads := p.to-p.from > 2*scale.Year, "", 0
	daily := p.to-p.from < 3*scale.Day
	var all []row
	notes := 0
	for i := range p.items {
		before := p.notesBefore(notes, p.items[i].from)
		notes += len(before)
		all = append(append(all, before...), row{it: &p.items[i], from: p.items[i].from})
	}
	for _, r := range append(all, p.notesBefore(notes, math.Inf(1))...) {
		from := r.from
		if daily {
			from += p.offset
		}
		year, month, day := edtf.Civil(int64(from))
		head := p.words.Year(year)
		switch {
		case daily:
			head = p.words.DayMonth(day, month)
		case !yearly:
			head = p.words.MonthName(month)
			if !p.oneYear {
				head = p.words.Era(r.from, scale.Days)
			}
		}
		if head != last {
			r.head, last = head, head
			heads++
		}
		rows = append(rows, r)
	}
	// Where nearly every row has a head of its own they say no more than the dates do.
	if float64(len(rows)) < rowsPerHead*float64(heads) {
		for i := range rows {
			rows[i].head = ""
		}
	}
	return p.list(b, m, rows)
}

// list draws rows under one axis of lengths and returns where the next part may
// begin.
func (p *Picture) list(b *layout.Builder, m layout.Metrics, rows []row) float64 {
	names := 0.0 // width of the column of names; none on narrow pages
	if !m.Down {
		for i := range rows {
			it := rows[i].it
			if it == nil {
				continue
			}
			names = max(names, b.Fonts.Width(it.date, nameStyle(m)), b.Fonts.Width(it.place, m.Small))
		}
		if len(p.order) < len(p.items) {
			names = max(names, b.Fonts.Width(p.words.UI.Others, m.Small))
		}
		names = min(names, m.Width*0.3) + nameGap
	}
	f := layout.Frame{Down: true, Plot: scene.Rect{X: m.Margin + names, Y: compareTop, W: m.Width - 2*m.Margin - names - acrossMargin}}
	thick := m.Bar
	if !m.Down {
		thick = 24
	}
	// First the rows' places, then the axis as long as they are, then the bars.
	for i := range rows {
		if rows[i].note != nil {
			rows[i].set(p, f.Plot.W)
		}
	}
	f.Plot.H = p.stack(m, rows, thick)
	b.Scene.Plot = f.Plot
	l := p.lengthsBeside(f.AcrossPx(), func(it *item) float64 { return p.valueRoom(b, m, it, f.AcrossPx()) })
	p.lengthsAxis(b, m, f, l)
	b.Line("axis", scene.Furniture, layout.ZAxis, f.Line(0, 0, f.AlongPx(), 0), 1, scene.Axis)
	t := b.Fonts.Line(p.words.Number(0), m.Tick)
	b.Words("length:0", "", scene.Furniture, layout.ZAxis, t, f.Plot.X, f.Plot.Y-typeset.LineHeightPx(m.Tick)-5, scene.Quiet)

	for i, r := range rows {
		if r.head != "" {
			style := scene.Style{Face: scene.SansBold, SizePx: m.Tick.SizePx}
			t := b.Fonts.Line(r.head, style)
			x, y := m.Margin, f.Plot.Y+r.top-headPx+8
			if m.Down {
				x += layout.NameInset
			} else {
				y -= 6 // names of two lines begin over their bars
			}
			b.Words("head:"+strconv.Itoa(i), "", scene.Furniture, layout.ZAxis, t, x, y, scene.Quiet)
			b.Take(b.Last().Box)
		}
		if r.note != nil {
			b.AnnotateRow(r.note.Annotation, r.note.lines, f.Plot.X, f.Plot.Y+r.top+3, f.Plot.W)
			continue
		}
		if !r.it.hasTalks {
			p.listedDot(b, m, r.it, f.Plot.X+dotPx/2+1, f.Plot.Y+r.dot)
			continue
		}
		var wait, talk scene.Rect
		if r.wait > 0 {
			wait = waitBar(b, f, r.it, r.wait, r.wait+waitThick, r.it.wait.Length.Hours()*l.hourPx, l.end)
			b.Take(wait)
		}
		talk = p.talkBar(b, f, r.it, r.talk, r.talk+thick, l)
		b.Take(talk)
		if r.it.talks.Length.Qualifier == data.Unknown {
			p.question(b, m, r.it, talk)
		}
		p.compareName(b, m, r.it, f, r.top, talk.Union(wait))
		p.compareValue(b, m, r.it, talk, wait)
	}
	foot := p.foot(m, f.Plot, f.Plot.Bottom(), l.hourPx)
	b.AnnotateLengths(p.annotations, foot, l.hourPx)
	return f.Plot.Bottom() + layout.StripPx(foot.Rows)
}

// stack finds the rows' places and returns their end.
func (p *Picture) stack(m layout.Metrics, rows []row, thick float64) float64 {
	y := 16.0
	for i := range rows {
		r := &rows[i]
		if r.head != "" {
			if i == 0 {
				y -= 10
			}
			y += headPx
		}
		r.top = y
		if r.note != nil {
			y += layout.AnnotationRowPx(r.note.lines) + 10
			continue
		}
		if !r.it.hasTalks {
			r.dot = y + laneStep/2
			y += laneStep
			continue
		}
		pitch := rowWide
		if i > 0 && r.head == "" && rows[i-1].it != nil && !rows[i-1].it.hasTalks {
			y += 8
			r.top = y
		}
		if m.Down {
			y += layout.RowHeight(m.Value) + 3
		}
		if r.it.waits() {
			r.wait = y + layout.RowHeight(m.Small) + 1
			y = r.wait + waitThick + 4
			pitch += 6
		}
		r.talk = y
		if m.Down {
			y = r.talk + thick + 13
		} else {
			y = r.talk + pitch - 4
		}
	}
	return y
}

// valueGap is between a bar in a row and its length in words.
const valueGap = 10.0

// valueRoom is the room that a length in words takes after its bar: in full, and
// with what is said of it, unless that is too much of the row.
func (p *Picture) valueRoom(b *layout.Builder, m layout.Metrics, it *item, px float64) float64 {
	length, short := b.Fonts.Width(it.length, m.Value), b.Fonts.Width(it.lengthShort, m.Value)
	noted := length
	if it.note != "" && !m.Down {
		noted += layout.PartGap + b.Fonts.Width(it.note, noteStyle(m))
	}
	return valueGap + widestOf(px*roomShare, noted, length, short) + 2
}

// roomShare is how much of a bar's axis its words may take, if they have a choice.
const roomShare = 0.45

// widestOf is the first width that is not over a limit, or else the last.
func widestOf(limit float64, widths ...float64) float64 {
	for _, w := range widths {
		if w <= limit {
			return w
		}
	}
	return widths[len(widths)-1]
}

// noteStyle is that of words such as "longest reported".
func noteStyle(m layout.Metrics) scene.Style {
	return scene.Style{Face: scene.SansBold, SizePx: m.Small.SizePx}
}
