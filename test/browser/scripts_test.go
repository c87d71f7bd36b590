package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
)

// A story in a dozen scripts, some of them in fonts that it brings: all of it is
// there, alike before and after the engine comes, as the browser itself sets it.
func TestScripts(t *testing.T) {
	t.Parallel()
	folder := filepath.Join("testdata", "scripts")
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(folder, name)) }
	contents, err := read("story.yaml")
	if err != nil {
		t.Fatal(err)
	}
	story, _, err := storyfile.Decode("story.yaml", contents)
	if err != nil {
		t.Fatal(err)
	}
	if advice, err := publish.Advice(story, read); err != nil || len(advice) > 0 {
		t.Errorf("%q, %v", advice, err)
	}
	site, err := publishWith("story.yaml", contents, publish.Options{ReadFile: read})
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, site)
	for _, d := range []device{{width: 360}, {width: 1000, dark: true}} {
		p := newTab(t, d)
		p.alike(address+"/", nil)
		if n := ask[int](p, "document.querySelectorAll('[data-words] [data-foreign]').length"); n > 0 {
			t.Errorf("%d texts are left to the browser's own fonts", n)
		}
	}
}

// Letters that no font has are the browser's to draw, over the live picture as in
// the still one, and never boxes of ours.
func TestLettersWithoutFont(t *testing.T) {
	t.Parallel()
	story := `barline: 1
id: s
headline: Talks in ሰላም
sources: [{id: a, name: A source}]
places: [{id: p, name: ሰላም, short: ሰላም}]
events:
  - {id: one, title: ሰላም, date: 2025-03-05, duration: PT3H, place: p}
  - {id: two, title: Two, date: 2025-06-05, duration: PT2H}
`
	site, err := publishStory("s.yaml", []byte(story))
	if err != nil {
		t.Fatal(err)
	}
	p := openLive(t, device{width: 700}, serve(t, site)+"/")
	p.settles()
	foreign := ask[[]struct{ Text, Colour string }](p, `[...document.querySelectorAll('[data-words] span')].filter((s) => s.hasAttribute('data-foreign')).map((s) => ({
		text: s.textContent, colour: getComputedStyle(s).color}))`)
	if len(foreign) != 1 || foreign[0].Text != "ሰላም" || strings.HasSuffix(foreign[0].Colour, " 0)") {
		t.Errorf("left to the browser's fonts: %+v", foreign)
	}
	if n := ask[int](p, "[...document.querySelectorAll('[data-words] span:not([data-foreign])')].filter((s) => getComputedStyle(s).color !== 'rgba(0, 0, 0, 0)').length"); n > 0 {
		t.Errorf("%d words that the picture draws are seen twice", n)
	}
}
