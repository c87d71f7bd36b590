package words

import (
	"cmp"
	"strings"

	"barline/data/edtf"
)

// doubt says which parts of a date are approximate and which uncertain, by bits:
// year, month, day.
type doubt struct{ written, approximate, uncertain uint8 }

// doubtOf reads the qualifiers of a date without ends.
func doubtOf(d edtf.Date) doubt {
	const marks = "?~%"
	text := d.Start().String()
	date, clock, hasClock := strings.Cut(text, "T")
	var found doubt
	mark := func(m byte, which uint8) {
		if m == '~' || m == '%' {
			found.approximate |= which
		}
		if m == '?' || m == '%' {
			found.uncertain |= which
		}
	}
	// The sign of a year stands after its qualifier.
	sign := strings.TrimLeft(date, marks)
	date = date[:len(date)-len(sign)] + strings.TrimPrefix(sign, "-")
	for i, part := range strings.Split(date, "-") {
		bit := uint8(1) << i
		found.written |= bit
		if part != "" && strings.IndexByte(marks, part[0]) >= 0 {
			mark(part[0], bit)
		}
		if n := len(part); n > 0 && strings.IndexByte(marks, part[n-1]) >= 0 {
			mark(part[n-1], bit<<1-1)
		}
	}
	if n := len(clock); hasClock && n > 0 {
		mark(clock[n-1], found.written)
	}
	return found
}

// whole reports whether qualifiers apply to all of the date: to none of its parts
// alone.
func (d doubt) whole() bool {
	all := func(parts uint8) bool { return parts == 0 || parts == d.written }
	return all(d.approximate) && all(d.uncertain)
}

// alike reports whether one statement of how certain they are does for two dates.
func (d doubt) alike(o doubt) bool {
	return d.whole() && o.whole() && (d.approximate != 0) == (o.approximate != 0) && (d.uncertain != 0) == (o.uncertain != 0)
}

func certain(d edtf.Date) bool { return !d.Approximate() && !d.Uncertain() }

// certainly adds to the text of a date, or of a range whose ends are equally
// certain, what is not certain of it: "about 3 December 2025 (uncertain)".
func (s sayer) certainly(text string, d edtf.Date, c class) string {
	if certain(d) {
		return text
	}
	doubt := doubtOf(d)
	if c == ofSignificant && doubt.whole() && doubt.uncertain == 0 {
		return text // which is about so much already
	}
	if !doubt.whole() || c <= ofSignificant {
		return s.asideCertainty(text, d)
	}
	if doubt.uncertain != 0 {
		text = Fill(s.maybeDate, "date", text)
	}
	if doubt.approximate != 0 {
		text = Fill(s.aboutDate, "date", text)
	}
	return text
}

// asideCertainty says the same in brackets, where other words stand before the
// date: "since 1985 (approximate)", "11 June 2004 (year and month approximate)".
func (s sayer) asideCertainty(text string, d edtf.Date) string {
	if certain(d) {
		return text
	}
	doubt := doubtOf(d)
	if doubt.whole() {
		var said []string
		if doubt.approximate != 0 {
			said = append(said, cmp.Or(s.asideApprox, s.UI.DateApprox))
		}
		if doubt.uncertain != 0 {
			said = append(said, cmp.Or(s.asideUncertain, s.UI.DateUncertain))
		}
		return s.Aside(text, s.Clauses(said...))
	}
	approx, unsure := "", ""
	if doubt.approximate != 0 {
		approx = Fill(s.partsApprox, "parts", s.parts(doubt.approximate))
	}
	if doubt.uncertain != 0 {
		unsure = Fill(s.partsUncertain, "parts", s.parts(doubt.uncertain))
	}
	return s.Aside(text, s.Semicolon(approx, unsure))
}

// parts names the parts of a date.
func (s sayer) parts(which uint8) string {
	var names []string
	for i, name := range s.dateParts {
		if which&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return s.List(names)
}
