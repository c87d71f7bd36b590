package words

import (
	"math"

	"barline/data/edtf"
	"barline/timeline/scale"
)

// Tick is what stands at a tick of the calendar axis, and whether it begins
// something larger: a month among days, a day among hours and, if yearly, a year
// among months.
func (w *Words) Tick(t scale.Tick, yearly bool) (name string, strong bool) {
	year, month, day := edtf.Civil(int64(t.At))
	switch t.Unit {
	case scale.Years:
		return w.Year(year), false
	case scale.Months:
		if month == 1 && yearly {
			return w.Year(year), true
		}
		return w.MonthShort(month), false
	case scale.Days:
		if day == 1 {
			return w.MonthShort(month), true
		}
		return w.Number(day), false
	}
	seconds := int(t.At - float64(edtf.Unix(year, month, day)))
	if seconds == 0 {
		return w.DayMonth(day, month), true
	}
	return w.Clock(seconds), false
}

// Era names what ticks of a unit leave out, at a time: the year of months, the
// month of days, the day of hours. Years leave nothing out.
func (w *Words) Era(at float64, unit scale.Unit) string {
	year, month, day := edtf.Civil(int64(math.Floor(at)))
	switch {
	case unit == scale.Years:
		return ""
	case unit == scale.Months:
		return w.Year(year)
	case unit == scale.Days:
		return w.dated(w.monthYear, w.MonthShort(month), year)
	}
	return w.dated(w.withYear, w.DayMonth(day, month), year)
}

// Time names the whole time from a tick to the next: "March 2024", "5 Mar 2024,
// 14:00–15:00".
func (w *Words) Time(t scale.Tick) string {
	year, month, day := edtf.Civil(int64(t.At))
	last, lastMonth, lastDay := edtf.Civil(int64(t.Next) - 1)
	inYear := func(s string) string { return w.dated(w.withYear, s, year) }
	switch t.Unit {
	case scale.Years:
		return w.yearsBetween(year, last)
	case scale.Months:
		if lastMonth != month {
			return inYear(Fill(w.monthRange, "from", w.MonthName(month), "to", w.MonthName(lastMonth)))
		}
		return inYear(w.MonthName(month))
	case scale.Days:
		if lastDay != day {
			return inYear(Fill(w.dayMonth, "day", w.daysBetween(day, lastDay), "month", w.monthsShort[month-1]))
		}
		return inYear(w.DayMonth(day, month))
	}
	begin := int(t.At - float64(edtf.Unix(year, month, day)))
	end := begin + int(t.Next-t.At)
	clock := w.Clock
	if begin%60 != 0 || end%60 != 0 {
		clock = func(seconds int) string { return w.local(clockWithSeconds(seconds)) }
	}
	return inYear(w.DayMonth(day, month)) + w.comma + clock(begin) + "–" + clock(end)
}
