package literal

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"barline/data/tree"
)

const (
	// MaxBytes is the size of the largest text that is read.
	MaxBytes = 64 << 20
	// MaxDepth is how deep lists and objects may stand in one another.
	MaxDepth = 64
)

// Parse reads a text that holds one value, or several after one another, which
// become an Array. Of a script it reads the lists and objects of the statements, up to
// the first that is anything else; rest is the line where that begins, or 0. Several
// become an Object, by the names of their variables. Its errors are of type
// [*tree.Error].
func Parse(text string) (v Value, rest int, err error) {
	if len(text) > MaxBytes {
		return Value{}, 0, &tree.Error{Line: 1, Column: 1, What: fmt.Sprintf("the file has %d bytes", len(text)),
			Fix: fmt.Sprintf("the limit for JSON is %d; split the file, or save it as CSV", MaxBytes)}
	}
	p := &parser{text: strings.TrimPrefix(text, "\ufeff"), line: 1}
	p.separator()
	if p.at == len(p.text) {
		return Value{}, 0, p.fail("the file is empty", "choose a file with events in it")
	}
	script := isNameStart(p.text[p.at])
	list := Value{Kind: Array, Line: int32(p.line)}
	for ; p.at < len(p.text); p.separator() {
		line := p.line
		next, err := p.value(0)
		if err != nil && script && p.held {
			rest = line
			break
		}
		if err != nil {
			return Value{}, 0, err
		}
		p.held = p.held || len(next.Members) > 0
		if script && len(next.Members) == 0 {
			continue
		}
		list.Members = append(list.Members, Member{p.variable, next})
		p.variable = ""
	}
	if script {
		list.Kind = Object
	}
	if len(list.Members) == 1 {
		return list.Members[0].Value, rest, nil
	}
	return list, rest, nil
}

// parser goes through a text once. Texts without escapes are parts of it.
type parser struct {
	text   string
	at     int  // in bytes
	line   int  // at at, from 1
	begin  int  // where that line begins
	called bool // directly inside the brackets of a call
	held   bool // a list or an object is among the values that were read
	// variable is the name before the last = outside brackets.
	variable string
}

// fail is an error at the place where the parser is.
func (p *parser) fail(what, fix string) error {
	column := utf8.RuneCountInString(p.text[min(p.begin, p.at):min(p.at, len(p.text))]) + 1
	return &tree.Error{Line: p.line, Column: column, What: what, Fix: fix}
}

func (p *parser) ended() error {
	return p.fail("the text ends too early", "add what is missing, such as a closing bracket")
}

// newline takes note of a line break at at, and goes past it.
func (p *parser) newline() {
	if p.text[p.at] == '\r' && p.at+1 < len(p.text) && p.text[p.at+1] == '\n' {
		p.at++
	}
	p.at++
	p.line++
	p.begin = p.at
}

// space goes past white space and comments.
func (p *parser) space() {
	for p.at < len(p.text) {
		rest := p.text[p.at:]
		switch {
		case rest[0] == '\n', rest[0] == '\r':
			p.newline()
		case rest[0] == ' ', rest[0] == '\t', rest[0] == '\v', rest[0] == '\f':
			p.at++
		case strings.HasPrefix(rest, "\u00a0"), strings.HasPrefix(rest, "\u2028"), strings.HasPrefix(rest, "\u2029"), strings.HasPrefix(rest, "\ufeff"):
			_, size := utf8.DecodeRuneInString(rest)
			p.at += size
		case strings.HasPrefix(rest, "//"):
			p.to("\n", "\r")
		case strings.HasPrefix(rest, "/*"):
			p.at += 2
			p.to("*/")
			p.at = min(len(p.text), p.at+2)
		default:
			return
		}
	}
}

// to goes to the first of these texts, or to the end, counting lines.
func (p *parser) to(any ...string) {
	for p.at < len(p.text) {
		for _, a := range any {
			if strings.HasPrefix(p.text[p.at:], a) {
				return
			}
		}
		if c := p.text[p.at]; c == '\n' || c == '\r' {
			p.newline()
		} else {
			p.at++
		}
	}
}

