package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/check"
	"barline/data/storyfile"
	"barline/internal/golden"
	"barline/timeline/words/languages"
)

// input reads a story as the command does, without its images.
func input(t testing.TB, path string) check.Input {
	t.Helper()
	contents, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return inputOf(t, filepath.Base(path), contents)
}

func inputOf(t testing.TB, name string, contents []byte) check.Input {
	t.Helper()
	s, root, err := storyfile.Decode(name, contents)
	if err != nil {
		t.Fatal(err)
	}
	l, err := languages.ForStory(s)
	if err != nil {
		t.Fatal(err)
	}
	return check.Input{File: name, Story: s, Root: root, Words: l.Words, Known: l.Known}
}

func lines(all []check.Finding) string {
	var b strings.Builder
	for _, f := range all {
		b.WriteString(f.String() + "\n")
	}
	return b.String()
}

// What is said of the stories that the project has itself. Every line of the golden
// file was looked at: each is true.
func TestStoriesAtHand(t *testing.T) {
	first := input(t, "../data/stories/witkoff-putin-2025.yaml")
	for _, lang := range []string{"nb", "fa-AF", "ps"} {
		first.Editions = append(first.Editions, input(t, "../data/stories/witkoff-putin-2025."+lang+".yaml"))
	}
	said := lines(check.Story(first))
	others, err := filepath.Glob("../docs/gallery/*.yaml")
	if err != nil || len(others) < 3 {
		t.Fatal(others, err)
	}
	for _, path := range append(others, "../docs/wars-of-rome.yaml", "../exporter/testdata/harbour.yaml") {
		said += lines(check.Story(input(t, path)))
	}
	golden.Text(t, "stories.txt", said)
}
