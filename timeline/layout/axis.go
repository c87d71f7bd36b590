package layout

import (
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/scale"
	"barline/typeset"
)

// hoursAxis draws a grid line and a number per step of hours; the last one
// carries the unit.
func (p *Picture) hoursAxis(b *builder, m metrics, f frame, hourPx float64) {
	step := hoursStep(p.maxHours)
	for h := step; h <= p.maxHours+1e-9; h += step {
		last := h+step > p.maxHours+1e-9
		at := h * hourPx
		name := p.words.HoursShort(h, last)
		line := f.line(0, at, f.alongPx(), at)
		b.line("grid:"+name, scene.Furniture, zGrid, line, 1, scene.Grid)
		b.grid = append(b.grid, lineBox(line))
		t := b.fonts.Line(name, m.tick)
		height := typeset.LineHeightPx(m.tick)
		at0 := f.point(0, at)
		x, y := max(at0.X-10-t.WidthPx, 2), at0.Y-height/2
		if f.down {
			y = f.plot.Y - height - 5
			x = at0.X - t.WidthPx/2
			if last {
				x = at0.X - t.WidthPx
			}
		}
		b.take(b.words("hours:"+name, "", scene.Furniture, zAxis, t, x, y, scene.Quiet))
	}
}

// calendarAxis draws the axis line, its ticks and their names.
func (p *Picture) calendarAxis(b *builder, m metrics, f frame, s scale.Scale) {
	b.line("axis", scene.Furniture, zAxis, f.line(0, 0, f.alongPx(), 0), 1, scene.Axis)
	minPx := 38.0
	if m.down {
		minPx = 30
	}
	height := typeset.LineHeightPx(m.tick)
	unit := s.Unit(minPx)
	row := axis.NewRow(f.alongPx())
	for _, tick := range s.Ticks(minPx) {
		at, next := s.Px(tick.At), s.Px(tick.Next)
		name := axis.NameOf(p.words, b.fonts, tick, !p.oneYear, m.tick)
		if at >= -0.5 && at <= f.alongPx()+0.5 {
			b.line(name.Tick, scene.Furniture, zAxis, f.line(at, 0, at, -5), 1, scene.Axis)
		}
		size := name.Text.WidthPx
		if m.down {
			size = height
		}
		middle, ok := row.Place(tick, at, next, size)
		if !ok {
			continue
		}
		q := f.point(middle, 0)
		x, y := q.X-name.Text.WidthPx/2, q.Y+9
		if m.down {
			x, y = f.plot.X-monthGap-name.Text.WidthPx, q.Y-height/2
		}
		b.words(name.Words, "", scene.Furniture, zAxis, name.Text, x, y, name.Paint())
	}
	// What the ticks leave out, the year or the day, stands at the corner.
	if era := p.words.Era(s.From, unit); era != "" && (unit != scale.Months || p.oneYear) {
		t := b.fonts.Line(era, scene.Style{Face: scene.SansBold, SizePx: m.tick.SizePx})
		corner := f.point(0, 0)
		x, y := corner.X-10-t.WidthPx, corner.Y+9
		if m.down {
			x, y = m.margin, f.plot.Y-height-5
		}
		if x < m.margin {
			x = m.margin
			if !m.down {
				y += height + 2
			}
		}
		b.take(b.words("era", "", scene.Furniture, zAxis, t, x, y, scene.Ink))
	}
}
