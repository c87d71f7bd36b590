package data_test

import (
	"strings"
	"testing"

	"barline/data/storyfile"
)

func decoded(t *testing.T, story string) string {
	t.Helper()
	_, _, err := storyfile.Decode("s.yaml", []byte(story))
	if err == nil {
		return ""
	}
	return err.Error()
}

// A standfirst of any length would be set anew for every width.
func TestTheStandfirstHasALimit(t *testing.T) {
	const story = "barline: 1\nid: s\nheadline: H\nstandfirst: TEXT\nevents: [{title: T, date: 2025}]\n"
	for text, ok := range map[string]bool{
		strings.Repeat("é", 3000): true, strings.Repeat("é", 3001): false, "[" + strings.Repeat("word, ", 500) + "word]": true,
		strings.Repeat("A few words. ", 20_000): false, "[" + strings.Repeat("'A few words.', ", 400) + "End]": false,
	} {
		got := decoded(t, strings.Replace(story, "TEXT", text, 1))
		if ok && got != "" || !ok && !strings.Contains(got, "s.yaml:4:13: standfirst: ") || !ok && !strings.Contains(got, "shorten it to at most 3000") {
			t.Errorf("%d bytes: %q", len(text), got)
		}
	}
}

// What nobody sees is not there, wherever words are asked for.
func TestInvisibleTextsAreEmpty(t *testing.T) {
	for name, text := range map[string]string{"zero-width space": `\u200b`, "soft hyphens": `\u00ad\u00ad`, "isolates": `\u2066\u2069`, "Hangul filler": `\u3164`, "braille blank": `\u2800`,
		"variation selector": `\ufe0f`, "no-break spaces": `\u00a0 \u202f`, "tag space": `\U000e0020`} {
		for path, story := range map[string]string{
			"headline: empty; write it":                  `{"barline": 1, "id": "s", "headline": "X", "events": [{"title": "T", "date": "2025"}]}`,
			"events[0].title: empty; write it":           `{"barline": 1, "id": "s", "headline": "H", "events": [{"title": "X", "date": "2025"}]}`,
			"events[0].summary: an empty paragraph;":     `{"barline": 1, "id": "s", "headline": "H", "events": [{"title": "T", "date": "2025", "summary": "X"}]}`,
			"sources[0].name: empty; write it":           `{"barline": 1, "id": "s", "headline": "H", "sources": [{"name": "X"}], "events": [{"title": "T", "date": "2025"}]}`,
			"events[0].quotes[0].words: empty; write it": `{"barline": 1, "id": "s", "headline": "H", "people": [{"id": "a", "name": "A"}], "events": [{"title": "T", "date": "2025", "quotes": [{"id": "q", "speaker": "a", "words": "X"}]}]}`,
		} {
			story = strings.ReplaceAll(story, `"X"`, `"`+text+`"`)
			notation := "s.yaml"
			if _, _, err := storyfile.Decode(notation, []byte(story)); err == nil || !strings.Contains(err.Error(), path) {
				t.Errorf("%s: %v, want %s", name, err, path)
			}
		}
	}
	// Among others they stay as they are.
	if got := decoded(t, `{"barline": 1, "id": "s", "headline": "a\u200bb", "events": [{"title": "👨\u200d👩\u200d👧", "date": "2025"}]}`); got != "" {
		t.Error(got)
	}
}
