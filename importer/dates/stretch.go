package dates

import "strings"

// relation is a word that says how a date stands to what happened.
type relation = kind

// read reads the text of the reader.
func (r *reader) read() (Read, error) {
	if err := r.lex(); err != nil {
		return Read{}, err
	}
	if read, ok := r.inBrackets(); ok {
		return read, nil
	}
	return r.understood()
}

// understood reads the items that the text was cut into.
func (r *reader) understood() (Read, error) {
	if err := r.times(); err != nil {
		return Read{}, err
	}
	r.scandinavian()
	r.weeks()
	r.hyphens()
	r.signs()
	r.winters()
	r.thousands()
	r.noDates()
	i, j := r.trim(0, r.n)
	if i >= j {
		return Read{}, fault(r.text, "there is no date in it")
	}
	if r.isNoDate(i, j) {
		return Read{}, r.unknownDate()
	}
	text, err := r.whole(i, j)
	if err != nil {
		return Read{}, err
	}
	out := Read{EDTF: text, Remark: r.remarks}
	if r.noted {
		out.Note = oneLine(r.text)
	}
	return out, nil
}

// trim leaves out what says nothing at both ends.
func (r *reader) trim(i, j int) (int, int) {
	empty := func(it item) bool {
		return it.kind == filler || it.kind == clock || it.kind == mark && (it.n == ',' || it.n == '.' || it.n == ';' || it.n == '"' || it.n == '(' || it.n == ')' || it.n == '[' || it.n == ']' || it.n == ':' || it.n == '\'')
	}
	for i < j && empty(r.items[i]) && r.items[i].roman == 0 {
		i++
	}
	for i < j && empty(r.items[j-1]) {
		j--
	}
	return i, j
}

// whole reads a date or a stretch from item i up to j.
func (r *reader) whole(i, j int) (string, error) {
	rel, i, j, err := r.relation(i, j)
	if err != nil {
		return "", err
	}
	if i >= j {
		if rel == present {
			return "", fault(r.text, "it says that something goes on, and not since when")
		}
		return "", fault(r.text, "there is no date in it")
	}
	at, next, how, err := r.split(i, j)
	if err != nil {
		return "", err
	}
	if at != 0 && rel == notBefore && r.at(next).kind == notAfter {
		rel, next = between, next+1
	}
	switch {
	case at == 0 && rel == between:
		return "", fault(r.text, "it names one end of the two between which it was")
	case at == 0:
		p, err := r.single(i, j)
		if err != nil {
			return "", err
		}
		if r.anyOf(i, j, oldStyle) {
			return "", fault(r.text, "dates of the Julian calendar are not read; write the Gregorian date")
		}
		return r.related(p, rel), nil
	}
	switch rel {
	case unknown, since, between, until, to:
	default:
		return "", fault(r.text, "it is not clear what belongs to the word beside a stretch")
	}
	if text, ok, err := r.halfKnown(i, at, next, j); ok {
		return text, err
	}
	from, to, err := r.ends(i, at, next, j)
	if err != nil {
		return "", err
	}
	if r.items[at].is('/') && rel == unknown && r.twoStyles(i, at, j, from, to) {
		return to.end(), nil
	}
	if r.anyOf(i, j, oldStyle) {
		return "", fault(r.text, "dates of the Julian calendar are not read; write the Gregorian date")
	}
	switch {
	case how == or:
		return "[" + from.edtfIn() + "," + to.edtfIn() + "]", nil
	case rel == between:
		return "[" + from.edtfIn() + ".." + to.edtfIn() + "]", nil
	case how == and && !follows(from, to):
		return "", fault(r.text, "it says two dates; write each in a row of its own")
	}
	if from.week && to.week {
		return stretchOfWeeks(from, to), nil
	}
	if from.form == spanForm || to.form == spanForm {
		r.noted = true
	}
	a, b := from.end(), to.end()
	if a == b {
		return a, nil
	}
	return a + "/" + b, nil
}

// edtfIn writes a point as a member of a set.
func (p point) edtfIn() string {
	if p.form == spanForm {
		return dayText(p.at) + ".." + dayText(p.last)
	}
	return p.end()
}

// follows reports whether to is the day, month, year, decade or century after from.
func follows(from, to point) bool {
	if from.form == to.form && (from.form == decadeForm || from.form == centuryForm) {
		return from.lastYear()+1 == to.at.year
	}
	return from.form == plainForm && to.form == plainForm && from.units == 0 && to.units == 0 && step(from.at, 1) == to.at
}

// related writes a point with its relation.
func (r *reader) related(p point, rel relation) string {
	rough := func() string {
		if p.form == spanForm {
			r.noted = true
		}
		return p.end()
	}
	switch rel {
	case before:
		return "[.." + p.before().end() + "]"
	case after:
		return "[" + p.after().end() + "..]"
	case notBefore:
		return "[" + p.edtfStart() + "..]"
	case notAfter:
		return "[.." + p.edtfLast() + "]"
	case until, to:
		return "../" + rough()
	case since, present:
		return rough() + "/.."
	}
	return p.edtf()
}

func (p point) edtfStart() string {
	if p.form == spanForm {
		return dayText(p.at) + p.qualifier()
	}
	return p.end()
}

func (p point) edtfLast() string {
	if p.form == spanForm {
		return dayText(p.last) + p.qualifier()
	}
	return p.end()
}

