package words_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/timeline/words"
)

func TestFill(t *testing.T) {
	for _, c := range []struct {
		pattern string
		pairs   []string
		want    string
	}{
		{"{n} of {all}", []string{"n", "1", "all", "10"}, "1 of 10"},
		{"{n} and {n}", []string{"n", "x"}, "x and x"},
		{"nothing to fill", []string{"n", "1"}, "nothing to fill"},
		{"{n} of {unheard}", []string{"n", "1"}, "1 of "},
		{"", nil, ""},
		// A story's words are never read as a pattern.
		{"{title}, {date}", []string{"title", "{date}{title}", "date", "}{"}, "{date}{title}, }{"},
		{"{title}", []string{"title", "{"}, "{"},
		{"{title}!", []string{"title", "{{title}}"}, "{{title}}!"},
	} {
		if got := words.Fill(c.pattern, c.pairs...); got != c.want {
			t.Errorf("%q: %q, want %q", c.pattern, got, c.want)
		}
	}
}

func TestFillPutsInValuesAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.StringOf(rapid.RuneFrom([]rune("{}ab "))).Draw(t, "a")
		b := rapid.StringOf(rapid.RuneFrom([]rune("{}ab "))).Draw(t, "b")
		if got := words.Fill("<{a}|{b}>", "a", a, "b", b); got != "<"+a+"|"+b+">" {
			t.Fatalf("%q", got)
		}
	})
}

func TestListCountSentence(t *testing.T) {
	w := words.English()
	for _, c := range [][2]string{
		{w.List(nil), ""},
		{w.List([]string{"Putin"}), "Putin"},
		{w.List([]string{"Putin", "Witkoff"}), "Putin and Witkoff"},
		{w.List([]string{"Putin", "Witkoff", "Kushner"}), "Putin, Witkoff and Kushner"},
		{w.List([]string{"{last}", "{first}"}), "{last} and {first}"},
		{w.Count(0), "no"}, {w.Count(5), "five"}, {w.Count(12), "twelve"}, {w.Count(13), "13"}, {w.Count(-1), "-1"},
		{w.Sentence(""), ""}, {w.Sentence("ünder"), "Ünder"}, {w.Sentence("3 hours"), "3 hours"}, {w.Sentence("the Kremlin"), "The Kremlin"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

// Every word of the interface is there, and every pattern closes its braces.
func TestEnglishIsComplete(t *testing.T) {
	ui := reflect.ValueOf(words.English().UI)
	for i := range ui.NumField() {
		name, s := ui.Type().Field(i).Name, ui.Field(i).String()
		if strings.TrimSpace(s) == "" {
			t.Errorf("%s is empty", name)
		}
		if strings.Count(s, "{") != strings.Count(s, "}") {
			t.Errorf("%s: %q", name, s)
		}
	}
}
