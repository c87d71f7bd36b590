package dates

import (
	"fmt"

	"barline/data/edtf"
)

// collectWeek sorts the word for a week and its number, before or after it: week 12 of
// 2020, KW 12/2020, 12. KW, 2020-W12-3. A week without a number is one of a month, or
// the week of a day.
func (r *reader) collectWeek(s *said, i int, get func(int) item) (int, error) {
	if s.hasWeek || s.hasWeekWord {
		return 0, r.unclear(get(i))
	}
	it, next := get(i), get(i+1)
	if it.to == it.from+1 && (next.kind != number || next.spaced) {
		return 0, r.unclear(it)
	}
	if r.anyOf(0, r.n, month, solarMonth) || r.hasDayInNumbers() {
		// The number of a week of a month says nothing that EDTF holds.
		s.hasWeekWord = true
		if s.n > 0 && s.month == 0 && s.loose[s.n-1].digits <= 2 {
			s.n--
		}
		return 1, nil
	}
	if next.kind == number && next.digits <= 2 {
		s.week, s.hasWeek = next.n, true
		if r.isDayOfWeek(i+2) && s.weekday == 0 {
			s.weekday = get(i + 3).n
			return 4, nil
		}
		return 2, nil
	}
	if s.n > 0 && s.loose[s.n-1].digits <= 2 {
		s.n--
		s.week, s.hasWeek = s.loose[s.n].n, true
		return 1, nil
	}
	return 0, r.unclear(get(i))
}

// hasDayInNumbers reports whether three numbers are joined: 2020-05-04.
func (r *reader) hasDayInNumbers() bool {
	for k := 0; k+4 < r.n; k++ {
		if r.items[k].kind == number && joins(r.items[k+1]) && r.items[k+2].kind == number && r.items[k+3].is(rune(r.items[k+1].n)) && r.items[k+4].kind == number {
			return true
		}
	}
	return false
}

// weeks leaves out the slash between a week and its year: KW 12/2020.
func (r *reader) weeks() {
	n := 0
	for _, it := range r.items[:r.n] {
		if it.kind == week {
			n++
		}
	}
	for k := 0; n == 1 && k+2 < r.n; k++ {
		a, b := r.items[k], r.items[k+2]
		if a.kind != number || a.digits > 2 || !r.items[k+1].is('/') || b.kind != number || b.digits < 3 {
			continue
		}
		if before := r.at(k - 1); before.kind == week || before.isDash() && r.anyOf(0, k-1, week) || before.kind == to {
			r.remove(k+1, k+2)
		}
	}
}

// stretchOfWeeks writes a stretch of whole weeks, from the first day of the first to
// the last day of the last.
func stretchOfWeeks(from, to point) string {
	return dayText(from.at) + from.qualifier() + "/" + dayText(to.last) + to.qualifier()
}

// isISOWeek reports whether an item is the letter for a week of ISO 8601: 2020-W12.
func (r *reader) isISOWeek(it item) bool {
	return it.kind == week && it.to == it.from+1 && r.text[it.from] == 'W'
}

// isDayOfWeek reports whether the hyphen at k stands before the number of a day of a
// week: 2020-W12-3.
func (r *reader) isDayOfWeek(k int) bool {
	day := r.at(k + 1)
	return r.at(k).is('-') && r.isISOWeek(r.at(k-2)) && !day.spaced && day.kind == number && day.digits == 1 && day.n >= 1 && day.n <= 7
}

// resolveWeek resolves a week of a year as ISO 8601 counts it, from Monday on: it is
// one of its days.
func (r *reader) resolveWeek(p point, s *said) (point, error) {
	if s.month != 0 || s.hasDay || s.hasClock || s.season != 0 || s.hasQuarter {
		return p, r.tooMany()
	}
	year := p.at.year
	if year < 1 || year > 9999 {
		return p, fault(r.text, "weeks are not counted in such a year")
	}
	first, ok := weekStart(year, s.week)
	if !ok {
		return p, invalid(r.text, fmt.Sprintf("%d has no week %d", year, s.week))
	}
	if s.weekday != 0 {
		p.at.year, p.at.month, p.at.day = edtf.Civil(edtf.Unix(first.year, first.month, first.day+s.weekday-1))
	} else {
		p.form, p.week = spanForm, true
		p.at = first
		p.last.year, p.last.month, p.last.day = edtf.Civil(edtf.Unix(first.year, first.month, first.day+6))
		p.rough = day{year: first.year, month: first.month}
	}
	if !s.weekOfISO {
		r.remark(fmt.Sprintf("week %d of %d was counted as ISO 8601 does, from Monday, %s", s.week, year, dayText(first)))
	}
	return p, nil
}

// weekStart is the Monday of a week: the first of a year is that with 4 January.
func weekStart(year, week int) (day, bool) {
	january := day{year, 1, 4}
	var first day
	first.year, first.month, first.day = edtf.Civil(edtf.Unix(year, 1, 4-(weekdayOf(january)-1)+7*(week-1)))
	// A week is of the year that its Thursday is in.
	thursday, _, _ := edtf.Civil(edtf.Unix(first.year, first.month, first.day+3))
	return first, week >= 1 && thursday == year
}

// weekOfDate keeps the words of a week that is one of a month; the day of which it is
// the week is about the date.
func (r *reader) weekOfDate(p *point, s *said) {
	if s.hasWeekWord {
		r.noted = true
		p.approx = p.approx || s.hasDay
	}
}
