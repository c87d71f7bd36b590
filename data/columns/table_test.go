package columns_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/columns"
	"barline/data/edtf"
	"barline/data/storyfile"
	"barline/internal/storytest"
)

// What figures take a table to be (timeline/view, timeline/figure/lanes).
var _ interface {
	Len() int
	Total() int
	Bounds() (from, to int64)
	Span(i int) (from, to int64)
	Lanes() []string
	Lane(i int) int
	ID(i int) string
	Title(i int) string
	Kind(i int) data.Kind
	Length(i int) data.Duration
	Vague(i int) bool
	Lasts(i int) bool
	Place(i int) int
	HasPerson(i, person int) bool
	Match(i int, text string) bool
	People() []data.Person
	Places() []data.Place
	Sources() []data.Source
	Index(id string) int
	Event(i int) data.Event
} = (*columns.Table)(nil)

type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

func of(t failer, s *data.Story) *columns.Table {
	t.Helper()
	table, err := columns.Of(s)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func decode(t failer, file []byte) *columns.Table {
	t.Helper()
	d := columns.NewDecoder()
	if err := d.Write(file); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return d.Table()
}

// same holds a table against the story that it was made of.
func same(t failer, s *data.Story, table *columns.Table) {
	t.Helper()
	if table.Len() != s.Len() || table.Total() != s.Len() {
		t.Fatalf("%d of %d events, not %d", table.Len(), table.Total(), s.Len())
	}
	head := []string{table.StoryID(), table.Lang(), table.Headline(), table.Standfirst()}
	if diff := cmp.Diff([]string{s.ID(), s.Lang(), s.Headline(), s.Standfirst()}, head); diff != "" {
		t.Fatal(diff)
	}
	if diff := cmp.Diff([]any{s.People(), s.Places(), s.Sources()}, []any{table.People(), table.Places(), table.Sources()}); diff != "" {
		t.Fatal(diff)
	}
	for i := range s.Len() {
		want := s.Event(i)
		if diff := cmp.Diff(want, table.Event(i)); diff != "" {
			t.Fatalf("event %d: %s", i, diff)
		}
		sameRow(t, table, i, want)
	}
	if table.Index("no-such-event") != -1 {
		t.Fatalf("an event that there is not is found")
	}
}

// sameRow holds the columns against the event.
func sameRow(t failer, table *columns.Table, i int, e data.Event) {
	t.Helper()
	from, to := table.Span(i)
	first, last := table.Bounds()
	wantFrom, wantTo := e.Date.Bounds()
	talks, _ := e.Talks()
	waiting, _ := e.Waiting()
	if e.Date.Precision() >= edtf.Minute && !e.Date.IsInterval() && !e.Date.IsSet() && talks.Length.Seconds > 0 {
		wantTo = max(wantTo, wantFrom+waiting.Length.Seconds+talks.Length.Seconds)
	}
	if from != wantFrom || to != wantTo || from < first || to > last {
		t.Errorf("%s is from %d to %d within %d to %d, not %d to %d", e.Date, from, to, first, last, wantFrom, wantTo)
	}
	if table.ID(i) != e.ID || table.Title(i) != e.Title || table.Kind(i) != e.Kind || table.HasLength(i) != (len(e.Phases) > 0) || table.Lanes()[table.Lane(i)] != e.Lane || table.Index(e.ID) != i {
		t.Errorf("%d: %s, %q, %v, %q, at %d", i, table.ID(i), table.Title(i), table.Kind(i), table.Lanes()[table.Lane(i)], table.Index(e.ID))
	}
	if table.Length(i) != talks.Length {
		t.Errorf("%d took %v, not %v", i, table.Length(i), talks.Length)
	}
	timed := e.Date.Precision() >= edtf.Minute && !e.Date.IsSet() && talks.Length.Seconds > 0
	if lasts := e.Date.IsInterval() && len(e.Phases) == 0 || !e.Date.IsInterval() && timed; table.Lasts(i) != lasts {
		t.Errorf("%d: %s, %v lasts: %v", i, e.Date, talks.Length, table.Lasts(i))
	}
	coarse := !e.Date.IsInterval() && e.Date.Precision() < edtf.Day || e.Date.IsInterval() && len(e.Phases) > 0
	if vague := e.Date.Approximate() || e.Date.Uncertain() || e.Date.IsSet() || coarse || e.DateBasis != data.Reported; table.Vague(i) != vague {
		t.Errorf("%d: %s, %v is vague: %v", i, e.Date, e.DateBasis, table.Vague(i))
	}
	if place := table.Place(i); (place < 0) != (e.Place == nil) || place >= 0 && table.Places()[place] != *e.Place {
		t.Errorf("%d is at %d, not %v", i, place, e.Place)
	}
	came := map[string]bool{}
	for _, p := range e.People {
		came[p.ID] = true
	}
	for k, p := range table.People() {
		if table.HasPerson(i, k) != came[p.ID] {
			t.Errorf("%d: %s came: %v", i, p.ID, table.HasPerson(i, k))
		}
	}
}

func TestStoryOf2025(t *testing.T) {
	s := storytest.Story(t)
	table := of(t, s)
	same(t, s, table)
	same(t, s, decode(t, table.Append(nil)))
}

func TestAnyStory(t *testing.T) {
	for name, story := range map[string]func(t *rapid.T) *data.Story{
		"of all fields": invent,
		"of all dates":  func(t *rapid.T) *data.Story { return storytest.Decode(t, storytest.Yaml(t, storytest.Anything())) },
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := story(t)
				table := of(t, s)
				file := table.Append(nil)
				same(t, s, table)
				again := decode(t, file)
				same(t, s, again)
				if string(again.Append(nil)) != string(file) {
					t.Error("written again it is another file")
				}
			})
		})
	}
}

