package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// ParseJSON reads a JSON text (RFC 8259), with or without a byte order mark.
// It refuses duplicate keys, text that is not UTF-8, and what goes beyond
// MaxBytes or MaxDepth. Its errors are of type [*Error].
func ParseJSON(text []byte) (*Node, error) { return ParseJSONWithin(text, MaxBytes) }

// ParseJSONWithin is ParseJSON with a limit of its own, in bytes.
func ParseJSONWithin(text []byte, limit int) (*Node, error) {
	if err := CheckWithin(text, limit); err != nil {
		return nil, err
	}
	base := 0
	if bytes.HasPrefix(text, []byte(byteOrderMark)) {
		base = len(byteOrderMark)
	}
	p := &jsonParser{
		text: text,
		base: base,
		// Duplicates are found here, to say where the first one stands.
		dec: jsontext.NewDecoder(bytes.NewBuffer(text[base:]), jsontext.AllowDuplicateNames(true)),
		pos: newPositions(text),
	}
	root, err := p.value(0)
	if err != nil {
		return nil, err
	}
	end, _, err := p.next()
	if err == nil {
		return nil, &Error{end.line, end.column, "text after the end of the story", "remove it; one file holds one story"}
	}
	if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return root, nil
}

type jsonParser struct {
	text []byte
	base int // where the decoder's text begins in text
	dec  *jsontext.Decoder
	pos  positions
}

// mark is where a token starts.
type mark struct{ line, column int }

// next reads a token and tells where it starts.
func (p *jsonParser) next() (mark, jsontext.Token, error) {
	start := p.skipSpace(int(p.dec.InputOffset()) + p.base)
	token, err := p.dec.ReadToken()
	if err != nil {
		return mark{}, token, p.fail(err)
	}
	line, column := p.pos.at(start)
	return mark{line, column}, token, nil
}

// skipSpace goes past what stands between tokens.
func (p *jsonParser) skipSpace(offset int) int {
	for offset < len(p.text) {
		switch p.text[offset] {
		case ' ', '\t', '\r', '\n', ',', ':':
			offset++
		default:
			return offset
		}
	}
	return offset
}

// fail puts a decoder's error into our words and gives it its position. The
// regular end of the text stays io.EOF.
func (p *jsonParser) fail(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return p.endsEarly()
	}
	e, ok := errors.AsType[*jsontext.SyntacticError](err)
	if !ok {
		return err
	}
	line, column := p.pos.at(int(e.ByteOffset) + p.base)
	return &Error{line, column, "not JSON: " + e.Err.Error(), "check the commas, quotation marks and brackets around it"}
}

func (p *jsonParser) endsEarly() error {
	line, column := p.pos.at(len(p.text))
	return &Error{line, column, "the text ends too early", "add what is missing, such as a closing bracket"}
}

// value reads a value; depth counts the objects and arrays around it.
func (p *jsonParser) value(depth int) (*Node, error) {
	at, token, err := p.next()
	if err == io.EOF {
		return nil, p.endsEarly()
	}
	if err != nil {
		return nil, err
	}
	n := &Node{Line: at.line, Column: at.column}
	switch token.Kind() {
	case 'n':
		n.Kind = Null
	case 't', 'f':
		n.Kind, n.Text = Bool, token.String()
	case '0':
		n.Kind, n.Text = Number, token.String()
	case '"':
		n.Kind, n.Text = String, token.String()
	default:
		if depth == MaxDepth {
			return nil, TooDeep(at.line, at.column)
		}
		if token.Kind() == '[' {
			n.Kind = Array
			return n, p.items(n, depth)
		}
		n.Kind = Object
		return n, p.fields(n, depth)
	}
	return n, nil
}

func (p *jsonParser) items(n *Node, depth int) error {
	for p.dec.PeekKind() != ']' {
		item, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.Items = append(n.Items, item)
	}
	_, _, err := p.next()
	return err
}

func (p *jsonParser) fields(n *Node, depth int) error {
	var keys Keys
	for p.dec.PeekKind() != '}' {
		at, token, err := p.next()
		if err != nil {
			return err
		}
		// The token's text is only good until the next one is read.
		f := Field{Key: token.String(), KeyLine: at.line, KeyColumn: at.column}
		if err := keys.Add(f); err != nil {
			return err
		}
		if f.Value, err = p.value(depth + 1); err != nil {
			return err
		}
		n.Fields = append(n.Fields, f)
	}
	_, _, err := p.next()
	return err
}

// Keys finds duplicate keys of one object. Its zero value is ready.
type Keys struct{ seen map[string]Field }

// Add takes note of a field and refuses the second of its key with an
// [*Error].
func (k *Keys) Add(f Field) error {
	if first, ok := k.seen[f.Key]; ok {
		return &Error{
			f.KeyLine, f.KeyColumn,
			"the field " + strconv.Quote(f.Key) + " stands twice",
			fmt.Sprintf("the first is on line %d; keep one", first.KeyLine),
		}
	}
	if k.seen == nil {
		k.seen = make(map[string]Field)
	}
	k.seen[f.Key] = f
	return nil
}

// TooDeep is the error of a value that stands deeper than MaxDepth.
func TooDeep(line, column int) *Error {
	return &Error{line, column, fmt.Sprintf("more than %d levels inside one another", MaxDepth), "check the brackets and the indentation; a story needs six levels"}
}
