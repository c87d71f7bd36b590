package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"time"
)

// events are as many as wanted, in columns, by their starts. Within a lane none
// overlaps another, so that no page has to stack them and all draw the same.
type events struct {
	From   int64    `json:"from"` // ms since 1970, as all times here
	To     int64    `json:"to"`
	Lanes  []string `json:"lanes"`
	Places []string `json:"places"`
	ID     []string `json:"id"`
	Title  []string `json:"title"`
	Start  []int64  `json:"start"`
	End    []int64  `json:"end"`
	Lane   []int    `json:"lane"`
	Place  []int    `json:"place"`
}

const longest = 3 * 24 * 3600 // seconds

// invent makes n events of 2024, the same ones whenever it is asked for n.
func invent(n int) *events {
	r := rand.New(rand.NewPCG(2024, uint64(n)))
	first := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	last := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	e := &events{From: first * 1000, To: last * 1000,
		Lanes:  []string{"Meetings", "Calls", "Flights", "Votes", "Statements", "Strikes", "Sanctions", "Visits"},
		Places: []string{"Geneva", "Oslo", "Kabul", "Doha", "Riyadh", "Moscow", "Brussels"}}
	whats := []string{"Talks", "Call", "Visit", "Signing", "Hearing", "Briefing"}

	// Events begin in one lane after the other, and end before their lane's turn
	// comes again. They come in five waves, each high at first. Whole numbers
	// make them the same on every machine.
	wave := (last - first) / 5
	at := func(i, thousandths int) int64 {
		t := (last - first) * int64(i*1000+thousandths) / int64(n*1000)
		x := t % wave
		return first + t - x + x*(wave+3*x)/(4*wave)
	}
	lanes := len(e.Lanes)
	for i := range n {
		start := at(i, r.IntN(1000))
		most := min((at(i+lanes, 0)-start)/2, longest, last-start-1)
		end := start + 1 + r.Int64N(max(1, most))
		place, what := r.IntN(len(e.Places)), whats[r.IntN(len(whats))]
		e.ID = append(e.ID, fmt.Sprintf("e%07d", i))
		e.Title = append(e.Title, what+" in "+e.Places[place])
		e.Start, e.End = append(e.Start, start*1000), append(e.End, end*1000)
		e.Lane, e.Place = append(e.Lane, i%lanes), append(e.Place, place)
	}
	return e
}

// csv writes the table that Barline builds its page from.
func (e *events) csv(to io.Writer) error {
	w := csv.NewWriter(to)
	w.Write([]string{"id", "title", "start", "end", "lane", "kind", "place"})
	moment := func(ms int64) string { return time.UnixMilli(ms).UTC().Format(time.RFC3339) }
	for i := range e.ID {
		w.Write([]string{e.ID[i], e.Title[i], moment(e.Start[i]), moment(e.End[i]), e.Lanes[e.Lane[i]], "meeting", e.Places[e.Place[i]]})
	}
	w.Flush()
	return w.Error()
}

// json is what the other pages fetch: columns, with times that scripts need not
// parse.
func (e *events) json() ([]byte, error) { return json.Marshal(e) }

// timelineJSON is the same in TimelineJS's own format.
func (e *events) timelineJSON() ([]byte, error) {
	type date struct {
		Year   int `json:"year"`
		Month  int `json:"month"`
		Day    int `json:"day"`
		Hour   int `json:"hour"`
		Minute int `json:"minute"`
		Second int `json:"second"`
	}
	type text struct {
		Headline string `json:"headline"`
	}
	type slide struct {
		ID    string `json:"unique_id"`
		Start date   `json:"start_date"`
		End   date   `json:"end_date"`
		Group string `json:"group"`
		Text  text   `json:"text"`
	}
	moment := func(ms int64) date {
		t := time.UnixMilli(ms).UTC()
		return date{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second()}
	}
	slides := make([]slide, len(e.ID))
	for i := range slides {
		slides[i] = slide{e.ID[i], moment(e.Start[i]), moment(e.End[i]), e.Lanes[e.Lane[i]], text{e.Title[i]}}
	}
	return json.Marshal(map[string]any{"events": slides})
}
