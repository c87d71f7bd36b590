package fontfile_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"barline/assets/fonts"
	"barline/publish/fontfile"
	"barline/scene"
	"barline/typeset"
)

// ours is a font file that is whole, of a script.
func ours(t testing.TB, name string) []byte {
	t.Helper()
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(all, func(f fonts.File) bool { return f.Name == name })
	return all[at].Contents
}

func TestWholeFontsPass(t *testing.T) {
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if err := fontfile.Check(f.Contents); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// helps wants an error that says what is wrong and what to do, in one line.
func helps(t interface{ Errorf(string, ...any) }, what string, err error) {
	e, ok := errors.AsType[*fontfile.Error](err)
	if !ok || e.What == "" || e.Fix == "" || strings.ContainsFunc(e.Error(), unicode.IsControl) {
		t.Errorf("%s: %#v", what, err)
	}
}

// A file that was not copied to its end is refused, wherever it ends.
func TestHalfCopiedFonts(t *testing.T) {
	font := ours(t, "Sans-Regular-hebrew.ttf")
	for n := 0; n < len(font)-4; n += 1 + n/50 {
		helps(t, "the first bytes", fontfile.Check(font[:n]))
		// As some copies have it: the length is right, and the rest is zeros.
		zeros := append(bytes.Clone(font[:n]), make([]byte, len(font)-n)...)
		if !bytes.Equal(zeros, font) {
			helps(t, "zeros at the end", fontfile.Check(zeros))
		}
	}
}

// A byte that is another one is noticed, wherever it stands in a table.
func TestDamagedFonts(t *testing.T) {
	font := ours(t, "Serif-Bold-hebrew.ttf")
	rapid.Check(t, func(t *rapid.T) {
		damaged := bytes.Clone(font)
		at := rapid.IntRange(0, len(font)-1).Draw(t, "at")
		damaged[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "by"))
		if err := fontfile.Check(damaged); err != nil {
			helps(t, "a byte", err)
		} else if !between(font, at) {
			t.Errorf("byte %d is another one, and nobody notices", at)
		}
	})
}

// between reports whether a byte of a font is in none of its tables, or is one that
// their sums leave out: three words of the header that help to search, the sum of
// the whole file, and what fills up to a multiple of four.
func between(font []byte, at int) bool {
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		entry := font[12+16*i:]
		offset, length := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
		if offset <= at && at < offset+length {
			return string(entry[:4]) == "head" && at-offset >= 8 && at-offset < 12
		}
	}
	return at >= 6
}

func TestNoFonts(t *testing.T) {
	font := ours(t, "Sans-Regular-hebrew.ttf")
	for what, c := range map[string]struct {
		contents []byte
		says     string
	}{
		"nothing":          {nil, "empty"},
		"text":             {[]byte("Here should have been a font.\n"), "no TrueType or OpenType font"},
		"a page":           {[]byte("<!doctype html><title>404 Not Found</title>"), "no TrueType or OpenType font"},
		"a collection":     {append([]byte("ttcf\x00\x01\x00\x00"), font...), "a collection"},
		"WOFF":             {append([]byte("wOFF\x00\x01\x00\x00"), font...), "WOFF"},
		"WOFF 2":           {append([]byte("wOF2\x00\x01\x00\x00"), font...), "WOFF"},
		"without letters":  {without(font, "cmap"), `["cmap"]`},
		"without outlines": {without(font, "glyf"), `["glyf"]`},
		"without widths":   {without(font, "hhea", "hmtx"), `["hhea" "hmtx"]`},
		"without OS/2":     {without(font, "OS/2"), `["OS/2"]`},
		"without names":    {without(font, "post", "name"), `["name" "post"]`},
		"no glyphs":        {changed(font, "maxp", 4, 0, 0), "no glyphs"},
		"no size":          {changed(font, "head", 18, 0, 0), "0 units"},
		"many widths":      {changed(font, "hhea", 34, 0xff, 0xff), "hmtx"},
		"many glyphs":      {changed(font, "maxp", 4, 0xff, 0xff), "hmtx"},
		"other places":     {changed(font, "loca", 2, 0xff, 0xff), "glyph"},
		"other numbers":    {changed(font, "head", 50, 0, 7), "loca"},
	} {
		err := fontfile.Check(c.contents)
		helps(t, what, err)
		if err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// without is a font without some tables, which names others instead.
func without(font []byte, tags ...string) []byte {
	font = bytes.Clone(font)
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if tag := font[12+16*i:][:4]; slices.Contains(tags, string(tag)) {
			copy(tag, []byte{'x', 'x', 'x', byte('a' + i)})
		}
	}
	return summed(font)
}

// changed is a font with other bytes in a table, and the right sums.
func changed(font []byte, tag string, at int, to ...byte) []byte {
	font = bytes.Clone(font)
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if entry := font[12+16*i:]; string(entry[:4]) == tag {
			copy(font[int(binary.BigEndian.Uint32(entry[8:]))+at:], to)
		}
	}
	return summed(font)
}

// summed writes the sums of a font's tables anew, so that what is in them is read.
// What is no font stays as it is.
func summed(font []byte) []byte {
	font = bytes.Clone(font)
	if len(font) < 12 {
		return font
	}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if 12+16*i+16 > len(font) {
			break
		}
		entry := font[12+16*i:][:16]
		from, n := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+n > uint64(len(font)) {
			continue
		}
		var sum uint32
		for table, j := font[from:from+n], 0; j < len(table); j += 4 {
			var word [4]byte
			copy(word[:], table[j:])
			if string(entry[:4]) != "head" || j != 8 {
				sum += binary.BigEndian.Uint32(word[:])
			}
		}
		binary.BigEndian.PutUint32(entry[4:], sum)
	}
	return font
}

// FuzzCheck reads anything as a font, with the right sums: it ends in an error that
// helps, or with a font that words can be set in.
func FuzzCheck(f *testing.F) {
	small := ours(f, "Sans-Regular-hebrew.ttf")
	f.Add(small, uint16(0), uint32(0))
	for at := range uint16(120) {
		f.Add(small, at*200, uint32(0xffffffff))
		f.Add(small, at*211, uint32(0x80007fff))
	}
	f.Fuzz(func(t *testing.T, font []byte, at uint16, value uint32) {
		font = bytes.Clone(font[:min(len(font), 1<<16)])
		if int(at)+4 <= len(font) {
			binary.BigEndian.PutUint32(font[at:], value)
		}
		font = summed(font)
		if err := fontfile.Check(font); err != nil {
			helps(t, "a font", err)
			return
		}
		set, err := typeset.New([]typeset.File{{Faces: []scene.Face{scene.Sans}, Name: "own.ttf", Contents: font}}, "he")
		if err != nil {
			t.Fatal(err)
		}
		set.Wrap("אבג 123 abc", scene.Style{SizePx: 15}, 40, 0)
		if err := set.Damage(); err != nil {
			t.Fatalf("checked, and yet: %v", err)
		}
	})
}
