package words_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data"
	"barline/data/edtf"
	"barline/internal/golden"
	"barline/timeline/words"
)

// wars are the forms of "war" in each language.
func wars(tag string) data.Forms {
	return map[string]data.Forms{
		"ar":    {Zero: "حرب", One: "حرب واحدة", Two: "حربان", Few: "حروب", Many: "حربًا", Other: "حرب"},
		"de":    {One: "Krieg", Other: "Kriege"},
		"en":    {One: "war", Other: "wars"},
		"es":    {One: "guerra", Many: "de guerras", Other: "guerras"},
		"fa":    {One: "جنگ", Other: "جنگ"},
		"fa-AF": {One: "جنگ", Other: "جنگ"},
		"fr":    {One: "guerre", Many: "de guerres", Other: "guerres"},
		"nb":    {One: "krig", Other: "kriger"},
		"ps":    {One: "جګړه", Other: "جګړې"},
		"ru":    {One: "война", Few: "войны", Many: "войн", Other: "войны"},
		"tr":    {One: "savaş", Other: "savaş"},
		"uk":    {One: "війна", Few: "війни", Many: "воєн", Other: "війни"},
	}[tag]
}

// story makes a story of events, each a date, its kind and its length, which may be
// empty.
func story(t *testing.T, count data.Forms, events ...[3]string) *data.Story {
	t.Helper()
	var b strings.Builder
	b.WriteString("barline: 1\nid: invented\nheadline: Invented\n")
	if count.Other != "" {
		fmt.Fprintf(&b, "count: {one: %q, other: %q}\n", count.One, count.Other)
	}
	b.WriteString("events:\n")
	for i, e := range events {
		fmt.Fprintf(&b, "  - {id: e%d, title: Title %d, date: %q", i, i, e[0])
		if e[1] != "" {
			fmt.Fprintf(&b, ", kind: %s", e[1])
		}
		if e[2] != "" {
			fmt.Fprintf(&b, ", duration: %q", e[2])
		}
		b.WriteString("}\n")
	}
	return decode(t, "invented.yaml", b.String())
}

// What each language says of whole stories, and of numbers of things.
func TestGoldenSentences(t *testing.T) {
	none := data.Forms{}
	spans := [][3]string{{"1914/1918"}, {"1939-09-01/1945"}, {"1936/1939-04"}}
	stories := []struct {
		what  string
		story *data.Story
	}{
		{"meetings of a year", meetings(t, 2030, 1, "PT3H", "unknown", "<PT1H")},
		{"spans", story(t, none, spans...)},
		{"what still goes on", story(t, none, append(spans, [3]string{"2011-03/.."})...)},
		{"before Christ, with a decade at the end", story(t, none, [3]string{"-0043-03-15"}, [3]string{"196X"})},
		{"one year", story(t, none, [3]string{"1914"}, [3]string{"1914"})},
		{"digits that nobody knows", story(t, none, [3]string{"1XXX"}, [3]string{"1984-1X"})},
		{"lengths of events", story(t, none, [3]string{"2024", "", "P17D"}, [3]string{"2025", "", "PT3H"}, [3]string{"2026", "", "unknown"})},
		{"one length", story(t, none, [3]string{"2024", "", "P17D"}, [3]string{"2025"})},
		{"no length", story(t, none, [3]string{"2024", "", "unknown"}, [3]string{"2025"})},
		{"lengths of which nothing follows", story(t, none, [3]string{"2024", "", "<=PT3H"}, [3]string{"2025", "", ">=PT3H"})},
		{"meetings and others with lengths", story(t, none, [3]string{"2024", "meeting", "PT3H"}, [3]string{"2025", "", ">PT3H"})},
		{"others around meetings", story(t, none, [3]string{"2024", "meeting", "PT3H"}, [3]string{"2025"}, [3]string{"2026", "context", ""})},
	}
	for tag, w := range everyLanguage(t) {
		var b strings.Builder
		for _, s := range stories {
			b.WriteString(s.what + ": " + w.Summary(s.story) + "\n")
		}
		b.WriteString("\n")
		for _, n := range []int{1, 2, 5, 11, 12, 13, 21, 22, 101, 1000} {
			total := words.Total{Sum: data.Duration{Seconds: 3600 * int64(n)}, Known: n, Meetings: true}
			_, meetings := w.Total(total)
			total.Meetings = false
			_, events := w.Total(total)
			total.Things = wars(tag)
			_, things := w.Total(total)
			b.WriteString(fmt.Sprint(n) + ": " + w.Counted(n, wars(tag)) + " | " + w.Events(n) + " |" + meetings + " |" + events + " |" + things + "\n")
		}
		_, unknown := w.Total(words.Total{Sum: data.Duration{Seconds: 3600}, Known: 2, Unknown: 3})
		_, unknownMeetings := w.Total(words.Total{Sum: data.Duration{Seconds: 3600}, Known: 2, Unknown: 21, Meetings: true})
		b.WriteString("\n" + unknown + " |" + unknownMeetings + "\n")
		b.WriteString(w.KindName(data.Meeting()) + ", " + w.KindPlural(data.Meeting()) + "; " + w.KindName(data.Context()) + ", " + w.KindPlural(data.Context()) + "; " + w.KindName(data.Kind{}) + ", " + w.KindPlural(data.Kind{}) + "\n")
		for _, ends := range [][2]string{{"1914", "1919"}, {"1914", "1914"}, {"-0043", "0014"}} {
			from, _ := edtf.Parse(ends[0])
			to, _ := edtf.Parse(ends[1])
			b.WriteString(w.Headline(from, to) + "\n")
		}
		said := b.String()
		if strings.ContainsAny(said, "{}") || strings.Contains(said, "  ") {
			t.Errorf("%s: a pattern is not filled, or two spaces follow each other", tag)
		}
		golden.Text(t, "sentences-"+tag+".txt", said)
	}
}

