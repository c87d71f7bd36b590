package dates

import "strings"

// Times of day: 17:30, 5:45 pm, 17h30, 17.30 Uhr, noon. They are put together from
// their numbers before anything else is read, because a colon or an hour's word
// tells them from the numbers of a day.

// flags of a timeOfDay, in its field digits, above the count of its units.
const (
	clockUnits   = 3      // 1: hours, 2: with minutes, 3: with seconds
	clockHalfDay = 1 << 2 // it says am or pm
	clockOpen    = 1 << 3 // a clock of twelve hours that does not say which half
)

// times replaces the items of each time of day by one.
func (r *reader) times() error {
	out := 0
	for i := 0; i < r.n; i++ {
		t, taken, err := r.timeAt(i)
		if err != nil {
			return err
		}
		if taken == 0 {
			r.items[out] = r.items[i]
			out++
			continue
		}
		// What announces a time says nothing more.
		for out > 0 && announcesTime(r.items[out-1].kind) {
			out--
		}
		r.items[out] = t
		out++
		i += taken - 1
	}
	for j := out; j < r.n; j++ {
		r.items[j] = item{}
	}
	r.n = out
	return r.offsets()
}

func announcesTime(k kind) bool { return k == clock || k == aboutOrClock }

// at is an item, or none beyond the last.
func (r *reader) at(i int) item {
	if i < 0 || i >= r.n {
		return item{}
	}
	return r.items[i]
}

// timeAt reads the time of day that begins at an item; taken is of how many items it
// is made, 0 if there is none.
func (r *reader) timeAt(i int) (t item, taken int, err error) {
	first := r.items[i]
	t = item{kind: timeOfDay, spaced: first.spaced, from: first.from, to: first.to}
	switch first.kind {
	case noon, midnight:
		t.digits = 2 | clockHalfDay
		if first.kind == noon {
			t.n = 12 * 3600
		} else {
			r.remark("midnight was read as the beginning of the day")
		}
		return t, 1, nil
	case number:
	default:
		return item{}, 0, nil
	}
	if first.n == 12 && (r.at(i+1).kind == noon || r.at(i+1).kind == midnight) {
		t, taken, err = r.timeAt(i + 1)
		return t, taken + 1, err
	}
	hours, minutes, seconds := first.n, 0, 0
	j := i + 1
	colon := false
	switch next := r.at(j); {
	case next.is(':') && r.at(j+1).kind == number:
		minutes, t.digits, colon = r.at(j+1).n, 2, true
		j += 2
		if r.at(j).is(':') && r.at(j+1).kind == number {
			seconds, t.digits = r.at(j+1).n, 3
			j += 2
			if (r.at(j).is('.') || r.at(j).is(',')) && r.at(j+1).kind == number && !r.at(j+1).spaced {
				j += 2 // a fraction of a second
			}
		}
		if r.at(j).kind == hour {
			j++
		}
	case next.kind == hour:
		t.digits, colon = 1, true
		j++
		if m := r.at(j); m.kind == number && m.digits == 2 && !minutesAreDay(r.at(j+1)) {
			minutes, t.digits = m.n, 2
			j++
			if r.at(j).kind == minute {
				j++
			}
			if s := r.at(j); s.kind == number && (r.at(j+1).kind == second || r.at(j+1).kind == sinceOrSeconds) {
				seconds, t.digits = s.n, 3
				j += 2
			}
		}
	case next.is('.') && !next.spaced && r.at(j+1).kind == number && r.at(j+1).digits == 2 && !r.at(j+1).spaced && first.digits <= 2 &&
		(r.at(j+2).kind == hour || r.at(j+2).kind == am || r.at(j+2).kind == pm || announcesTime(r.at(i-1).kind)) && !r.at(j+2).is('.'):
		minutes, t.digits, colon = r.at(j+1).n, 2, true
		j += 2
		if r.at(j).kind == hour {
			j++
		}
	case next.kind == am || next.kind == pm || next.kind == amOrFiller && r.at(j+1).kind != number:
		t.digits = 1
	case r.at(i-1).kind == clock && first.digits <= 2 && next.kind != month && next.kind != suffix && !next.is('.') && !next.is('/'):
		t.digits, colon = 1, true
	default:
		return item{}, 0, nil
	}
	if first.digits > 2 || hours > 24 || minutes > 59 || seconds > 59 || hours == 24 && (minutes > 0 || seconds > 0) {
		return item{}, 0, invalid(r.text, "there is no time of day "+r.text[first.from:r.at(j-1).to])
	}
	if n, taken, ok := r.partOfDay(j); ok && hours <= 12 && hours > 0 {
		t.digits |= clockHalfDay
		t.n = inPartOfDay((hours*60+minutes)*60+seconds, n)
		j += taken
		t.to = r.at(j - 1).to
		return t, j - i, nil
	}
	half := r.at(j)
	switch k := half.kind; {
	case k == am || k == amOrFiller && colon || k == adOrPM && colon || k == pm || k == amOrFiller:
		if hours > 12 && (k == pm) { // 17:30 Uhr abends
			break
		}
		if hours > 12 || hours == 0 && k == pm {
			return item{}, 0, invalid(r.text, "there is no hour "+r.text[first.from:half.to])
		}
		hours %= 12
		if k == pm || k == adOrPM {
			hours += 12
		}
		t.digits |= clockHalfDay
		j++
	case hours >= 1 && hours <= 12:
		t.digits |= clockOpen
	}
	if hours == 24 {
		return item{}, 0, invalid(r.text, "there is no hour 24; the beginning of the next day is 00:00")
	}
	t.n = (hours*60+minutes)*60 + seconds
	t.to = r.at(j - 1).to
	return t, j - i, nil
}

