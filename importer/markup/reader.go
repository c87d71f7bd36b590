package markup

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"barline/importer/draft"
)

// reader gathers paragraphs, links and media from the tokens of a text.
type reader struct {
	paragraphs []string
	links      []draft.Link
	media      []draft.Link
	dropped    []string

	lines bool // line breaks in the text begin paragraphs: it has no blocks
	now   strings.Builder
	item  bool // the paragraph is an item of a list
	// written says that the paragraph has more than spaces; cell, that a cell of a
	// table has begun, and something stands before it in its row.
	written, cell bool
	// What a hostile text may make us look for without finding it, as often as this.
	linkTries, closeTries int
	skip                  string // the element whose content nobody reads
	href                  string // of the link that is open
	from                  int    // where its words begin in now, and so many paragraphs ago
	past                  int
}

// hasBlocks reports whether tags make the paragraphs of a text.
func hasBlocks(escaped string) bool {
	z := html.NewTokenizer(strings.NewReader(escaped))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			if n := string(name); n == "br" || isBlock(n) {
				return true
			}
		}
	}
}

func (r *reader) tokens(escaped string) {
	z := html.NewTokenizer(strings.NewReader(escaped))
	rest := len(escaped)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		rest -= len(z.Raw())
		switch kind {
		case html.TextToken:
			if r.skip == "" {
				r.text(unescape(string(z.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			r.start(t)
			// What is never closed hides nothing.
			if kind == html.StartTagToken && r.skip == "" && hides(t.Data) && r.closes(escaped[len(escaped)-rest:], t.Data) {
				r.skip = t.Data
			}
		case html.EndTagToken:
			t := z.Token()
			if t.Data == r.skip {
				r.skip = ""
			}
			r.end(t.Data)
		}
	}
	r.endLink()
	r.paragraph()
}

// closes looks for the end of an element, not further than any is.
func (r *reader) closes(s, name string) bool {
	const far = 1 << 16
	if r.closeTries--; r.closeTries < 0 {
		return false
	}
	s = s[:min(len(s), far)]
	for {
		i := strings.Index(s, "</")
		if i < 0 {
			return false
		}
		if s = s[i+2:]; len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
			return true
		}
	}
}

// hides reports elements whose content is not shown.
func hides(name string) bool {
	switch name {
	case "script", "style", "template", "head", "video", "audio", "object", "canvas", "svg", "select", "datalist":
		return true
	}
	return false
}

// isBlock reports elements that stand in paragraphs of their own.
func isBlock(name string) bool {
	switch name {
	case "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
		"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav",
		"ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul":
		return true
	}
	return false
}

func (r *reader) start(t html.Token) {
	switch t.Data {
	case "a":
		r.endLink()
		r.href, r.from, r.past = attribute(t, "href"), r.now.Len(), len(r.paragraphs)
	case "br":
		r.paragraph()
	case "img", "embed", "video", "audio", "source", "frame", "object":
		r.medium(t)
	case "li":
		r.paragraph()
		r.item = true
	case "td", "th":
		r.cell = r.written
	case "q":
		r.text("“")
	default:
		if isBlock(t.Data) {
			r.paragraph()
		}
	}
}

func (r *reader) end(name string) {
	switch {
	case name == "a":
		r.endLink()
	case name == "q":
		r.text("”")
	case isBlock(name):
		r.paragraph()
	}
}

// medium keeps the address of an image, a film or a sound.
func (r *reader) medium(t html.Token) {
	address := attribute(t, "src")
	if t.Data == "object" {
		address = attribute(t, "data")
	}
	if address == "" {
		return
	}
	url, ok := webAddress(address)
	if !ok {
		r.drop(address)
		return
	}
	title := attribute(t, "alt")
	if title == "" {
		title = attribute(t, "title")
	}
	r.media = append(r.media, draft.Link{Title: strings.Join(plainLines(title), " "), URL: url})
}

// drop notes an address that is of no use elsewhere. What is written into the
// address itself, as images may be, is none.
func (r *reader) drop(address string) {
	address = strings.TrimSpace(address)
	scheme, _, _ := strings.Cut(strings.ToLower(address), ":")
	if address != "" && !strings.HasPrefix(address, "#") && scheme != "data" && scheme != "javascript" && scheme != "about" {
		r.dropped = append(r.dropped, address)
	}
}

// endLink keeps the link that is open, with its words.
func (r *reader) endLink() {
	if r.href == "" {
		return
	}
	address := r.href
	r.href = ""
	var words []string
	if r.past == len(r.paragraphs) {
		words = append(words, r.now.String()[min(r.from, r.now.Len()):])
	} else {
		words = append(words, r.paragraphs[r.past:]...)
		words = append(words, r.now.String())
	}
	r.link(strings.Join(words, " "), address)
}

// link keeps an address of the web with the words for it.
func (r *reader) link(words, address string) {
	url, ok := webAddress(address)
	if !ok {
		r.drop(address)
		return
	}
	title := strings.Join(plainLines(words), " ")
	bare := func(s string) string {
		for _, prefix := range []string{"https://", "http://", "www."} {
			s = strings.TrimPrefix(s, prefix)
		}
		return strings.TrimSuffix(s, "/")
	}
	if strings.EqualFold(bare(title), bare(url)) || strings.EqualFold(bare(title), bare(address)) {
		title = ""
	}
	r.links = append(r.links, draft.Link{Title: title, URL: url})
}

// text adds text to the paragraph.
func (r *reader) text(s string) {
	for s != "" {
		m, ok := markdownLink(s, &r.linkTries)
		if !ok {
			break
		}
		r.words(s[:m.from])
		if m.image {
			if url, ok := webAddress(m.address); ok {
				r.media = append(r.media, draft.Link{Title: strings.Join(plainLines(m.words), " "), URL: url})
			} else {
				r.drop(m.address)
			}
		} else {
			r.words(m.words)
			r.link(m.words, m.address)
		}
		s = s[m.to:]
	}
	r.words(s)
}

// words adds text without links to the paragraph.
func (r *reader) words(s string) {
	for {
		line, rest, more := s, "", false
		if r.lines {
			line, rest, more = strings.Cut(s, "\n")
		}
		if strings.TrimFunc(line, unicode.IsSpace) != "" {
			if r.cell {
				r.now.WriteString(", ")
			}
			r.written, r.cell = true, false
		}
		r.now.WriteString(line)
		if !more {
			return
		}
		r.paragraph()
		s = rest
	}
}

// paragraph ends the paragraph that is being gathered.
func (r *reader) paragraph() {
	text := r.now.String()
	r.now.Reset()
	r.written, r.cell = false, false
	p := strings.Join(plainLines(text), " ")
	p = strings.ReplaceAll(p, " , ", ", ") // spaces at the ends of cells
	if p == "" {
		return
	}
	if r.item {
		p = "– " + p
		r.item = false
	}
	r.paragraphs = append(r.paragraphs, p)
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
