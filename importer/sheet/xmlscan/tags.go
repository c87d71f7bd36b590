package xmlscan

import "bytes"

// tag finds the end of the tag that begins here: the place of its >.
func (s *Scanner) tag() (int, error) {
	quote := byte(0)
	for i := 1; ; {
		for b := s.in.bytes(); i < len(b); i++ {
			switch c := b[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				return i, nil
			case c == '"' || c == '\'':
				quote = c
			}
		}
		if i > maxTag {
			return 0, fault("a tag of more than 1 MB")
		}
		if !s.in.more() {
			return 0, s.cut()
		}
	}
}

func (s *Scanner) endTag() (*Token, error) {
	end, err := s.tag()
	if err != nil {
		return nil, err
	}
	b := s.in.bytes()[2:end]
	n := nameLength(b)
	if n == 0 || len(skipSpace(b[n:])) > 0 {
		return nil, fault("an end tag that is none")
	}
	last := len(s.lengths) - 1
	if last < 0 || !bytes.Equal(s.open[len(s.open)-s.lengths[last]:], b[:n]) {
		return nil, fault("the end of an element that is not open")
	}
	local, _ := localName(b[:n])
	s.in.skip(end + 1)
	return s.end(local)
}

func (s *Scanner) startTag() (*Token, error) {
	end, err := s.tag()
	if err != nil {
		return nil, err
	}
	b := s.in.bytes()[1:end]
	if n := len(b); n > 0 && b[n-1] == '/' {
		s.ended = true
		b = b[:n-1]
	}
	n := nameLength(b)
	if n == 0 {
		return nil, fault("a tag without a name")
	}
	local, ok := localName(b[:n])
	if !ok {
		return nil, fault("a name with two colons")
	}
	if err := s.push(b[:n]); err != nil {
		return nil, err
	}
	s.token = Token{Kind: Start, Name: local}
	if b = skipSpace(b[n:]); len(b) > 0 {
		if err := s.readAttributes(b); err != nil {
			return nil, err
		}
		s.token.Attributes = s.attributes
	}
	s.in.skip(end + 1)
	return &s.token, nil
}

// readAttributes reads the attributes of a tag, which fill b.
func (s *Scanner) readAttributes(b []byte) error {
	s.attributes = s.attributes[:0]
	for len(b) > 0 {
		n := nameLength(b)
		if n == 0 {
			return fault("an attribute without a name")
		}
		name, ok := localName(b[:n])
		if !ok {
			return fault("a name with two colons")
		}
		if b = skipSpace(b[n:]); len(b) == 0 || b[0] != '=' {
			return fault("an attribute without a value")
		}
		b = skipSpace(b[1:])
		if len(b) == 0 || b[0] != '"' && b[0] != '\'' {
			return fault("the value of an attribute is not in quotation marks")
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return fault("the value of an attribute does not end")
		}
		value := b[1 : 1+end]
		if !isPlain(value) {
			var err error
			if value, err = s.resolved(value, inValue); err != nil {
				return err
			}
		}
		s.attributes = append(s.attributes, Attribute{name, value})
		b = skipSpace(b[2+end:])
	}
	return nil
}

// localName is a name without its prefix. ok is false if it has two.
func localName(name []byte) (local []byte, ok bool) {
	i := bytes.IndexByte(name, ':')
	if i < 0 {
		return name, true
	}
	if bytes.IndexByte(name[i+1:], ':') >= 0 {
		return nil, false
	}
	if i == 0 || i == len(name)-1 {
		return name, true
	}
	return name[i+1:], true
}

// nameLength is how many bytes of b are a name, 0 if it begins with none.
func nameLength(b []byte) int {
	if len(b) == 0 || !isNameByte(b[0]) || b[0] == '-' || b[0] == '.' || b[0] >= '0' && b[0] <= '9' {
		return 0
	}
	n := 1
	for n < len(b) && isNameByte(b[n]) {
		n++
	}
	if n < len(b) && b[n] >= 0x80 {
		return 0
	}
	return n
}

func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == ':' || c == '.' || c == '-'
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func skipSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	return b
}
