package check_test

import (
	"fmt"
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

// tryInput is inputOf for a text that may be no story.
func tryInput(t testing.TB, json string) (check.Input, bool) {
	t.Helper()
	s, root, err := storyfile.Decode("s.json", []byte(json))
	if err != nil {
		return check.Input{}, false
	}
	l, err := languages.ForStory(s)
	if err != nil {
		t.Fatal(err)
	}
	return check.Input{File: "s.json", Story: s, Root: root, Words: l.Words, Known: l.Known}, true
}

// many is a table of so many events.
func many(b *testing.B, n int) check.Input {
	b.Helper()
	var text strings.Builder
	text.WriteString("id,title,start,duration,people,summary,quote,speaker,source\n")
	for i := range n {
		fmt.Fprintf(&text, "e-%d,Talks about the harbour,%04d-%02d-%02d,PT3H,Ada Okafor; Per Lindqvist,\"They met on Friday, for three hours, in the town hall.\",We are ready.,Ada Okafor,Courier\n", i, 1800+i*200/n, i%12+1, i%28+1)
	}
	return inputOf(b, "many.csv", []byte(text.String()))
}

func BenchmarkThousand(b *testing.B) { benchmark(b, 1000) }

func BenchmarkHundredThousand(b *testing.B) { benchmark(b, 100_000) }

func benchmark(b *testing.B, n int) {
	in := many(b, n)
	for b.Loop() {
		check.Story(in)
	}
}
