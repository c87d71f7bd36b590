package publish_test

import (
	"bytes"
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/data/storyfile"
	"barline/publish"
)

// A story's font that is damaged is named by whatever reads it, and nothing is
// published or drawn with it.
func TestDamagedFontsAreNamed(t *testing.T) {
	story, root, err := storyfile.Decode("s.yaml", []byte(`barline: 1
id: s
headline: H
fonts: [{file: fonts/mine.ttf}]
events: [{id: one, title: T, date: 2025-03-05}]
`))
	if err != nil {
		t.Fatal(err)
	}
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	font := all[0].Contents
	other := bytes.Clone(font)
	other[len(other)/2] ^= 0xff
	for what, contents := range map[string][]byte{
		"half of it": font[:len(font)/2], "all but its end": font[:len(font)-100], "another byte": other, "nothing": {}, "a page": []byte("<!doctype html>"),
	} {
		read := func(string) ([]byte, error) { return contents, nil }
		for by, do := range map[string]func() error{
			"the advice": func() error { _, err := publish.Advice(story, read); return err },
			"the site": func() error {
				_, err := publish.New(story, root, publish.Engine{}, publish.Options{ReadFile: read})
				return err
			},
			"the picture": func() error {
				_, err := publish.Picture(story, "a.png", publish.PictureOptions{WidthPx: 400, Scale: 1, ReadFile: read})
				return err
			},
		} {
			if err := do(); err == nil || !strings.HasPrefix(err.Error(), "the story's font fonts/mine.ttf: ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s: %s says %v", what, by, err)
			}
		}
	}
	read := func(string) ([]byte, error) { return font, nil }
	if _, err := publish.Advice(story, read); err != nil {
		t.Errorf("the whole font: %v", err)
	}
}

// Annotations are set in the plain serif face, which a story without quotations has only
// for them; the transcript tells them among the events.
func TestAnnotationsAreSetAndTold(t *testing.T) {
	const plain = "barline: 1\nid: s\nheadline: H\nsources: [{id: a, name: A desk}, {id: b, name: B}]\n" +
		"events:\n  - {id: one, title: One, date: 2025-03-05, duration: PT2H}\n  - {id: two, title: Two, date: 2025-04-05, duration: PT3H}\n"
	const annotated = plain + "annotations:\n  - {date: 2025-03-20, text: A <x ceasefire, source: a}\n  - {length: PT1H, text: a lesson}\n"
	for text, want := range map[string]bool{plain: false, annotated: true} {
		story, root, err := storyfile.Decode("s.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		site, err := publish.New(story, root, publish.Engine{}, publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		serif := false
		for name := range site {
			serif = serif || strings.HasPrefix(name, "assets/Serif-Regular")
		}
		page := string(site["index.html"])
		told := strings.Contains(page, `<section><p><span class="when">20 March 2025</span> · <bdi>A &lt;x ceasefire</bdi> <span class="source">Source: A desk.</span></p></section>`) &&
			strings.Contains(page, `<span class="when">1 hour</span> · <bdi>a lesson</bdi>`)
		if serif != want || told != want {
			t.Errorf("annotated: %t; the serif face is there: %t, the transcript tells: %t", want, serif, told)
		}
	}
}
