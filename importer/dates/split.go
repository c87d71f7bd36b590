package dates

// split finds what stands between the two ends of a stretch, in the items from i up
// to j: the items from at up to next. how is to, or, or and; at is 0 where there is
// one date alone.
func (r *reader) split(i, j int) (at, next int, how kind, err error) {
	for k := i + 1; k < j-1; k++ {
		switch it := r.items[k]; it.kind {
		case to, until:
			next = k + 1
			for next < j-1 && r.items[next].kind == filler {
				next++
			}
			return k, next, to, nil
		case or, and:
			return k, k + 1, it.kind, nil
		case andOrSuffix:
			return k, k + 1, and, nil
		case notAfter:
			return k, k, to, nil
		case fillerOrTo:
			if prev, after := r.items[k-1].kind, r.items[k+1].kind; (prev == number || prev == month || prev == bc || prev == unknown || prev == ordinal) && after != timeOfDay && after != clock {
				return k, k + 1, to, nil
			}
		case suffix:
			if it.n == suffixFrom && r.anyOf(k+1, j, number, month) {
				return k, k + 1, to, nil
			}
		}
	}
	return r.splitAtMark(i, j)
}

// splitAtMark looks for the dash or the slash between two ends.
func (r *reader) splitAtMark(i, j int) (at, next int, how kind, err error) {
	var dashes [8]int
	n, spaced, long, slashes, slash := 0, 0, 0, 0, 0
	for k := i + 1; k < j-1; k++ {
		it := r.items[k]
		switch {
		case it.is('/'):
			slashes, slash = slashes+1, k
		case it.isDash():
			if n == len(dashes) {
				return 0, 0, 0, fault(r.text, "it has too many dashes")
			}
			dashes[n] = k
			n++
			if it.spaced || r.items[k+1].spaced {
				spaced++
			}
			if it.is('–') {
				long++
			}
		}
	}
	found := 0
	switch {
	case spaced == 1 || spaced == 0 && long == 1:
		for _, k := range dashes[:n] {
			if it := r.items[k]; spaced == 1 && (it.spaced || r.items[k+1].spaced) || spaced == 0 && it.is('–') {
				found = k
			}
		}
		if n > 1 {
			return found, found + 1, to, nil
		}
		split, err := r.between(i, found, j)
		if !split || err != nil {
			return 0, 0, 0, err
		}
		return found, found + 1, to, nil
	case n == 1:
		split, err := r.between(i, dashes[0], j)
		if split {
			return dashes[0], dashes[0] + 1, to, err
		}
		if err != nil {
			return 0, 0, 0, err
		}
	case n == 3:
		return dashes[1], dashes[1] + 1, to, nil
	case n == 5:
		return dashes[2], dashes[2] + 1, to, nil
	}
	if slashes == 1 {
		split := n == 2 || n == 4
		if !split && n == 0 {
			if split, err = r.between(i, slash, j); err != nil {
				return 0, 0, 0, err
			}
		}
		if split {
			return slash, slash + 1, to, nil
		}
	}
	return 0, 0, 0, nil
}

// hyphens leaves out the hyphens that join words and not numbers: mid-July,
// 1850er-Jahre.
func (r *reader) hyphens() {
	for k := 1; k+1 < r.n; k++ {
		prev, next := r.items[k-1], r.items[k+1]
		if counted := r.at(k - 2).kind; (counted == quarter || counted == half || counted == week) && r.items[k].is('-') && prev.kind == number && next.kind == number && next.digits == 4 {
			r.remove(k, k+1) // Q3-2019
			continue
		}
		if !r.items[k].isDash() || r.items[k].spaced || next.spaced || next.roman != 0 {
			continue
		}
		if prev.kind == part || prev.kind == before || prev.kind == after || prev.kind == about || next.kind == part || next.kind == filler || next.kind == decade || next.kind == century || next.kind == week || next.kind == quarter || next.kind == half {
			r.remove(k, k+1)
		}
	}
}

