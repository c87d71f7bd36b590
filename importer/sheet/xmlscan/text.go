package xmlscan

import (
	"bytes"
	"unicode/utf8"
)

// place is where a text stands, which decides what may be in it.
type place uint8

const (
	inElement place = iota
	inValue         // of an attribute
	inSection       // CDATA
)

// piece is how much of a text is given out at once at least, where there is more.
const piece = 32 << 10

// text reads a text or a piece of one. Outside all elements it is nothing but spaces,
// which are no token.
func (s *Scanner) text() (*Token, error) {
	n := 0 // bytes in which no < is
	for {
		b := s.in.bytes()
		if i := bytes.IndexByte(b[n:], '<'); i >= 0 {
			n += i
			break
		}
		n = len(b)
		if n >= piece {
			if whole := wholeEnd(b, inElement); whole > 0 {
				n = whole
				break
			}
		}
		if !s.in.more() {
			break
		}
	}
	raw := s.in.bytes()[:n]
	s.in.skip(n)
	if len(s.lengths) == 0 {
		if len(skipSpace(raw)) > 0 {
			return nil, fault("a text outside all elements")
		}
		return nil, nil
	}
	return s.textToken(raw, inElement)
}

// cdata reads a piece of a CDATA section, nil at its end.
func (s *Scanner) cdata() (*Token, error) {
	const end = "]]>"
	n := 0
	for {
		b := s.in.bytes()
		if i := bytes.Index(b[max(0, n-2):], []byte(end)); i >= 0 {
			n = max(0, n-2) + i
			raw := b[:n]
			s.in.skip(n + len(end))
			s.inCDATA = false
			if n == 0 {
				return nil, nil
			}
			return s.textToken(raw, inSection)
		}
		n = len(b)
		if n >= piece {
			if whole := wholeEnd(b, inSection); whole > 0 {
				raw := b[:whole]
				s.in.skip(whole)
				return s.textToken(raw, inSection)
			}
		}
		if !s.in.more() {
			return nil, s.cut()
		}
	}
}

func (s *Scanner) textToken(raw []byte, in place) (*Token, error) {
	if !isPlain(raw) {
		var err error
		if raw, err = s.resolved(raw, in); err != nil {
			return nil, err
		}
	}
	s.token = Token{Kind: Text, Text: raw}
	return &s.token, nil
}

// longestReference is how many bytes a reference may have: &#x0010FFFF;
const longestReference = 32

// wholeEnd is up to where a text can be cut into pieces: not within a character, a
// line end, a reference, or what ends a CDATA section.
func wholeEnd(b []byte, in place) int {
	n := len(b)
	if in == inElement {
		if i := bytes.LastIndexByte(b[max(0, n-longestReference):], '&'); i >= 0 {
			if at := max(0, n-longestReference) + i; bytes.IndexByte(b[at:], ';') < 0 {
				n = at
			}
		}
	}
	for range 2 {
		if n > 0 && (b[n-1] == ']' || b[n-1] == '\r') {
			n--
		}
	}
	for back := 1; back <= utf8.UTFMax && back <= n; back++ {
		if c := b[n-back]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[n-back:n]) {
				n -= back
			}
			break
		}
	}
	return n
}

// isPlain reports whether a text stands for itself: ASCII without references, line
// ends of other systems and brackets. Others are looked at one character at a time.
func isPlain(b []byte) bool {
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\t' || c >= 0x80 || c == '&' || c == ']' || c == '<' {
			return false
		}
	}
	return true
}

// resolved is a text with its references replaced and its line ends as \n. Characters
// that XML does not allow are an error.
func (s *Scanner) resolved(raw []byte, in place) ([]byte, error) {
	from := len(s.scratch)
	out := s.scratch
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '\r':
			out = append(out, '\n')
			if i++; i < len(raw) && raw[i] == '\n' {
				i++
			}
		case c == '<' && in != inSection:
			return nil, fault("a < within a value")
		case c == '&' && in != inSection:
			r, n := reference(raw[i:])
			if n == 0 {
				return nil, fault("a reference that is not known")
			}
			out = utf8.AppendRune(out, r)
			i += n
		case c == ']' && in == inElement && bytes.HasPrefix(raw[i:], []byte("]]>")):
			return nil, fault("]]> within a text")
		case c < utf8.RuneSelf:
			if !isCharacter(rune(c)) {
				return nil, fault("a character that XML does not allow")
			}
			out = append(out, c)
			i++
		default:
			r, n := utf8.DecodeRune(raw[i:])
			if r == utf8.RuneError && n == 1 || !isCharacter(r) {
				return nil, fault("a character that XML does not allow, or that is not UTF-8")
			}
			out = append(out, raw[i:i+n]...)
			i += n
		}
	}
	s.scratch = out
	return out[from:len(out):len(out)], nil
}

// reference reads a reference: the character, and how many bytes it has, 0 if there
// is no such character.
func reference(b []byte) (r rune, n int) {
	end := bytes.IndexByte(b[:min(len(b), longestReference)], ';')
	if end < 2 {
		return 0, 0
	}
	name := b[1:end]
	if name[0] != '#' {
		switch string(name) {
		case "amp":
			return '&', end + 1
		case "lt":
			return '<', end + 1
		case "gt":
			return '>', end + 1
		case "quot":
			return '"', end + 1
		case "apos":
			return '\'', end + 1
		}
		return 0, 0
	}
	digits, base := name[1:], rune(10)
	if len(digits) > 0 && digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	if len(digits) == 0 {
		return 0, 0
	}
	for _, c := range digits {
		d := rune(99)
		switch {
		case c >= '0' && c <= '9':
			d = rune(c - '0')
		case c >= 'a' && c <= 'f':
			d = rune(c-'a') + 10
		case c >= 'A' && c <= 'F':
			d = rune(c-'A') + 10
		}
		if d >= base {
			return 0, 0
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0, 0
		}
	}
	if !isCharacter(r) {
		return 0, 0
	}
	return r, end + 1
}

// isCharacter reports whether XML 1.0 allows a character.
func isCharacter(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}
