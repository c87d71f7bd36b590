package dates

import "strings"

// scandinavian joins a day, a month and a year that Danes, Norwegians and Swedes
// write with two different marks: 9/4-1940, 9.4-1940, and 5/6 1944, in which a space
// stands before the year.
func (r *reader) scandinavian() {
	for k := 0; k+3 < r.n; k++ {
		first, sep, second := r.items[k], r.items[k+1], r.items[k+2]
		if first.kind != number || first.digits > 2 || !sep.is('/') && !sep.is('.') || sep.spaced ||
			second.kind != number || second.digits > 2 || second.spaced || joins(r.at(k-1)) && r.at(k-2).digits != 4 {
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
