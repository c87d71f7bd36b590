package dates

// collectCentury sorts the word for a century and its number, before or after it:
// 19th century, siglo XIX, XIX в.
func (r *reader) collectCentury(s *said, i int, get func(int) item) (int, error) {
	it := get(i)
	prev, next := r.at(i-1), get(i+1)
	if next.is('.') {
		next = get(i + 2)
	}
	switch {
	case it.kind == fillerOrCentury && !isRoman(prev) && !isRoman(next) && !(s.n == 1 && s.month == 0 && s.loose[0].digits <= 2 && (next.kind == unknown && next.to == 0 || next.kind == bc || next.kind == ad)):
		return 1, nil // in
	case it.kind == aboutOrCentury && !(prev.kind == number && prev.ordinal && s.month == 0 || prev.kind == ordinal || isRoman(prev)):
		s.approx = true
		return 1, nil
	}
	if s.hasCentury && s.century.n != 0 && !s.hundreds {
		if s.n > 0 {
			return 0, r.unclear(it)
		}
		return 1, nil // XIX, which was taken for a century already
	}
	s.hasCentury = true
	if s.n > 0 && s.loose[s.n-1].digits <= 2 && !s.loose[s.n-1].short && !(s.n == 1 && s.month != 0) {
		s.n--
		s.century = s.loose[s.n]
		return 1, nil
	}
	for k := i + 1; ; k++ {
		switch next := get(k); {
		case next.is('.') || next.kind == filler:
			continue
		case next.kind == number && next.digits <= 2 || next.kind == ordinal:
			s.century = numOf(next)
			s.century.digits = max(1, s.century.digits)
			taken := k - i + 1
			if get(k + 1).is('.') {
				taken++
			}
			return taken, nil
		case isRoman(next):
			s.century = num{n: int(next.roman), digits: 2}
			return k - i + 1, nil
		}
		return 1, nil // the other end of a stretch says which: 18th-19th century
	}
}

// isRoman reports whether it is a Roman numeral and no word.
func isRoman(it item) bool { return it.kind == unknown && it.roman != 0 }

// collectDecade sorts the word for a decade and its years: années 1850, decade of
// the 1850s, 1860-е.
func (r *reader) collectDecade(s *said, i int, get func(int) item) (int, error) {
	it := get(i)
	if s.hasDecade {
		return 1, nil // 1850-е годы, 1850s decade
	}
	if s.n > 0 && s.loose[s.n-1].n%10 == 0 && s.loose[s.n-1].digits >= 2 && !s.loose[s.n-1].hyphened && (it.n == 0 || s.loose[s.n-1].ordinal) {
		s.n--
		s.decade, s.hasDecade = s.loose[s.n], true
		return 1, nil
	}
	for k := i + 1; ; k++ {
		next := get(k)
		if next.kind == filler {
			continue
		}
		if next.kind == number && next.n%10 == 0 && next.digits >= 2 {
			s.decade, s.hasDecade = numOf(next), true
			s.wide = it.n == 1 && next.n%100 == 0 && next.digits >= 3
			if get(k+1).kind == suffix {
				k++
			}
			return k - i + 1, nil
		}
		if it.n == 1 || next.kind == decadeName {
			return 1, nil // años, années: years
		}
		return 0, r.unclear(it)
	}
}

// collectQuarter sorts Q1 2014, 3. Quartal, second half of the 19th century.
func (r *reader) collectQuarter(s *said, i int, get func(int) item) (int, error) {
	it := get(i)
	if r.longUnit() || it.kind == half && r.anyOf(0, r.n, month, solarMonth) {
		if s.n == 0 && get(i+1).kind == ordinal {
			r.noted, s.part = true, true
			return 2, nil // نیمه دوم قرن نوزدهم
		}
		r.noted, s.part = true, true
		if s.n > 0 && s.loose[s.n-1].digits <= 2 {
			s.n--
		}
		return 1, nil
	}
	if s.hasQuarter {
		return 0, r.unclear(it)
	}
	s.half = it.kind == half
	if s.n > 0 && s.loose[s.n-1].digits <= 2 {
		s.n--
		s.quarter, s.hasQuarter = s.loose[s.n].n, true
		return 1, nil
	}
	if next := get(i + 1); next.kind == number && next.digits == 1 {
		s.quarter, s.hasQuarter = next.n, true
		return 2, nil
	}
	return 0, r.unclear(it)
}

// longUnit reports whether a century, decade or millennium is written.
func (r *reader) longUnit() bool {
	for k := range r.n {
		it := r.items[k]
		if it.kind == century || it.kind == decade && it.n == 0 || it.kind == millennium || it.kind == suffix && it.n != suffixFrom || it.roman != 0 && it.kind == unknown && int(it.roman) > 4 {
			return true
		}
	}
	return false
}

// collectRoman sorts a Roman numeral: a century's, or a month's between day and
// year.
func (r *reader) collectRoman(s *said, i int, get func(int) item) (int, error) {
	it := get(i)
	next := get(i + 1)
	if next.is('.') {
		next = get(i + 2)
	}
	if next.kind == quarter || next.kind == half {
		return 1, r.push(s, it, num{n: int(it.roman), digits: 1, ordinal: true})
	}
	if s.n == 1 && s.month == 0 && get(i+1).kind == number && it.roman <= 12 && r.text[it.from] != 'x' {
		s.month, s.before = int(it.roman), s.n
		return 1, nil
	}
	if s.hasCentury {
		if s.century.n == 0 {
			s.century = num{n: int(it.roman), digits: 2}
			return 1, nil
		}
		return 0, r.unclear(it)
	}
	// It is a century's if its word is here, or at the other end of a stretch.
	if r.anyOf(0, r.n, century, inCentury, aboutOrCentury, millennium) {
		if next.kind == millennium {
			return 1, r.push(s, it, num{n: int(it.roman), digits: 2, ordinal: true})
		}
		s.century, s.hasCentury = num{n: int(it.roman), digits: 2}, true
		return 1, nil
	}
	return 0, r.unclear(it)
}
