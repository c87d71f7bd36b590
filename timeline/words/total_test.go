package words_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/internal/golden"
	"barline/timeline/words"
)

func decode(t testing.TB, name, contents string) *data.Story {
	t.Helper()
	s, _, err := storyfile.Decode(name, []byte(contents))
	if err != nil {
		t.Fatalf("%v\n%s", err, contents)
	}
	return s
}

// story2025 is the built-in story.
func story2025(t testing.TB) *data.Story {
	t.Helper()
	return decode(t, stories.WitkoffPutin2025Name, string(stories.WitkoffPutin2025()))
}

// meetings makes a story of one meeting a month with these lengths, from a
// year's month on. A length after a plus sign follows a wait of nine hours.
func meetings(t *testing.T, year, month int, lengths ...string) *data.Story {
	t.Helper()
	var b strings.Builder
	b.WriteString("barline: 1\nid: invented\nheadline: Invented\nsources: [{id: s, name: S}]\nevents:\n")
	b.WriteString("  - {id: around, kind: context, title: Around, date: 2031-01-01}\n")
	for i, l := range lengths {
		at := month + i
		fmt.Fprintf(&b, "  - id: m%d\n    kind: meeting\n    title: Meeting\n    date: %04d-%02d-15\n", i, year+(at-1)/12, (at-1)%12+1)
		if l, waited := strings.CutPrefix(l, "+"); waited {
			fmt.Fprintf(&b, "    phases: [{kind: waiting, duration: PT9H}, {kind: talks, duration: \"%s\"}]\n", l)
		} else {
			fmt.Fprintf(&b, "    duration: \"%s\"\n", l)
		}
	}
	return decode(t, "invented.yaml", b.String())
}

func TestTotalOf2025(t *testing.T) {
	figure, cover := words.English().Total(words.TotalTalks(story2025(t)))
	if figure != "Just under 19 hours" || cover != " over five meetings; one of unknown length" {
		t.Errorf("%q %q", figure, cover)
	}
}

func TestTotal(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		lengths []string
		want    string
	}{
		{nil, ""},
		{[]string{"PT3H"}, "3 hours in one meeting"},
		{[]string{"PT3H", "PT1H30M"}, "4½ hours over two meetings"},
		{[]string{"PT3H", "<PT1H"}, "Just under 4 hours over two meetings"},
		{[]string{"PT3H", ">PT1H"}, "More than 4 hours over two meetings"},
		{[]string{"PT3H", "~PT1H"}, "About 4 hours over two meetings"},
		// What is above one and below another is somewhere around the sum.
		{[]string{"<PT3H", ">PT1H"}, "About 4 hours over two meetings"},
		{[]string{"<PT3H", "~PT1H"}, "About 4 hours over two meetings"},
		{[]string{">PT3H", "~PT1H"}, "About 4 hours over two meetings"},
		{[]string{"PT20M", "PT30M"}, "50 minutes over two meetings"},
		// Waiting is not talking.
		{[]string{"+PT1H", "PT1H"}, "2 hours over two meetings"},
		{[]string{"+unknown", "PT1H"}, "1 hour in one meeting; one of unknown length"},
		{[]string{"unknown", "unknown", "unknown", "PT2H", "PT2H"}, "4 hours over two meetings; three of unknown length"},
		{[]string{"unknown"}, "No meeting’s length is known"},
		{[]string{"+unknown", "unknown"}, "No meeting’s length is known"},
		{strings.Fields(strings.Repeat("PT1H ", 13)), "13 hours over 13 meetings"},
	} {
		figure, cover := w.Total(words.TotalTalks(meetings(t, 2030, 1, c.lengths...)))
		if figure+cover != c.want {
			t.Errorf("%v: %q, want %q", c.lengths, figure+cover, c.want)
		}
	}
}

func TestLongest(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		what     string
		month    int
		lengths  []string
		id, note string
	}{
		{"all in one year", 1, []string{"PT3H", "PT5H", "PT4H"}, "m1", "Longest of the year"},
		{"over two years", 12, []string{"PT3H", "PT5H"}, "m1", "Longest"},
		{"one unknown length", 1, []string{"PT3H", "PT5H", "unknown"}, "m1", "Longest reported"},
		{"a wait is no length", 1, []string{"+PT3H", "PT5H"}, "m1", "Longest of the year"},
		{"a tie", 1, []string{"PT5H", "PT5H"}, "", ""},
		{"only one known", 1, []string{"PT5H", "unknown"}, "", ""},
		{"none known", 1, []string{"unknown", "unknown"}, "", ""},
		{"alone", 1, []string{"PT5H"}, "", ""},
		{"under five is less than five", 1, []string{"PT5H", "<PT6H"}, "", ""},
		{"under four is less than five", 1, []string{"PT5H", "<PT4H"}, "m0", "Longest of the year"},
		{"over four may be more than five", 1, []string{"PT5H", ">PT4H"}, "", ""},
		{"over five is more than five", 1, []string{"PT4H", ">PT5H"}, "m1", "Longest of the year"},
		{"two lower bounds", 1, []string{">PT5H", ">PT9H"}, "", ""},
		{"about the same", 1, []string{"PT5H", "~PT5H10M"}, "", ""},
		{"about twice as long", 1, []string{"PT5H", "~PT10H"}, "m1", "Longest of the year"},
	} {
		if id, note := w.Longest(meetings(t, 2030, c.month, c.lengths...)); id != c.id || note != c.note {
			t.Errorf("%s, %v: %q %q, want %q %q", c.what, c.lengths, id, note, c.id, c.note)
		}
	}
	if id, note := w.Longest(story2025(t)); id != "2025-12-02" || note != "Longest reported" {
		t.Errorf("2025: %q %q", id, note)
	}
}

