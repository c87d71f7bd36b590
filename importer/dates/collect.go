package dates

// said is what one end of a date, or all of it, says: the numbers as they are
// written and the words by their kinds. It is not known yet which number is what.
type said struct {
	loose  [3]num // numbers that stand alone, in their order
	n      int
	before int // how many of them stand before the month

	triple   [3]num // 3/4/2014
	sep      byte
	hasThree bool
	dayFirst bool   // the notation of the three numbers has the day first
	pair     [2]num // 3/2014
	pairSep  byte
	hasPair  bool

	month    int
	solar    bool // the month is one of the Solar Hijri calendar
	weekday  int
	season   int
	quarter  int // of a year, with half set a half of it
	half     bool
	century  num // its number, or first year with exactYears
	hundreds bool
	decade   num  // its first year, or two digits
	wide     bool // 1800s: a decade or a century
	thousand num
	week     int

	hasWeek     bool
	weekOfISO   bool // 2020-W12
	hasWeekWord bool // a week of a month, or of a day

	hasCentury, hasDecade, hasThousand, hasQuarter bool

	bc, ad, solarEra   bool
	guessed            bool // the era, by the language
	approx, uncertain  bool
	part               bool // early, mid, end of
	clock              int  // seconds
	clockFlags         uint8
	hasClock           bool
	partOfDay          int // one of the day constants
	hasPartOfDay       bool
	offset             int
	hasOffset, hasZone bool
	zoneFrom, zoneTo   uint16
	from, to           uint16 // in the text

	// What settle finds.
	year, day       num
	hasYear, hasDay bool
	tail            num // a number that the other end of a stretch explains
	hasTail         bool
	settled         bool
	seasonTo        num // the 35 of winter 1834-35
	hasSeasonTo     bool
}

// num is a number as it is written.
type num struct {
	n        int
	digits   uint8
	ordinal  bool
	short    bool // '46
	hyphened bool // after a month and a hyphen: Mar-46
	negative bool
}

func numOf(it item) num {
	return num{n: max(it.n, -it.n), digits: it.digits, ordinal: it.ordinal, short: it.short, negative: it.n < 0}
}

// collect sorts the items from i up to j, j excluded.
func (r *reader) collect(i, j int) (said, error) {
	s := said{from: r.items[i].from, to: r.items[j-1].to}
	for ; i < j; i++ {
		taken, err := r.collectAt(&s, i, j)
		if err != nil {
			return s, err
		}
		i += taken - 1
	}
	return s, nil
}

func (r *reader) unclear(it item) error {
	return fault(r.text, "it is not clear what \""+r.text[it.from:it.to]+"\" means in it")
}

