package dates

import "barline/data/edtf"

// twoStyles reports whether the two ends at both sides of the slash at item at are one
// day in the Julian calendar and in the Gregorian one, 25 Oct/7 Nov 1917: two days with
// their months, 10 to 13 days apart, as the calendars have been since 1582. The later is
// the Gregorian one, which is taken.
func (r *reader) twoStyles(i, at, j int, from, to point) bool {
	isDay := func(p point) bool { return p.form == plainForm && p.at.day != 0 && p.units == 0 }
	if !isDay(from) || !isDay(to) || !r.anyOf(i, at, month) || !r.anyOf(at, j, month) {
		return false
	}
	const dayLength = 24 * 3600
	days := (edtf.Unix(to.at.year, to.at.month, to.at.day) - edtf.Unix(from.at.year, from.at.month, from.at.day)) / dayLength
	if days < 10 || days > 13 || to.at.year < 1582 {
		return false
	}
	r.noted = true
	r.remark("two dates joined by a slash were read as one day in the Julian and the Gregorian calendar, of which the Gregorian, " + dayText(to.at) + ", was taken")
	return true
}
