package markup

import (
	"strings"
	"unicode"
)

// markdown is a link [words](address) or an image ![words](address) in a text, and
// where it stands.
type markdown struct {
	words, address string
	from, to       int
	image          bool
}

// markdownLink finds the first one in a text. tries is how many places may be looked
// at.
func markdownLink(s string, tries *int) (markdown, bool) {
	for at := 0; ; {
		i := strings.Index(s[at:], "](")
		if *tries--; i < 0 || *tries < 0 {
			return markdown{}, false
		}
		i += at
		at = i + 2
		m := markdown{from: i}
		depth := 1
		const longest = 1000 // words and address
		for m.from > 0 && depth > 0 && i-m.from < longest {
			switch m.from--; s[m.from] {
			case '[':
				depth--
			case ']':
				depth++
			}
		}
		if depth > 0 {
			continue
		}
		m.words = s[m.from+1 : i]
		if m.from > 0 && s[m.from-1] == '!' {
			m.from--
			m.image = true
		}
		length := 0
		if m.address, length = destination(s[at:min(len(s), at+2*longest)]); length == 0 {
			continue
		}
		m.to = at + length
		return m, true
	}
}

// destination reads an address up to its closing bracket, and how long it is with
// that; 0 for what is no address.
func destination(s string) (address string, length int) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				address = strings.TrimSpace(s[:i])
				if space := strings.IndexAny(address, " \t"); space > 0 && strings.HasSuffix(address, `"`) {
					address = address[:space] // and a title behind it
				}
				address = strings.TrimSuffix(strings.TrimPrefix(address, "<"), ">")
				if strings.ContainsAny(address, " \t") || !isDestination(address) {
					return "", 0
				}
				return address, i + 1
			}
		case '\n':
			return "", 0
		}
	}
	return "", 0
}

// isDestination reports what may be meant as an address, not (sic).
func isDestination(s string) bool {
	for _, start := range []string{"http://", "https://", "//", "/", "./", "../", "#", "mailto:", "javascript:"} {
		if len(s) > len(start) && strings.EqualFold(s[:len(start)], start) {
			return true
		}
	}
	return strings.HasPrefix(s, "www.")
}

// webAddress makes an address of the web as a story may hold it, or reports that it
// is none: with a scheme and a host, without a password, and with percent signs for
// what an address cannot hold.
func webAddress(s string) (string, bool) {
	s = strings.TrimSpace(s)
	switch lower := strings.ToLower(s[:min(len(s), len("https://"))]); {
	case strings.HasPrefix(lower, "https://"):
		s = "https://" + s[len("https://"):]
	case strings.HasPrefix(lower, "http://"):
		s = "http://" + s[len("http://"):]
	case strings.HasPrefix(lower, "//"):
		s = "https:" + s
	case strings.HasPrefix(lower, "www."):
		s = "https://" + s
	default:
		return "", false
	}
	var out strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
		case r <= ' ' || unicode.IsSpace(r) || unicode.IsControl(r) || r == unicode.ReplacementChar || strings.ContainsRune("\"<>\\^`{|}", r) || isInvisible(r):
			for _, b := range []byte(string(r)) {
				const hex = "0123456789ABCDEF"
				out.WriteString(string([]byte{'%', hex[b>>4], hex[b&15]}))
			}
		default:
			out.WriteRune(r)
		}
	}
	s = out.String()
	_, rest, _ := strings.Cut(s, "://")
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	if host == "" || strings.ContainsAny(host, "@%[]") {
		return "", false
	}
	name, port, _ := strings.Cut(host, ":")
	return s, name != "" && strings.Trim(port, "0123456789") == ""
}
