package fontfile_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"barline/assets/fonts"
	"barline/publish/fontfile"
	"barline/scene"
	"barline/typeset"
)

// Words are shaped by a font that was cut for them as by the whole one: the same glyphs
// in the same places, in scripts with ligatures, forms by position and marks.
func TestCutFontsSetTheirWordsAlike(t *testing.T) {
	for name, words := range map[string]string{
		"Sans-Regular-latin.ttf":       "Ærlig talt: «fi» ﬁ, fjord, Škoda 4½",
		"Serif-Bold-latin.ttf":         "Office affairs, “quoted”",
		"Sans-Regular-cyrillic.ttf":    "Київ",
		"Sans-Regular-arabic.ttf":      "د افغانستان لومړی لاله‌زار",
		"Sans-Bold-arabic.ttf":         "شش دیدار",
		"Serif-Regular-devanagari.ttf": "क्षत्रिय हिन्दी",
		"Sans-Regular-hebrew.ttf":      "שָׁלוֹם",
	} {
		whole := ours(t, name)
		cut := fontfile.Cut(whole, func(r rune) bool { return strings.ContainsRune(words, r) })
		if len(cut)*10 > len(whole)*9 {
			t.Errorf("%s has %d bytes, and %d cut", name, len(whole), len(cut))
		}
		if err := fontfile.Check(cut); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if a, b := set(t, whole, words), set(t, cut, words); a != b {
			t.Errorf("%s sets %q otherwise once it is cut:\n%s\n%s", name, words, a, b)
		}
	}
}

// set is how a font sets words: glyphs, places and outlines.
func set(t testing.TB, contents []byte, words string) string {
	t.Helper()
	all, err := fonts.Set([]fonts.File{fonts.Own("font.ttf", contents, nil, nil)}, "en")
	if err != nil {
		t.Fatal(err)
	}
	line := all.Line(words, scene.Style{Face: scene.Sans, SizePx: 16})
	var b strings.Builder
	for _, g := range line.Glyphs {
		fmt.Fprintln(&b, g, all.Outline(g.Font, g.ID))
	}
	return b.String()
}

// Whatever letters are kept, the font is whole, and has those alone.
func TestCutFontsAreWhole(t *testing.T) {
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		f := all[rapid.IntRange(0, len(all)-1).Draw(t, "font")]
		share := rapid.IntRange(2, 40).Draw(t, "one letter of")
		keep := func(r rune) bool { return int(r)%share == 0 }
		cut := fontfile.Cut(f.Contents, keep)
		if err := fontfile.Check(cut); err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(cut, f.Contents) {
			return
		}
		set, err := typeset.New([]typeset.File{{Faces: []scene.Face{scene.Sans}, Name: f.Name, Contents: cut}}, "en")
		if err != nil {
			t.Fatal(err)
		}
		whole, err := typeset.New([]typeset.File{{Faces: []scene.Face{scene.Sans}, Name: f.Name, Contents: f.Contents}}, "en")
		if err != nil {
			t.Fatal(err)
		}
		for r := rune(' '); r < 0x2200; r++ {
			if has := set.Has(scene.Sans, r); !typeset.Ignorable(r) && !unicode.IsControl(r) && has != (keep(r) && whole.Has(scene.Sans, r)) {
				t.Fatalf("%s: U+%04X is in it: %v", f.Name, r, has)
			}
		}
	})
}

// What cannot be cut stays as it is.
func TestFontsThatStayWhole(t *testing.T) {
	whole := ours(t, "Sans-Regular-latin.ttf")
	for what, contents := range map[string][]byte{"all letters kept": whole, "no font": []byte("no font"), "half a font": whole[:len(whole)/2]} {
		if cut := fontfile.Cut(contents, func(rune) bool { return what == "all letters kept" }); len(cut) > len(contents) || what != "all letters kept" && !bytes.Equal(cut, contents) {
			t.Errorf("%s: it is cut to %d bytes of %d", what, len(cut), len(contents))
		}
	}
	if cut := fontfile.Cut(whole, func(rune) bool { return false }); !bytes.Equal(cut, whole) {
		t.Error("a font none of whose letters are set is cut to nothing")
	}
}
