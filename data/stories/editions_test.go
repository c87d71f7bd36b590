package stories_test

import (
	"strings"
	"testing"

	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
)

// In every language the story says the same of the same events, and its
// quotations are the words that were reported, with a translation that is marked
// as what it is.
func TestEditionsAgree(t *testing.T) {
	story, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	editions := stories.WitkoffPutin2025Editions()
	if len(editions) != 3 {
		t.Errorf("there are %d editions, want Norwegian, Dari and Pashto", len(editions))
	}
	for name, contents := range editions {
		edition, root, err := storyfile.Decode(name, contents)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range data.Agree(story, edition, root) {
			t.Error(p.In(name))
		}
		if !strings.Contains(name, "."+edition.Lang()+".yaml") {
			t.Errorf("%s is in %s", name, edition.Lang())
		}
		for i, e := range edition.Events() {
			for j, q := range e.Quotes {
				if of := story.Event(i).Quotes[j]; q.Words != of.Words || q.Lang != "en" || q.Translation == "" || q.TranslatedBy == "" {
					t.Errorf("%s: %s is %+v", name, q.ID, q)
				}
			}
			if e.Title == story.Event(i).Title {
				t.Errorf("%s: %s is not translated", name, e.ID)
			}
		}
	}
}