// relation takes the words that say how the date stands to what happened from the
// items from i up to j. Those after the date, as Turkish and Pashto have them, count
// more than those before it: له 1900 وروسته.
func (r *reader) relation(i, j int) (relation, int, int, error) {
	rel, i := r.relationBefore(i, j)
	after, j, err := r.relationAfter(i, j)
	if after != unknown {
		rel = after
	}
	return rel, i, j, err
}

// relationBefore takes the words before the date. A word that begins a stretch means
// until where it stands alone; the Russian one means before, which is said.
func (r *reader) relationBefore(i, j int) (relation, int) {
	rel := unknown
	for ; i < j; i++ {
		switch it := r.items[i]; it.kind {
		case before, after, notBefore, notAfter, until, since, between:
			rel = it.kind
		case sinceOrSeconds, sinceOrFiller:
			rel = since
		case to:
			rel = until
			if it.n == toBefore && !r.anyOf(i+1, j, present) {
				rel = before
				r.remark("\"" + r.text[it.from:it.to] + "\" was read as before")
			}
		case mark:
			if !it.isDash() || r.at(i+1).kind == number {
				return rel, i
			}
		case filler:
			if it.roman != 0 {
				return rel, i
			}
		default:
			return rel, i
		}
	}
	return rel, i
}

// relationAfter takes the words after the date.
func (r *reader) relationAfter(i, j int) (relation, int, error) {
	rel := unknown
	for {
		if _, j = r.trim(i, j); i >= j {
			return rel, j, nil
		}
		switch it := r.items[j-1]; {
		case it.kind == before, it.kind == after, it.kind == notBefore, it.kind == notAfter, it.kind == between, it.kind == until, it.kind == since, it.kind == present:
			rel = it.kind
		case it.kind == suffix && it.n == suffixFrom:
		case it.kind == to && rel == present:
		case (it.isDash() || it.is('/')) && rel == present:
		case it.isDash() && rel == unknown && r.at(j-2).kind == number:
			return rel, j, fault(r.text, "it ends with a dash; write the end, or since before it")
		default:
			return rel, j, nil
		}
		j--
	}
}

// signs turns a hyphen before a first number into its sign: -44.
func (r *reader) signs() {
	for i := 0; i+1 < r.n; i++ {
		it, next := r.items[i], r.items[i+1]
		first := i == 0 || r.items[i-1].isDash() || r.items[i-1].kind == about || r.items[i-1].kind == to || r.items[i-1].kind == or || r.items[i-1].kind == and || r.items[i-1].kind == between || r.items[i-1].kind == since
		if it.is('-') && first && next.kind == number && !next.spaced {
			r.items[i+1].n = -next.n
			r.items[i+1].short = false
			if next.n == 0 {
				continue
			}
			r.items[i+1].spaced = it.spaced
			r.remove(i, i+1)
		}
	}
}

// thousands joins the groups of a long year before Christ: 12,000 BC.
func (r *reader) thousands() {
	if !r.anyOf(0, r.n, bc, weekdayOrBC) {
		return
	}
	for i := 0; i+1 < r.n; i++ {
		a, b, taken := r.items[i], r.items[i+1], 1
		if b.is(',') || b.is('.') {
			b, taken = r.at(i+2), 2
		}
		if a.kind == number && a.digits <= 3 && b.kind == number && b.digits == 3 && (taken == 1) == b.spaced && a.n > 0 {
			r.items[i].n, r.items[i].digits, r.items[i].to = a.n*1000+b.n, a.digits+3, b.to
			r.remove(i+1, i+1+taken)
		}
	}
}

// single reads the items from i up to j as one point.
func (r *reader) single(i, j int) (point, error) {
	s, err := r.collect(i, j)
	if err != nil {
		return point{}, err
	}
	if err := r.settle(&s); err != nil {
		return point{}, err
	}
	return r.resolve(&s)
}

// ends reads both ends of a stretch, of which each may leave out what the other
// says.
func (r *reader) ends(i, at, next, j int) (from, to point, err error) {
	i, at = r.trim(i, at)
	next, j = r.trim(next, j)
	if i >= at || next >= j {
		return from, to, fault(r.text, "one of its two ends is missing")
	}
	a, err := r.collect(i, at)
	if err != nil {
		return from, to, err
	}
	b, err := r.collect(next, j)
	if err != nil {
		return from, to, err
	}
	if a.hasThree && b.hasThree && r.o.Order == AnyOrder {
		own := r.o
		r.o = r.orderOf(&a, &b)
		defer func() { r.o = own }()
	}
	if err := r.settle(&b); err != nil {
		return from, to, err
	}
	if err := r.settle(&a); err != nil {
		return from, to, err
	}
	if err := r.complete(&a, &b); err != nil {
		return from, to, err
	}
	if from, err = r.resolve(&a); err != nil {
		return from, to, err
	}
	to, err = r.resolve(&b)
	return from, to, err
}

// oneLine is a text with one space for each stretch of spaces and line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// orderOf is the reader's options with the order of numbers that both ends of a
// stretch allow, if it is one alone: 13/09/1939 - 02/09/1945.
func (r *reader) orderOf(a, b *said) *Options {
	first, second := r.readings(a.triple, a.sep), r.readings(b.triple, b.sep)
	order, n := AnyOrder, 0
	for o := DayFirst; o <= YearFirst; o++ {
		if first.orders[o] && second.orders[o] {
			order, n = o, n+1
		}
	}
	if n != 1 {
		return r.o
	}
	changed := *r.o
	changed.Order = order
	return &changed
}
