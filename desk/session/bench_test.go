package session_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"barline/data/stories"
)

// many is a story of so many events.
func many(n int) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: many\nheadline: Many\nlang: en\nsources: [{id: a, name: Alpha, url: https://example.org/}]\nevents:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - title: Event number %d of many\n    date: %d-%02d-%02d\n    source: a\n    summary: What happened then, in some words that are long enough.\n", i, 1900+i/20, 1+i%12, 1+i%28)
	}
	return b.String()
}

// typed is a story of so many events in which somebody has typed n times.
func typed(events, n int) string {
	return strings.Replace(many(events), "number 5 of", fmt.Sprint("number ", n, " of"), 1)
}

// BenchmarkCheck is what a keystroke waits for; quick leaves the layout out.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{60, 2000} {
		for _, quick := range []bool{true, false} {
			b.Run(fmt.Sprintf("%d/quick=%v", n, quick), func(b *testing.B) {
				p := newPage(b)
				for i := 0; b.Loop(); i++ {
					p.get(new(json.RawMessage), map[string]any{"type": "check", "quick": quick, "files": []any{text("s.yaml", typed(n, i))}})
				}
			})
		}
	}
}

func BenchmarkEdit(b *testing.B) {
	for _, n := range []int{60, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := newPage(b)
			for i := 0; b.Loop(); i++ {
				p.get(new(json.RawMessage), map[string]any{"type": "edit", "check": false, "files": []any{text("s.yaml", typed(n, i))}, "ops": []any{map[string]any{"op": "set", "path": []any{"events", 5, "title"}, "value": "Another"}}})
			}
		})
	}
}

func BenchmarkPreview(b *testing.B) {
	p := newPage(b)
	for i := 0; b.Loop(); i++ {
		p.get(new(json.RawMessage), map[string]any{"type": "preview", "widths": []int{390}, "files": []any{text("s.yaml", strings.Replace(many(60), "Many", fmt.Sprint("Many ", i), 1))}})
	}
}

func BenchmarkImport(b *testing.B) {
	var table strings.Builder
	table.WriteString("title,date,place\n")
	for i := range 10_000 {
		fmt.Fprintf(&table, "Event %d,%d-03-%02d,Oslo\n", i, 1000+i%900, 1+i%28)
	}
	p := newPage(b)
	for b.Loop() {
		p.get(new(json.RawMessage), map[string]any{"type": "open", "files": []any{text("a.csv", table.String())}})
	}
}

func BenchmarkSave(b *testing.B) {
	for _, as := range []string{"single", "zip"} {
		b.Run(as, func(b *testing.B) {
			p := newPage(b)
			for b.Loop() {
				p.get(new(json.RawMessage), map[string]any{"type": "save", "as": as, "files": []any{text(stories.WitkoffPutin2025Name, string(stories.WitkoffPutin2025()))}})
			}
		})
	}
}
