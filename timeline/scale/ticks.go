package scale

import (
	"math"

	"barline/data/edtf"
)

// Unit is the calendar unit that a tick counts.
type Unit uint8

const (
	Minutes Unit = iota // and seconds
	Hours
	Days
	Months
	Years
)

// Tick is a mark on the calendar axis.
type Tick struct {
	At   float64 // seconds since 1970
	Unit Unit
	// Next is where the following tick of this step stands: the time from At
	// to Next is what the tick's label names.
	Next float64
}

// Whole reports whether the tick's name is that of the whole time up to the next
// one, a day, a month or a year, and not only of the tick.
func (t Tick) Whole() bool {
	switch t.Unit {
	case Days:
		return t.Next-t.At < 1.5*Day
	case Months:
		return t.Next-t.At < 32*Day
	case Years:
		return t.Next-t.At < 1.5*Year
	}
	return false
}

// step is a distance between ticks.
type step struct {
	unit  Unit
	count int     // of days and what is longer
	about float64 // seconds, for choosing
}

// steps returns the distances that calendars are read in, closest first.
func steps() [52]step {
	s := [52]step{
		{Minutes, 0, 1}, {Minutes, 0, 5}, {Minutes, 0, 15}, {Minutes, 0, 30},
		{Minutes, 1, Minute}, {Minutes, 5, 5 * Minute}, {Minutes, 15, 15 * Minute}, {Minutes, 30, 30 * Minute},
		{Hours, 1, Hour}, {Hours, 3, 3 * Hour}, {Hours, 6, 6 * Hour}, {Hours, 12, 12 * Hour},
		{Days, 1, Day}, {Days, 2, 2 * Day}, {Days, 5, 5 * Day}, {Days, 10, 10 * Day},
		{Months, 1, Year / 12}, {Months, 3, Year / 4}, {Months, 6, Year / 2},
	}
	at := 19
	for decade := 1; decade <= 1e10; decade *= 10 {
		for _, n := range [3]int{1, 2, 5} {
			s[at] = step{Years, n * decade, float64(n*decade) * Year}
			at++
		}
	}
	return s
}

// Ticks returns the ticks in view, in order, at least minPx apart on average,
// from the finest step that allows it. The first one may stand before the
// view, so that what it begins can be named.
func (s Scale) Ticks(minPx float64) []Tick {
	return s.AppendTicks(nil, minPx)
}

// AppendTicks appends what Ticks returns.
func (s Scale) AppendTicks(dst []Tick, minPx float64) []Tick {
	return s.ticks(dst, s.step(minPx))
}

// Unit is the unit that Ticks(minPx) counts.
func (s Scale) Unit(minPx float64) Unit { return s.step(minPx).unit }

func (s Scale) step(minPx float64) step {
	all := steps()
	for _, st := range all {
		least := minPx
		if st.unit == Days && st.count > 1 {
			// Every fifth day is harder to read than every month: it must
			// have plenty of room to be worth it.
			least *= 1.6
		}
		if st.about/s.SecondsPerPx() >= least {
			return st
		}
	}
	return all[len(all)-1]
}

func (s Scale) ticks(ticks []Tick, st step) []Tick {
	at := floor(s.From, st)
	// Even a hundred thousand pixels hold no more ticks than this.
	for n := 0; at < s.To && n < 20000; n++ {
		next := after(at, st)
		ticks = append(ticks, Tick{At: at, Unit: st.unit, Next: next})
		at = next
	}
	return ticks
}

// floor is the last tick of the step at or before a time.
func floor(at float64, st step) float64 {
	switch st.unit {
	case Minutes, Hours:
		return math.Floor(at/st.about) * st.about
	}
	year, month, day := edtf.Civil(int64(math.Floor(at)))
	switch st.unit {
	case Days:
		return float64(edtf.Unix(year, month, firstOf(day, st.count)))
	case Months:
		return float64(edtf.Unix(year, (month-1)/st.count*st.count+1, 1))
	default:
		return float64(edtf.Unix(floorYear(year, st.count), 1, 1))
	}
}

// after is the next tick of the step after a tick.
func after(at float64, st step) float64 {
	switch st.unit {
	case Minutes, Hours:
		return at + st.about
	}
	year, month, day := edtf.Civil(int64(at))
	switch st.unit {
	case Days:
		// Days begin anew with each month, so that the first always has a
		// tick; a last step shorter than half its length is left out.
		if next := day + st.count; next+st.count/2 <= edtf.DaysIn(year, month) {
			return float64(edtf.Unix(year, month, next))
		}
		year, month = addMonths(year, month, 1)
		return float64(edtf.Unix(year, month, 1))
	case Months:
		year, month = addMonths(year, month, st.count)
		return float64(edtf.Unix(year, month, 1))
	default:
		return float64(edtf.Unix(nextYear(year, st.count), 1, 1))
	}
}

// Years are counted as EDTF does, in which 0 is 1 BC, but ticks stand on those that
// readers call round: 200 BC, 100 BC, 1 AD, 100, 200. No year is called 0.

// floorYear is the last tick of years at or before a year.
func floorYear(year, count int) int {
	if year <= 0 {
		bc := 1 - year
		return 1 - (bc+count-1)/count*count
	}
	tick := year / count * count
	if count > 1 && tooNear(tick, count) {
		return 1
	}
	return tick
}

// nextYear is the tick of years after a tick.
func nextYear(year, count int) int {
	if year <= 0 {
		if bc := 1 - year - count; bc > 0 {
			return 1 - bc
		}
		return 1
	}
	tick := (year/count + 1) * count
	if count > 1 && tooNear(tick, count) {
		tick += count
	}
	return tick
}

// tooNear reports whether a tick stands too near the one at 1 AD, or before it.
func tooNear(tick, count int) bool { return tick-1 <= count/2 }

// firstOf is the day on which the step that holds this day began.
func firstOf(day, count int) int {
	first := (day-1)/count*count + 1
	if first+count/2 > 28 && count > 1 {
		first -= count
	}
	return first
}

func addMonths(year, month, n int) (int, int) {
	month += n - 1
	return year + floorDiv(month, 12), month%12 + 1
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
