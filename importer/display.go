package importer

import (
	"strings"

	"barline/data/edtf"
	"barline/importer/columns"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/sheet"
)

// shown takes the words in which a row shows its date into account: they may make it
// approximate, or become its note; what contradicts is reported.
func (w *when) shown(row sheet.Row, o dates.Options, m *moment, words string) {
	r, contradicts, err := dates.Display(m.date, words, o)
	if err != nil {
		return
	}
	if contradicts {
		m.remarks = append(m.remarks, draft.Remark{Line: row.Line, Column: columns.Label(w.sheet, w.display), Kind: draft.Contrary, Value: words,
			Text: "the date is " + m.date + ", which stays; the words are its note"})
	}
	m.date = r.EDTF
	m.addNote(r.Note)
}

// orderOfWords finds out from the dates in words beside others which of day and month
// comes first, if nobody said: "11/10/16" beside "November 10th 2016".
func (w *when) orderOfWords(d dating) (order dates.Order, remark draft.Remark) {
	if w.display < 0 || d.o.Order != dates.AnyOrder {
		return d.o.Order, remark
	}
	written, words := make([]string, len(w.sheet.Rows)), make([]string, len(w.sheet.Rows))
	for i, row := range w.sheet.Rows {
		written[i], words[i] = cell(row, d.Start).Text, cell(row, w.display).Text
	}
	order, i := dates.OrderBeside(written, words, d.o)
	if order != dates.AnyOrder {
		remark = draft.Remark{Line: w.sheet.Rows[i].Line, Column: columns.Label(w.sheet, d.Start), Kind: draft.Decided, Value: written[i],
			Text: orderWords(order) + ", for “" + written[i] + "” is “" + words[i] + "” in words"}
	}
	return order, remark
}

// centuryOfWords reads a date of a two-digit year in the hundred years that the words
// beside it say, if they say the same date otherwise. ok is false where that changes
// nothing.
func centuryOfWords(text, words string, as dates.Read, failed error, o dates.Options) (r dates.Read, ok bool) {
	if words == "" || words == text {
		return r, false
	}
	said, err := dates.Parse(words, o)
	if err != nil {
		return r, false
	}
	date, err := edtf.Parse(said.EDTF)
	if err != nil || date.IsInterval() || date.IsSet() || date.Patterned() || date.Year() < 100 {
		return r, false
	}
	o.Century = date.Year() - date.Year()%100
	r, err = dates.Parse(text, o)
	if err != nil || strings.TrimRight(r.EDTF, "~?%") != strings.TrimRight(said.EDTF, "~?%") || failed == nil && r.EDTF == as.EDTF {
		return r, false
	}
	r.Remark = "read as " + r.EDTF + ", which “" + words + "” beside it says"
	return r, true
}

func orderWords(o dates.Order) string {
	if o == dates.MonthFirst {
		return "month first"
	}
	return "day first"
}
