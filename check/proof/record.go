package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"barline/data"
	"barline/data/edtf"
)

// Record is what was proven of a story, as it is kept beside it.
type Record struct {
	Barline int            `json:"barline"` // version of this record, 1
	Story   string         `json:"story"`   // its id
	Checked string         `json:"checked"` // the day, 2025-12-03
	Sources []RecordSource `json:"sources"`
	Quotes  []RecordQuote  `json:"quotes"`
	// Sum is of all the rest, so that a record that was edited by hand is noticed.
	Sum string `json:"sum"`
}

// RecordSource is a report. SHA256 is of its file.
type RecordSource struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// RecordQuote is what was proven of a quotation.
type RecordQuote struct {
	ID      string `json:"id"`
	Event   string `json:"event"`
	Speaker string `json:"speaker"`
	// SHA256 is of its words.
	SHA256  string `json:"sha256"`
	Verdict string `json:"verdict"`
	// Source is the place of the report in the list, -1 for none; Line and the bytes From
	// and To say where in its text the words stand.
	Source int `json:"source"`
	Line   int `json:"line,omitempty"`
	From   int `json:"from,omitempty"`
	To     int `json:"to,omitempty"`
}

// Sum is the SHA-256 of a text, in hexadecimal digits.
func Sum(contents []byte) string {
	sum := sha256.Sum256(contents)
	return hex.EncodeToString(sum[:])
}

// NewRecord makes the record of results; files are the contents of the reports.
func NewRecord(s *data.Story, day string, names []string, files [][]byte, results []Result) Record {
	r := Record{Barline: 1, Story: s.ID(), Checked: day, Sources: []RecordSource{}, Quotes: []RecordQuote{}}
	for i, name := range names {
		r.Sources = append(r.Sources, RecordSource{name, Sum(files[i])})
	}
	for _, q := range results {
		r.Quotes = append(r.Quotes, RecordQuote{q.Quote, q.Event, q.Speaker.ID, Sum([]byte(q.Words)), q.Verdict.String(), q.Source, q.Line, q.From, q.To})
	}
	r.Sum = r.sum()
	return r
}

func (r Record) sum() string {
	r.Sum = ""
	return Sum(r.JSON())
}

// JSON is the record as it is written.
func (r Record) JSON() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(r)
	return b.Bytes()
}

// ReadRecord reads a record; it fails where that is none.
func ReadRecord(contents []byte) (Record, error) {
	var r Record
	d := json.NewDecoder(bytes.NewReader(contents))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil || r.Barline != 1 {
		return r, errors.New("this is no record of proofs")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return r, errors.New("something stands behind the record of proofs: it was edited by hand")
	}
	return r, nil
}

// Day is the day of the check, and proves nothing if it is none.
func (r Record) Day() (edtf.Date, error) {
	day, err := edtf.Parse(r.Checked)
	if err == nil && (day.IsInterval() || day.IsSet() || day.Precision() != edtf.Day) {
		err = fmt.Errorf("%q is not a day", r.Checked)
	}
	return day, err
}

// Unproven says why a record does not prove that all quotations of the story stand in
// the reports, nothing if it does.
func (r Record) Unproven(s *data.Story) []string {
	why := r.Stale(s, nil)
	if len(why) > 0 {
		return why
	}
	if _, err := r.Day(); err != nil {
		why = append(why, "it does not say on what day the quotations were checked")
	}
	if len(r.Quotes) == 0 {
		why = append(why, "the story has no quotations")
	}
	for _, q := range r.Quotes {
		switch q.Verdict {
		case Exact.String(), Typography.String(), Shortened.String():
		case Misattributed.String():
			why = append(why, "the report gave the words of the quotation "+q.ID+" to somebody else")
		case Language.String():
			why = append(why, "the quotation "+q.ID+" was in another language than the report")
		default:
			why = append(why, "the quotation "+q.ID+" did not stand in the report")
		}
	}
	return why
}

// Stale says why a record does not prove the story any more, nothing if it does. files
// are the contents of the reports at hand, by the order in which they were given; nil:
// none were.
func (r Record) Stale(s *data.Story, files [][]byte) []string {
	if r.Sum != r.sum() {
		return []string{"it was edited by hand"}
	}
	if r.Story != s.ID() {
		return []string{"it is of the story " + r.Story}
	}
	var why []string
	if files != nil {
		for _, source := range r.Sources {
			if !slices.ContainsFunc(files, func(f []byte) bool { return Sum(f) == source.SHA256 }) {
				why = append(why, source.Name+" is another file now than the one that it was held against")
			}
		}
	}
	known := map[string]RecordQuote{}
	for _, q := range r.Quotes {
		known[q.ID] = q
	}
	for i := range s.Len() {
		for _, q := range s.Event(i).Quotes {
			switch was, ok := known[q.ID]; {
			case !ok:
				why = append(why, "the quotation "+q.ID+" is new")
			case was.SHA256 != Sum([]byte(q.Words)) || was.Speaker != q.Speaker.ID:
				why = append(why, "the quotation "+q.ID+" was changed")
			}
			delete(known, q.ID)
		}
	}
	for _, q := range r.Quotes {
		if _, gone := known[q.ID]; gone {
			why = append(why, "the quotation "+q.ID+" is gone")
		}
	}
	return why
}
