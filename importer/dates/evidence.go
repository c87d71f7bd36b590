package dates

// evidence is what the dates of columns say of each other.
type evidence struct {
	line int // of the value that is read, from 1

	// Three numbers whose order is not plain.
	orders  orders    // of those without points, and
	points  orders    // of those with points
	openAsk *AskError // the question about the first that allows several
	pending []pending // values that raised questions about their order or form

	// A year, a hyphen and two digits: months and yearPairs allow one reading.
	months, yearPairs int
	pairs             sample
	pairYear, pairNum num
	isoDays           int

	times, midnights int
	clocks           sample // times of day without a day
	compact          int
	solar            int // dates of the Solar Hijri calendar, and
	solarNamed       int // those that name a month or the era of it

	negative, zero bool
	negatives      sample

	shorts      []int // years of two digits
	shortSample sample
	asked       string // a value with one after 30
	notBare     bool   // some of them stand beside more than a year

	years       int // of three digits and more
	first, last int
}

// orders is what dates of three numbers say of their order.
type orders struct {
	n        int
	possible [4]bool   // orders that all of them allow
	only     [4]string // a value that allows this order alone
	open     sample    // those that allow several
}

// pending is a value that could not be read to its end, and its line.
type pending struct {
	value string
	line  int
}

// sample is some of the lines of a kind of values, and the first of them.
type sample struct {
	n       int
	lines   []int
	example string
}

// maxLines is how many lines a question names.
const maxLines = 10

func (s *sample) add(line int, text string) {
	if s.n++; s.n == 1 {
		s.example = text
	}
	if len(s.lines) < maxLines && (len(s.lines) == 0 || s.lines[len(s.lines)-1] != line) {
		s.lines = append(s.lines, line)
	}
}

// three learns from three numbers, of which the orders in read are possible.
func (e *evidence) three(text string, t [3]num, sep byte, read readings) {
	if t[0].digits >= 3 || read.n == 0 || read.same(t) {
		return
	}
	w := &e.orders
	if sep == '.' {
		w = &e.points
	}
	if w.n++; w.n == 1 {
		w.possible = [4]bool{false, true, true, true}
	}
	for o := DayFirst; o <= YearFirst; o++ {
		w.possible[o] = w.possible[o] && read.orders[o]
	}
	if o := read.only(); o != AnyOrder {
		if w.only[o] == "" {
			w.only[o] = text
		}
		return
	}
	w.open.add(e.line, text)
}

// one is the one order that all of them allow, and how many orders they do.
func (w *orders) one() (order Order, n int) {
	for o := DayFirst; o <= YearFirst; o++ {
		if w.possible[o] {
			order, n = o, n+1
		}
	}
	if n != 1 {
		order = AnyOrder
	}
	return order, n
}

// short learns of a year of two digits.
func (e *evidence) short(text string, n int) {
	e.shortSample.add(e.line, text)
	if len(e.shorts) < 1000 {
		e.shorts = append(e.shorts, n)
	}
	if n > 30 && e.asked == "" {
		e.asked = text
	}
	e.notBare = e.notBare || !allDigits(text)
}

// year learns of a year that is written whole.
func (e *evidence) year(n int) {
	if e.years++; e.years == 1 || n < e.first {
		e.first = n
	}
	if e.years == 1 || n > e.last {
		e.last = n
	}
}

func (e *evidence) pair(text string, year, digits num) {
	if e.pairs.n == 0 {
		e.pairYear, e.pairNum = year, digits
	}
	e.pairs.add(e.line, text)
}
