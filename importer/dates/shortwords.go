package dates

import "strings"

// shortWords decides what short words mean that are a month in one language and
// something else in another, by what stands beside them.
func (r *reader) shortWords() {
	for i := range r.n {
		it := &r.items[i]
		switch it.kind {
		case monthOrWeekday:
			if it.kind = month; r.beforeDayAndMonth(i) {
				it.kind = weekday
			} else {
				it.n = 3
			}
		case hour:
			// H1 2014
			if next := r.at(i + 1); next.kind == number && !next.spaced && (next.n == 1 || next.n == 2) && next.digits == 1 && (i == 0 || r.at(i-1).kind == number && it.spaced || r.at(i-1).is('-') && r.at(i-2).digits == 4 && !it.spaced) {
				it.kind = half
			}
		case partOrMonth:
			if it.kind = part; r.at(i-1).kind == number || r.at(i-1).is('.') && r.at(i-2).kind == number {
				it.kind = month
			}
		case weekdayOrPart:
			if it.kind = weekday; r.at(i+1).is('-') && !r.at(i+1).spaced {
				it.kind = part
			}
		case since:
			if r.at(i+1).kind == decade && strings.EqualFold(r.text[it.from:it.to], "des") {
				it.kind = filler // des années 1960, not dès
			}
		case fillerOrMonth:
			it.kind = filler
			if r.at(i+1).kind == decade {
				continue // des années 1960
			}
			beside := r.at(i+1).is('.') || r.at(i+1).isDash() || r.at(i-1).kind == number || r.at(i-1).isDash() || r.at(i-1).is('.') && r.at(i-2).kind == number
			if beside && !r.anyOf(0, r.n, month, century, part) || r.n == 1 {
				it.kind = month
			}
		}
	}
}

// beforeDayAndMonth reports whether a day and a month follow, so that "mar." is a
// day of the week: mar. 5 mars.
func (r *reader) beforeDayAndMonth(i int) bool {
	skip := func(k int) int {
		for r.at(k).is('.') || r.at(k).is(',') || r.at(k).kind == filler || r.at(k).kind == fillerOrTo {
			k++
		}
		return k
	}
	k := skip(i + 1)
	if r.at(k).kind != number || r.at(k).digits > 2 {
		return false
	}
	return r.at(skip(k+1)).kind == month
}
