package spreadsheet

import (
	"bytes"
	"encoding/csv"

	"barline/data"
	"barline/data/csvtree"
)

// CSV is the story as a table in CSV. Read again, it is the same story. Cells that a
// spreadsheet would run or change are guarded ([csvtree.Guard]).
func CSV(s *data.Story) []byte { return rowsOf(s).csv() }

// Everyday is the story's events as CSV in the everyday columns, in the order of
// their dates, each with its id. How things are known, waits and all that is the
// story's are not in it. A row that repeats an id adds a quotation to that event and
// says nothing else, so that no length is counted twice.
func Everyday(s *data.Story) []byte { return everydayRowsOf(s).csv() }

func (r *rows) csv() []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	columns := r.columns()
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.String()
	}
	w.Write(record)
	r.each(func(cells *row) {
		for i, c := range columns {
			record[i] = csvtree.Guard(cells[c])
		}
		w.Write(record)
	})
	w.Flush() // memory takes everything
	return out.Bytes()
}
