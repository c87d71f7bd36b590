package xmlscan

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// inUTF8 reads a text in UTF-8, whatever encoding it has.
func inUTF8(r io.Reader) (io.Reader, error) {
	const enough = 256 // for an XML declaration
	in := bufio.NewReaderSize(r, enough)
	head, err := in.Peek(enough)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err := in.Discard(len("\xef\xbb\xbf"))
		return in, err
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Reader(in), nil
	}
	end := bytes.Index(head, []byte("?>"))
	if end < 0 || !bytes.HasPrefix(head, []byte("<?xml")) {
		return in, nil
	}
	label, ok := encodingOf(head[:end])
	if !ok || label == "" || strings.EqualFold(label, "utf-8") {
		return in, nil
	}
	decoded, err := charset.NewReaderLabel(label, in)
	if err != nil {
		return nil, fault("an encoding that is not known")
	}
	return decoded, nil
}

// encodingOf reads an XML declaration up to its ?>, and returns the encoding that it
// names, "" if none. ok is false if it is no declaration of XML 1.0.
func encodingOf(declaration []byte) (label string, ok bool) {
	rest := declaration[len("<?xml"):]
	seen := 0 // of version, encoding and standalone, which come in this order
	for {
		trimmed := skipSpace(rest)
		if len(trimmed) == 0 {
			return label, seen > 0
		}
		n := nameLength(trimmed)
		if n == 0 || len(trimmed) == len(rest) {
			return "", false
		}
		name := string(trimmed[:n])
		if rest = skipSpace(trimmed[n:]); len(rest) == 0 || rest[0] != '=' {
			return "", false
		}
		rest = skipSpace(rest[1:])
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return "", false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return "", false
		}
		value := string(rest[1 : 1+end])
		rest = rest[2+end:]
		switch {
		case name == "version" && seen == 0 && value == "1.0":
			seen = 1
		case name == "encoding" && seen == 1 && value != "":
			label, seen = value, 2
		case name == "standalone" && (seen == 1 || seen == 2) && (value == "yes" || value == "no"):
			seen = 3
		default:
			return "", false
		}
	}
}
