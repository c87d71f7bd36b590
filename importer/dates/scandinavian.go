package dates

import "strings"

// scandinavian joins a day, a month and a year that Danes, Norwegians and Swedes
// write with two different marks: 9/4-1940, 9.4-1940, and 5/6 1944, in which a space
// stands before the year.
func (r *reader) scandinavian() {
	r.sharedYear()
	for k := 0; k+3 < r.n; k++ {
		first, sep, second := r.items[k], r.items[k+1], r.items[k+2]
		if first.kind != number || first.digits > 2 || !sep.is('/') && !sep.is('.') || sep.spaced ||
			second.kind != number || second.digits > 2 || second.spaced || joins(r.at(k-1)) && r.at(k-2).digits != 4 && !r.afterDay(k-1) {
			continue
		}
		dash := r.items[k+3].isDash() && !r.items[k+3].spaced
		year := k + 3
		if dash {
			year = k + 4
		}
		y := r.at(year)
		if y.kind != number || y.digits != 4 && !(dash && y.digits == 2 && y.n > 31) || y.spaced == dash || y.digits != 4 && joins(r.at(year+1)) && r.at(year+2).kind == number && !r.at(year+1).spaced {
			continue
		}
		if !dash {
			if r.n == len(r.items) {
				return
			}
			copy(r.items[k+4:r.n+1], r.items[k+3:r.n])
			r.n++
			r.items[k+4].spaced = false
		}
		r.items[k+3] = sep
		if dash || scandinavianLanguage(r.o.Lang) {
			r.items[k].dayFirst = true
		}
		if dash && !scandinavianLanguage(r.o.Lang) && first.n <= 12 && second.n <= 12 && first.n != second.n {
			r.remark("\"" + r.text[first.from:y.to] + "\" was read day first, as Scandinavian dates with a hyphen before the year are written")
		}
	}
}

// afterDay reports whether the dash at k stands after the day of a month that follows:
// 1.–3/5 1945.
func (r *reader) afterDay(k int) bool {
	if !r.at(k).isDash() {
		return false
	}
	if k--; r.at(k).is('.') {
		k--
	}
	return k == 0 && r.items[0].kind == number && r.items[0].digits <= 2
}

// sharedYear gives the first of two days in numbers the year that stands after the
// second: 1/5-3/5 1945, 30/4–2/5-1945.
func (r *reader) sharedYear() {
	isDay := func(k int) bool {
		day, sep, month := r.at(k), r.at(k+1), r.at(k+2)
		return day.kind == number && day.digits <= 2 && (sep.is('/') || sep.is('.')) && !sep.spaced && month.kind == number && month.digits <= 2 && !month.spaced
	}
	for k := 0; k < r.n; k++ {
		if !isDay(k) || joins(r.at(k-1)) {
			continue
		}
		between := k + 3
		if r.at(between).is('.') {
			between++ // 1.5.–3.5. 1945
		}
		if it := r.at(between); !it.isDash() && it.kind != to || !isDay(between+1) || r.n+2 > len(r.items) {
			continue
		}
		year := between + 4
		if !r.at(year).isDash() && !r.at(year).is('.') && !r.at(year).spaced {
			continue
		}
		if r.at(year).isDash() || r.at(year).is('.') {
			year++
		}
		if y := r.at(year); y.kind != number || y.digits != 4 {
			continue
		}
		y := r.items[year]
		y.spaced = false
		copy(r.items[k+5:], r.items[between:r.n])
		r.n += 5 - (between - k)
		r.items[k+3], r.items[k+4] = r.items[k+1], y
		r.items[k].dayFirst = scandinavianLanguage(r.o.Lang) || r.items[k+1].is('.')
		return
	}
}

// scandinavianLanguage reports whether the day comes first in such dates in a
// language.
func scandinavianLanguage(tag string) bool {
	base, _, _ := strings.Cut(tag, "-")
	switch base {
	case "nb", "nn", "no", "da", "sv":
		return true
	}
	return false
}
