package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"barline/data"
)

// escape writes &lt; and &amp; for what begins neither a tag nor an entity, so that
// the tokeniser takes it for text, and reports whether there are tags. Elements
// whose content a browser does not parse, but for scripts and styles, get the name of
// one whose content it does.
func escape(s string) (escaped string, tags bool) {
	if strings.IndexByte(s, '<') < 0 {
		return escapeAmpersands(s), false
	}
	var out strings.Builder
	scan := tagScanner{s: s, budget: 8*len(s) + 1<<16}
	from := 0
	for i := 0; i < len(s); {
		if s[i] != '<' {
			i++
			continue
		}
		t, ok := scan.tag(i)
		if !ok {
			if inner, end, ok := autolink(s, i); ok {
				out.WriteString(escapeAmpersands(s[from:i] + inner))
				i, from = end, end
				continue
			}
			out.WriteString(escapeAmpersands(s[from:i]))
			out.WriteString("&lt;")
			i++
			from = i
			continue
		}
		tags = true
		out.WriteString(escapeAmpersands(s[from:i]))
		out.WriteString(t.written)
		i, from = t.end, t.end
	}
	out.WriteString(escapeAmpersands(s[from:]))
	return out.String(), tags
}

// escapeAmpersands escapes those that begin no entity.
func escapeAmpersands(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		out.WriteByte(s[i])
		if s[i] == '&' && entityLength(s[i:]) == 0 {
			out.WriteString("amp;")
		}
	}
	return out.String()
}

// entityLength is how long the entity of HTML is that a text begins with, which has an &
// at its beginning; 0 if it is none.
func entityLength(s string) int {
	const longest = 33 // &CounterClockwiseContourIntegral;
	if from, to := data.MarkupIn(s[:min(len(s), longest)]); from == 0 {
		return to
	}
	return 0
}

// unescape makes characters of entities, and leaves what is none.
func unescape(s string) string { return html.UnescapeString(escapeAmpersands(s)) }

// autolink is an address or a mail address in angle brackets, which are taken away.
func autolink(s string, at int) (inner string, end int, ok bool) {
	const longest = 2000
	rest := s[at+1 : min(len(s), at+1+longest)]
	close := strings.IndexAny(rest, "<> \n\t\"")
	if close < 3 || rest[close] != '>' {
		return "", 0, false
	}
	inner = rest[:close]
	if !strings.HasPrefix(inner, "http://") && !strings.HasPrefix(inner, "https://") && strings.Count(inner, "@") != 1 {
		return "", 0, false
	}
	return inner, at + 1 + close + 1, true
}

// tagScanner tells tags from other angle brackets.
type tagScanner struct {
	s      string
	budget int // how many bytes may be looked at; beyond it nothing is a tag
	lower  string
	last   map[string]int
}

// scanned is a tag, as it is to be written, and where it ends.
type scanned struct {
	written string
	end     int
}

// tag reads the tag that begins at a <: a known element, or one with a dash or colon
// in its name, with nothing but attributes in it. One that is cut off by the end of
// the text is dropped.
func (t *tagScanner) tag(at int) (scanned, bool) {
	s := t.s
	if strings.HasPrefix(s[at:], "<!--") {
		if t.lastEnd("-->") < at {
			return scanned{}, false
		}
		return scanned{"", at + strings.Index(s[at:], "-->") + len("-->")}, true
	}
	i := at + 1
	for _, declaration := range []string{"!doctype", "![cdata[", "?xml"} {
		if len(s)-i >= len(declaration) && strings.EqualFold(s[i:i+len(declaration)], declaration) {
			if end := strings.IndexByte(s[i:min(len(s), i+200)], '>'); end >= 0 {
				return scanned{"", i + end + 1}, true
			}
		}
	}
	closing := i < len(s) && s[i] == '/'
	if closing {
		i++
	}
	from := i
	for i < len(s) && i-from < 40 && (isLetter(s[i]) || i > from && (isDigit(s[i]) || s[i] == '-' || s[i] == ':')) {
		i++
	}
	name := strings.ToLower(s[from:i])
	if !isElement(name) {
		return scanned{}, false
	}
	end, complete := t.attributes(i)
	if end == 0 || !closing && (name == "script" || name == "style") && t.lastEnd("</"+name) < end {
		return scanned{}, false
	}
	if !complete {
		return scanned{"", end}, true
	}
	slash := ""
	if closing {
		slash = "/"
	}
	return scanned{"<" + slash + parsed(name) + s[i:end], end}, true
}