// between decides whether the mark at k stands between two ends of a stretch, or
// within one date.
func (r *reader) between(i, k, j int) (bool, error) {
	left, right := r.items[k-1], r.items[k+1]
	leftMonth, rightMonth := isMonthName(left), isMonthName(right)
	switch {
	case left.kind == number && right.kind == number:
		return r.betweenNumbers(i, k, j)
	case leftMonth && right.kind == number:
		if isMonthName(r.after(k+2, j)) {
			return true, nil // 3 May-5 June
		}
		return r.anyOf(i, k, number) && right.digits <= 2 && r.anyOf(k+2, j, number), nil
	case left.kind == number && rightMonth:
		if left.digits >= 3 {
			return r.anyOf(i, k-1, month, solarMonth) || r.anyOf(k+2, j, number), nil
		}
		return r.anyOf(i, k-1, month, solarMonth, number), nil
	case left.kind == unknown && right.kind == number && left.roman != 0 && !r.anyOf(0, r.n, century, inCentury, aboutOrCentury):
		return false, nil
	}
	return true, nil
}

// after is the item at k, or that after the point at k.
func (r *reader) after(k, j int) item {
	if k < j && r.items[k].is('.') {
		k++
	}
	if k < j {
		return r.items[k]
	}
	return item{}
}

// betweenNumbers is [reader.between] for a mark between two numbers.
func (r *reader) betweenNumbers(i, k, j int) (bool, error) {
	mark, left, right := r.items[k], numOf(r.items[k-1]), numOf(r.items[k+1])
	dotted := func(a, b int) bool {
		return a > i && b < j && joins(r.items[a]) && r.items[b].kind == number && !r.items[a].is(rune(mark.n))
	}
	if dotted(k-2, k-1) && k-3 >= i && r.items[k-3].kind == number || dotted(k+2, k+3) {
		return true, nil // 01.02.1945-03.04.1945
	}
	named := r.anyOf(i, j, month, solarMonth)
	switch {
	case r.anyOf(i, k, week) && r.anyOf(k, j, week):
		return true, nil
	case left.digits >= 3 && right.digits >= 3:
		return true, nil
	case left.digits >= 3:
		if named || left.digits == 3 || r.items[k-1].n < 0 || r.anyOf(i, j, bc) {
			return true, nil
		}
		if r.anyOf(i, j, season) {
			return false, nil
		}
		return r.yearsOrMonth(mark, left, right)
	case right.digits >= 3:
		return named && left.digits <= 2 && r.anyOf(i, k-1, month, solarMonth) || r.anyOf(i, j, bc), nil
	}
	return named || r.anyOf(i, j, century, aboutOrCentury, bc, decade, suffix, timeOfDay, week) && !r.isDayOfWeek(k) || left.negative, nil
}

// yearsOrMonth decides what two digits after a year are: 1872-73 are years, 2014-03
// is a month, 1905-06 may be either.
func (r *reader) yearsOrMonth(mark item, year, digits num) (bool, error) {
	isYears := completed(year, digits) > year.n
	isMonth := digits.n <= 12 && !(digits.digits == 1 && digits.n == 0)
	switch {
	case !isYears && !isMonth:
		return false, nil
	case !isYears, digits.n == 0:
		if r.seen != nil && digits.digits == 2 {
			r.seen.months++
		}
		return false, nil
	case !isMonth:
		if r.seen != nil {
			r.seen.yearPairs++
		}
		return true, nil
	case mark.is('–'):
		return true, nil // a dash, not a hyphen
	}
	if r.seen != nil {
		r.seen.pair(r.text, year, digits)
	}
	switch {
	case r.o.Pair == PairYears:
		return true, nil
	case r.o.Pair == PairMonths, r.o.solarYear(year.n) && year.digits == 4:
		return false, nil
	}
	return false, r.askPair(year, digits)
}

// winters joins the two years of one season: winter 1834-35.
func (r *reader) winters() {
	if !r.anyOf(0, r.n, season) {
		return
	}
	for k := 1; k+1 < r.n; k++ {
		a, b := r.items[k-1], r.items[k+1]
		if a.kind != number || b.kind != number || a.digits < 3 || !(r.items[k].isDash() || r.items[k].is('/')) {
			continue
		}
		if b.n == a.n+1 || b.digits < a.digits && completed(num{n: a.n + 1}, numOf(b)) == a.n+1 {
			r.items[k-1].to = b.to
			r.remove(k, k+2)
		}
	}
}