// collectAt sorts the item at i, and those after it that belong to it.
func (r *reader) collectAt(s *said, i, j int) (taken int, err error) {
	it := r.items[i]
	get := func(k int) item {
		if k < j {
			return r.at(k)
		}
		return item{}
	}
	twice := func() (int, error) { return 0, r.unclear(it) }
	switch it.kind {
	case number:
		return r.collectNumber(s, i, get)
	case month, solarMonth:
		if s.month != 0 || s.hasThree || s.hasPair {
			return twice()
		}
		s.month, s.solar, s.before = it.n, it.kind == solarMonth, s.n
	case weekday, weekdayOrBC:
		if it.kind == weekdayOrBC && !r.hasDayOfWeek() {
			s.bc = true
			return 1, nil
		}
		if s.weekday != 0 {
			return twice()
		}
		s.weekday = it.n
	case season:
		if s.season != 0 || s.month != 0 {
			return twice()
		}
		s.season = it.n
	case ordinal:
		switch next := get(i + 1); {
		case next.kind == part, (next.kind == half || next.kind == quarter) && r.longUnit(),
			next.kind == half && r.anyOf(0, r.n, month, solarMonth), next.kind == week && r.anyOf(0, r.n, month, solarMonth):
			s.part, r.noted = true, true
			return 2, nil
		case next.kind == quarter, next.kind == half:
			s.quarter, s.half, s.hasQuarter = it.n, next.kind == half, true
			return 2, nil
		}
		return 1, r.push(s, it, num{n: it.n, digits: 2, ordinal: true})
	case century, fillerOrCentury, aboutOrCentury:
		return r.collectCentury(s, i, get)
	case decade:
		return r.collectDecade(s, i, get)
	case millennium:
		if s.n == 0 || s.hasThousand {
			if next := get(i + 1); next.kind == number && s.n == 0 {
				s.thousand, s.hasThousand = numOf(next), true
				return 2, nil
			}
			return twice()
		}
		s.n--
		s.thousand, s.hasThousand = s.loose[s.n], true
	case quarter, half:
		return r.collectQuarter(s, i, get)
	case morning:
		s.partOfDay, s.hasPartOfDay = it.n, true
	case week:
		s.weekOfISO = r.isISOWeek(it)
		return r.collectWeek(s, i, get)
	case decadeName:
		n := it.n
		if n > needsDecade {
			if n -= needsDecade; !r.anyOf(0, r.n, decade) {
				return twice()
			}
		}
		if s.hasDecade {
			return twice()
		}
		s.decade, s.hasDecade = num{n: n, digits: 2}, true
	case oldStyle, newStyle:
		// Whether a date can be read that says its calendar, the reader of the whole
		// text decides.
	case part:
		r.noted = true
		s.part = true
		if get(i + 1).is('-') {
			return 2, nil
		}
	case about, aboutOrClock:
		s.approx = true
	case maybe:
		s.uncertain = true
	case bc:
		s.bc = true
	case ad, adOrPM:
		s.ad = true
	case solarEra:
		s.solarEra = true
	case lunarEra:
		return 0, fault(r.text, "dates of the Islamic lunar calendar are not read; write the Gregorian date")
	case timeOfDay:
		if s.hasClock {
			return twice()
		}
		s.clock, s.clockFlags, s.hasClock = it.n, it.digits, true
	case zone:
		if s.hasZone && it.n == s.offset && s.hasOffset {
			return 1, nil // +0000 UTC
		}
		if s.hasZone {
			return twice()
		}
		s.hasZone, s.zoneFrom, s.zoneTo = true, it.from, it.to
		s.offset, s.hasOffset = it.n, it.n != noOffset
	case filler, clock, amOrFiller, fillerOrTo, sinceOrFiller, andOrSuffix:
	case since, sinceOrSeconds:
		if r.at(i-1).kind != morning { // Nacht vom 3. auf den 4. Mai
			return twice()
		}
	case am:
		if s.n > 0 || s.hasClock { // after a number it was read as a time
			return twice()
		}
	case mark:
		return r.collectMark(s, i, get)
	case suffix:
		if it.n == suffixFrom {
			return 1, nil
		}
		return twice()
	case unknown:
		if it.roman != 0 {
			return r.collectRoman(s, i, get)
		}
		return twice()
	default:
		return twice()
	}
	return 1, nil
}

// inCentury stands in [reader.anyOf] for the short words of centuries.
const inCentury = fillerOrCentury

// anyOf reports whether an item between i and j is of one of the kinds.
func (r *reader) anyOf(i, j int, kinds ...kind) bool {
	for ; i < j; i++ {
		for _, k := range kinds {
			if r.items[i].kind == k {
				return true
			}
		}
	}
	return false
}

// hasDayOfWeek tells whether "mo" is Monday: only beside a whole date.
func (r *reader) hasDayOfWeek() bool {
	numbers := 0
	for _, it := range r.items[:r.n] {
		switch it.kind {
		case month:
			return true
		case number:
			numbers++
		}
	}
	return numbers >= 3
}

// collectMark sorts marks between words.
func (r *reader) collectMark(s *said, i int, get func(int) item) (int, error) {
	it := get(i)
	next := get(i + 1)
	switch it.n {
	case ',', '.', ';', '\'', '"':
		return 1, nil
	case '~':
		s.approx = true
		return 1, nil
	case '?':
		s.uncertain = true
		return 1, nil
	case '%':
		s.approx, s.uncertain = true, true
		return 1, nil
	case '(', ')', '[', ']':
		return 1, nil
	case ':':
		return 1, nil // başlangıç: 2019
	case '-', '–', '/':
		switch prev := r.at(i - 1); {
		case isMonthName(prev) && next.kind == number && !it.spaced:
			n := numOf(next)
			n.hyphened = true
			if get(i+2).kind == suffix {
				return 0, r.unclear(it)
			}
			return 2, r.push(s, next, n)
		case isMonthName(next) && prev.kind == number:
			return 1, nil // 3-May 1945
		case next.kind == filler || next.kind == decade || next.kind == century, prev.kind == part, next.kind == part, next.kind == season:
			return 1, nil // 1850er-Jahre, mid-1850s
		}
	}
	return 0, r.unclear(it)
}
