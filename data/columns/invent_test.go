package columns_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"barline/data"
)

// fields is an object of a story file.
type fields = map[string]any

// invent makes a story of anything that the format allows.
func invent(t *rapid.T) *data.Story {
	one := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	words := func(label string) string {
		return one(label, "Talks", "Ein „Gespräch“ über Öl", "R&D < 3 \"quoted\" \\ back", "переговоры в Москве", "會談", strings.Repeat("long ", 30)+"end", "KELVIN \u212a", "}{ [\"words\":\"x\"]")
	}
	basis := func(o fields, key string) {
		if b := one(key, "", "reported", "reportedly", "outside"); b != "" {
			o[key] = b
		}
	}
	length := func() string {
		return one("length", "unknown", "PT1S", "~PT45M", "<PT3H30M", ">P2D", "P49710D", "P49711D", "P3000000D")
	}
	people, places, sources := []fields{}, []fields{}, []fields{}
	for i := range rapid.IntRange(1, 3).Draw(t, "sources") {
		sources = append(sources, fields{"id": fmt.Sprint("s", i), "name": words("source"), "title": one("title", "", "A report"), "url": "https://a.example/?a=1&b=2"})
	}
	for i := range 4 {
		people = append(people, fields{"id": fmt.Sprint("p", i), "name": words("person"), "role": one("role", "", "a role")})
	}
	for i := range 3 {
		places = append(places, fields{"id": fmt.Sprint("at", i), "name": words("place"), "short": one("short", "", "Short")})
	}
	events := []fields{}
	quoted := 0
	for i := range rapid.IntRange(1, 12).Draw(t, "events") {
		e := fields{"id": fmt.Sprint("e-", i), "title": words("title"), "lane": one("lane", "", "Flights", "Führer–Treffen", "flights")}
		if source := one("source", "", "none", "s0"); source != "" {
			e["source"] = source
		}
		date := fields{"value": one("date", "2025", "0044", "-0044", "-9999", "9999", "0000-02", "2024-02-29", "2025-03-14~", "2025?", "2025-12-02/2025-12-03", "9999-12-31",
			"2025-03-14T15:09Z", "2025-03-14T15:09", "2025-03-14T15:09Z/2025-03-14T16:00Z", "196X", "18XX~", "1968-24", "[1860..1872]", "2019-05/..", "../1821", "1985/", "Y-17E7", "2004-06~-11", "1914/1918",
			"2025-03-14T15:09:26Z", "2025-03-14T15:09:26", "-0001-03-14T00:00:00Z", "2025-03-14T15:09:26+03:00", "-9999-01-01T00:00:00+14:00", "9999-12-31T23:59:59-11:00",
			"2025-03-14T00:00:00Z/2025-03-14T15:09:26Z", "2025-03-14T00:00:00/2025-03-14T15:09:26", "2025-03-14T00:00:00Z/2025-03-14T15:09:26", "-9999/9999", "2025/2026-01", "2024-02/2024-02", "2024-02-28/2024-02-29", "2025-03/2025-04-02%")}
		basis(date, "basis")
		date["note"] = one("note", "", "the report says < 3")
		e["date"] = date
		if rapid.Bool().Draw(t, "plain date") {
			e["date"] = date["value"]
		}
		if kind := one("kind", "", "meeting", "context", "war"); kind != "" {
			e["kind"] = kind
		}
		lengths := one("lengths", "none", "duration", "phases")
		if strings.Contains(date["value"].(string), "/") {
			lengths = "none" // none is longer than its interval
		}
		switch lengths {
		case "duration":
			e["duration"] = length()
		case "phases":
			talks := fields{"kind": "talks", "duration": length(), "note": one("note", "", "rumoured")}
			basis(talks, "basis")
			basis(talks, "noteBasis")
			waiting := fields{"kind": "waiting", "duration": length()}
			basis(waiting, "basis")
			e["phases"] = rapid.SampledFrom([][]fields{{talks}, {waiting, talks}, {talks, waiting}}).Draw(t, "phases")
		}
		if rapid.Bool().Draw(t, "linked") {
			e["links"] = []fields{{"url": "https://a.example/", "title": one("link", "", "More")}}
			e["media"] = fields{"file": "a/b.png", "alt": "An image", "credit": one("credit", "", "Ada")}
		}
		if rapid.Bool().Draw(t, "short") {
			e["short"] = words("short")
		}
		if rapid.Bool().Draw(t, "placed") {
			e["place"] = one("place", "at0", "at1", "at2")
		}
		e["people"] = rapid.SampledFrom([][]string{nil, {"p0"}, {"p3", "p1"}, {"p0", "p1", "p2", "p3"}}).Draw(t, "people")
		e["summary"] = rapid.SampledFrom([]any{nil, words("summary"), []string{words("summary"), "And more."}}).Draw(t, "summary")
		if rapid.Bool().Draw(t, "sourced") {
			e["source"] = fmt.Sprint("s", rapid.IntRange(0, len(sources)-1).Draw(t, "source"))
		}
		quotes := []fields{}
		for range rapid.IntRange(0, 2).Draw(t, "quotes") {
			quoted++
			q := fields{"id": fmt.Sprint("q", quoted), "speaker": one("speaker", "p0", "p2"), "words": words("words"), "circumstance": one("circumstance", "", "to reporters")}
			if rapid.Bool().Draw(t, "fragment") {
				q["form"], q["sentence"] = "fragment", one("sentence", "{}", "He said {} .", "{} it was")
			}
			if rapid.Bool().Draw(t, "own source") {
				q["source"] = "s0"
			}
			quotes = append(quotes, q)
		}
		e["quotes"] = quotes
		events = append(events, e)
	}
	annotated := events[0]["date"]
	if known, ok := annotated.(fields); ok {
		annotated = known["value"]
	}
	text, err := json.Marshal(fields{
		"barline": 1, "id": "invented", "lang": one("lang", "en", "de-AT"), "headline": words("headline"), "standfirst": one("standfirst", "", words("standfirst")),
		"kinds": []fields{{"id": "war", "name": "war", "plural": "wars", "paint": "fourth"}}, "count": fields{"other": "wars"}, "lanes": []string{"flights"},
		"periods": []fields{{"title": "Then", "date": "1914/.."}}, "annotations": []fields{{"text": "Words", "date": annotated, "source": "s0"}}, "figure": "spans", "open": fields{"from": "1914", "to": "2000"},
		"sources": sources, "people": people, "places": places, "events": events,
	})
	if err != nil {
		t.Fatal(err)
	}
	story, err := data.Decode(text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return story
}

// many makes a story of so many simple events, a minute apart, with the fields
// that are added to the first one.
func many(n int, more string) *data.Story {
	var b strings.Builder
	b.WriteString(`{"barline":1,"id":"many","headline":"Many","sources":[{"id":"s","name":"S"}],"people":[{"id":"ada","name":"Ada"},{"id":"per","name":"Per"}],"places":[{"id":"oslo","name":"Oslo"}],"events":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"e%07d","title":"Event %d","lane":"Lane %d"`, i, i, i%3)
		if !strings.Contains(more, `"date"`) {
			fmt.Fprintf(&b, `,"date":"%04d-%02d-%02dT%02d:%02d:00Z"`, 2000+i/(12*28*24*60), 1+i/(28*24*60)%12, 1+i/(24*60)%28, i/60%24, i%60)
		}
		b.WriteString(more + "}")
		more = ""
	}
	b.WriteString("]}")
	story, err := data.Decode([]byte(b.String()))
	if err != nil {
		panic(err)
	}
	return story
}
