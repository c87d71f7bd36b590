package storytest

import (
	"barline/assets/fonts"
	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/timeline/figure/lengths"
	"barline/timeline/words"
	"barline/typeset"
)

// TB is what tests, benchmarks and rapid's checks have in common.
type TB interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// Story is the story of 2025.
func Story(t TB) *data.Story {
	t.Helper()
	return decode(t, stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
}

// Decode reads an invented story, in YAML.
func Decode(t TB, yaml string) *data.Story {
	t.Helper()
	return decode(t, "invented.yaml", []byte(yaml))
}

func decode(t TB, name string, contents []byte) *data.Story {
	t.Helper()
	s, _, err := storyfile.Decode(name, contents)
	if err != nil {
		t.Fatalf("%v\n%s", err, contents)
	}
	return s
}

// Fonts are the faces that Barline carries. They are not shared, for they
// remember what they set.
func Fonts(t TB) *typeset.Fonts {
	t.Helper()
	return FontsFor(t, "en")
}

// FontsFor are the same for words in another language.
func FontsFor(t TB, lang string) *typeset.Fonts {
	t.Helper()
	f, err := fonts.All(lang)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Picture is the story of 2025 in English, ready to be laid out.
func Picture(t TB) *lengths.Picture {
	t.Helper()
	return lengths.New(Story(t), words.English(), Fonts(t))
}

// PictureOf is a story in English, ready to be laid out.
func PictureOf(t TB, s *data.Story, f *typeset.Fonts) *lengths.Picture {
	t.Helper()
	return lengths.New(s, words.English(), f)
}
