// Package tabletest invents tables of events of any size, always the same ones.
package tabletest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"barline/data"
	"barline/data/edtf"
)

// Table is a year of events in some lanes. It is a lanes.Table. Here is how many
// of them have come.
type Table struct {
	Here   int
	events []event
	lanes  []string
}

type event struct {
	from, to int64
	lane     uint8
	title    string
	id       string
}

// First is the first second of the year, Last the end of it.
const (
	First = int64(1_704_067_200) // 2024-01-01
	Last  = First + 366*24*3600
)

// New invents n events in so many lanes. They come in waves, and are the shorter
// the more there are, so that lanes have room for them.
func New(n, lanes int) *Table {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	t := &Table{Here: n}
	for i := range lanes {
		t.lanes = append(t.lanes, []string{"Meetings", "Calls", "Flights", "Votes", "Statements", "Strikes", "Sanctions", "Visits"}[i%8]+strings.Repeat(" again", i/8))
	}
	verbs, places := []string{"Talks", "Call", "Visit", "Signing", "Hearing", "Briefing"}, []string{"Geneva", "Oslo", "Kabul", "Doha", "Riyadh", "Moscow", "Brussels"}
	longest := min(20*24*3600, int64(lanes)*(Last-First)/int64(max(1, n)))
	for i := range n {
		at := First + r.Int64N(Last-First-24*3600)
		if i%3 == 0 { // a wave
			at = First + (Last-First)/9*int64(r.IntN(8)+1) + r.Int64N((Last-First)/40)
		}
		t.events = append(t.events, event{at, at + 60 + r.Int64N(longest), uint8(r.IntN(lanes)), verbs[r.IntN(len(verbs))] + " in " + places[r.IntN(len(places))], ""})
	}
	slices.SortStableFunc(t.events, func(a, b event) int { return int(max(-1, min(1, a.from-b.from))) })
	for i := range t.events {
		t.events[i].id = fmt.Sprintf("e%06d", i)
	}
	return t
}

func (t *Table) Len() int                 { return t.Here }
func (t *Table) Total() int               { return len(t.events) }
func (t *Table) Bounds() (from, to int64) { return First, Last }
func (t *Table) Span(i int) (from, to int64) {
	return t.events[i].from, t.events[i].to
}
func (t *Table) Lanes() []string    { return t.lanes }
func (t *Table) Lane(i int) int     { return int(t.events[i].lane) }
func (t *Table) ID(i int) string    { return t.events[i].id }
func (t *Table) Title(i int) string { return t.events[i].title }
func (t *Table) Kind(i int) data.Kind {
	if i%11 == 0 {
		return data.Context()
	}
	return data.Meeting()
}
func (t *Table) Length(i int) data.Duration {
	return data.Duration{Seconds: t.events[i].to - t.events[i].from}
}
func (t *Table) Vague(i int) bool             { return i%17 == 0 }
func (t *Table) Lasts(int) bool               { return true }
func (t *Table) Place(i int) int              { return i % len(t.Places()) }
func (t *Table) HasPerson(i, person int) bool { return i%3 == person }
func (t *Table) Match(i int, text string) bool {
	return strings.Contains(strings.ToLower(t.events[i].title), text)
}
func (t *Table) People() []data.Person {
	return []data.Person{{ID: "a", Name: "Person A"}, {ID: "b", Name: "Person B"}, {ID: "c", Name: "Person C"}}
}
func (t *Table) Places() []data.Place {
	return []data.Place{{ID: "here", Name: "Here", Short: "Here"}, {ID: "there", Name: "There", Short: "There"}}
}
func (t *Table) Sources() []data.Source { return []data.Source{{ID: "s", Name: "Invented for tests"}} }

func (t *Table) Index(id string) int {
	i, found := slices.BinarySearchFunc(t.events[:t.Here], id, func(e event, id string) int { return strings.Compare(e.id, id) })
	if !found {
		return -1
	}
	return i
}

func (t *Table) Event(i int) data.Event {
	date, err := edtf.Parse(time.Unix(t.events[i].from, 0).UTC().Format("2006-01-02T15:04:05Z"))
	if err != nil {
		panic(err)
	}
	e := data.Event{ID: t.ID(i), Kind: t.Kind(i), Title: t.Title(i), Short: t.Title(i), Lane: t.lanes[t.Lane(i)], Date: date}
	if e.IsMeeting() {
		e.Phases = []data.Phase{{Kind: data.Talks, Length: t.Length(i)}}
	}
	return e
}
