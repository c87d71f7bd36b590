package edtf

import (
	"strconv"
	"strings"
)

// Error tells what is wrong with a date and how to fix it.
type Error struct {
	Text string // the date as given, cut if it is long
	What string // "February 2025 has 28 days"
	// Fix says what to write: "write 2025-02-28 or, if only the month is known,
	// 2025-02". The first text after "write" is a date that Parse accepts.
	Fix string
}

// Error returns all three parts: "text": what; fix.
func (e *Error) Error() string {
	return strconv.Quote(e.Text) + ": " + e.What + "; " + e.Fix
}

const exampleFix = "write 2025, 2025-03 or 2025-03-14 for a year, month or day"

// maxErrorText is how many bytes of a date an error repeats.
const maxErrorText = 60

func fault(text, what, fix string) error {
	return &Error{Text: clip(text), What: what, Fix: fix}
}

func clip(s string) string {
	if len(s) <= maxErrorText {
		return s
	}
	return strings.ToValidUTF8(s[:maxErrorText], "") + "…"
}

// isDash reports whether a character is a dash or minus other than the
// keyboard's hyphen.
func isDash(r rune) bool { return r == '−' || r >= '‐' && r <= '―' }

func plainHyphens(s string) string {
	return strings.Map(func(r rune) rune {
		if isDash(r) {
			return '-'
		}
		return r
	}, s)
}

func monthName(month int) string {
	return [...]string{
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December",
	}[month-1]
}

// yearName gives years before 1 the way people read them: -43 is 44 BC.
func yearName(year int) string {
	if year > 0 {
		return strconv.Itoa(year)
	}
	return strconv.Itoa(1-year) + " BC"
}

// yearText writes a year as EDTF does: four digits, more of them after a Y.
func yearText(year int) string {
	sign, digits := "", year
	if year < 0 {
		sign, digits = "-", -year
	}
	if digits > 9999 {
		return "Y" + sign + strconv.Itoa(digits)
	}
	s := strconv.Itoa(digits)
	return sign + "0000"[:4-len(s)] + s
}
