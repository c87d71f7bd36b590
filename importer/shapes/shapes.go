// Package shapes reads files that are made for timelines and calendars, and JSON
// that holds tables: TimelineJS, vis-timeline, markwhen, iCalendar, Wikidata's query
// results. Each has a package of its own, which makes a draft or a sheet:
//
//	text -> literal.Value -> timelinejs, visitems -> draft
//	                      -> wikidata, records    -> sheet, for the readers of tables
//	text -> markwhen, icalendar                   -> draft
package shapes

import (
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/icalendar"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/markwhen"
	"barline/importer/shapes/records"
	"barline/importer/shapes/said"
	"barline/importer/shapes/timelinejs"
	"barline/importer/shapes/visitems"
	"barline/importer/shapes/wikidata"
	"barline/importer/sheet"
)

// Found is what was found in a file: a draft, or a sheet for the readers of tables.
type Found struct {
	Shape string // "TimelineJS JSON", "iCalendar", …
	Draft *draft.Draft
	Sheet *sheet.Sheet // for lists of objects: a column for each key, a.b for nested ones

	// What stands beside a list of objects.
	Headline   string
	Standfirst []string
	Kinds      []draft.Kind // declared categories, by the values of the column KindColumn
	KindColumn string
	// Many are the columns of a list of objects that put an event into several groups,
	// by name, with the line of the first that does: none of them can be the lane.
	Many map[string]int

	Remarks   []draft.Remark
	Questions []draft.Question
}

// Read recognises a shape by what is inside. text is decoded. ok is false for a file
// that has none of the shapes: it may be a table or a story. With an error ok is
// true: the file is of a shape, and cannot be read; where it has a place the error is
// of type [*tree.Error].
func Read(text string, o dates.Options) (f *Found, ok bool, err error) {
	switch {
	case icalendar.Is(text):
		d, log, err := icalendar.Read(text, o)
		return drafted(icalendar.Name, d, log), true, err
	case looksLikeJSON(text):
		return readJSON(text, o)
	case markwhen.Is(text):
		d, log := markwhen.Read(text, o)
		return drafted(markwhen.Name, d, log), true, nil
	}
	if answer, ok := wikidata.FindCSV(text); ok {
		s, log := wikidata.Read(answer)
		return &Found{Shape: wikidata.Name + ", CSV", Sheet: s, Remarks: log.Remarks()}, true, nil
	}
	return nil, false, nil
}

// Repair makes the bytes of a calendar whose lines are folded inside of letters UTF-8;
// it is called before they are decoded. Others are returned as they are.
func Repair(contents []byte) []byte { return icalendar.Repair(contents) }

func drafted(shape string, d *draft.Draft, log *said.Log) *Found {
	if d == nil {
		return nil
	}
	return &Found{Shape: shape, Draft: d, Remarks: log.Remarks(), Questions: log.Questions()}
}

// readJSON reads JSON, and scripts that hold data.
func readJSON(text string, o dates.Options) (*Found, bool, error) {
	v, rest, err := literal.Parse(text)
	if err != nil {
		return nil, surelyJSON(text), errorIf(surelyJSON(text), err)
	}
	if v.Get("barline").Kind != literal.Null {
		return nil, false, nil // a story of our own
	}
	f, err := ofValue(v, o)
	if err != nil {
		return nil, surelyJSON(text), errorIf(surelyJSON(text), err)
	}
	if rest > 0 {
		f.Remarks = append(f.Remarks, draft.Remark{Line: rest, Kind: draft.LeftOut, Text: "the script is read up to here, for scripts are not run"})
	}
	return f, true, nil
}

// errorIf is an error of a file that is surely JSON; others may be something else.
func errorIf(sure bool, err error) error {
	if sure {
		return err
	}
	return nil
}

// within is a value and the objects that are its fields: data are often put into
// another object, or into a script's variable.
func within(v literal.Value) []literal.Value {
	const mostFields = 50
	all := []literal.Value{v}
	for _, m := range v.Members[:min(len(v.Members), mostFields)] {
		if v.Kind == literal.Object && m.Value.Kind == literal.Object {
			all = append(all, m.Value)
		}
	}
	return all
}

// ofValue finds the shape of a value.
func ofValue(v literal.Value, o dates.Options) (*Found, error) {
	for _, inner := range within(v) {
		if timeline, ok := timelinejs.Find(inner); ok {
			d, log := timelinejs.Read(timeline, o)
			return drafted(timelinejs.Name, d, log), nil
		}
		if old, ok := timelinejs.Old(inner); ok {
			d, log := timelinejs.ReadOld(old, o)
			return drafted(timelinejs.OldName, d, log), nil
		}
	}
	if items, ok := visitems.Find(v); ok {
		d, log := visitems.Read(items, o)
		return drafted(visitems.Name, d, log), nil
	}
	if table, ok := wikidata.Find(v); ok {
		s, log := wikidata.Read(table)
		return &Found{Shape: wikidata.Name, Sheet: s, Remarks: log.Remarks()}, nil
	}
	t, err := records.Read(v)
	if err != nil {
		return nil, err
	}
	return &Found{Shape: t.Shape, Sheet: t.Sheet, Headline: t.Headline, Standfirst: t.Standfirst,
		Kinds: t.Kinds, KindColumn: t.KindColumn, Many: t.Many, Remarks: t.Log.Remarks()}, nil
}
