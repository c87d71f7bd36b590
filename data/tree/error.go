package tree

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error is a text that is no tree: where, what is wrong, and the fix.
type Error struct {
	Line, Column int // from 1, column in characters
	What, Fix    string
}

// Error returns line:col: what; fix.
func (e *Error) Error() string {
	return fmt.Sprintf("%d:%d: %s; %s", e.Line, e.Column, e.What, e.Fix)
}

// Check refuses texts that no reader takes: larger than MaxBytes, or not
// UTF-8. Its error is an [*Error].
func Check(text []byte) error { return CheckWithin(text, MaxBytes) }

// CheckWithin is Check with a limit of its own, in bytes.
func CheckWithin(text []byte, limit int) error {
	if len(text) > limit {
		return &Error{1, 1, fmt.Sprintf("the file has %d bytes", len(text)), fmt.Sprintf("the limit is %d; split the story", limit)}
	}
	if utf8.Valid(text) {
		return nil
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			line, column := Position(text, i)
			return &Error{line, column, fmt.Sprintf("the byte %#02x is not UTF-8", text[i]), "save the file as UTF-8"}
		}
		i += size
	}
	return nil
}

// Position returns the line and column, from 1, of the character that starts
// at the offset in bytes. A byte order mark takes up no column.
func Position(text []byte, offset int) (line, column int) {
	p := newPositions(text)
	return p.at(offset)
}

const byteOrderMark = "\ufeff"

// positions turns growing offsets into lines and columns in one pass.
type positions struct {
	text         []byte
	offset       int
	line, column int
}

func newPositions(text []byte) positions {
	p := positions{text: text, line: 1, column: 1}
	if strings.HasPrefix(string(text[:min(len(text), len(byteOrderMark))]), byteOrderMark) {
		p.offset = len(byteOrderMark)
	}
	return p
}

// at returns the position of an offset that is not before the last one asked
// for.
func (p *positions) at(offset int) (line, column int) {
	for p.offset < offset && p.offset < len(p.text) {
		c := p.text[p.offset]
		switch {
		case c == '\n', c == '\r' && (p.offset+1 == len(p.text) || p.text[p.offset+1] != '\n'):
			p.line, p.column = p.line+1, 1
		case c == '\r':
			// The first half of a line break that \n completes.
		case c&0xC0 != 0x80: // not the inside of a character
			p.column++
		}
		p.offset++
	}
	return p.line, p.column
}
