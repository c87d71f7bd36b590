package publish

import (
	"bytes"
	"encoding/csv"
	"strings"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/edtf"
)

// Table is the story's events as CSV, with the columns that barline reads. A
// row that repeats an id adds a quotation to that event and says nothing else,
// so that no length is counted twice.
func Table(s *data.Story) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Write(csvtree.Columns())
	for i := range s.Len() {
		e := s.Event(i)
		date := e.Date
		if e.Zone != (data.Zone{}) {
			// A table has no zone; its times of day say theirs.
			date = date.At(e.Zone.OffsetMinutes)
		}
		start, end := date.String(), ""
		if first, last := date.Ends(); date.IsInterval() && first == edtf.Dated && last == edtf.Dated {
			start, end = date.Start().String(), date.End().String()
		}
		row := []string{e.ID, e.Title, start, end, duration(e), e.Lane, e.Kind.ID, place(e), people(e), strings.Join(e.Summary, "\n"), "", "", ""}
		if e.Source != nil {
			row[12] = e.Source.Name
		}
		for i, q := range e.Quotes {
			if i > 0 {
				row = make([]string, len(row))
				row[0] = e.ID
			}
			row[10], row[11] = q.Words, q.Speaker.Name
			if q.Source != nil {
				row[12] = q.Source.Name
			}
			w.Write(safe(row))
		}
		if len(e.Quotes) == 0 {
			w.Write(safe(row))
		}
	}
	w.Flush() // memory takes everything
	return out.Bytes()
}

func duration(e data.Event) string {
	if talks, ok := e.Talks(); ok {
		return talks.Length.String()
	}
	return ""
}

func place(e data.Event) string {
	if e.Place == nil {
		return ""
	}
	return e.Place.Name
}

func people(e data.Event) string {
	var names []string
	for _, p := range e.People {
		names = append(names, p.Name)
	}
	return strings.Join(names, "; ")
}

// safe keeps spreadsheets from taking words for formulas: those that begin
// like one get an apostrophe, which spreadsheets drop and we do, too. Dates and
// lengths are what they are: nothing in them can be run.
func safe(row []string) []string {
	for i, cell := range row {
		if i >= 2 && i <= 4 || cell == "" {
			continue
		}
		if strings.ContainsRune("=+-@\t\r'", rune(cell[0])) {
			row[i] = "'" + cell
		}
	}
	return row
}
