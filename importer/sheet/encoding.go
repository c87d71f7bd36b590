package sheet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"barline/data/csvtree"
	"barline/data/tree"
)

// decoded is a text with what was found out about its bytes.
type decoded struct {
	text, encoding string
	// repaired are the lines of single bytes that are not UTF-8 in a file that is
	// UTF-8 otherwise; they were read as Windows-1252.
	repaired []int
}

// decode finds the encoding of bytes: a mark decides, then NUL bytes tell UTF-16,
// then what is valid UTF-8 is that, and of encodings with one byte for a letter the
// one is taken under which the letters make words (see candidates).
func decode(contents []byte) (decoded, error) {
	if len(contents) > csvtree.MaxBytes {
		return decoded{}, tooLarge(len(contents), csvtree.MaxBytes)
	}
	if bytes.HasPrefix(contents, []byte("PK\x03\x04")) {
		a, err := openArchive(contents)
		if err != nil {
			return decoded{}, err
		}
		what, fix := a.kind()
		return decoded{}, refuse("this is "+what, fix)
	}
	if what, fix := foreign(contents); what != "" {
		return decoded{}, refuse("this is "+what, fix)
	}
	if rest, ok := bytes.CutPrefix(contents, []byte("\xef\xbb\xbf")); ok {
		return decodeBytes(rest)
	}
	for _, mark := range []struct {
		bytes, name string
		width       int
		order       binary.ByteOrder
	}{
		{"\xff\xfe\x00\x00", "UTF-32", 4, binary.LittleEndian},
		{"\x00\x00\xfe\xff", "UTF-32", 4, binary.BigEndian},
		{"\xff\xfe", "UTF-16", 2, binary.LittleEndian},
		{"\xfe\xff", "UTF-16", 2, binary.BigEndian},
	} {
		rest, ok := bytes.CutPrefix(contents, []byte(mark.bytes))
		if !ok {
			continue
		}
		if mark.width == 4 {
			return checkControls(decoded{text: fromUTF32(rest, mark.order), encoding: mark.name})
		}
		return checkControls(decoded{text: fromUTF16(rest, mark.order), encoding: mark.name})
	}
	if bytes.IndexByte(contents, 0) >= 0 {
		if order := orderOfUTF16(contents); order != nil {
			return checkControls(decoded{text: fromUTF16(contents, order), encoding: "UTF-16"})
		}
		// What some programs leave behind when a disk was full.
		contents = bytes.TrimRight(contents, "\x00")
	}
	return decodeBytes(contents)
}

// decodeBytes decodes what is no UTF-16.
func decodeBytes(contents []byte) (decoded, error) {
	if utf8.Valid(contents) {
		return checkControls(decoded{text: string(contents), encoding: "UTF-8"})
	}
	if text, lines, ok := repair(contents); ok {
		return checkControls(decoded{text: text, encoding: "UTF-8", repaired: lines})
	}
	// Controls first: of a file that is no text no encoding is right.
	if _, err := checkControls(decoded{text: string(contents)}); err != nil {
		return decoded{}, err
	}
	best, ok := judge(contents)
	if !ok {
		return decoded{}, refuse("the letters of this text are in an encoding that is not known here", "save it as UTF-8; spreadsheets offer “CSV UTF-8”, editors “Save with encoding”")
	}
	return checkControls(decoded{text: best.decode(contents), encoding: best.name})
}

// tooLarge is the error about a file of too many bytes.
func tooLarge(size, limit int) error {
	return refuse(fmt.Sprintf("%d MB", size>>20), fmt.Sprintf("a file has at most %d MB; leave out columns and rows that no reader needs", limit>>20))
}

// checkControls refuses what is no text: NUL bytes, or many control characters.
func checkControls(d decoded) (decoded, error) {
	const fewInThousand = 2
	stray, first := 0, -1
	for i := range len(d.text) {
		if c := d.text[i]; c < ' ' && isStray(rune(c)) {
			if c == 0 {
				line, column := tree.Position([]byte(d.text), i)
				return decoded{}, &tree.Error{Line: line, Column: column, What: "a NUL byte: this is no text, or it is damaged", Fix: "save the table again as CSV in UTF-8, or as .xlsx"}
			}
			if stray++; first < 0 {
				first = i
			}
		}
	}
	if stray > 8 && stray*1000 > len(d.text)*fewInThousand {
		line, column := tree.Position([]byte(d.text), first)
		return decoded{}, &tree.Error{Line: line, Column: column, What: strconv.Itoa(stray) + " control characters: this is no text", Fix: "give a table as CSV or .xlsx"}
	}
	return d, nil
}

func fromUTF16(b []byte, order binary.ByteOrder) string {
	var out strings.Builder
	out.Grow(len(b) * 3 / 4)
	for i := 0; i+1 < len(b); i += 2 {
		r := rune(order.Uint16(b[i:]))
		if utf16.IsSurrogate(r) {
			low := unicode.ReplacementChar
			if i+3 < len(b) {
				low = utf16.DecodeRune(r, rune(order.Uint16(b[i+2:])))
			}
			if r = low; r != unicode.ReplacementChar {
				i += 2
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func fromUTF32(b []byte, order binary.ByteOrder) string {
	var out strings.Builder
	out.Grow(len(b) / 2)
	for ; len(b) >= 4; b = b[4:] {
		r := order.Uint32(b)
		if r > unicode.MaxRune {
			r = unicode.ReplacementChar
		}
		out.WriteRune(rune(r))
	}
	return out.String()
}

// orderOfUTF16 tells UTF-16 without a mark by its beginning: read in one of the two
// orders it has no controls, and spaces, separators and line breaks are where texts
// have them. It is nil if neither is so.
func orderOfUTF16(contents []byte) binary.ByteOrder {
	const sample = 16 << 10
	b := contents[:min(len(contents), sample)&^1]
	// A text of single bytes with some NUL bytes in it has no controls without them;
	// UTF-16 has, or every second byte is NUL.
	nul := bytes.Count(b, []byte{0})
	rest := bytes.ReplaceAll(b, []byte{0}, nil)
	if nul*4 < len(b) && utf8.Valid(rest) && !bytes.ContainsFunc(rest, isStray) {
		return nil
	}
	common := func(order binary.ByteOrder) (n int) {
		for i := 0; i+1 < len(b); i += 2 {
			switch r := rune(order.Uint16(b[i:])); {
			case isStray(r), r >= 0xfff0, r >= 0xe000 && r < 0xf900:
				return -1
			case r < utf8.RuneSelf:
				n++
			}
		}
		return n
	}
	little, big := common(binary.LittleEndian), common(binary.BigEndian)
	switch least := len(b) / 2 / 50; { // one in fifty characters is ASCII in any table
	case little > big && little > least:
		return binary.LittleEndian
	case big > little && big > least:
		return binary.BigEndian
	}
	return nil
}

// repair reads a text that is UTF-8 but for few bytes, as it comes of files that were
// joined: those are read as Windows-1252, and lines says where.
func repair(contents []byte) (text string, lines []int, ok bool) {
	const goodForEachBad = 4
	good, bad := 0, 0
	for b := contents; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		b = b[size:]
	}
	if good < goodForEachBad*bad {
		return "", nil, false
	}
	table := western()
	var out strings.Builder
	line := 1
	for b := contents; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			r = table.DecodeByte(b[0])
			if len(lines) == 0 || lines[len(lines)-1] != line {
				lines = append(lines, line)
			}
		}
		if r == '\n' {
			line++
		}
		out.WriteRune(r)
		b = b[size:]
	}
	return out.String(), lines, true
}
