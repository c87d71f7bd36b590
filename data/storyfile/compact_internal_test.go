package storyfile

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/columns"
	"barline/data/csvtree"
)

// likeATable draws a table of events: cells that are empty, wrong, or say anything that a
// table may say.
func likeATable(t *rapid.T) []byte {
	cells := map[string][]string{
		"type":           {"", "", "", "", "event", "quote", "lane", "person", "story", "period"},
		"id":             {"", "", "#", "#", "#", "#", "same", "Not An Id"},
		"title":          {"Talks", "Talks", "Møte i Oslo", "R&D", "a <b>tag</b>", " spaced ", "", strings.Repeat("long ", 60), "\u200b", "'=1+1", "2025"},
		"start":          {"2024", "2024-02", "2024-02-29", "2024-02-30", "2024-02-29T10:00Z", "2024-02-29T10:00:30", "2024-02-29T10:00+03:00", "2024~", "196X", "2024-21", "", "soon", "-0044-03-15", "Y17E7", "'0044"},
		"end":            {"", "", "", "2024", "2025-01", "2025-01-01", "2024-02-29T12:00Z", "..", "2024?", "1900"},
		"duration":       {"", "", "PT3H", "~PT45M", "unknown", "P49711D", "<PT2H", "3 hours", "P2D"},
		"lane":           {"", "Calls", "Visits", "Møter", "Calls"},
		"kind":           {"", "meeting", "Context", "war", "meeting"},
		"place":          {"", "Oslo", "Doha", "the Kremlin"},
		"people":         {"", "Ada; Per", "Per", "Ada; Ada", "; Ada"},
		"source":         {"", "Courier", "none", "Ledger"},
		"summary":        {"", "", "They met.", "One.\nTwo.", "They <i>met</i>."},
		"quote":          {"", "", "", "We are ready.", "“So” said"},
		"speaker":        {"", "", "Ada", "Per"},
		"short":          {"", "Talks"},
		"date basis":     {"", "outside", "guessed"},
		"waiting":        {"", "PT1H"},
		"links":          {"", "https://a.example/ More", "nowhere"},
		"offset":         {"", "", "+03:00"},
		"zone":           {"", "", "Moscow time"},
		"headline":       {"", "A headline"},
		"quote lead":     {"", "", "", "", "", "yes"},
		"quote lang":     {"", "ru"},
		"quote id":       {"", "q-1"},
		"duration basis": {"", "outside"},
	}
	var names []string
	for _, name := range []string{"type", "id", "title", "start", "end", "duration", "lane", "kind", "place", "people", "source", "summary", "quote", "speaker", "short", "date basis", "waiting", "links", "zone", "offset", "headline", "quote lang", "quote lead", "quote id", "duration basis"} {
		if name == "title" || name == "start" || rapid.IntRange(0, 2).Draw(t, "has "+name) == 0 {
			names = append(names, name)
		}
	}
	// Most tables are sound: a table is made of one kind of fault, or of none.
	faulty := rapid.IntRange(0, 3).Draw(t, "faults") == 0
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Write(names)
	for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
		row := make([]string, len(names))
		for k, name := range names {
			of := cells[name]
			if !faulty && (name == "title" || name == "start" || name == "end") {
				of = of[:3]
			} else if !faulty && name != "lane" && name != "place" && name != "source" {
				of = of[:min(len(of), 5)]
			}
			row[k] = strings.ReplaceAll(rapid.SampledFrom(of).Draw(t, name), "#", fmt.Sprint("e-", (i*7)%10))
		}
		if quote, speaker := slices.Index(names, "quote"), slices.Index(names, "speaker"); !faulty && quote >= 0 && speaker >= 0 && row[quote] != "" {
			row[speaker] = "Ada"
		} else if !faulty {
			for k, name := range names {
				if name == "speaker" || name == "quote" || strings.HasPrefix(name, "quote ") {
					row[k] = ""
				}
			}
		}
		w.Write(row)
	}
	w.Flush()
	return out.Bytes()
}

