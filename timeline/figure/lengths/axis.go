package lengths

import (
	"math"
	"strings"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/typeset"
)

const (
	tickRoom  = 8.0  // what a tick, or a bracket, takes of the gutter
	leastTick = 10.0 // the size of the smallest names of ticks
)

// eraFrom is the time whose year, or day, the corner of the axis names.
func (p *Picture) eraFrom(s *scale.Calendar, minPx float64) float64 {
	const cornerPx = 60.0
	for _, tick := range s.Ticks(minPx) {
		if _, strong := p.words.Tick(tick, !p.axisYear); strong && s.Px(tick.At) > 0 && s.Px(tick.At) < cornerPx {
			return tick.At
		}
	}
	return s.From
}

// calendarAxis draws the axis line, its ticks and their names.
func (p *Picture) calendarAxis(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar) {
	b.Line("axis", scene.Furniture, layout.ZAxis, f.Line(0, 0, f.AlongPx(), 0), 1, scene.Axis)
	minPx := 38.0
	if m.Down {
		minPx = downTickPx
	}
	height := typeset.LineHeightPx(m.Tick)
	unit := s.Unit(minPx)
	if unit < scale.Days {
		moved := s.Moved(p.offset)
		s = &moved
	}
	row := axis.NewRow(f.AlongPx())
	for _, tick := range s.Ticks(minPx) {
		at, next := s.Px(tick.At), s.Px(tick.Next)
		name := axis.NameOf(p.words, b.Fonts, tick, !p.axisYear, m.Tick)
		if at >= -0.5 && at <= f.AlongPx()+0.5 && !s.InGap(tick.At) {
			b.Line(name.Tick, scene.Furniture, layout.ZAxis, f.Line(at, 0, at, -5), 1, scene.Axis)
		}
		size := name.Text.WidthPx
		if m.Down {
			size = height
			// Beside a narrow plot there is room for the seconds alone.
			if s := name.Text.String; math.Mod(tick.At, scale.Minute) != 0 {
				name.Text = b.Fonts.Line(s[strings.LastIndexByte(s, ':'):], m.Tick)
			}
			// Days among hours are longer than what the gutter is made for.
			for room := f.Plot.X - tickRoom - m.Margin; name.Text.WidthPx > room && name.Text.Style.SizePx > leastTick; {
				style := name.Text.Style
				style.SizePx--
				name.Text = b.Fonts.Line(name.Text.String, style)
			}
		}
		middle, ok := row.Place(tick, at, next, size)
		if !ok {
			continue
		}
		q := f.Point(middle, 0)
		x, y := q.X-name.Text.WidthPx/2, q.Y+9
		if m.Down {
			x, y = max(m.Margin, f.Plot.X-monthGap-name.Text.WidthPx), q.Y-typeset.LineHeightPx(name.Text.Style)/2
		}
		b.Words(name.Words, "", scene.Furniture, layout.ZAxis, name.Text, x, y, name.Paint())
	}
	// What the ticks leave out, the year or the day, stands at the corner: of what begins
	// there, rather than of the end of what was before.
	if era := p.words.Era(p.eraFrom(s, minPx), unit); era != "" && (unit != scale.Months || p.axisYear) {
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
