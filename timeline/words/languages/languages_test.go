package languages_test

import (
	"reflect"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/timeline/words"
	"barline/timeline/words/languages"
)

func TestFor(t *testing.T) {
	for _, c := range []struct {
		tag, is string
		known   bool
	}{
		{"en", "en", true}, {"en-GB", "en", true}, {"nb", "nb", true}, {"nb-NO", "nb", true}, {"no", "nb", true}, {"NB", "nb", true},
		{"de-CH-1996", "de", true}, {"prs", "fa-AF", true}, {"fa-IR", "fa", true}, {"xx", "en", false}, {"", "en", false}, {"nbx", "en", false},
	} {
		l, err := languages.For(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		if l.Words.Tag != c.is || l.Known != c.known || (l.File == nil) != (c.is == "en") || len(l.Missing) > 0 {
			t.Errorf("%q: %s, known: %v, a file of %d bytes, missing %v", c.tag, l.Words.Tag, l.Known, len(l.File), l.Missing)
		}
	}
}

// Only the languages that are asked for are named, in the words and in the file.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		tag   string
		named []string
		want  string
	}{
		{"en", []string{"ru", "he", "xx", "pt-AO"}, "Russian, Hebrew, xx, Portuguese"},
		{"xx", []string{"ru"}, "Russian"},
		{"nb", []string{"en", "nn", "nb-NO"}, "engelsk, norsk nynorsk, norsk"},
		{"de", []string{"fa-AF", "prs", "RU"}, "Dari, Dari, Russisch"},
		{"ps", []string{"en", "ru-RU", "tr"}, "انګلیسي, روسي, ترکي"},
		{"ru", []string{"en"}, "английский"},
	} {
		l, err := languages.For(c.tag, c.named...)
		if err != nil {
			t.Fatal(err)
		}
		again, _, err := words.Parse(l.File)
		if err != nil || !reflect.DeepEqual(again, l.Words) {
			t.Errorf("%s: the file reads as other words: %v", c.tag, err)
		}
		var got []string
		for _, tag := range c.named {
			got = append(got, again.NameOf(tag))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.tag, s, c.want)
		}
		if again.NameOf("it") != "it" {
			t.Errorf("%s names Italian, which nobody asked for", c.tag)
		}
		if c.tag == "en" && len(l.File) > 100 {
			t.Errorf("English is a file of %d bytes: %s", len(l.File), l.File)
		}
	}
}

// The editions of the built-in story quote in English, and say so.
func TestForStory(t *testing.T) {
	want := map[string]string{"nb": "Som gjengitt, på engelsk", "ps": "لکه څنګه چې راپور شوي، په انګلیسي", "fa-AF": "چنان‌که گزارش شده، به انگلیسی"}
	for name, contents := range stories.WitkoffPutin2025Editions() {
		s, _, err := storyfile.Decode(name, contents)
		if err != nil {
			t.Fatal(err)
		}
		l, err := languages.ForStory(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := words.Fill(l.Words.UI.QuotedIn, "language", l.Words.NameOf("en")); got != want[s.Lang()] {
			t.Errorf("%s: %q, want %q", name, got, want[s.Lang()])
		}
		delete(want, s.Lang())
	}
	if len(want) > 0 {
		t.Errorf("not seen: %v", want)
	}
}
