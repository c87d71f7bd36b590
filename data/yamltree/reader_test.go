package yamltree_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"barline/data/stories"
	"barline/data/yamltree"
)

// readsAsParse holds a reader to the function Parse, positions and errors included.
func readsAsParse(t interface{ Fatalf(string, ...any) }, r *yamltree.Reader, text string) {
	want, wantErr := yamltree.Parse([]byte(text))
	got, err := r.Parse([]byte(text))
	if fmt.Sprint(err) != fmt.Sprint(wantErr) {
		t.Fatalf("the error is %v, want %v\n%q", err, wantErr, text)
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s\n%q", diff, text)
	}
}

// awkward are lines that mean something else where they stand somewhere else.
var awkward = []string{"", "  ", "#", "  # about", "events:", "events: # all", "  - title: A", "- title: B", "  -", "-", "  - ", " - c", "    - d", "    title: E", "    summary: |", "    summary: >-", "      more", "  less", "      - not an item", "    title: \"open", "    close\"", "close\"", "    title: 'open", "    at: {a: b,", "    c: d}", "    list: [1,", "    2]", "    people:", "      - {name: F}", "---", "...", "%YAML 1.2", "    a: &x 1", "    b: *x", "    c: AT&T", "    url: https://example.org/?a=1&b=2", "\t- tab", "    title: end\r", "    line: \u2028 b", "    ? key", "    : value", "lang: en", "headline: \"a", "    <<: {a: b}", "    a: !!int 3", "\ufeff", "    title: A", "    title: A", "  - title: A\r", "   - g", "  - - h", "    - - i", "  - |", "   text", "  -   j: k", "        l: m"}

func TestReader(t *testing.T) {
	t.Parallel()
	texts := []string{string(stories.WitkoffPutin2025()), "barline: 1\nevents:\n- title: A\n  date: 2024\n\n# On b.\n- title: B\n  summary: |\n    Text\n\n    more\n\nlang: en\n", "events:\n  - title: A\n    date: 2024\n  - title: A\n    date: 2024\n", "events:\n  - a\n  - b"}
	for _, contents := range stories.WitkoffPutin2025Editions() {
		texts = append(texts, string(contents))
	}
	for _, text := range texts {
		r := &yamltree.Reader{}
		readsAsParse(t, r, text)
		readsAsParse(t, r, strings.Replace(text, "\n", "\n\n", 1))
		readsAsParse(t, r, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		r := &yamltree.Reader{}
		lines := strings.Split(rapid.SampledFrom(texts).Draw(t, "text"), "\n")
		lines = lines[:min(len(lines), rapid.IntRange(1, 60).Draw(t, "lines"))]
		if rapid.Bool().Draw(t, "short") {
			lines = []string{"id: a", "events:", "  - title: A", "    date: 2024", "  - title: B", "    date: 2025", "lang: en"}
		}
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			i := rapid.IntRange(0, len(lines)).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				lines = slices.Delete(slices.Clone(lines), i, min(i+1, len(lines)))
			case 1:
				j := rapid.IntRange(0, len(lines)).Draw(t, "from")
				lines = slices.Insert(slices.Clone(lines), i, lines[j:min(j+2, len(lines))]...)
			default:
				lines = slices.Insert(slices.Clone(lines), i, rapid.SampledFrom(awkward).Draw(t, "line"))
			}
			readsAsParse(t, r, strings.Join(lines, "\n"))
		}
	})
}

// Of a long list only what was changed is parsed: that is the point of it.
func BenchmarkReader(b *testing.B) {
	var text strings.Builder
	text.WriteString("barline: 1\nid: many\nevents:\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "  - title: Event number %d of many\n    date: 1900-01-01\n    source: a\n    summary: What happened then, in some words that are long enough.\n", i)
	}
	whole := text.String()
	for _, r := range []*yamltree.Reader{nil, {}} {
		b.Run(fmt.Sprint("remembers=", r != nil), func(b *testing.B) {
			n := 0
			for b.Loop() {
				n++
				if _, err := r.Parse([]byte(strings.Replace(whole, "number 1000 of", fmt.Sprint("number ", n, " of"), 1))); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
