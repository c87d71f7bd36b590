package fontfile

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"barline/typeset"
)

// mostTables is more than the tables that any font has.
const mostTables = 200

// Check reads a font file, TrueType or OpenType. Its error is an *Error.
func Check(contents []byte) error {
	f, err := tablesOf(contents)
	if err != nil {
		return err
	}
	if err := f.required(); err != nil {
		return err
	}
	glyphs, err := f.sizes()
	if err != nil {
		return err
	}
	if err := typeset.Try(typeset.File{Contents: contents}, glyphs); err != nil {
		return damaged("its letters cannot be read")
	}
	return nil
}

// font is the tables of a file, by their tags.
type font struct {
	outlines string // the file's first four bytes
	tables   map[string][]byte
}

// tablesOf takes a file apart. Every table lies in it and has the sum that the file
// says.
func tablesOf(file []byte) (*font, error) {
	if len(file) == 0 {
		return nil, &Error{"the file is empty", copyAgain}
	}
	if len(file) < 12 {
		return nil, damaged(fmt.Sprintf("it has only %d bytes", len(file)))
	}
	f := &font{outlines: string(file[:4]), tables: map[string][]byte{}}
	switch f.outlines {
	case "\x00\x01\x00\x00", "OTTO", "true":
	case "ttcf":
		return nil, unfit("the file is a collection of several fonts")
	case "wOFF", "wOF2":
		return nil, unfit("the file is a font for web pages (WOFF)")
	default:
		return nil, unfit("the file is no TrueType or OpenType font")
	}
	n := int(binary.BigEndian.Uint16(file[4:]))
	if n == 0 || n > mostTables || 12+16*n > len(file) {
		return nil, damaged(fmt.Sprintf("it has no room for the %d tables that it says it has", n))
	}
	for i := range n {
		entry := file[12+16*i:][:16]
		tag := string(entry[:4])
		sum, offset, length := binary.BigEndian.Uint32(entry[4:]), uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if strings.ContainsFunc(tag, func(r rune) bool { return r < ' ' || r > '~' }) {
			return nil, damaged(fmt.Sprintf("a table has the name %q", tag))
		}
		if offset+length > uint64(len(file)) {
			return nil, damaged(fmt.Sprintf("its table %q ends at byte %d, and it has %d", tag, offset+length, len(file)))
		}
		if offset%4 != 0 {
			return nil, unfit(fmt.Sprintf("its table %q begins at byte %d, which is no multiple of four", tag, offset))
		}
		if _, twice := f.tables[tag]; twice {
			return nil, damaged(fmt.Sprintf("it has two tables %q", tag))
		}
		table := file[offset:][:length]
		if sum != checkSum(tag, table) {
			return nil, damaged(fmt.Sprintf("its table %q is not the one whose check sum it has", tag))
		}
		f.tables[tag] = table
	}
	return f, nil
}

// checkSum adds up a table's words of four bytes. The table head holds a sum of the
// whole file, which counts as zero in its own.
func checkSum(tag string, table []byte) uint32 {
	var sum uint32
	for i := 0; i < len(table); i += 4 {
		var word [4]byte
		copy(word[:], table[i:])
		if tag != "head" || i != 8 {
			sum += binary.BigEndian.Uint32(word[:])
		}
	}
	return sum
}

// required looks for the tables without which a browser refuses a font.
func (f *font) required() error {
	needed := []string{"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"}
	if f.outlines == "OTTO" {
		if f.tables["CFF2"] == nil {
			needed = append(needed, "CFF ")
		}
	} else {
		needed = append(needed, "glyf", "loca")
	}
	needed = slices.DeleteFunc(needed, func(tag string) bool { return len(f.tables[tag]) > 0 })
	if len(needed) > 0 {
		return unfit(fmt.Sprintf("the font lacks what browsers need (%q)", needed))
	}
	return nil
}
