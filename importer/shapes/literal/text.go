package literal

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// joined reads a text, and those that are added to it with +.
func (p *parser) joined() (string, error) {
	text, err := p.quoted()
	if err != nil {
		return "", err
	}
	var all []string
	for {
		at, line, begin := p.at, p.line, p.begin
		p.space()
		if p.at == len(p.text) || p.text[p.at] != '+' {
			p.at, p.line, p.begin = at, line, begin
			break
		}
		p.at++
		p.space()
		if p.at == len(p.text) || strings.IndexByte("\"'`", p.text[p.at]) < 0 {
			return "", p.fail("a text is added to something that is not a text", "write it as one text in quotation marks")
		}
		more, err := p.quoted()
		if err != nil {
			return "", err
		}
		all = append(all, more)
	}
	return text + strings.Join(all, ""), nil
}

// quoted reads one text in quotation marks of any kind. Line breaks inside are
// taken as they are.
func (p *parser) quoted() (string, error) {
	quote, opened := p.text[p.at], p.line
	p.at++
	start := p.at
	var b *strings.Builder
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == quote:
			text := p.text[start:p.at]
			p.at++
			if b != nil {
				b.WriteString(text)
				text = b.String()
			}
			return text, nil
		case c == '\\':
			if b == nil {
				b = &strings.Builder{}
			}
			b.WriteString(p.text[start:p.at])
			if err := p.escape(b); err != nil {
				return "", err
			}
			start = p.at
		case c == '\n', c == '\r':
			p.newline()
		default:
			p.at++
		}
	}
	return "", p.fail("a text without its closing quotation mark", "close the text that begins on line "+strconv.Itoa(opened))
}

// escape reads what begins with a backslash.
func (p *parser) escape(b *strings.Builder) error {
	p.at++
	if p.at == len(p.text) {
		return p.ended()
	}
	c := p.text[p.at]
	switch c {
	case '\n', '\r': // the text goes on
		p.newline()
		return nil
	case 'u', 'x':
		return p.code(b, c)
	case 'n', 'r', 't', 'b', 'f', 'v', '0':
		b.WriteByte("\n\r\t\b\f\v\x00"[strings.IndexByte("nrtbfv0", c)])
		p.at++
		return nil
	}
	_, size := utf8.DecodeRuneInString(p.text[p.at:])
	b.WriteString(p.text[p.at : p.at+size])
	p.at += size
	return nil
}

// code reads the digits of \u0041, \u{1F600} and \x41, and the second half of a pair.
func (p *parser) code(b *strings.Builder, kind byte) error {
	p.at++
	r, ok := p.digits(kind)
	if !ok {
		return p.fail("an escape without its digits", `write four hexadecimal digits after \u`)
	}
	if utf16.IsSurrogate(r) && strings.HasPrefix(p.text[p.at:], `\u`) {
		at := p.at
		p.at += 2
		second, ok := p.digits('u')
		if pair := utf16.DecodeRune(r, second); ok && pair != utf8.RuneError {
			r = pair
		} else {
			p.at = at
		}
	}
	b.WriteRune(r)
	return nil
}

func (p *parser) digits(kind byte) (rune, bool) {
	rest := p.text[p.at:]
	n := 4
	switch {
	case kind == 'x':
		n = 2
	case strings.HasPrefix(rest, "{"):
		end := strings.IndexByte(rest[:min(len(rest), 10)], '}')
		if end < 0 {
			return 0, false
		}
		r, err := strconv.ParseUint(rest[1:end], 16, 21)
		p.at += end + 1
		return rune(r), err == nil
	}
	if len(rest) < n {
		return 0, false
	}
	r, err := strconv.ParseUint(rest[:n], 16, 16)
	p.at += n
	return rune(r), err == nil
}
