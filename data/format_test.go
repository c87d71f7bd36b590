package data_test

import (
	"os"
	"strings"
	"testing"

	"barline/data/storyfile"
)

// The example in FORMAT.md is a story.
func TestFormatExample(t *testing.T) {
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "```yaml\n")
	if !ok {
		t.Fatal("no example")
	}
	example, _, _ := strings.Cut(rest, "```")
	s, _, err := storyfile.Decode("FORMAT.yaml", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	checkInvariants(t, s)
	if s.Len() != 3 {
		t.Errorf("%d events", s.Len())
	}
}
