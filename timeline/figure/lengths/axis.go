package lengths

import (
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/typeset"
)

// hoursAxis draws a grid line and a number per step of hours; the last one
// carries the unit.
func (p *Picture) hoursAxis(b *layout.Builder, m layout.Metrics, f layout.Frame, hourPx float64) {
	step := hoursStep(p.maxHours)
	for h := step; h <= p.maxHours+1e-9; h += step {
		last := h+step > p.maxHours+1e-9
		at := h * hourPx
		name := p.words.HoursShort(h, last)
		line := f.Line(0, at, f.AlongPx(), at)
		b.GridLine("grid:"+name, line)
		t := b.Fonts.Line(name, m.Tick)
		height := typeset.LineHeightPx(m.Tick)
		at0 := f.Point(0, at)
		x, y := max(at0.X-10-t.WidthPx, 2), at0.Y-height/2
		if f.Down {
			y = f.Plot.Y - height - 5
			x = at0.X - t.WidthPx/2
			if last {
				x = at0.X - t.WidthPx
			}
		}
		b.Take(b.Words("hours:"+name, "", scene.Furniture, layout.ZAxis, t, x, y, scene.Quiet))
	}
}

// calendarAxis draws the axis line, its ticks and their names.
func (p *Picture) calendarAxis(b *layout.Builder, m layout.Metrics, f layout.Frame, s scale.Scale) {
	b.Line("axis", scene.Furniture, layout.ZAxis, f.Line(0, 0, f.AlongPx(), 0), 1, scene.Axis)
	minPx := 38.0
	if m.Down {
		minPx = 30
	}
	height := typeset.LineHeightPx(m.Tick)
	unit := s.Unit(minPx)
	row := axis.NewRow(f.AlongPx())
	for _, tick := range s.Ticks(minPx) {
		at, next := s.Px(tick.At), s.Px(tick.Next)
		name := axis.NameOf(p.words, b.Fonts, tick, !p.oneYear, m.Tick)
		if at >= -0.5 && at <= f.AlongPx()+0.5 {
			b.Line(name.Tick, scene.Furniture, layout.ZAxis, f.Line(at, 0, at, -5), 1, scene.Axis)
		}
		size := name.Text.WidthPx
		if m.Down {
			size = height
		}
		middle, ok := row.Place(tick, at, next, size)
		if !ok {
			continue
		}
		q := f.Point(middle, 0)
		x, y := q.X-name.Text.WidthPx/2, q.Y+9
		if m.Down {
			x, y = f.Plot.X-monthGap-name.Text.WidthPx, q.Y-height/2
		}
		b.Words(name.Words, "", scene.Furniture, layout.ZAxis, name.Text, x, y, name.Paint())
	}
	// What the ticks leave out, the year or the day, stands at the corner.
	if era := p.words.Era(s.From, unit); era != "" && (unit != scale.Months || p.oneYear) {
		t := b.Fonts.Line(era, scene.Style{Face: scene.SansBold, SizePx: m.Tick.SizePx})
		corner := f.Point(0, 0)
		x, y := corner.X-10-t.WidthPx, corner.Y+9
		if m.Down {
			x, y = m.Margin, f.Plot.Y-height-5
		}
		if x < m.Margin {
			x = m.Margin
			if !m.Down {
				y += height + 2
			}
		}
		b.Take(b.Words("era", "", scene.Furniture, layout.ZAxis, t, x, y, scene.Ink))
	}
}
