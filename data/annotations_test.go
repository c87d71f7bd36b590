package data_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/tree"
)

// More annotations than readers could take in are refused at the first that is too many.
func TestAnnotationsHaveALimit(t *testing.T) {
	story := "barline: 1\nid: s\nheadline: H\nannotations:\n" + strings.Repeat("  - {date: 2025, text: T}\n", 40) + "events: [{title: T, date: 2025}]\n"
	if got := decoded(t, story); got != "" {
		t.Error(got)
	}
	more := strings.Replace(story, "events", "  - {date: 2025, text: T}\nevents", 1)
	if got := decoded(t, more); got != "s.yaml:45:5: annotations[40]: more than 40 annotations; keep those that readers need; what happened is an event" {
		t.Error(got)
	}
}

// The calendar grows for annotations that lie beside all events, by half of their time at
// most at either end, and for no others.
func TestAnnotationsWidenTheCalendar(t *testing.T) {
	const day = 86400.0
	for date, want := range map[string][2]float64{
		"2025-01-05":              {0, 10},  // among the events
		"2025-01-13":              {0, 13},  // its whole day
		"2025-01-15/2025-02-20":   {0, 15},  // as far as may be
		"2025-01-14/..":           {0, 15},  // the same
		"2025":                    {0, 10},  // all around the events
		"2024-12-29":              {-3, 10}, // before them
		"../2024-12-30":           {-5, 10}, // and before that
		"[2024-12-29,2024-12-30]": {-3, 10}, // one of two days
	} {
		s := decodeYAML(t, fmt.Sprintf("barline: 1\nid: s\nheadline: H\nannotations: [{date: %q, text: T}]\nevents: [{title: A, date: 2025-01-01}, {title: B, date: 2025-01-10}]\n", date))
		first, _ := s.Event(0).Date.Bounds()
		_, last := s.Event(1).Date.Bounds()
		from, to := s.WithAnnotations(float64(first), float64(last))
		if got := [2]float64{(from - float64(first)) / day, (to - float64(first)) / day}; got != want {
			t.Errorf("%s: from day %v to %v, want %v", date, got[0], got[1], want)
		}
	}
}

// Of a table of many events the head is read before them: annotations are held against
// the events all the same, and the error says where they stand.
func TestAnnotationsBesideManyEvents(t *testing.T) {
	const table = "type,title,start\nannotation,Long after,2030\n,A,2025-01-01\n,B,2025-01-10\n"
	rows, err := csvtree.ReadCSV("t.csv", []byte(table))
	if err != nil {
		t.Fatal(err)
	}
	head, err := data.DecodeHead(rows.Head())
	if err != nil {
		t.Fatal(err)
	}
	events := func(yield func(*tree.Node) bool) { rows.Events()(yield) }
	if _, err = head.With(2, events); err == nil || !strings.HasPrefix(err.Error(), "2:23: annotations[0].date: 2030 is long after the last event") {
		t.Error(err)
	}
}
