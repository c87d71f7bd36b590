package dates

import (
	"strings"

	"barline/data/edtf"
)

// maxLook is how many bytes a text may have that looks like a date.
const maxLook = 120

// Looks reports whether a text looks like a date, for telling columns apart: one
// that can be read, raises a question, or says a day that there is not. Numbers of
// fewer than four digits, and times of day alone, do not.
func Looks(written string) bool {
	text := strings.TrimSpace(written)
	if len(text) > maxLook || text == "" {
		return false
	}
	bare := strings.TrimPrefix(text, "-")
	if negative := bare != text; allDigits(bare) && (len(bare) < 3 || !negative && len(bare) == 3 || !negative && len(bare) == 4 && (bare < "0500" || bare > "2999")) {
		return false
	}
	// EDTF before Christ is what it says in a column of EDTF alone: -0221-09.
	if _, err := edtf.Parse(text); err == nil {
		return true
	}
	o := Options{Compact: true}
	_, err := Parse(text, o)
	switch e := err.(type) {
	case nil:
		return true
	case *AskError:
		return e.Question.Option != "day"
	case *Error:
		return e.Invalid && !strings.Contains(e.What, "time of day")
	}
	return false
}

// LooksClock reports whether a text looks like a time of day without a day.
func LooksClock(written string) bool {
	text := strings.TrimSpace(written)
	if len(text) > maxLook || text == "" {
		return false
	}
	_, err := Parse(text, Options{})
	e, ok := err.(*AskError)
	return ok && e.Question.Option == "day"
}
