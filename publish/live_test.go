package publish

import (
	"reflect"
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/timeline/words/languages"
)

// What live pages and pages with a proof say is said in every language of the interface.
func TestLiveAndProofWords(t *testing.T) {
	day, err := edtf.Parse("2026-11-28")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, tag := range []string{"ar", "de", "en", "es", "fa", "fa-AF", "fr", "nb", "ps", "ru", "tr", "uk"} {
		l, err := languages.For(tag)
		if err != nil || l.Words.Tag != tag {
			t.Fatalf("%s: %v", tag, err)
		}
		w := reflect.ValueOf(liveWordsOf(tag))
		for i := range w.NumField() {
			name, text := w.Type().Field(i).Name, w.Field(i).String()
			if text == "" || (i < 3) != strings.Contains(text, "{titles}") {
				t.Errorf("%s: %s is %q", tag, name, text)
			}
		}
		one, several := Proven{day, 1}.says(l.Words), Proven{day, 2}.says(l.Words)
		if one == several || strings.Contains(one+several, "{") || other(seen, one, tag) {
			t.Errorf("%s: %q, %q", tag, one, several)
		}
	}
	if got := (Proven{}).says(nil); got != "" {
		t.Errorf("what was not proven is said: %q", got)
	}
}

// other reports whether another language says the same, and notes what this one says.
func other(seen map[string]string, text, tag string) bool {
	_, is := seen[text]
	seen[text] = tag
	return is
}

// What is the desk's alone is in no file for readers, and the story stays one.
func TestPublishedStory(t *testing.T) {
	const text = `{"barline":1,"id":"s","headline":"S","live":true,"proof":true,"sources":[{"id":"a","name":"A","file":"secret.pdf"},{"id":"b","name":"B"}],"events":[{"id":"e","title":"E","date":"2025"}]}`
	root, err := tree.ParseJSON([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got := string(tree.AppendJSON(nil, published(root)))
	if strings.Contains(got, "secret") || strings.Contains(got, "proof") || !strings.Contains(got, `"live":true`) {
		t.Errorf("readers get %s", got)
	}
	if _, _, err := storyfile.Decode("story.json", []byte(got)); err != nil {
		t.Error(err)
	}
	if string(tree.AppendJSON(nil, root)) != text {
		t.Error("the story itself was changed")
	}
}
