package data_test

import (
	"strings"
	"testing"

	"barline/data"
	"barline/data/yamltree"
)

const storyInEnglish = `barline: 1
id: s
headline: H
sources: [{id: a, name: A}]
people: [{id: p, name: P}, {id: r, name: R}]
places: [{id: x, name: X}]
events:
  - {id: one, title: One, date: 2025-03-05, duration: <PT3H, people: [p], place: x, quotes: [{id: q, speaker: p, words: Words.}]}
  - {id: two, kind: context, title: Two, date: 2025-04}
`

func TestAgree(t *testing.T) {
	norwegian := strings.NewReplacer("headline: H", "lang: nb\nheadline: O", "title: One", "title: En", "words: Words.", "words: Words., lang: en, translation: {words: Ord., by: Kari}").Replace(storyInEnglish)
	story := decodeYAML(t, storyInEnglish)
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"id: s\n", "id: other\n", `2:5: id: "other", in the story it is "s"`},
		{"2025-03-05", "2025-03-06", "events[0].date: 2025-03-06, in the story it is 2025-03-05"},
		{"<PT3H", "PT3H", "events[0].phases: talks PT3H reported, in the story it is talks <PT3H reported"},
		{"people: [p]", "people: [p, r]", "events[0].people: p, r, in the story it is p"},
		{", place: x", "", "events[0].place: none, in the story it is x"},
		{"Words., lang", "Others., lang", "other words than in the story, in the same language"},
		{"Words., lang: en", "Ord., lang: nb", ""},
		{"speaker: p", "speaker: r", "another form, speaker or source"},
		{"Words., lang", "Words., lead: true, lang", "events[0].quotes[0].lead: another quotation leads than in the story"},
		{"id: two", "id: three", `the story has no event "three"`},
		{"id: two", "id: three", `the event "two" of the story is missing`},
		{"lang: nb\n", "lang: nb\nannotations: [{date: 2025-04, text: Ord}]\n", "annotations: 2025-04, in the story it is nothing"},
		{"kind: context, title: Two", "title: Two", "events[1].kind: event, in the story it is context"},
		{"lang: nb\n", "lang: nb\nzone: {name: Oslo, offset: +01:00}\n", "another offset"},
	} {
		text := strings.Replace(norwegian, c.from, c.to, 1)
		root, err := yamltree.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got := data.Agree(story, decodeYAML(t, text), root)
		if c.want == "" && len(got) > 0 || c.want != "" && !strings.Contains(got.Error(), c.want) {
			t.Errorf("%s instead of %s: %q, want %q", c.to, c.from, got.Error(), c.want)
		}
	}
}

func decodeYAML(t *testing.T, text string) *data.Story {
	t.Helper()
	root, err := yamltree.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := data.DecodeTree(root)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

// What a quotation says of its languages, and a story of its zone and its fonts.
func TestQuotationsZonesFonts(t *testing.T) {
	s := decodeYAML(t, strings.NewReplacer("words: Words.", "words: Слова., lang: ru, translation: {words: Words., by: A translator}",
		"headline: H", "headline: H\nzone: {name: Moscow time, offset: +03:00}\nfonts: [{file: thai.ttf}, {file: fonts/b.otf, weight: bold, style: serif}]",
		"2025-03-05", "2025-03-05T22:30:00Z").Replace(storyInEnglish))
	e := s.Event(0)
	if q := e.Quotes[0]; q.Lang != "ru" || q.Translation != "Words." || q.TranslatedBy != "A translator" {
		t.Errorf("%+v", q)
	}
	// In Moscow it was the next day.
	if e.Date.String() != "2025-03-06T01:30:00" || e.Zone.Name != "Moscow time" || e.Zone.Offset() != "+03:00" {
		t.Errorf("it was at %s, %+v", e.Date, e.Zone)
	}
	fonts := s.Fonts()
	if len(fonts) != 2 || fonts[0].File != "thai.ttf" || fonts[0].Bold != nil || !*fonts[1].Bold || !*fonts[1].Serif {
		t.Errorf("%+v", fonts)
	}
	for _, c := range []struct{ from, to, want string }{
		{"words: Words.", "words: Words., translation: {words: Ord., by: K}", "lang: missing beside a translation"},
		{"words: Words.", "words: Words., lang: ru, translation: {words: Ord.}", "by: missing; write who translated"},
		{"words: Words.", "words: Words., lang: russian1!", "not a language tag"},
		{"headline: H", "headline: H\nzone: {name: M, offset: 3}", "not an offset from UTC"},
		{"headline: H", "headline: H\nzone: {name: M, offset: +15:00}", "not an offset from UTC"},
		{"headline: H", "headline: H\nzone: {offset: +03:00}", "zone.name: missing"},
		{"headline: H", "headline: H\nfonts: [{file: ../x.ttf}]", "not a font file beside the story"},
		{"headline: H", "headline: H\nfonts: [{file: x.woff2}]", "not a font file beside the story"},
		{"headline: H", "headline: H\nfonts: [{file: x.ttf, weight: black}]", "not known"},
	} {
		root, err := yamltree.Parse([]byte(strings.Replace(storyInEnglish, c.from, c.to, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := data.DecodeTree(root); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one that says %q", c.to, err, c.want)
		}
	}
}