// lastEnd is where something stands in the text for the last time, or -1; each is
// looked for once.
func (t *tagScanner) lastEnd(what string) int {
	at, known := t.last[what]
	if !known {
		if t.last == nil {
			t.last = map[string]int{}
		}
		if t.lower == "" {
			// ASCII alone, so that places stay what they are.
			lower := []byte(t.s)
			for i, c := range lower {
				if 'A' <= c && c <= 'Z' {
					lower[i] = c | 0x20
				}
			}
			t.lower = string(lower)
		}
		at = strings.LastIndex(t.lower, what)
		t.last[what] = at
	}
	return at
}

// parsed is the name that a tag gets.
func parsed(name string) string {
	switch name {
	case "iframe":
		return "embed"
	case "textarea", "title", "noembed", "noframes", "noscript", "xmp", "plaintext":
		return "div"
	}
	return name
}

// isElement reports names of elements: those of HTML, those of pictures, and those
// with a dash or colon, which programs make up.
func isElement(name string) bool {
	if name == "" {
		return false
	}
	if i := strings.IndexAny(name, "-:"); i > 0 {
		return i < len(name)-1
	}
	return data.IsElement(name) || name == "path" || name == "g" || name == "use"
}

// attributes reads to the end of a tag. end is 0 if there is something else in it
// than attributes; complete is false if the text ends in one.
func (t *tagScanner) attributes(i int) (end int, complete bool) {
	s, from := t.s, i
	defer func() { t.budget -= i - from }()
	valued := false
	for {
		space := i
		for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '/') {
			i++
		}
		switch {
		case i == len(s):
			if valued {
				return i, false
			}
			return 0, false
		case s[i] == '>':
			return i + 1, true
		case i == space || t.budget < i-from:
			return 0, false
		}
		name := i
		for i < len(s) && s[i] > ' ' && s[i] < 0x7f && !strings.ContainsRune("\"'<>/=", rune(s[i])) {
			i++
		}
		if i == name {
			return 0, false
		}
		word := strings.ToLower(s[name:i])
		for i < len(s) && s[i] == ' ' && i-name < 100 {
			i++
		}
		if i == len(s) || s[i] != '=' {
			if !slices.Contains(switches(), word) {
				return 0, false
			}
			if i > name && i < len(s) && s[i-1] == ' ' {
				i-- // the space before the next
			}
			continue
		}
		valued = true
		i++
		for i < len(s) && s[i] == ' ' {
			i++
		}
		if i == len(s) {
			return i, false
		}
		switch q := s[i]; q {
		case '"', '\'':
			j := strings.IndexByte(s[i+1:], q)
			if j < 0 {
				if strings.ContainsAny(s[i+1:], "<>") { // not cut off, but never closed
					i = len(s)
					return 0, false
				}
				i = len(s)
				return i, false
			}
			i += 1 + j + 1
		default:
			for i < len(s) && s[i] > ' ' && s[i] != '>' {
				i++
			}
		}
	}
}

// switches are the attributes that need no value.
func switches() []string {
	return []string{"allowfullscreen", "async", "autofocus", "autoplay", "checked", "compact", "controls", "default", "defer", "disabled", "download", "hidden", "inert", "ismap", "itemscope", "loop", "mozallowfullscreen", "msallowfullscreen", "multiple", "muted", "nomodule", "noshade", "novalidate", "nowrap", "open", "playsinline", "readonly", "required", "reversed", "scrolling", "seamless", "selected", "webkitallowfullscreen", "data-autoplay"}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
