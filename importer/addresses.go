package importer

import (
	"net/url"
	"strings"

	"barline/data"
	"barline/importer/columns"
	"barline/importer/draft"
)

// address is an address as a story may hold it, or "": characters that no address
// has are escaped, and an address within the file's own site is completed by base.
func address(s, base string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if !data.IsWebAddress(s) {
		s = escaped(s)
		if u, err := url.Parse(s); base != "" && err == nil && u.Host == "" && u.Scheme == "" {
			if b, err := url.Parse(base); err == nil {
				s = b.ResolveReference(u).String()
			}
		}
	}
	if strings.HasPrefix(s, "//") {
		s = "https:" + s
	}
	if !data.IsWebAddress(s) || len(s) > mostAddress {
		return ""
	}
	return s
}

// mostAddress is the length of the longest address that browsers take for granted.
const mostAddress = 8000

// escaped writes what no address has as %XX.
func escaped(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// host is how an address is called where nothing names it: its host.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		rest := address[strings.Index(address, "//")+2:]
		end := strings.IndexAny(rest, "/?#")
		if end < 0 {
			end = len(rest)
		}
		return rest[:end]
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// splitAddresses takes the addresses out of a text: what remains, and the addresses.
func splitAddresses(text string) (rest string, addresses []string) {
	if !strings.Contains(text, "://") {
		return text, nil
	}
	var words []string
	for word := range strings.FieldsSeq(text) {
		bare := strings.Trim(word, "()[]<>,;\"'“”")
		if columns.IsAddress(bare) {
			addresses = append(addresses, strings.TrimRight(bare, "."))
			continue
		}
		words = append(words, word)
	}
	return strings.TrimRight(strings.Join(words, " "), " ,;:–—-("), addresses
}

// sourceOf reads a source: a name, an address, or both. Further addresses are links.
func sourceOf(text string, links []draft.Link, base string) (s draft.Source, more []draft.Link) {
	rest, found := splitAddresses(text)
	for _, a := range found {
		links = append(links, draft.Link{URL: a})
	}
	for _, l := range links {
		at := address(l.URL, base)
		switch {
		case at == "":
			if rest == "" {
				rest = l.URL // a path, as it is written
			}
		case s.URL == "":
			s.URL = at
		case at != s.URL:
			more = append(more, draft.Link{Title: l.Title, URL: at})
		}
	}
	s.Name = plainText(rest)
	if s.Name == "" && s.URL != "" {
		s.Name = host(s.URL)
	}
	return s, more
}
