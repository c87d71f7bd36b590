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
