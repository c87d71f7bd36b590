//go:build !lean

package data

import (
	"html"
	"strings"
)

// A story's texts are text wherever they are shown, never markup. Tags and entities of
// HTML are refused nevertheless: whoever types them expects something else than to
// read them on the page. What only looks like one, such as x<y, <unknown> and R&D;, is
// text as it stands.

// markupFault finds the first tag or entity of HTML in a text.
func markupFault(s string) (what, fix string, bad bool) {
	from, to := MarkupIn(s)
	switch {
	case to == 0:
		return "", "", false
	case s[from] == '<':
		return "the tag " + quoted(s[from:to]), "stories hold plain text; remove the tag, or put a space after a < that is meant", true
	}
	return "the HTML entity " + quoted(s[from:to]), "stories hold plain text; write the character itself", true
}

// MarkupIn finds the first tag or entity of HTML in a text, by where it begins and
// ends; to is 0 if there is none. Those are markup that HTML itself knows: <b>, </p>,
// <br/>, <a href="…">, comments, &nbsp; and &#39;.
func MarkupIn(s string) (from, to int) {
	for i := 0; ; {
		at := strings.IndexAny(s[i:], "<&")
		if at < 0 {
			return 0, 0
		}
		i += at
		length := 0
		if s[i] == '<' {
			length = tagLength(s[i:])
		} else {
			length = entityLength(s[i:])
		}
		if length > 0 {
			return i, i + length
		}
		i++
	}
}

// tagLength is how long the tag is that a text begins with, or 0. A tag has the name
// of an element, and attributes of which the first has a value; it may be cut off.
func tagLength(s string) int {
	if n := declarationLength(s); n > 0 {
		return n
	}
	i := 1
	closing := strings.HasPrefix(s[i:], "/")
	if closing {
		i++
	}
	from := i
	for i < len(s) && (isLetter(s[i]) || i > from && isDigit(s[i])) {
		i++
	}
	if i-from > longestElement || !IsElement(s[from:i]) {
		return 0
	}
	rest := s[i:]
	if end := strings.IndexAny(rest, "<>"); end >= 0 && rest[end] == '>' {
		if strings.Trim(rest[:end], " \t\r\n/") == "" {
			return i + end + 1
		}
	}
	if closing || !isAttribute(rest) {
		return 0
	}
	if end := strings.IndexByte(rest, '>'); end >= 0 {
		return i + end + 1
	}
	return len(s)
}

// isAttribute reports whether a text begins with a space and an attribute: href=….
func isAttribute(s string) bool {
	name := strings.TrimLeft(s, " \t\r\n")
	if len(name) == len(s) {
		return false
	}
	i := 0
	for i < len(name) && (isLetter(name[i]) || i > 0 && (isDigit(name[i]) || name[i] == '-' || name[i] == ':')) {
		i++
	}
	return i > 0 && strings.HasPrefix(strings.TrimLeft(name[i:], " "), "=")
}

// declarationLength is how long the comment, declaration or instruction is that a text
// begins with, or 0: <!-- … -->, <!doctype html>, <?xml … ?>.
func declarationLength(s string) int {
	if len(s) < 3 || s[1] != '!' && s[1] != '?' {
		return 0
	}
	end := ">"
	switch {
	case strings.HasPrefix(s, "<!--"):
		end = "-->"
	case strings.HasPrefix(s, "<![CDATA["):
		end = "]]>"
	case !isLetter(s[2]):
		return 0
	}
	if at := strings.Index(s, end); at >= 0 {
		return at + len(end)
	}
	return len(s)
}

// longestEntity is the length of "&CounterClockwiseContourIntegral;".
const longestEntity = 33

// entityLength is how long the entity is that a text begins with, or 0: one with a
// name that HTML knows, or with a number.
func entityLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return 0
	}
	entity := s[:end+1]
	// Of an unknown name that begins with a known one, such as &notit;, the rest stays.
	if is := html.UnescapeString(entity); is == entity || is != ";" && strings.HasSuffix(is, ";") {
		return 0
	}
	return len(entity)
}

// longestElement is the length of "figcaption" and "blockquote".
const longestElement = 10

// IsElement reports names of HTML's elements, in letters of any size.
func IsElement(name string) bool {
	switch strings.ToLower(name) {
	case "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio",
		"b", "base", "bdi", "bdo", "big", "blockquote", "body", "br", "button",
		"canvas", "caption", "center", "cite", "code", "col", "colgroup",
		"data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt",
		"em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset",
		"h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
		"i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link",
		"main", "map", "mark", "marquee", "math", "menu", "meta", "meter", "nav", "nobr", "noembed", "noframes", "noscript",
		"object", "ol", "optgroup", "option", "output", "p", "param", "picture", "pre", "progress",
		"q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "search", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style",
		"sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt",
		"u", "ul", "var", "video", "wbr":
		return true
	}
	return false
}