// inPartOfDay is a time of a clock of twelve hours in the half of the day that a part
// of it says; nights reach from six to six.
func inPartOfDay(seconds, part int) int {
	const hour, halfDay = 3600, 12 * 3600
	seconds %= halfDay
	if part == dayEvening || part == dayNight && seconds >= 6*hour {
		seconds += halfDay
	}
	return seconds
}

// partOfDay reads "in the evening" after a time of day.
func (r *reader) partOfDay(i int) (n, taken int, ok bool) {
	j := i
	for j < r.n && (r.items[j].kind == filler || r.items[j].kind == sinceOrFiller || r.items[j].kind == clock) {
		j++
	}
	it := r.at(j)
	return it.n, j - i + 1, it.kind == morning
}

// minutesAreDay reports whether what comes after a number makes it a day and not
// the minutes of an hour: 17 h, 30 mai 2014.
func minutesAreDay(next item) bool {
	return next.kind == month || next.kind == solarMonth || next.is('/') || next.is('.')
}

// offsets joins what says how far a zone is ahead of UTC: 10:00 +03:00, UTC+3.
func (r *reader) offsets() error {
	for i := 0; i < r.n; i++ {
		it := r.items[i]
		if it.kind == timeOfDay && i+1 < r.n {
			r.capitalZone(&r.items[i+1])
		}
		sign, number0 := r.at(i+1), r.at(i+2)
		if it.kind != zone && it.kind != timeOfDay || !sign.is('+') && !sign.is('-') || number0.spaced {
			continue
		}
		if sign.is('-') && it.kind == timeOfDay && it.digits&clockUnits < 3 {
			continue // 10:00-11:30
		}
		minutes, ok := offsetMinutes(number0)
		if !ok {
			continue
		}
		if sign.is('-') {
			minutes = -minutes
		}
		if minutes < -12*60 || minutes > 14*60 {
			return invalid(r.text, "there is no time zone so far from UTC")
		}
		at := i
		if it.kind == timeOfDay {
			at = i + 1
		}
		r.items[at] = item{kind: zone, n: minutes, from: r.items[at].from, to: number0.to}
		r.remove(at+1, i+3)
	}
	return nil
}

// capitalZone makes a word after a time of day a zone, where it is a zone's name in
// capital letters: ET, which is a word in French.
func (r *reader) capitalZone(it *item) {
	name := r.text[it.from:it.to]
	if it.kind == number || it.kind == mark || len(name) > 5 || strings.ToUpper(name) != name {
		return
	}
	if m := zoneWord(strings.ToLower(name)); m.kind == zone {
		it.kind, it.n = zone, int(m.n)
	}
}

// offsetMinutes reads 3, 03, 0300 or 03:00.
func offsetMinutes(it item) (int, bool) {
	switch {
	case it.kind == timeOfDay && it.digits&clockUnits == 2 && it.digits&clockHalfDay == 0:
		return it.n / 60, true
	case it.kind == number && it.digits <= 2:
		return it.n * 60, true
	case it.kind == number && it.digits == 4 && it.n%100 < 60:
		return it.n/100*60 + it.n%100, true
	}
	return 0, false
}

// remove takes the items from i up to j, j excluded, out.
func (r *reader) remove(i, j int) {
	copy(r.items[i:r.n], r.items[j:r.n])
	r.n -= j - i
}
