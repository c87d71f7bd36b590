package said_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/said"
)

func TestLog(t *testing.T) {
	var l said.Log
	l.Count(draft.LeftOut, 3, "image is left out", "images are left out", "why")
	l.Unread(4, "date", "soon", "it is no date")
	l.Count(draft.LeftOut, 5, "image is left out", "images are left out", "why")
	l.Count(draft.LeftOut, 6, "film is left out", "films are left out", "")
	for line := range 20 {
		l.Read(line, "date", "1/2/14", dates.Read{EDTF: "2014", Remark: "14 was read as 2014"})
		l.Fail(line, "date", "x", &dates.AskError{Question: draft.Question{Option: "dates", Text: "Which?"}})
	}
	want := []draft.Remark{
		{Line: 3, Kind: draft.LeftOut, Text: "2 images are left out: why"},
		{Line: 4, Column: "date", Kind: draft.Unread, Value: "soon", Text: "it is no date"},
		{Line: 6, Kind: draft.LeftOut, Text: "1 film is left out"},
		{Line: 0, Column: "date", Kind: draft.Decided, Value: "1/2/14", Text: "14 was read as 2014"},
	}
	if diff := cmp.Diff(want, l.Remarks()); diff != "" {
		t.Error(diff)
	}
	if q := l.Questions(); len(q) != 1 || q[0].Column != "date" || len(q[0].Lines) < 5 || len(q[0].Lines) > 10 {
		t.Errorf("%+v", q)
	}
}