// separator goes past space, and past commas and semicolons between values.
func (p *parser) separator() {
	for p.space(); p.at < len(p.text) && (p.text[p.at] == ';' || p.text[p.at] == ','); p.space() {
		p.at++
	}
}

// value reads a value; depth counts the lists and objects around it.
func (p *parser) value(depth int) (Value, error) {
	if p.at == len(p.text) {
		return Value{}, p.ended()
	}
	if depth > MaxDepth {
		return Value{}, p.fail(fmt.Sprintf("more than %d levels inside one another", MaxDepth), "check the brackets; events need four levels")
	}
	v := Value{Line: int32(p.line)}
	var err error
	switch c := p.text[p.at]; {
	case c == '{':
		v.Kind = Object
		v.Members, err = p.members('}', depth)
	case c == '[':
		v.Kind = Array
		v.Members, err = p.members(']', depth)
	case c == '"', c == '\'', c == '`':
		v.Kind = String
		v.Text, err = p.joined()
	case c == '-', c == '+', c == '.', c >= '0' && c <= '9':
		v.Kind = Number
		v.Text = p.number()
		if strings.Trim(v.Text, "+-.") == "" {
			err = p.fail("not JSON: "+clip(p.text[p.at-len(v.Text):]), "write a number, or put quotation marks around a text")
		}
	case isNameStart(c):
		return p.named(depth)
	default:
		err = p.fail("not JSON: "+clip(p.text[p.at:]), "check the commas, quotation marks and brackets around it")
	}
	return v, err
}

// members reads what stands between brackets.
func (p *parser) members(end byte, depth int) ([]Member, error) {
	open, line := p.text[p.at], p.line
	p.at++
	var all []Member
	for {
		p.space()
		switch {
		case p.at == len(p.text):
			return nil, p.fail("the text ends too early", fmt.Sprintf("add the %c that closes the %c of line %d", end, open, line))
		case p.text[p.at] == end:
			p.at++
			return all, nil
		case p.text[p.at] == ',':
			return nil, p.fail("not JSON: a comma without a value before it", "remove it")
		}
		var m Member
		var err error
		p.called = end == ')'
		if end == '}' {
			if m.Key, err = p.key(); err != nil {
				return nil, err
			}
		}
		if m.Value, err = p.value(depth + 1); err != nil {
			return nil, err
		}
		all = append(all, m)
		p.space()
		if p.at < len(p.text) && p.text[p.at] == ',' {
			p.at++
		} else if p.at < len(p.text) && p.text[p.at] != end {
			return nil, p.fail("not JSON: "+clip(p.text[p.at:]), fmt.Sprintf("write a comma or %c before it", end))
		}
	}
}

// key reads a field's name and the colon after it.
func (p *parser) key() (string, error) {
	var key string
	var err error
	switch c := p.text[p.at]; {
	case c == '"', c == '\'', c == '`':
		key, err = p.quoted()
	case isNameStart(c), c >= '0' && c <= '9':
		key = p.name()
	default:
		err = p.fail("not JSON: "+clip(p.text[p.at:]), "write the name of a field in quotation marks")
	}
	if err != nil {
		return "", err
	}
	p.space()
	if p.at == len(p.text) || p.text[p.at] != ':' {
		return "", p.fail("no colon after the name of a field", "write : and a value")
	}
	p.at++
	p.space()
	return key, nil
}

func (p *parser) number() string {
	start := p.at
	for p.at < len(p.text) && strings.IndexByte("+-.0123456789eExXabcdefABCDEF_", p.text[p.at]) >= 0 {
		p.at++
	}
	return p.text[start:p.at]
}

// isNameStart reports whether a name may begin with the byte. Letters beyond ASCII
// may.
func isNameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || c >= utf8.RuneSelf
}

func (p *parser) name() string {
	start := p.at
	for p.at < len(p.text) && (isNameStart(p.text[p.at]) || p.text[p.at] >= '0' && p.text[p.at] <= '9') {
		p.at++
	}
	return p.text[start:p.at]
}

// clip is the beginning of a text, for a message.
func clip(s string) string {
	const most = 12
	s, _, _ = strings.Cut(s, "\n")
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s[:min(len(s), 4*most)])[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
