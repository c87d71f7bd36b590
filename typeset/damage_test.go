package typeset_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/assets/fonts"
	"barline/scene"
	"barline/typeset"
)

// file is one of our fonts.
func file(t testing.TB, name string) typeset.File {
	t.Helper()
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	return all[slices.IndexFunc(all, func(f fonts.File) bool { return f.Name == name })].File
}

// table is where a table of a font lies.
func table(font []byte, tag string) (from, to int) {
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if entry := font[12+16*i:]; string(entry[:4]) == tag {
			from = int(binary.BigEndian.Uint32(entry[8:]))
			return from, from + int(binary.BigEndian.Uint32(entry[12:]))
		}
	}
	return 0, 0
}

const mixed = "abc אבג 123 שָׁלוֹם \u2067x\u2066y\u2069"

// setAll sets words in a font and draws all of its glyphs; whatever the font is, it
// ends. The first font is whole.
func setAll(t interface{ Fatalf(string, ...any) }, latin, damaged typeset.File) *typeset.Fonts {
	latin.Faces = []scene.Face{scene.Sans}
	damaged.Faces = []scene.Face{scene.Sans}
	f, err := typeset.New([]typeset.File{latin, damaged}, "he")
	if err != nil {
		if !strings.Contains(err.Error(), damaged.Name) {
			t.Fatalf("%v does not name the file", err)
		}
		return nil
	}
	for glyph := range uint32(300) {
		f.Outline(1, glyph)
	}
	f.Has(scene.Sans, 'א')
	for _, g := range f.Line(mixed, body).Glyphs {
		f.Outline(g.Font, g.ID)
	}
	f.Wrap(mixed, body, 40, 0)
	if err := f.Damage(); err != nil && !strings.Contains(err.Error(), damaged.Name) {
		t.Fatalf("%v does not name the file", err)
	}
	// What goes on in a copy is known there, and what was known goes along.
	if f.Damage() != nil && f.Clone().Damage() == nil {
		t.Fatalf("a copy does not know of the damage")
	}
	return f
}

// No damage to a font ends in a panic, whichever of its tables it is in.
func TestDamagedFonts(t *testing.T) {
	latin, hebrew := file(t, "Sans-Regular-latin.ttf"), file(t, "Sans-Regular-hebrew.ttf")
	tags := []string{"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
	rapid.Check(t, func(t *rapid.T) {
		damaged := hebrew
		damaged.Name = "mine.ttf"
		damaged.Contents = bytes.Clone(hebrew.Contents)
		for range rapid.IntRange(1, 4).Draw(t, "damages") {
			from, to := table(hebrew.Contents, rapid.SampledFrom(tags).Draw(t, "table"))
			if to <= from {
				continue
			}
			at := rapid.IntRange(from, to-1).Draw(t, "at")
			copy(damaged.Contents[at:to], rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, 0x7f, 0x80, 0xff}), 1, 8).Draw(t, "bytes"))
		}
		setAll(t, latin, damaged)
	})
}

// A font that panics when its letters are set is named once and left out; the others
// go on.
func TestAFontThatFailsLater(t *testing.T) {
	damaged := file(t, "Sans-Regular-hebrew.ttf")
	damaged.Name, damaged.Contents = "mine.ttf", bytes.Clone(damaged.Contents)
	// It says that no glyph has a width.
	from, _ := table(damaged.Contents, "hhea")
	binary.BigEndian.PutUint16(damaged.Contents[from+34:], 0)
	f := setAll(t, file(t, "Sans-Regular-latin.ttf"), damaged)
	if f == nil || f.Damage() == nil || strings.Count(f.Damage().Error(), "mine.ttf") != 1 {
		t.Fatalf("it says %v", f.Damage())
	}
	if line := f.Line("abc", body); line.WidthPx <= 0 || line.Foreign {
		t.Errorf("abc is %v px wide, foreign: %v", line.WidthPx, line.Foreign)
	}
	if line := f.Line("אבג", body); !line.Foreign || f.Has(scene.Sans, 'א') {
		t.Errorf("letters of the font that was left out are not missed")
	}
	if err := typeset.Try(damaged, 10); err == nil || !strings.Contains(err.Error(), "mine.ttf") {
		t.Errorf("tried, it says %v", err)
	}
	// Where it is the only one, nothing is set, and nothing fails.
	damaged.Faces = []scene.Face{scene.Sans}
	alone, err := typeset.New([]typeset.File{damaged}, "he")
	if err != nil {
		t.Fatal(err)
	}
	if lines := alone.Wrap("אבג דה", body, 10, 0); len(lines) != 1 || len(lines[0].Glyphs) > 0 {
		t.Errorf("set are %v", lines)
	}
}

// FuzzFont sets words in anything.
func FuzzFont(f *testing.F) {
	latin, hebrew := file(f, "Sans-Regular-latin.ttf"), file(f, "Sans-Regular-hebrew.ttf")
	f.Add(hebrew.Contents)
	f.Add(hebrew.Contents[:len(hebrew.Contents)/2])
	f.Fuzz(func(t *testing.T, contents []byte) {
		if len(contents) > 1<<16 {
			return
		}
		setAll(t, latin, typeset.File{Name: "mine.ttf", Contents: contents})
	})
}
