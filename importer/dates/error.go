package dates

// Error is a text that cannot be read as a date.
type Error struct {
	Text string // as it is written, cut if it is long
	What string // what is wrong: "February 1999 has 28 days"
	// Invalid: it is written as a date and says a day that there is not.
	Invalid bool
}

func (e *Error) Error() string { return "\"" + e.Text + "\": " + e.What }

func fault(text, what string) *Error { return &Error{Text: clip(text), What: what} }

// invalid is the error of what looks like a date and is none.
func invalid(text, what string) *Error {
	return &Error{Text: clip(text), What: what, Invalid: true}
}

// maxShown is how many characters of a text an error repeats.
const maxShown = 60

func clip(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxShown {
			return s[:i] + "…"
		}
	}
	return s
}
