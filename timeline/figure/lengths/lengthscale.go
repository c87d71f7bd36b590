package lengths

import (
	"math"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/words"
	"barline/typeset"
)

// lengthScale is the axis of lengths: the unit and the step of its ticks, and how
// many pixels an hour takes.
type lengthScale struct {
	unit   words.LengthUnit
	step   int     // units
	unitPx float64 // of one unit
	hourPx float64
	end    float64 // of the axis, px
}

// roundedHours is where an axis of lengths ends on which the longest has a tick at
// or after it.
func roundedHours(longest float64) float64 {
	unit, step := axis.LengthStep(longest)
	whole := float64(step) * axis.UnitHours(unit)
	return math.Max(1, math.Ceil(longest/whole-1e-9)) * whole
}

// lengthsOver is the axis on which the longest talks, rounded out to a tick, take
// so many pixels.
func (p *Picture) lengthsOver(px float64) lengthScale {
	return p.lengthsAt(px/p.maxHours, px)
}

// lengthsBeside is the axis within so many pixels that leaves room for words after
// every bar: room is what those of an event take.
func (p *Picture) lengthsBeside(px float64, room func(*item) float64) lengthScale {
	hourPx := px / p.maxHours
	for i := range p.items {
		it := &p.items[i]
		if !it.hasTalks || !it.talks.Length.Known() {
			continue
		}
		free := px - room(it)
		hours := p.maxHours
		if p.broken(it) {
			free -= brokenPx
		} else {
			free -= pastEnd(it.talks.Length.Qualifier)
			hours = it.talks.Length.Hours() * reach(it.talks.Length.Qualifier)
		}
		if hours > 0 {
			hourPx = min(hourPx, max(free, px/8)/hours)
		}
	}
	return p.lengthsAt(hourPx, px)
}

func (p *Picture) lengthsAt(hourPx, px float64) lengthScale {
	unit, step := axis.LengthStep(p.longest)
	return lengthScale{unit: unit, step: step, unitPx: hourPx * axis.UnitHours(unit), hourPx: hourPx, end: px}
}

// tickGap is the least room between the names of two ticks.
const tickGap = 14.0

// lengthsAxis draws a grid line and a number per tick; the last one carries the
// unit. Of names that would touch the earlier one is left out.
func (p *Picture) lengthsAxis(b *layout.Builder, m layout.Metrics, f layout.Frame, l lengthScale) {
	height := typeset.LineHeightPx(m.Tick)
	n := max(1, int(math.Floor(min(l.end, p.maxHours*l.hourPx)/l.unitPx/float64(l.step)+1e-6)))
	free := math.Inf(1) // where the next name may end
	for i := n; i >= 1; i-- {
		at := float64(i*l.step) * l.unitPx
		id := p.words.LengthTick(i*l.step, l.unit, false)
		b.GridLine("grid:"+id, f.Line(0, at, f.AlongPx(), at))
		t := b.Fonts.Line(p.words.LengthTick(i*l.step, l.unit, i == n), m.Tick)
		at0 := f.Point(0, at)
		x, y := at0.X-10-t.WidthPx, at0.Y-height/2
		from, to := f.Plot.Bottom()-y-height, f.Plot.Bottom()-y
		if f.Down {
			y = f.Plot.Y - height - 5
			x = min(at0.X-axis.NameMiddle(b.Fonts, t, id), m.Width-m.Margin-t.WidthPx)
			if from, to = x, x+t.WidthPx; i < n && from < f.Plot.X+p.zeroRoom(b, m) {
				continue
			}
		}
		if to > free {
			continue
		}
		free = from - tickGap
		if !f.Down {
			free = from
		}
		box := b.Words("length:"+id, "", scene.Furniture, layout.ZAxis, t, x, y, scene.Quiet)
		if !f.Down {
			// Words beside a number would be read with it.
			box.W = f.Plot.X + 4 - box.X
		}
		b.Take(box)
	}
}

// zeroRoom is what the name of the axis's beginning takes.
func (p *Picture) zeroRoom(b *layout.Builder, m layout.Metrics) float64 {
	return b.Fonts.Width(p.words.Number(0), m.Tick) + tickGap
}

// lengthGutter is the room that the names of the lengths take left of a wide plot.
func (p *Picture) lengthGutter(m layout.Metrics) float64 {
	unit, step := axis.LengthStep(p.longest)
	n := int(math.Round(p.maxHours / axis.UnitHours(unit) / float64(step)))
	return max(wideGutter, math.Ceil(p.fonts.Width(p.words.LengthTick(n*step, unit, true), m.Tick))+12)
}
