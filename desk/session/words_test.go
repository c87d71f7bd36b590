package session

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"barline/check"
	"barline/importer/draft"
)

// The page has words for each question of an import and for each code of check; its English
// questions are those of the command. That every language has them all is tested with the
// rest of the page's words.
func TestPageHasWords(t *testing.T) {
	b, err := os.ReadFile("../src/words/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var page map[string]string
	if err := json.Unmarshal(b, &page); err != nil {
		t.Fatal(err)
	}
	questions := draft.Words()
	for name, text := range questions {
		if page["ask_"+name] != text {
			t.Errorf("the page asks ask_%s as %q, and the command %q", name, page["ask_"+name], text)
		}
	}
	codes := map[string]bool{}
	for _, c := range check.Codes() {
		if codes[c.Name] = true; page["code_"+c.Name] == "" {
			t.Errorf("the page has no name for the code %s", c.Name)
		}
	}
	for key := range page {
		if name, is := strings.CutPrefix(key, "ask_"); is && questions[name] == "" {
			t.Errorf("the page has words for %s, which nothing asks", key)
		}
		if name, is := strings.CutPrefix(key, "code_"); is && !codes[name] {
			t.Errorf("the page has a name for %s, which is no code", key)
		}
	}
}
