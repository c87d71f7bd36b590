package lengths

import (
	"math"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
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

// unitHours is how many hours a unit has.
func unitHours(u words.LengthUnit) float64 {
	switch u {
	case words.LengthMinutes:
		return 1.0 / 60
	case words.LengthHours:
		return 1
	case words.LengthDays:
		return scale.Day / scale.Hour
	}
	return scale.Year / scale.Hour
}

// mostTicks is how many ticks an axis of lengths has at most.
const mostTicks = 5

// stepOf is the unit, and how many of it, that ticks of lengths up to so many hours
// are apart. Nobody says three quarters of an hour in hours, nor days in hours.
func stepOf(hours float64) (words.LengthUnit, int) {
	unit, steps := words.LengthYears, []int{1}
	switch {
	case hours <= 1:
		unit, steps = words.LengthMinutes, []int{1, 2, 5, 10, 15}
	case hours <= 100.0/60:
		unit, steps = words.LengthMinutes, []int{30}
	case hours < 48:
		unit, steps = words.LengthHours, []int{1, 2, 3, 6, 12}
	case hours < 2*unitHours(words.LengthYears):
		unit, steps = words.LengthDays, []int{1, 2, 5, 10, 20, 50, 100, 200}
	}
	n := hours / unitHours(unit)
	for _, step := range steps {
		if n <= mostTicks*float64(step)+1e-9 {
			return unit, step
		}
	}
	if unit != words.LengthYears {
		return unit, steps[len(steps)-1]
	}
	for decade := 1; ; decade *= 10 {
		for _, step := range [...]int{1, 2, 5} {
			if n <= float64(mostTicks*step*decade)+1e-9 {
				return unit, step * decade
			}
		}
	}
}

// roundedHours is where an axis of lengths ends on which the longest has a tick at
// or after it.
func roundedHours(longest float64) float64 {
	unit, step := stepOf(longest)
	whole := float64(step) * unitHours(unit)
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
		free := px - room(it) - pastEnd(it.talks.Length.Qualifier)
		if hours := it.talks.Length.Hours() * reach(it.talks.Length.Qualifier); hours > 0 {
			hourPx = min(hourPx, max(free, px/8)/hours)
		}
	}
	return p.lengthsAt(hourPx, px)
}

func (p *Picture) lengthsAt(hourPx, px float64) lengthScale {
	unit, step := stepOf(p.longest)
	return lengthScale{unit: unit, step: step, unitPx: hourPx * unitHours(unit), hourPx: hourPx, end: px}
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
			x = min(at0.X-t.WidthPx/2, m.Width-m.Margin-t.WidthPx)
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
	unit, step := stepOf(p.longest)
	n := int(math.Round(p.maxHours / unitHours(unit) / float64(step)))
	return max(wideGutter, math.Ceil(p.fonts.Width(p.words.LengthTick(n*step, unit, true), m.Tick))+12)
}
