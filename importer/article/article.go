// Package article reads the text of a report, against which the quotations of a story
// are held: plain text, HTML, Markdown, Word. Of a PDF the command has the text made.
//
//	bytes -> by the ending -> Article{Text: a paragraph to a line}
package article

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"barline/importer/sheet"
)

// MaxBytes is the size of the largest report that is read: no article is longer, and
// what a quotation is proven by should be one.
const MaxBytes = 32 << 20

// Article is the text of a report.
type Article struct {
	Name string
	// Text has a paragraph to a line, as it is read.
	Text string
	// Lang is the language that the file says; it may be empty.
	Lang string
}

// Error tells why a report cannot be read, and what to do.
type Error struct{ Name, What, Fix string }

// Error returns name: what; fix.
func (e *Error) Error() string { return e.Name + ": " + e.What + "; " + e.Fix }

// Read reads a report by the ending of its name. Its errors are of type *Error.
func Read(name string, contents []byte) (Article, error) {
	a := Article{Name: name}
	if len(contents) > MaxBytes {
		return a, TooLarge(name, int64(len(contents)))
	}
	var err error
	switch ending := strings.ToLower(path.Ext(name)); {
	case ending == ".docx" || bytes.HasPrefix(contents, []byte("PK\x03\x04")):
		a.Text, a.Lang, err = word(contents)
	case bytes.HasPrefix(contents, []byte("%PDF")):
		return a, &Error{name, "a PDF", "give its name an ending .pdf, so that its text is made by pdftotext"}
	case ending == ".html" || ending == ".htm" || ending == ".xhtml":
		a.Text, a.Lang, err = web(contents)
	default:
		var text string
		if text, _, err = sheet.Text(contents); err == nil {
			if ending == ".md" || ending == ".markdown" {
				text = markdown(text)
			}
			a.Text = text
		}
	}
	if err != nil {
		return a, &Error{name, strings.TrimSuffix(firstLine(err), "; give a table as CSV or .xlsx"), "save the report as .txt in UTF-8, .html, .md or .docx"}
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, &Error{name, "there is no text in it", "save the words of the report as .txt; pages that a script fills have none in their file"}
	}
	return a, nil
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// TooLarge is the error about a report of too many bytes.
func TooLarge(name string, size int64) error {
	return &Error{name, fmt.Sprintf("%d MB", size>>20), fmt.Sprintf("a report has at most %d MB; give the part that has the quotations", MaxBytes>>20)}
}

// NoText is the error about a PDF of pictures.
func NoText(name string) error {
	return &Error{name, "there is no text in this PDF: its pages are pictures", "have a program read the letters (OCR), or save the words as .txt"}
}

// web is the text of a page: no scripts, styles or comments, blocks on lines of their
// own.
func web(contents []byte) (text, lang string, err error) {
	if decoded, _, err := sheet.Text(contents); err == nil {
		head := bytes.ToLower(contents[:min(len(contents), 1024)])
		if !bytes.Contains(head, []byte("charset")) {
			contents = []byte(decoded)
		} else if r, err := charset.NewReader(bytes.NewReader(contents), ""); err == nil {
			if all, err := io.ReadAll(r); err == nil {
				contents = all
			}
		}
	} else {
		return "", "", err
	}
	var b strings.Builder
	z := html.NewTokenizer(bytes.NewReader(contents))
	skip := "" // the element whose content nobody reads
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return tidy(b.String()), lang, nil
		}
		switch kind {
		case html.TextToken:
			if skip == "" {
				b.WriteString(strings.Map(func(r rune) rune {
					if r == '\n' || r == '\r' || r == '\t' {
						return ' '
					}
					return r
				}, html.UnescapeString(string(z.Raw()))))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "html" {
				for _, a := range t.Attr {
					if a.Key == "lang" {
						lang = a.Val
					}
				}
			}
			if skip == "" && kind == html.StartTagToken && isUnread(t.Data) {
				skip = t.Data
			}
			if t.Data == "q" {
				b.WriteString("“")
			}
			if !isInline(t.Data) {
				b.WriteByte('\n')
			}
		case html.EndTagToken:
			t := z.Token()
			if t.Data == skip {
				skip = ""
			}
			if t.Data == "q" {
				b.WriteString("”")
			}
			if !isInline(t.Data) {
				b.WriteByte('\n')
			}
		}
	}
}

