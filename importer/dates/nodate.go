package dates

// noDates makes question marks that stand for one end of a stretch what the words for
// an unknown date are: 1914–?
func (r *reader) noDates() {
	for r.n > 2 && r.items[r.n-1].is('?') && r.items[r.n-2].is('?') {
		r.n--
	}
	for r.n > 2 && r.items[0].is('?') && r.items[1].is('?') {
		r.remove(0, 1)
	}
	if r.n < 3 {
		return
	}
	joinsEnds := func(it item) bool { return it.isDash() || it.kind == to || it.kind == until }
	if last := &r.items[r.n-1]; last.is('?') && joinsEnds(r.items[r.n-2]) {
		last.kind = noDate
	}
	if first := &r.items[0]; first.is('?') && joinsEnds(r.items[1]) {
		first.kind = noDate
	}
}

// isNoDate reports whether the items from i up to j say that a date is not known, and
// nothing else.
func (r *reader) isNoDate(i, j int) bool {
	found := false
	for ; i < j; i++ {
		switch it := r.items[i]; {
		case it.kind == noDate:
			found = true
		case it.kind == filler, it.is('.'), it.is('('), it.is(')'), it.is('['), it.is(']'):
		default:
			return false
		}
	}
	return found
}

// SaysUnknown reports whether a text says that a date is not known: undated, n.d.
func SaysUnknown(written string) bool {
	if len(written) > maxLook {
		return false
	}
	r := reader{o: &Options{}, text: written}
	return r.lex() == nil && r.isNoDate(0, r.n)
}

// halfKnown reads a stretch of which one end is not known, 1914–unknown; ok is false if
// it is none.
func (r *reader) halfKnown(i, at, next, j int) (text string, ok bool, err error) {
	begin, end := r.isNoDate(i, at), r.isNoDate(next, j)
	switch {
	case begin && end:
		return "", true, r.unknownDate()
	case begin:
		p, err := r.single(r.trim(next, j))
		return "/" + p.end(), true, err
	case end:
		p, err := r.single(r.trim(i, at))
		return p.end() + "/", true, err
	}
	return "", false, nil
}

func (r *reader) unknownDate() error { return fault(r.text, "it says that the date is not known") }
