package publish_test

import (
	"strings"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
)

// norwegian is a story in Norwegian.
const norwegian = `barline: 1
id: mote
lang: nb
headline: Ett møte
sources: [{id: k, name: En kilde}]
people: [{id: a, name: Ada}, {id: b, name: Bo}]
events:
  - {id: en, kind: meeting, title: Møte i Oslo, date: 2025-03-05, duration: <PT3H, people: [a, b]}
  - {id: to, kind: meeting, title: Møte i Bergen, date: 2025-04, duration: PT1H}
`

// The page speaks the story's language, the engine included.
func TestLanguage(t *testing.T) {
	s, _ := site(t, "mote.yaml", []byte(norwegian))
	page := parse(t, s["index.html"])
	text := string(s["index.html"])
	for _, want := range []string{"Spill av", "Knapt 4 timer", "fordelt på to møter", "5. mars 2025, knapt 3 timer", "Med Ada og Bo", "Samtaler: knapt 3 timer", "Kilde: En kilde."} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, not := range []string{"Talks", "Just under", "Source:", "March"} {
		if strings.Contains(text, ">"+not) {
			t.Errorf("the page says %q", not)
		}
	}
	if n := len(page.with("data-language")); n != 1 {
		t.Errorf("the engine is given the words of %d languages", n)
	}
	if english, _ := site2025(t); strings.Contains(string(english["index.html"]), "data-language") {
		t.Error("an English page carries the words of a language")
	}
}

func TestAdvice(t *testing.T) {
	for lang, want := range map[string]string{"nb": "", "en": "", "xx": "no words in xx"} {
		story, _, err := storyfile.Decode("x.yaml", []byte(strings.Replace(norwegian, "lang: nb", "lang: "+lang, 1)))
		if err != nil {
			t.Fatal(err)
		}
		advice, err := publish.Advice(story, nil)
		if err != nil || strings.Join(advice, "") != "" != (want != "") || want != "" && !strings.Contains(advice[0], want) {
			t.Errorf("%s: %q, %v", lang, advice, err)
		}
	}
}
