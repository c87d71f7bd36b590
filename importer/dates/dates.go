// Package dates reads dates as people write them, in the twelve languages of the
// interface, and says them in EDTF: no more than was written.
//
//	5 March 1825, 5 de marzo de 1825     1825-03-05
//	April-May 1945                       1945-04/1945-05
//	c. 700 BCE                           -0699~
//	winter 1834-35                       1834-24
//	mid-July 2014                        2014-07, with the words as a note
//	before 1900, until 1900              [..1899], ../1900
//	3/4/2014                             asked, unless Options say which comes first
//
// A text goes through four steps: it is cut into words and numbers (lex.go), which
// the tables of the languages give their meanings; it is split where it says a
// stretch (stretch.go); each end is collected into what it says of day, month and
// year (collect.go, settle.go); and that is written as EDTF (point.go), which
// data/edtf has to accept.
package dates

import (
	"strings"
	"unicode/utf8"

	"barline/data/edtf"
	"barline/importer/draft"
)

// Read is a date as it was read.
type Read struct {
	EDTF string
	// Note is what was written beyond what EDTF holds: "mid-July 2014".
	Note string
	// Remark says what was decided in reading it, or "": "15 was read as 2015".
	Remark string
}

// AskError is a date that cannot be read without an answer.
type AskError struct{ Question draft.Question }

func (e *AskError) Error() string { return e.Question.Text }

// maxRunes is how long a written date may be.
const maxRunes = 200

// Parse reads one date, a time with it or not, or a stretch between two. Its errors
// are an [*AskError] or an [*Error] that says what cannot be read.
func Parse(written string, o Options) (Read, error) {
	return parse(written, &o, nil)
}

// parse is [Parse]; seen, if there is one, learns what the text says of the other
// dates of its column.
func parse(written string, o *Options, seen *evidence) (Read, error) {
	text := strings.TrimSpace(written)
	if r, ok, err := parsePlain(text, o, seen); ok {
		return r, err
	}
	switch {
	case text == "":
		return Read{}, fault(text, "there is no date")
	case len(text) > maxRunes && utf8.RuneCountInString(text) > maxRunes:
		return Read{}, fault(text, "a text of more than 200 characters is not a date")
	}
	if r, ok, err := parseMachine(text, o, seen); ok {
		return checked(text, r, err)
	}
	rd := reader{o: o, seen: seen, text: withoutTimeLetter(withoutZoneName(unknownParts(text)))}
	r, err := rd.read()
	if r, err = checked(text, r, err); err != nil && isMarkedEDTF(text) {
		if _, asks := err.(*AskError); !asks {
			return Read{EDTF: text}, nil
		}
	}
	return r, err
}

// isMarkedEDTF reports whether a text is EDTF by marks that nothing else has.
func isMarkedEDTF(text string) bool {
	if !strings.ContainsAny(text, "X~%[Y") && !strings.Contains(text, "..") {
		return false
	}
	_, err := edtf.Parse(text)
	return err == nil && text[0] != '-' && !strings.Contains(text, "/-")
}

// checked refuses what data/edtf does not accept, such as a stretch that ends
// before it begins.
func checked(text string, r Read, err error) (Read, error) {
	if err != nil {
		return Read{}, err
	}
	if _, err := edtf.Parse(r.EDTF); err != nil {
		if e, ok := err.(*edtf.Error); ok {
			return Read{}, fault(text, e.What)
		}
		return Read{}, fault(text, err.Error())
	}
	return r, nil
}