// A table of several blocks finds events across them, the last of them included.
func TestManyBlocks(t *testing.T) {
	s := many(2*columns.Rows+1, `,"duration":"PT2H","summary":"First."`)
	table := decode(t, of(t, s).Append(nil))
	for _, i := range []int{0, 1, columns.Rows - 1, columns.Rows, 2 * columns.Rows} {
		if diff := cmp.Diff(s.Event(i), table.Event(i)); diff != "" {
			t.Errorf("%d: %s", i, diff)
		}
		sameRow(t, table, i, s.Event(i))
	}
	for i := range table.Len() {
		if table.Index(table.ID(i)) != i {
			t.Fatalf("%s is at %d, not %d", table.ID(i), table.Index(table.ID(i)), i)
		}
	}
}

func TestTooManyLanes(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"barline":1,"id":"many","headline":"Many","sources":[{"id":"s","name":"S"}],"events":[`)
	for i := range 1 << 16 {
		fmt.Fprintf(&b, `{"id":"e%d","title":"E","date":"2000","lane":"%d"},`, i, i)
	}
	s, err := data.Decode([]byte(strings.TrimSuffix(b.String(), ",") + "]}"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = columns.Of(s)
	if fault, ok := errors.AsType[*columns.Error](err); !ok || fault.What != "more than 65535 lanes" || fault.Fix == "" {
		t.Error(err)
	}
}

// Twelve lanes are all drawn, in the order of the story; of more the smaller
// ones share one, and stand last.
func TestTheLargestLanesComeFirst(t *testing.T) {
	for _, n := range []int{12, 13} {
		var table strings.Builder
		table.WriteString("id,title,start,lane\n")
		day, total := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), 0
		for lane := range n {
			for range 1 + (lane*5)%n { // 1 to n events, each number once
				fmt.Fprintf(&table, "e%d,Event,%s,lane %d\n", total, day.AddDate(0, 0, total).Format(time.DateOnly), lane)
				total++
			}
		}
		story, _, err := storyfile.Decode("lanes.csv", []byte(table.String()))
		if err != nil {
			t.Fatal(err)
		}
		made := of(t, story)
		events := map[string]int{}
		for i := range made.Len() {
			events[made.Lanes()[made.Lane(i)]]++
		}
		for i, name := range made.Lanes() {
			if want := fmt.Sprintf("lane %d", i); n == 12 && name != want {
				t.Errorf("lane %d of 12 is %q", i, name)
			}
			if n > 12 && events[name] != n-i {
				t.Errorf("lane %d of %d, %q, has %d events", i, n, name, events[name])
			}
		}
		if len(made.Lanes()) != n {
			t.Errorf("%d lanes of %d", len(made.Lanes()), n)
		}
	}
}

// A story's zone, and what its quotations say of their languages, come back.
func TestZonesAndLanguages(t *testing.T) {
	s := storytest.Decode(t, `
barline: 1
id: s
headline: H
zone: {name: Kabul time, offset: +04:30}
sources: [{id: a, name: A}]
people: [{id: p, name: P}]
events:
  - {id: one, title: One, date: 2025-03-05T22:30:00Z, quotes: [{id: q, speaker: p, words: "سلام", lang: fa-AF, translation: {words: Hello., by: machine translation}}]}
  - {id: two, title: Two, date: 2025-03-06}
`)
	table := of(t, s)
	same(t, s, table)
	again := decode(t, table.Append(nil))
	same(t, s, again)
	if e := again.Event(again.Index("one")); e.Zone.Name != "Kabul time" || e.Date.String() != "2025-03-06T03:00:00" || e.Quotes[0].TranslatedBy != "machine translation" {
		t.Errorf("%+v", e)
	}
}