// “Just under five” is less than five, so five is the longest, if only just.
func TestLongestKnowsThatUnderIsLess(t *testing.T) {
	if id, _ := words.English().Longest(meetings(t, 2030, 1, "PT5H", "<PT5H")); id != "m0" {
		t.Errorf("5 hours against just under 5: %q", id)
	}
	if id, _ := words.English().Longest(meetings(t, 2030, 1, "PT5H", ">PT5H")); id != "m1" {
		t.Errorf("5 hours against more than 5: %q", id)
	}
}

// The longest is the one that, as short as it may have been, is longer than every
// other as long as it may have been.
func TestLongestIsCertain(t *testing.T) {
	bounds := map[string]func(hours int) (low, high float64){
		"":  func(h int) (float64, float64) { return float64(h), float64(h) },
		"<": func(h int) (float64, float64) { return 0, float64(h) - 0.001 },
		">": func(h int) (float64, float64) { return float64(h) + 0.001, math.Inf(1) },
		"~": func(h int) (float64, float64) { return float64(h) * 0.85, float64(h) * 1.15 },
	}
	rapid.Check(t, func(rt *rapid.T) {
		var lengths []string
		var low, high []float64
		for range rapid.IntRange(2, 6).Draw(rt, "meetings") {
			qualifier := rapid.SampledFrom([]string{"", "", "<", ">", "~"}).Draw(rt, "qualifier")
			hours := rapid.IntRange(1, 9).Draw(rt, "hours")
			lengths = append(lengths, fmt.Sprintf("%sPT%dH", qualifier, hours))
			l, h := bounds[qualifier](hours)
			low, high = append(low, l), append(high, h)
		}
		want := ""
		for i := range lengths {
			certain := true
			for j := range lengths {
				certain = certain && (i == j || low[i] > high[j])
			}
			if certain {
				want = fmt.Sprintf("m%d", i)
			}
		}
		if id, _ := words.English().Longest(meetings(t, 2030, 1, lengths...)); id != want {
			rt.Fatalf("%v: %q, want %q", lengths, id, want)
		}
	})
}

// What a page says of its story takes as long for each event, however many
// there are.
func BenchmarkSummary(b *testing.B) {
	w := words.English()
	for _, n := range []int{1000, 100_000} {
		var table strings.Builder
		table.WriteString("id,title,start,end\n")
		at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
		for i := range n {
			start := at.Add(time.Duration(i) * time.Minute)
			fmt.Fprintf(&table, "e%d,Talks,%s,%s\n", i, start.Format(time.RFC3339), start.Add(time.Duration(1+i%50)*time.Minute).Format(time.RFC3339))
		}
		story, _, err := storyfile.Decode("many.csv", []byte(table.String()))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				w.Summary(story)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/event")
		})
	}
}

func TestYear(t *testing.T) {
	if year, ok := words.Year(story2025(t)); !ok || year != 2025 {
		t.Errorf("2025: %v %v", year, ok)
	}
	if year, ok := words.Year(meetings(t, 2030, 12, "PT1H", "PT1H")); ok {
		t.Errorf("two years: %v", year)
	}
}

// What a screen reader says of each button.
func TestGoldenNames(t *testing.T) {
	w, s := words.English(), story2025(t)
	var b strings.Builder
	for _, e := range s.Events() {
		b.WriteString(e.ID + ": " + w.Event(e) + "\n")
	}
	golden.Text(t, "names.txt", b.String())
}

func TestPhase(t *testing.T) {
	w := words.English()
	three := data.Duration{Seconds: 3 * 3600}
	for _, c := range []struct {
		phase data.Phase
		want  string
	}{
		{data.Phase{Length: three}, "3 hours"},
		{data.Phase{Length: three, Basis: data.Reportedly}, "reportedly 3 hours"},
		{data.Phase{Length: three, Basis: data.Outside}, "3 hours (from outside the report)"},
		{data.Phase{Length: three, Note: "with a pause"}, "3 hours, with a pause"},
		{data.Phase{Kind: data.Waiting, Length: three}, "kept waiting 3 hours"},
		{data.Phase{Kind: data.Waiting, Length: three, Basis: data.Reportedly}, "reportedly kept waiting 3 hours"},
		{data.Phase{Length: data.Duration{Qualifier: data.Unknown}, Note: "rumoured to be brief"}, "length unknown, rumoured to be brief"},
	} {
		if got := w.Phase(c.phase); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