func TestKinds(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		kind         data.Kind
		name, plural string
	}{
		{data.Kind{ID: "war", Name: "War", Plural: "Wars"}, "War", "Wars"}, {data.Kind{ID: "war", Name: "War"}, "War", "War"},
		{data.Meeting(), "Meeting", "Meetings"}, {data.Context(), "Event", "Other events"}, {data.Kind{}, "Event", "Events"},
	} {
		if name, plural := w.KindName(c.kind), w.KindPlural(c.kind); name != c.name || plural != c.plural {
			t.Errorf("%v: %q %q, want %q %q", c.kind, name, plural, c.name, c.plural)
		}
	}
}

// Names of events that are no meetings claim nothing of days and lengths that nobody
// asked for.
func TestEvent(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		event [3]string
		want  string
	}{
		{[3]string{"1914/1918"}, "Title 0, 1914–1918"},
		{[3]string{"1914"}, "Title 0, 1914"},
		{[3]string{"2019-05/..", "", ""}, "Title 0, since May 2019"},
		{[3]string{"1914", "meeting", "PT3H"}, "Title 0, 1914 (day not given), 3 hours"},
		{[3]string{"2025-02/2025-03", "meeting", "PT3H"}, "Title 0, February – March 2025, 3 hours"},
		{[3]string{"196X", "meeting", "PT3H"}, "Title 0, the 1960s, 3 hours"},
		{[3]string{"[2025-02-01,2025-02-03]", "meeting", "PT3H"}, "Title 0, 1 February 2025 or 3 February 2025, 3 hours"},
		{[3]string{"2025-12-02T22:30", "", "<=P3D"}, "Title 0, 2 December 2025, 22:30, at most 3 days"},
		{[3]string{"2025-12-02T22:30Z/2025-12-03T01:00Z", "", ""}, "Title 0, 2 December 2025, 22:30 – 3 December 2025, 01:00 UTC"},
	} {
		if got := w.Event(story(t, data.Forms{}, c.event).Event(0)); got != c.want {
			t.Errorf("%v: %q, want %q", c.event, got, c.want)
		}
	}
}

func TestLengthLine(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		event [3]string
		want  string
	}{
		{[3]string{"2025", "", "P17D"}, "Length: 17 days"}, {[3]string{"2025", "", "unknown"}, "length unknown"}, {[3]string{"2025"}, ""},
		{[3]string{"2025", "meeting", "PT3H"}, "Talks: 3 hours"}, {[3]string{"2025", "meeting", "unknown"}, "Talks: length unknown"},
	} {
		if got := w.LengthLine(story(t, data.Forms{}, c.event).Event(0)); got != c.want {
			t.Errorf("%v: %q, want %q", c.event, got, c.want)
		}
	}
}

// A story of one year is one whose events all begin and end in it, for certain.
func TestYearOfStories(t *testing.T) {
	for _, c := range []struct {
		dates []string
		year  int
		ok    bool
	}{
		{[]string{"2025-02", "2025"}, 2025, true}, {[]string{"2025", "2026"}, 0, false}, {[]string{"2025/.."}, 0, false}, {[]string{"2025/"}, 0, false},
		{[]string{"202X"}, 0, false}, {[]string{"2025-24"}, 0, false}, {[]string{"2025-21"}, 2025, true}, {[]string{"-0043-03"}, -43, true},
		{[]string{"2025-1X"}, 2025, true}, {[]string{"[2025,2026]"}, 0, false}, {[]string{"[2025-01,2025-03]"}, 2025, true}, {[]string{"[..2025]"}, 0, false},
	} {
		var events [][3]string
		for _, d := range c.dates {
			events = append(events, [3]string{d})
		}
		if year, ok := words.Year(story(t, data.Forms{}, events...)); year != c.year || ok != c.ok {
			t.Errorf("%v: %d %v", c.dates, year, ok)
		}
	}
}

// What the story calls what it counts is what it is called.
func TestCountOfTheStory(t *testing.T) {
	w := words.English()
	s := story(t, wars("en"), [3]string{"1914/1918", "", "P1500D"}, [3]string{"1939/1945", "", "P2190D"}, [3]string{"1950", "context", ""})
	if got, want := w.Summary(s), "Two wars and 1 other event, from 1914 to 1950. About 10 years 1 month over two wars. Longest known: Title 1, about 6 years."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