// isUnread reports elements whose content is no text of the page.
func isUnread(name string) bool {
	switch name {
	case "script", "style", "template", "svg", "title":
		return true
	}
	return false
}

// isInline reports elements that stand inside a line.
func isInline(name string) bool {
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "del", "img":
		return true
	}
	return false
}

// tidy takes out empty lines and spaces at the ends of lines.
func tidy(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// markdown is a text without the marks of Markdown that stand between its words.
func markdown(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\r\n")
		trimmed := strings.TrimLeft(line, " \t")
		trimmed = strings.TrimLeft(trimmed, "#>")
		for _, mark := range []string{"- ", "* ", "+ "} {
			trimmed = strings.TrimPrefix(strings.TrimLeft(trimmed, " "), mark)
		}
		b.WriteString(withoutLinks(strings.NewReplacer("**", "", "__", "", "`", "").Replace(trimmed)))
		b.WriteByte('\n')
	}
	return strings.Map(func(r rune) rune {
		if r == '*' {
			return -1
		}
		return r
	}, b.String())
}

// withoutLinks keeps the words of [words](address).
func withoutLinks(s string) string {
	for {
		mid := strings.Index(s, "](")
		if mid < 0 {
			return s
		}
		open := strings.LastIndexByte(s[:mid], '[')
		end := strings.IndexByte(s[mid:], ')')
		if open < 0 || end < 0 {
			return s
		}
		s = strings.TrimSuffix(s[:open], "!") + s[open+1:mid] + s[mid+end+1:]
	}
}

// maxUnpacked is how much of a Word file's parts is read.
const maxUnpacked = 4 * MaxBytes

// word is the text of a Word file: of its body and its notes, without what was deleted
// with changes tracked.
func word(contents []byte) (text, lang string, err error) {
	z, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		return "", "", errors.New("this is no Word file, or it is damaged")
	}
	var b strings.Builder
	found := false
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		for _, f := range z.File {
			if f.Name != name {
				continue
			}
			found = true
			r, err := f.Open()
			if err != nil {
				return "", "", err
			}
			err = wordPart(io.LimitReader(r, maxUnpacked), &b, &lang)
			r.Close()
			if err != nil {
				return "", "", fmt.Errorf("this Word file is damaged: %w", err)
			}
		}
	}
	if !found {
		return "", "", errors.New("this is no Word file")
	}
	return tidy(b.String()), lang, nil
}

func wordPart(r io.Reader, b *strings.Builder, lang *string) error {
	d := xml.NewDecoder(r)
	deleted, reading := 0, false
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "del", "moveFrom":
				deleted++
			case "t":
				reading = true
			case "tab":
				b.WriteByte(' ')
			case "br", "cr":
				b.WriteByte('\n')
			case "noBreakHyphen":
				b.WriteString("-")
			case "lang":
				for _, a := range t.Attr {
					if a.Name.Local == "val" && *lang == "" {
						*lang = a.Value
					}
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "del", "moveFrom":
				deleted--
			case "t":
				reading = false
			case "p":
				b.WriteByte('\n')
			}
		case xml.CharData:
			if reading && deleted == 0 {
				b.Write(t)
			}
		}
	}
}

// Unbroken joins the lines of a text that was set in columns: a blank line ends a
// paragraph, and a hyphen at the end of a line before a small letter joins a word.
func Unbroken(s string) string {
	var b strings.Builder
	begun, hyphen := false, false // a paragraph has begun; it ends in half a word
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" {
			if hyphen {
				b.WriteByte('-')
			}
			b.WriteByte('\n')
			begun, hyphen = false, false
			continue
		}
		first, _ := utf8.DecodeRuneInString(line)
		switch {
		case hyphen && !unicode.IsLower(first):
			b.WriteByte('-')
		case begun && !hyphen:
			b.WriteByte(' ')
		}
		rest, cut := strings.CutSuffix(line, "-")
		if hyphen = cut && rest != "" && unicode.IsLower(lastRune(rest)); hyphen {
			line = rest
		}
		b.WriteString(line)
		begun = true
	}
	return b.String()
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
