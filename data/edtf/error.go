package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// Error tells what is wrong with a date and how to fix it.
type Error struct {
	Text string // the date as given, cut if it is long
	What string // "February 2025 has 28 days"
	Fix  string // "write 2025-02-28 or, if only the month is known, 2025-02"
}

// Error returns all three parts: "text": what; fix.
func (e *Error) Error() string {
	return strconv.Quote(e.Text) + ": " + e.What + "; " + e.Fix
}

const exampleFix = "write a year, month or day, such as 2025, 2025-03 or 2025-03-14"

// Nobody needs more of a text than this to find it again.
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

func quote(s string) string { return strconv.Quote(clip(s)) }

func plainHyphens(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '−' || r >= '‐' && r <= '―' {
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

// yearName gives years before 1 the way people read them.
func yearName(year int) string {
	if year > 0 {
		return strconv.Itoa(year)
	}
	return fmt.Sprintf("%d BC", 1-year)
}
