package dates

import "barline/data/edtf"

// Dates of two calendars: before a country took over the Gregorian calendar, Russia in
// 1918, its days are often written in the Julian one as well.

// twoStyles reports whether the two ends at both sides of the slash at item at are one
// day in the Julian calendar and in the Gregorian one, 25 Oct/7 Nov 1917, 12/24 January
// 1863. The later is the Gregorian one, which is taken.
func (r *reader) twoStyles(i, at, j int, from, to point) bool {
	isDay := func(p point) bool { return p.form == plainForm && p.at.day != 0 && p.units == 0 }
	if !isDay(from) || !isDay(to) || to.at.year < firstGregorian {
		return false
	}
	days := daysFrom(from.at, to.at)
	switch exactly := days == daysBetweenStyles(from.at); {
	case r.anyOf(i, at, month) && r.anyOf(at, j, month):
		// With both months written, people who are a day or two off mean the same.
		if days < 10 || days > 13 {
			return false
		}
	case !exactly || !r.anyOf(i, j, month):
		return false
	}
	r.noted = true
	r.remark("two dates joined by a slash were read as " + ofStyles(to.at))
	return true
}

func ofStyles(gregorian day) string {
	return "one day in the Julian and the Gregorian calendar, of which the Gregorian, " + dayText(gregorian) + ", was taken"
}

// sameDayOfStyles reports whether a day of the Julian calendar is one of the Gregorian
// calendar, since 1582.
func sameDayOfStyles(julian, gregorian day) bool {
	return gregorian.year >= firstGregorian && daysFrom(julian, gregorian) == daysBetweenStyles(julian)
}

// firstGregorian is the first year of the Gregorian calendar.
const firstGregorian = 1582

// daysFrom is how many days one day comes after another.
func daysFrom(from, to day) int {
	const dayLength = 24 * 3600
	return int((edtf.Unix(to.year, to.month, to.day) - edtf.Unix(from.year, from.month, from.day)) / dayLength)
}

// daysBetweenStyles is how many days later the Gregorian calendar counts a day of the
// Julian one: 10 in 1582, 13 since March 1900.
func daysBetweenStyles(julian day) int {
	year := julian.year
	if julian.month <= 2 {
		year-- // centuries begin to differ on 29 February
	}
	return year/100 - year/400 - 2
}

// inBrackets reads one day in two calendars, of which one stands in brackets:
// 25 October (7 November) 1917, 12 (24) January 1863, 7 November 1917 [O.S. 25 October],
// 22 Bahman 1357 (11 February 1979). ok is false if the text is none such.
func (r *reader) inBrackets() (read Read, ok bool) {
	open, shut := r.brackets()
	if shut == 0 || !r.anyOf(open+1, shut, number) {
		return Read{}, false
	}
	if read, ok := r.yearInBrackets(open, shut); ok {
		return read, true
	}
	outer, outerStyle, ok := r.dayOf(r.without(open, shut))
	if !ok {
		return Read{}, false
	}
	inner, innerStyle, ok := r.dayOf(r.inside(open, shut))
	if !ok {
		return Read{}, false
	}
	read = Read{Note: oneLine(r.text)}
	julian, gregorian := outer, inner
	if edtf.Unix(outer.year, outer.month, outer.day) > edtf.Unix(inner.year, inner.month, inner.day) {
		julian, gregorian = inner, outer
		outerStyle, innerStyle = innerStyle, outerStyle
	}
	switch solar := r.anyOf(0, r.n, solarMonth); {
	case solar && outer == inner:
		read.EDTF = dayText(outer)
		return read, true
	case solar || outerStyle == newStyle || innerStyle == oldStyle || !sameDayOfStyles(julian, gregorian):
		return Read{}, false
	}
	read.EDTF, read.Remark = dayText(gregorian), "a date with another in brackets was read as "+ofStyles(gregorian)
	return read, true
}

// yearInBrackets reads a year of the Solar Hijri calendar and one of the two Gregorian
// years that it is in, one of them in brackets: 1357 (1978).
func (r *reader) yearInBrackets(open, shut int) (read Read, ok bool) {
	outer, outerEra, ok := r.yearOf(r.without(open, shut))
	if !ok {
		return Read{}, false
	}
	inner, innerEra, ok := r.yearOf(r.inside(open, shut))
	if !ok {
		return Read{}, false
	}
	solar, era, year := outer, outerEra, inner
	if solar > year {
		solar, era, year = inner, innerEra, outer
	}
	if era != solarEra && !r.o.solarYear(solar) || year != solar+621 && year != solar+622 {
		return Read{}, false
	}
	return Read{EDTF: yearText(year), Note: oneLine(r.text)}, true
}

// yearOf is the only number of a part, and the era that it says.
func (*reader) yearOf(part *reader) (year int, era kind, ok bool) {
	for _, it := range part.items[:part.n] {
		switch {
		case it.kind == number && it.digits == 4 && year == 0:
			year = it.n
		case it.kind == solarEra || it.kind == ad || it.kind == adOrPM:
			era = it.kind
		case it.kind == filler:
		default:
			return 0, unknown, false
		}
	}
	return year, era, year != 0
}

// brackets finds the only pair of brackets.
func (r *reader) brackets() (open, shut int) {
	open = -1
	for k, it := range r.items[:r.n] {
		switch {
		case it.is('(') || it.is('['):
			if open >= 0 {
				return 0, 0
			}
			open = k
		case it.is(')') || it.is(']'):
			if open < 0 || shut > 0 {
				return 0, 0
			}
			shut = k
		}
	}
	return open, shut
}

// without is a reader of what stands around the brackets.
func (r *reader) without(open, shut int) *reader {
	o := r.part()
	for _, it := range r.items[:open] {
		o.add(it)
	}
	for _, it := range r.items[shut+1 : r.n] {
		o.add(it)
	}
	return o
}

// inside is a reader of what stands between the brackets, with what it leaves out and
// the rest says: the month, and the year.
func (r *reader) inside(open, shut int) *reader {
	o := r.part()
	hasMonth := r.anyOf(open+1, shut, month, solarMonth)
	hasYear := false
	joined := false
	for _, it := range r.items[open+1 : shut] {
		hasYear = hasYear || it.kind == number && it.digits >= 3
		joined = joined || it.is('/') || it.isDash()
		o.add(it)
	}
	for k, it := range r.items[:r.n] {
		outside := k < open || k > shut
		isMonth := it.kind == month || it.kind == solarMonth
		if outside && !joined && (isMonth && !hasMonth || it.kind == number && it.digits >= 3 && !hasYear) {
			it.spaced = true
			o.add(it)
		}
	}
	return o
}

// part is a reader of some of the items of r.
func (r *reader) part() *reader { return &reader{o: r.o, text: r.text} }

// dayOf reads a day, and the calendar that it says it is of, unknown where it says none.
func (*reader) dayOf(part *reader) (d day, style kind, ok bool) {
	kept := part.items[:0]
	for _, it := range part.items[:part.n] {
		if it.kind == oldStyle || it.kind == newStyle {
			style = it.kind
			continue
		}
		kept = append(kept, it)
	}
	part.n = len(kept)
	read, err := part.understood()
	if err != nil {
		return day{}, style, false
	}
	d.year, d.month, d.day, ok = plainDay(read.EDTF)
	return d, style, ok
}
