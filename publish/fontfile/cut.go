package fontfile

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"

	gotext "github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Cut takes out of a font what a page's letters do not need: the outlines of all other
// letters, and tables that browsers do not draw with. keep says which letters the page
// may set. Glyphs keep their numbers, so that ligatures, forms by position and kerning
// stay as they are; the table of letters holds those that are kept, and a browser looks
// elsewhere for the rest.
//
// The font must have passed Check. Fonts that cannot be cut this way are returned as
// they are: those with PostScript outlines, variable and coloured ones, and those that
// would not become smaller.
func Cut(contents []byte, keep func(rune) bool) []byte {
	f, err := tablesOf(contents)
	if err != nil || !f.canBeCut() {
		return contents
	}
	letters, err := lettersOf(contents, keep)
	if err != nil || len(letters) == 0 {
		return contents
	}
	kept := map[int]bool{0: true}
	for _, glyph := range letters {
		kept[glyph] = true
	}
	if err := addSubstitutes(kept, f.tables["GSUB"]); err != nil {
		return contents
	}
	outlines := f.outlinesOf()
	outlines.addParts(kept)
	f.tables["glyf"], f.tables["loca"] = outlines.only(kept)
	f.tables["head"] = bytes.Clone(f.tables["head"])
	binary.BigEndian.PutUint16(f.tables["head"][50:], 1) // loca has numbers of four bytes
	f.tables["cmap"] = cmapOf(letters)
	for _, tag := range undrawn() {
		delete(f.tables, tag)
	}
	// Version 3 of the table: without the names of glyphs.
	f.tables["post"] = append([]byte{0, 3, 0, 0}, f.tables["post"][4:32]...)
	cut := f.file()
	if len(cut) >= len(contents) || Check(cut) != nil {
		return contents
	}
	return cut
}

// canBeCut reports whether all outlines are in the table glyf, one for each glyph.
func (f *font) canBeCut() bool {
	for _, tag := range []string{"CFF ", "CFF2", "fvar", "gvar", "COLR", "SVG ", "sbix", "CBDT", "EBDT", "morx", "mort"} {
		if f.tables[tag] != nil {
			return false
		}
	}
	return f.tables["glyf"] != nil && f.tables["loca"] != nil
}

// undrawn are tables that browsers do not draw with, some of which list glyphs.
func undrawn() []string {
	return []string{"DSIG", "hdmx", "VDMX", "LTSH", "PCLT", "FFTM", "meta", "JSTF", "Feat", "feat", "prop", "Silf", "Glat", "Gloc", "Sill", "TTFA", "webf"}
}

// lettersOf are the glyphs of the letters that are kept.
func lettersOf(contents []byte, keep func(rune) bool) (map[rune]int, error) {
	loader, err := ot.NewLoader(bytes.NewReader(contents))
	if err != nil {
		return nil, err
	}
	f, err := gotext.NewFont(loader)
	if err != nil {
		return nil, err
	}
	letters := map[rune]int{}
	for all := f.Cmap.Iter(); all.Next(); {
		if r, glyph := all.Char(); glyph != 0 && keep(r) {
			letters[r] = int(glyph)
		}
	}
	return letters, nil
}

// cmapOf writes the table of letters, in format 12: groups of letters and glyphs that
// follow one another.
func cmapOf(letters map[rune]int) []byte {
	type group struct{ from, to, glyph uint32 }
	var groups []group
	for _, r := range slices.Sorted(maps.Keys(letters)) {
		at, glyph := uint32(r), uint32(letters[r])
		if last := len(groups) - 1; last >= 0 && groups[last].to+1 == at && groups[last].glyph+at-groups[last].from == glyph {
			groups[last].to = at
			continue
		}
		groups = append(groups, group{at, at, glyph})
	}
	var b []byte
	u16 := func(v ...uint16) {
		for _, v := range v {
			b = binary.BigEndian.AppendUint16(b, v)
		}
	}
	u32 := func(v ...uint32) {
		for _, v := range v {
			b = binary.BigEndian.AppendUint32(b, v)
		}
	}
	const windows, allOfUnicode = 3, 10
	u16(0, 1, windows, allOfUnicode)
	u32(12) // where the format begins
	u16(12, 0)
	u32(uint32(16+12*len(groups)), 0, uint32(len(groups)))
	for _, g := range groups {
		u32(g.from, g.to, g.glyph)
	}
	return b
}

// file writes the font anew, with the sums of its tables and of itself.
func (f *font) file() []byte {
	tags := slices.Sorted(maps.Keys(f.tables))
	powers, log := 1, 0
	for powers*2 <= len(tags) {
		powers, log = powers*2, log+1
	}
	b := []byte(f.outlines)
	for _, v := range []int{len(tags), powers * 16, log, (len(tags) - powers) * 16} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at, head := len(b)+16*len(tags), 0
	for _, tag := range tags {
		table := f.tables[tag]
		if tag == "head" {
			head = at
		}
		b = append(b, tag...)
		for _, v := range []uint32{checkSum(tag, table), uint32(at), uint32(len(table))} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
		at += (len(table) + 3) &^ 3
	}
	for _, tag := range tags {
		b = append(b, f.tables[tag]...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	binary.BigEndian.PutUint32(b[head+8:], 0)
	binary.BigEndian.PutUint32(b[head+8:], 0xB1B0AFBA-checkSum("", b))
	return b
}
