package columns_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data"
)

func TestMatch(t *testing.T) {
	s, err := data.Decode([]byte(`{"barline":1,"id":"m","headline":"H","sources":[{"id":"s","name":"Courier"}],
		"people":[{"id":"x","name":"Ådne Øst"},{"id":"y","name":"Per"}],"places":[{"id":"z","name":"The Kremlin"}],
		"events":[{"id":"id","title":"A Ⱥ night of \u212a and İ","date":"2025","lane":"Über Land","place":"z","people":["x"],
		"summary":["First words.","A \"second\" one & more"],
		"quotes":[{"id":"quote","speaker":"y","form":"fragment","sentence":"He called it {}.","words":"A Folly","circumstance":"to Reporters"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	table := of(t, s)
	for _, text := range []string{"", "night", "ⱥ night", "k and", "i", "über", "kremlin", "ådne ø", "first", "second\" one & m", "called", "a folly", "reporters", "per"} {
		if !table.Match(0, text) {
			t.Errorf("%q is not found", text)
		}
	}
	for _, text := range []string{"nights", "summary", "fragment", "words\"", "quote", "courier", "2025", "xx", "a \\"} {
		if table.Match(0, text) {
			t.Errorf("%q is found", text)
		}
	}
}

// Match finds in a title what bringing it into lower case would find.
func TestMatchIsThatOfLowerCase(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "A", "b", "B", "ab", " ", "é", "É", "\u212a", "k", "Ⱥ", "ⱥ", "İ", "i", "ß", "ẞ", "Σ", "ς", "σ", "會"})
	rapid.Check(t, func(t *rapid.T) {
		title := strings.TrimSpace("." + strings.Join(rapid.SliceOfN(piece, 0, 9).Draw(t, "title"), ""))
		text := strings.ToLower(strings.Join(rapid.SliceOfN(piece, 0, 3).Draw(t, "text"), ""))
		s, err := data.Decode([]byte(`{"barline":1,"id":"m","headline":"H","sources":[{"id":"s","name":"S"}],"events":[{"id":"e","title":"` + title + `","date":"2025"}]}`))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := of(t, s).Match(0, text), strings.Contains(strings.ToLower(title), text); got != want {
			t.Errorf("%q in %q: %v", text, title, got)
		}
	})
}

func TestMatchAllocatesNothing(t *testing.T) {
	table := of(t, many(100, `,"people":["ada"],"summary":"An extraordinary meeting of all the ministers."`))
	table.Match(0, "öslo")
	if n := testing.AllocsPerRun(10, func() {
		for i := range table.Len() {
			table.Match(i, "öslo")
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
