package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/document"
)

// While a story is served, a change of the theme's file that it names is seen.
func TestServeSeesTheThemesFile(t *testing.T) {
	story := filepath.Join(t.TempDir(), "s.yaml")
	if err := os.WriteFile(story, []byte("barline: 1\ntheme: paper.yaml\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"paper.yaml": true, "s.yaml": true, "s.nb.yaml": true, "a.ttf": true, "other.yaml": false, "notes.txt": false} {
		if got := document.Concerns(filepath.Join(filepath.Dir(story), name), story); got != want {
			t.Errorf("%s concerns the story: %v", name, got)
		}
	}
}

// What docs/theme.md shows is read, and what it says of colours is what is said.
func TestTheGuideToThemes(t *testing.T) {
	guide := contents(t, "../../docs/theme.md")
	blocks := strings.Split(guide, "```yaml\n")[1:]
	if len(blocks) < 3 {
		t.Fatalf("%d examples", len(blocks))
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("house/courier.yaml", "base: modern\naccent: \"#c00\"\n")
	for _, logo := range []string{"logo.svg", "logo-dark.svg"} {
		write(logo, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 2"><path d="M0 0h9v2z"/></svg>`)
	}
	const events = "\nevents: [{title: T, date: 2025}]\n"
	for _, block := range blocks {
		example, _, _ := strings.Cut(block, "```")
		if code, said, errs := called("check", write("story.yaml", "barline: 1\nid: s\nheadline: H\n"+example+events)); code != exitDone || strings.Contains(said, "contrast") {
			t.Errorf("%s\n%s%s", example, said, errs)
		}
	}
	story := write("short.yaml", "barline: 1\nid: s\nheadline: H\ntheme: {background: {light: \"#ffffff\", dark: \"#222222\"}, accent: {light: \"#ff9900\", dark: \"#8b0000\"}}"+events)
	code, said, errs := called("check", story)
	if code != exitDone {
		t.Fatal(errs)
	}
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "theme.") && !strings.Contains(guide, indented(line)) {
			t.Errorf("docs/theme.md does not show\n%s", line)
		}
	}
	if strings.Count(said, "theme.accent.") != 2 {
		t.Error(said)
	}
	// Pictures say it on standard error.
	code, said, errs = called("picture", story, "-o", filepath.Join(dir, "a.png"), "--scale", "1", "--width", "400")
	if code != exitDone || said != "" || strings.Count(errs, "is used instead") != 2 {
		t.Errorf("%d, %s, %s", code, said, errs)
	}
}