// A table that is kept as columns is the same story: its events, and the bytes of its
// file. One in which anything is wrong is not kept so, and its errors are those of the
// events.
func TestCompactIsTheSameStory(t *testing.T) {
	kept, faults := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		text := likeATable(t)
		read := func() *csvtree.Table {
			table, err := csvtree.ReadCSV("table.csv", text)
			if err != nil {
				t.Skip(err)
			}
			return table
		}
		table := read()
		head, err := data.DecodeHead(table.Head())
		if err != nil {
			t.Skip(err)
		}
		want, err := head.With(table.Len(), table.Events())
		got := compact(read())
		if err != nil || want.Len() == 0 {
			faults++
			if got != nil {
				t.Fatalf("the table is kept in spite of %v\n%s", err, text)
			}
			return
		}
		if got == nil {
			t.Fatalf("a sound table is not kept:\n%s", text)
		}
		kept++
		sameEvents(t, want, got)
		sameColumns(t, want, got)
	})
	if kept == 0 || faults == 0 {
		t.Fatalf("%d tables were kept, %d were faulty", kept, faults)
	}
}

// Many blocks of columns, in the order of their dates and not, with ids and without, are
// those of the events.
func TestCompactOfManyBlocks(t *testing.T) {
	for _, shuffled := range []bool{false, true} {
		for _, named := range []bool{true, false} {
			r := rand.New(rand.NewPCG(1, 2))
			rows := make([]string, 3*columns.Rows-1)
			for i := range rows {
				id := ""
				if named || i%5 == 0 {
					id = fmt.Sprint("e-", i)
				}
				rows[i] = fmt.Sprintf("%s,Event %d,%04d-%02d-%02d,PT%dM,Lane %d,Town %d,Ada; Per\n", id, i, 1+i/30, i%30/3+1, 1+i%28, 1+i%90, i/5000, i%50)
			}
			if shuffled {
				r.Shuffle(len(rows), func(i, k int) { rows[i], rows[k] = rows[k], rows[i] })
			}
			text := []byte("id,title,start,duration,lane,place,people\n" + strings.Join(rows, ""))
			table, err := csvtree.ReadCSV("many.csv", text)
			if err != nil {
				t.Fatal(err)
			}
			want, _, err := decodeTable(table)
			if err != nil {
				t.Fatal(err)
			}
			got := compact(table)
			if got == nil {
				t.Fatalf("shuffled %v, named %v: the table is not kept", shuffled, named)
			}
			sameColumns(t, want, got)
		}
	}
}

// failer is a test, of one table or of many.
type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// sameEvents holds what a story that is kept as columns says against one of events.
func sameEvents(t failer, want, got *data.Story) {
	t.Helper()
	forgotten := cmpopts.IgnoreFields(data.Event{}, "AutoID", "Allow")
	if diff := cmp.Diff(want.Events(), got.Events(), forgotten); diff != "" {
		t.Fatal(diff)
	}
	if diff := cmp.Diff([]any{want.Lanes(), want.QuoteLanguages(), want.HasQuotes(), want.Headline()},
		[]any{got.Lanes(), got.QuoteLanguages(), got.HasQuotes(), got.Headline()}, cmpopts.EquateEmpty()); diff != "" {
		t.Fatal(diff)
	}
	for i := range want.Len() {
		if want.KindOf(i) != got.KindOf(i) || want.LaneOf(i) != got.LaneOf(i) || got.Index(want.Event(i).ID) != i {
			t.Fatalf("event %d is not the same", i)
		}
	}
}

// sameColumns holds the columns that a story is kept in against those of events.
func sameColumns(t failer, want, got *data.Story) {
	t.Helper()
	if !slices.Equal(want.FileOrder(), got.FileOrder()) {
		t.Fatal("the order of the file is another")
	}
	a, err := columns.Of(want)
	if err != nil {
		t.Fatal(err)
	}
	b, err := columns.Of(got)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Append(nil), b.Append(nil)) {
		t.Fatal("the files of their columns differ")
	}
}
