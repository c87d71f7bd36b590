package fontfile

import (
	"encoding/binary"
	"fmt"
)

// sizes compares the tables whose sizes follow from one another, and returns the
// number of glyphs.
func (f *font) sizes() (glyphs int, err error) {
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "OS/2": 68, "post": 32, "cmap": 4, "name": 6} {
		if len(f.tables[tag]) < least {
			return 0, tooShort(tag)
		}
	}
	at := func(tag string, offset int) int { return int(binary.BigEndian.Uint16(f.tables[tag][offset:])) }
	glyphs = at("maxp", 4)
	if glyphs == 0 {
		return 0, unfit("the font has no glyphs")
	}
	if em := at("head", 18); em < 16 || em > 16384 {
		return 0, damaged(fmt.Sprintf("its letters are %d units high, and 16 to 16384 are allowed", em))
	}
	if magic := binary.BigEndian.Uint32(f.tables["head"][12:]); magic != 0x5f0f3cf5 {
		return 0, damaged(`its table "head" has not the number that it must have`)
	}
	widths := at("hhea", 34)
	if widths == 0 || widths > glyphs || len(f.tables["hmtx"]) < 4*widths+2*(glyphs-widths) {
		return 0, tooShort("hmtx")
	}
	if f.tables["loca"] != nil && f.outlines != "OTTO" {
		return glyphs, f.places(glyphs, at("head", 50))
	}
	return glyphs, nil
}

// places looks at where the table loca says that each glyph is; format is that of
// its numbers.
func (f *font) places(glyphs, format int) error {
	loca, end := f.tables["loca"], len(f.tables["glyf"])
	size := 2
	switch format {
	case 0:
	case 1:
		size = 4
	default:
		return damaged(`its table "loca" has an unknown format`)
	}
	if len(loca) < (glyphs+1)*size {
		return tooShort("loca")
	}
	before := 0
	for i := range glyphs + 1 {
		at := 0
		if size == 2 {
			at = 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
		} else {
			at = int(binary.BigEndian.Uint32(loca[4*i:]))
		}
		if at < before || at > end {
			return damaged(fmt.Sprintf("glyph %d lies outside the table of glyphs", i))
		}
		before = at
	}
	return nil
}

func tooShort(tag string) error {
	return damaged(fmt.Sprintf("its table %q is too short", tag))
}
