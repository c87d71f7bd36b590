package fontfile

import "encoding/binary"

// outlines are the outlines of a font's glyphs, by their numbers; of spaces they are
// empty.
type outlines [][]byte

// outlinesOf takes the table glyf apart, whose places Check has looked at.
func (f *font) outlinesOf() outlines {
	count := int(binary.BigEndian.Uint16(f.tables["maxp"][4:]))
	long := binary.BigEndian.Uint16(f.tables["head"][50:]) == 1
	loca, all := f.tables["loca"], make(outlines, count)
	at := func(i int) int {
		if long {
			return int(binary.BigEndian.Uint32(loca[4*i:]))
		}
		return 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
	}
	for i := range all {
		all[i] = f.tables["glyf"][at(i):at(i+1)]
	}
	return all
}

// addParts adds the glyphs that kept ones are composed of: an é of an e and an accent.
func (o outlines) addParts(kept map[int]bool) {
	var visit func(glyph int)
	visit = func(glyph int) {
		for _, part := range o.partsOf(glyph) {
			if !kept[part] {
				kept[part] = true
				visit(part)
			}
		}
	}
	for glyph := range o {
		if kept[glyph] {
			visit(glyph)
		}
	}
}

// Flags of a part of a composed glyph, as the format has them.
const (
	wordsFollow    = 1 << 0 // its place is two numbers of two bytes, else of one
	scaleFollows   = 1 << 3
	partFollows    = 1 << 5
	scalesFollow   = 1 << 6 // one for each direction
	matrixFollows  = 1 << 7
	composedMarker = 0x8000 // a negative number of contours
)

// partsOf are the glyphs that a glyph is composed of directly.
func (o outlines) partsOf(glyph int) (parts []int) {
	if glyph >= len(o) {
		return nil
	}
	rest := o[glyph]
	if len(rest) < 10 || binary.BigEndian.Uint16(rest)&composedMarker == 0 {
		return nil
	}
	rest = rest[10:]
	for len(rest) >= 4 {
		flags := binary.BigEndian.Uint16(rest)
		parts = append(parts, int(binary.BigEndian.Uint16(rest[2:])))
		size := 6
		if flags&wordsFollow != 0 {
			size += 2
		}
		switch {
		case flags&scaleFollows != 0:
			size += 2
		case flags&scalesFollow != 0:
			size += 4
		case flags&matrixFollows != 0:
			size += 8
		}
		if flags&partFollows == 0 || size > len(rest) {
			return parts
		}
		rest = rest[size:]
	}
	return parts
}

// only writes the tables glyf and loca with the outlines of some glyphs; all others are
// empty. Places in loca are numbers of four bytes.
func (o outlines) only(kept map[int]bool) (glyf, loca []byte) {
	for glyph, outline := range o {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if !kept[glyph] {
			continue
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}
