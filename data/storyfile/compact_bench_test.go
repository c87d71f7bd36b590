package storyfile_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"barline/data"
	"barline/data/columns"
	"barline/data/csvtree"
	"barline/data/storyfile"
)

// table is one of so many sittings, with ids or without, which then come of the dates.
func table(n int, named bool) []byte {
	var b strings.Builder
	b.WriteString("id,title,start,lane,place\n")
	for i := range n {
		id := ""
		if named {
			id = fmt.Sprintf("s%07d", i)
		}
		fmt.Fprintf(&b, "%s,Sitting %d,%d-%02d-%02d,Chamber %d,Geneva\n", id, i+1, 1900+i%120, i%12+1, i%28+1, i%5+1)
	}
	return []byte(b.String())
}

// heap is the memory in use.
func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// From a table to the columns that lanes draw: a million rows as columns from the first
// on, and how many times as long it takes by way of events. Beyond its texts an event may
// take 100 bytes, of which the index of lanes takes some 30.
func BenchmarkCompact(b *testing.B) {
	const n = 1_000_000
	for _, named := range []bool{true, false} {
		b.Run(map[bool]string{true: "ids", false: "dates"}[named], func(b *testing.B) {
			contents := table(n, named)
			open := func(decode func(string, *csvtree.Table) (*data.Story, error)) (*data.Story, *columns.Table, float64) {
				began := time.Now()
				rows, err := csvtree.ReadCSV("sittings.csv", contents)
				if err != nil {
					b.Fatal(err)
				}
				story, err := decode("sittings.csv", rows)
				if err != nil {
					b.Fatal(err)
				}
				of, err := columns.Of(story)
				if err != nil {
					b.Fatal(err)
				}
				return story, of, time.Since(began).Seconds()
			}
			whole := func(name string, rows *csvtree.Table) (*data.Story, error) {
				story, _, err := storyfile.DecodeTable(name, rows)
				return story, err
			}
			compact := func(name string, rows *csvtree.Table) (*data.Story, error) {
				story, _, err := storyfile.DecodeCompact(name, rows)
				return story, err
			}
			_, _, slow := open(whole)
			before, least := heap(), slow
			var story *data.Story
			var of *columns.Table
			for b.Loop() {
				var took float64
				story, of, took = open(compact)
				least = min(least, took)
			}
			held, texts := heap()-before, 0
			for i := range of.Len() {
				texts += len(of.ID(i)) + len(of.Title(i))
			}
			b.ReportMetric(least, "s")
			b.ReportMetric(slow/least, "x-faster")
			b.ReportMetric((held-float64(texts))/n, "B/event-beyond-text")
			runtime.KeepAlive(story)
			runtime.KeepAlive(contents)
		})
	}
}
