package dates

// push adds a number that stands alone.
func (r *reader) push(s *said, it item, n num) error {
	if s.n == len(s.loose) {
		return r.unclear(it)
	}
	s.loose[s.n] = n
	s.n++
	return nil
}

// collectNumber sorts a number, and those that are joined to it: 3/4/2014, 3/2014,
// 11-Mar-15, 5.V.1945, 1850s.
func (r *reader) collectNumber(s *said, i int, get func(int) item) (taken int, err error) {
	it := get(i)
	n := numOf(it)
	sep, second := get(i+1), get(i+2)
	if joins(sep) {
		c := rune(sep.n)
		third := get(i + 4)
		if get(i+3).is(c) && third.kind == number && get(i+3).spaced == sep.spaced {
			switch {
			case second.kind == number:
				if s.hasThree || s.hasPair || s.month != 0 {
					return 0, r.unclear(it)
				}
				s.triple, s.sep, s.hasThree = [3]num{n, numOf(second), numOf(third)}, sepByte(c), true
				s.dayFirst = it.dayFirst
				return 5, nil
			case isMonthName(second) || second.kind == unknown && second.roman >= 1 && second.roman <= 12:
				if s.month != 0 {
					return 0, r.unclear(it)
				}
				if err := r.push(s, it, n); err != nil {
					return 0, err
				}
				s.month, s.solar, s.before = monthOf(second), second.kind == solarMonth, s.n
				last := numOf(third)
				last.hyphened = true
				return 5, r.push(s, third, last)
			}
		}
		if second.kind == number && !(sep.spaced && c != '/') && !second.spaced {
			// Not 3/4 May, and not the point after a day: 1. 1945.
			if next := get(i + 3); !isMonthName(next) && !(next.is('.') && isMonthName(get(i+4))) && !s.hasPair && !s.hasThree && s.month == 0 {
				s.pair, s.pairSep, s.hasPair = [2]num{n, numOf(second)}, sepByte(c), true
				taken = 3
				if next.is('.') {
					taken = 4
				}
				return taken, nil
			}
		}
	}
	if sep.kind == suffix && sep.n != suffixFrom {
		return r.collectSuffixed(s, n, sep)
	}
	if err := r.push(s, it, n); err != nil {
		return 0, err
	}
	if sep.is('.') && !sep.spaced {
		s.loose[s.n-1].ordinal = n.digits <= 2
		return 2, nil
	}
	return 1, nil
}

func isMonthName(it item) bool { return it.kind == month || it.kind == solarMonth }

func monthOf(it item) int {
	if it.kind == unknown {
		return int(it.roman)
	}
	return it.n
}

// joins reports whether a mark joins the numbers of a date.
func joins(it item) bool { return it.is('/') || it.is('.') || it.isDash() }

// collectSuffixed sorts a number with letters: 1850s, 1800-tallet.
func (r *reader) collectSuffixed(s *said, n num, it item) (int, error) {
	switch {
	case n.n%10 != 0 || s.hasDecade || s.hasCentury:
		return 0, r.unclear(it)
	case it.n == suffixTallet && n.n%100 == 0 && n.digits >= 3:
		s.century, s.hundreds, s.hasCentury = n, true, true
	default:
		s.decade, s.hasDecade = n, true
		s.wide = n.n%100 == 0 && n.digits >= 3
	}
	return 2, nil
}

// sepByte is what joins numbers, a hyphen for any dash.
func sepByte(c rune) byte {
	if c == '/' || c == '.' {
		return byte(c)
	}
	return '-'
}
