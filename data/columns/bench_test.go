package columns_test

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"

	"github.com/andybalholm/brotli"

	"barline/data"
	"barline/data/columns"
	"barline/data/edtf"
	"barline/data/tree"
)

// million is a story of so many events as newsrooms count them: attacks, votes,
// flights. It is drawn from a small generator of numbers, always the same one.
func million(n int) *data.Story {
	root, err := tree.ParseJSON([]byte(`{"barline":1,"id":"m","headline":"Many","sources":[{"id":"s","name":"S"}],"people":[{"id":"a","name":"Ada"},{"id":"b","name":"Bo"}],
		"places":[{"id":"p0","name":"Kharkiv"},{"id":"p1","name":"Geneva"},{"id":"p2","name":"Oslo"},{"id":"p3","name":"Kabul"},{"id":"p4","name":"Doha"}]}`))
	if err != nil {
		panic(err)
	}
	head, err := data.DecodeHead(root)
	if err != nil {
		panic(err)
	}
	seed := uint64(1)
	draw := func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed >> 33 % uint64(n))
	}
	text := func(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }
	verbs := []string{"Talks", "Call", "Visit", "Strike", "Hearing", "Briefing", "Flight"}
	towns := []string{"Kharkiv", "Geneva", "Oslo", "Kabul", "Doha"}
	story, err := head.With(n, func(yield func(*tree.Node) bool) {
		for i := range n {
			at := int64(1_000_000_000 + 31_000_000*draw(20) + draw(31_000_000))
			y, m, d := edtf.Civil(at)
			date := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
			place := draw(len(towns))
			e := &tree.Node{Kind: tree.Object, Fields: []tree.Field{
				{Key: "id", Value: text(fmt.Sprintf("e%06d", i))}, {Key: "title", Value: text(verbs[draw(len(verbs))] + " in " + towns[place])},
				{Key: "lane", Value: text(verbs[draw(len(verbs))])}, {Key: "place", Value: text(fmt.Sprint("p", place))},
			}}
			if i%3 > 0 {
				date += fmt.Sprintf("T%02d:%02d:00Z", at/3600%24, at/60%60)
				e.Fields = append(e.Fields, tree.Field{Key: "duration", Value: text(fmt.Sprintf("PT%dM", 1+draw(600)))})
			}
			e.Fields = append(e.Fields, tree.Field{Key: "date", Value: text(date)})
			if !yield(e) {
				return
			}
		}
	})
	if err != nil {
		panic(err)
	}
	return story
}

// held is the memory that is in use.
func held() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

const size = 1_000_000

func BenchmarkOf(b *testing.B) {
	story := million(size)
	for b.Loop() {
		of(b, story)
	}
}

func BenchmarkDecode(b *testing.B) {
	file := of(b, million(size)).Append(nil)
	for b.Loop() {
		decode(b, file)
	}
	before := held()
	table := decode(b, file)
	b.ReportMetric((held()-before)/size, "held-B/event")
	b.ReportMetric(float64(len(file))/size, "B/event")
	var packed bytes.Buffer
	w := brotli.NewWriterLevel(&packed, 5)
	w.Write(file)
	w.Close()
	b.ReportMetric(float64(packed.Len())/size, "brotli-B/event")
	text := 0
	for i := range table.Len() {
		text += len(table.ID(i)) + len(table.Title(i))
	}
	b.ReportMetric(float64(text)/size, "text-B/event")
}

func BenchmarkMatch(b *testing.B) {
	table := of(b, million(size))
	for _, text := range []string{"kharkiv", "zz", "visit in o"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				for i := range table.Len() {
					table.Match(i, text)
				}
			}
			b.ReportMetric(float64(size*b.N)/b.Elapsed().Seconds()/1e6, "M-events/s")
		})
	}
}

func BenchmarkSpan(b *testing.B) {
	table := of(b, million(size))
	for b.Loop() {
		for i := range table.Len() {
			table.Span(i)
		}
	}
}

func BenchmarkEvent(b *testing.B) {
	table := of(b, million(columns.Rows))
	for i := 0; b.Loop(); i++ {
		table.Event(i % columns.Rows)
	}
}
