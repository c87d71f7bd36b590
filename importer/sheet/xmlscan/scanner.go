package xmlscan

import (
	"bytes"
	"io"
)

// Scanner reads tokens.
type Scanner struct {
	in    window
	token Token

	attributes []Attribute
	scratch    []byte // attribute values and texts with references replaced

	open    []byte // the names of open elements, one after the other
	lengths []int  // of each of these names

	ended    bool // an end follows, of an element that is <empty/>
	inCDATA  bool
	hadRoot  bool
	hadBegin bool
}

// New is a scanner of a text in UTF-8, in UTF-16 with a byte order mark, or in the
// encoding that its XML declaration names.
func New(r io.Reader) (*Scanner, error) {
	decoded, err := inUTF8(r)
	if err != nil {
		return nil, err
	}
	return &Scanner{in: window{r: decoded}}, nil
}

// Next is the next token; after the last it is one of the kind EOF. Its errors are an
// [*Error], or those of the reader.
func (s *Scanner) Next() (*Token, error) {
	s.scratch = s.scratch[:0]
	if s.ended {
		s.ended = false
		return s.end(s.token.Name)
	}
	for {
		if s.inCDATA {
			text, err := s.cdata()
			if err != nil || text != nil {
				return text, err
			}
			continue
		}
		if s.in.empty() && !s.in.more() {
			return s.eof()
		}
		if !s.hadBegin {
			s.hadBegin = true
			if err := s.declaration(); err != nil {
				return nil, err
			}
			continue
		}
		if s.in.bytes()[0] != '<' {
			text, err := s.text()
			if err != nil || text != nil {
				return text, err
			}
			continue
		}
		if !s.in.has(2) {
			return nil, s.cut()
		}
		switch s.in.bytes()[1] {
		case '?':
			if err := s.instruction(); err != nil {
				return nil, err
			}
		case '!':
			if err := s.declared(); err != nil {
				return nil, err
			}
		case '/':
			return s.endTag()
		default:
			return s.startTag()
		}
	}
}

// cut is the error of a text that ends within something.
func (s *Scanner) cut() error {
	if s.in.err != nil && s.in.err != io.EOF {
		return s.in.err
	}
	return fault("it ends too early")
}

func (s *Scanner) eof() (*Token, error) {
	if s.in.err != io.EOF {
		return nil, s.in.err
	}
	if len(s.lengths) > 0 {
		return nil, fault("it ends within an element")
	}
	s.token = Token{Kind: EOF}
	return &s.token, nil
}

// declaration reads <?xml version="1.0"?>, which can only stand at the beginning.
func (s *Scanner) declaration() error {
	const begin = "<?xml"
	if !s.in.has(len(begin)+1) || string(s.in.bytes()[:len(begin)]) != begin || isNameByte(s.in.bytes()[len(begin)]) {
		return nil
	}
	end, err := s.in.find("?>", len(begin))
	if err != nil {
		return err
	}
	if end < 0 {
		return s.cut()
	}
	if _, ok := encodingOf(s.in.bytes()[:end]); !ok {
		return fault("its XML declaration cannot be read")
	}
	s.in.skip(end + len("?>"))
	return nil
}

// instruction skips a processing instruction.
func (s *Scanner) instruction() error {
	end, err := s.in.find("?>", 2)
	if err != nil {
		return err
	}
	if end < 0 {
		return s.cut()
	}
	target := s.in.bytes()[2:end]
	n := nameLength(target)
	if n == 0 || bytes.EqualFold(target[:n], []byte("xml")) {
		return fault("a processing instruction without a name, or an XML declaration that is not at the beginning")
	}
	s.in.skip(end + len("?>"))
	return nil
}

// declared skips a comment or enters a CDATA section.
func (s *Scanner) declared() error {
	const comment, section = "<!--", "<![CDATA["
	switch {
	case s.in.has(len(comment)) && string(s.in.bytes()[:len(comment)]) == comment:
		s.in.skip(len(comment))
		return s.comment()
	case s.in.has(len(section)) && string(s.in.bytes()[:len(section)]) == section:
		if len(s.lengths) == 0 {
			return fault("a text outside all elements")
		}
		s.in.skip(len(section))
		s.inCDATA = true
		return nil
	}
	return fault("a declaration that is not read, such as a document type")
}

// comment skips up to the end of a comment, in pieces.
func (s *Scanner) comment() error {
	for {
		b := s.in.bytes()
		if i := bytes.Index(b, []byte("--")); i >= 0 {
			s.in.skip(i)
			if !s.in.has(3) {
				return s.cut()
			}
			if s.in.bytes()[2] != '>' {
				return fault("two hyphens within a comment")
			}
			s.in.skip(3)
			return nil
		}
		if n := len(b); n > 1 {
			s.in.skip(n - 1)
		}
		if !s.in.more() {
			return s.cut()
		}
	}
}

// push enters an element by its whole name.
func (s *Scanner) push(name []byte) error {
	if len(s.lengths) == 0 && s.hadRoot {
		return fault("a second outermost element")
	}
	if len(s.lengths) == maxDepth {
		return fault("more than 1000 elements in one another")
	}
	s.hadRoot = true
	s.open = append(s.open, name...)
	s.lengths = append(s.lengths, len(name))
	return nil
}

// end leaves the innermost element; local is its name as it is given out.
func (s *Scanner) end(local []byte) (*Token, error) {
	last := len(s.lengths) - 1
	s.open = s.open[:len(s.open)-s.lengths[last]]
	s.lengths = s.lengths[:last]
	s.token = Token{Kind: End, Name: local}
	return &s.token, nil
}
