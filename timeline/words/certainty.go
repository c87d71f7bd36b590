package words

import (
	"cmp"
	"strings"
)

// marks are the qualifiers of EDTF.
const marks = "?~%"

// doubt says which parts of a date are approximate and which uncertain, by bits:
// year, month, day.
type doubt struct{ written, approximate, uncertain uint8 }

// doubtIn reads the qualifiers of a date without ends, as EDTF writes it.
func doubtIn(text string) doubt {
	date, clock, hasClock := strings.Cut(text, "T")
	var d doubt
	// The sign of a year stands after its qualifier.
	sign := strings.TrimLeft(date, marks)
	date = date[:len(date)-len(sign)] + strings.TrimPrefix(sign, "-")
	bit := uint8(1)
	for part := range strings.SplitSeq(date, "-") {
		d.written |= bit
		if part != "" {
			d.mark(part[0], bit)
			d.mark(part[len(part)-1], bit<<1-1)
		}
		bit <<= 1
	}
	if hasClock && clock != "" {
		d.mark(clock[len(clock)-1], d.written)
	}
	return d
}

// mark applies a qualifier, if it is one, to parts.
func (d *doubt) mark(m byte, parts uint8) {
	if m == '~' || m == '%' {
		d.approximate |= parts
	}
	if m == '?' || m == '%' {
		d.uncertain |= parts
	}
}

// whole reports whether qualifiers apply to all of the date: to none of its parts
// alone.
func (d *doubt) whole() bool {
	return (d.approximate == 0 || d.approximate == d.written) && (d.uncertain == 0 || d.uncertain == d.written)
}

func (d *doubt) none() bool { return d.approximate|d.uncertain == 0 }

// alike reports whether one statement of how certain they are does for two dates.
func (d *doubt) alike(o *doubt) bool {
	return d.whole() && o.whole() && (d.approximate != 0) == (o.approximate != 0) && (d.uncertain != 0) == (o.uncertain != 0)
}

// certainly adds to the text of a date, or of a range whose ends are equally
// certain, what is not certain of it: "about 3 December 2025 (uncertain)".
func (s *sayer) certainly(text string, d *doubt, c class) string {
	switch {
	case d.none(), c == ofSignificant && d.whole() && d.uncertain == 0:
		return text // the latter is about so much already
	case !d.whole() || c <= ofSignificant:
		return s.asideDoubt(text, d)
	}
	if d.uncertain != 0 {
		text = Fill(s.maybeDate, "date", text)
	}
	if d.approximate != 0 {
		text = Fill(s.aboutDate, "date", text)
	}
	return text
}

// asideDoubt says the same in brackets, where other words stand before the date:
// "since 1985 (approximate)", "11 June 2004 (year and month approximate)".
func (s *sayer) asideDoubt(text string, d *doubt) string {
	if d.none() {
		return text
	}
	approximate, uncertain, separator := "", "", s.semicolon
	if d.whole() {
		separator = s.comma
		if d.approximate != 0 {
			approximate = cmp.Or(s.asideApprox, s.UI.DateApprox)
		}
		if d.uncertain != 0 {
			uncertain = cmp.Or(s.asideUncertain, s.UI.DateUncertain)
		}
	} else {
		approximate, uncertain = s.parts(s.partsApprox, d.approximate), s.parts(s.partsUncertain, d.uncertain)
	}
	if approximate != "" && uncertain != "" {
		approximate += separator
	}
	return s.Aside(text, approximate+uncertain)
}

// parts says something of parts of a date, if there are any.
func (s *sayer) parts(pattern string, which uint8) string {
	var names []string
	for i, name := range s.dateParts {
		if which&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	if names == nil {
		return ""
	}
	return Fill(pattern, "parts", s.List(names))
}
