package dates

import (
	"strings"

	"barline/data/edtf"
)

// Display reads the words that a table shows in place of a date, EDTF, beside it.
// They may add that it is about or uncertain; what they say otherwise becomes a
// note, and words that only repeat the date are nothing. Where they contradict it,
// contradicts is true, and the date stays as it is with the words as its note. err
// is that of a date that is not EDTF.
func Display(date, words string, o Options) (read Read, contradicts bool, err error) {
	d, err := edtf.Parse(date)
	if err != nil {
		return Read{}, false, err
	}
	read = Read{EDTF: date}
	words = oneLine(words)
	if strings.Trim(words, ".-–—_ ") == "" {
		return read, false, nil
	}
	noted := Read{EDTF: date, Note: words}
	differ := false
	for _, w := range displayed(words, o) {
		shown, err := edtf.Parse(w.EDTF)
		if err != nil {
			continue
		}
		switch {
		case w.Note != "" && !apart(d, shown):
			return noted, false, nil
		case sameDay(d, shown), bare(w.EDTF) == w.EDTF && bare(w.EDTF) == bare(date), w.EDTF == date:
			return read, false, nil
		case w.EDTF != date && bare(w.EDTF) == date:
			return Read{EDTF: w.EDTF}, false, nil
		case apart(d, shown):
			differ = true
		default:
			return noted, false, nil
		}
	}
	return noted, differ, nil
}

// displayed are the ways in which words can be read, the likely ones first.
func displayed(words string, o Options) []Read {
	var all []Read
	orders := []Order{o.Order}
	if o.Order == AnyOrder {
		orders = []Order{DayFirst, MonthFirst, YearFirst}
	}
	pairs := []Pair{o.Pair}
	if o.Pair == AnyPair {
		pairs = []Pair{PairYears, PairMonths}
	}
	centuries := []int{o.Century}
	if o.Century == 0 {
		centuries = []int{0, 1900, 1800, 1700}
	}
	for _, order := range orders {
		for _, pair := range pairs {
			for _, century := range centuries {
				o.Order, o.Pair, o.Century = order, pair, century
				r, err := Parse(words, o)
				if err == nil {
					all = append(all, r)
				}
				if _, asks := err.(*AskError); err != nil && !asks {
					return all
				}
			}
		}
	}
	return likely(all)
}

// likely leaves the same reading only once.
func likely(all []Read) []Read {
	var out []Read
	for _, r := range all {
		known := false
		for _, o := range out {
			known = known || o.EDTF == r.EDTF
		}
		if !known {
			out = append(out, r)
		}
	}
	return out
}

// bare is a date without its qualifiers.
func bare(text string) string {
	return strings.Map(func(c rune) rune {
		if c == '~' || c == '?' || c == '%' {
			return -1
		}
		return c
	}, text)
}

// sameDay reports whether words say the day of a date that has a time of day.
func sameDay(d, words edtf.Date) bool {
	return !d.IsInterval() && !words.IsInterval() && !words.IsSet() && d.Precision() >= edtf.Minute && words.Precision() == edtf.Day &&
		d.Year() == words.Year() && d.Month() == words.Month() && d.Day() == words.Day()
}

// apart reports whether two dates have no instant in common. An end that is open or
// unknown reaches on.
func apart(a, b edtf.Date) bool {
	aFrom, aTo := reach(a)
	bFrom, bTo := reach(b)
	return aTo <= bFrom || bTo <= aFrom
}

func reach(d edtf.Date) (from, to int64) {
	const far = 1 << 62
	from, to = d.Bounds()
	start, end := d.Ends()
	if start != edtf.Dated {
		from = -far
	}
	if end != edtf.Dated {
		to = far
	}
	// Clocks without a zone may be half a day off, and so may days beside them.
	if d.Precision() >= edtf.Minute {
		const halfDay = 14 * 3600
		from, to = from-halfDay, to+halfDay
	}
	return from, to
}

// OrderBeside finds the order in which dates of three numbers are written from the
// words beside them: 11/10/16 beside "November 10th 2016" is month first. dates and
// words are of the same rows. AnyOrder: they do not say, or contradict each other.
// row is the first row that said it.
func OrderBeside(dates, words []string, o Options) (order Order, row int) {
	o.Order = AnyOrder
	for i, date := range dates {
		if i >= len(words) || strings.TrimSpace(words[i]) == "" {
			continue
		}
		_, err := Parse(date, o)
		ask, ok := err.(*AskError)
		if !ok || ask.Question.Option != "dates" {
			continue
		}
		found := AnyOrder
		for try := DayFirst; try <= YearFirst; try++ {
			tried := o
			tried.Order = try
			r, err := Parse(date, tried)
			if err != nil {
				continue
			}
			if _, _, _, isDay := plainDay(r.EDTF); !isDay {
				continue
			}
			shown, contradicts, err := Display(r.EDTF, words[i], tried)
			if err != nil || contradicts || shown.Note != "" {
				continue
			}
			if found != AnyOrder {
				found = AnyOrder
				break
			}
			found = try
		}
		switch {
		case found == AnyOrder:
		case order == AnyOrder:
			order, row = found, i
		case order != found:
			return AnyOrder, 0
		}
	}
	return order, row
}
