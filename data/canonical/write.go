package canonical

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// ofYAML is the canonical form of a story in YAML.
func ofYAML(text []byte) ([]byte, error) {
	d, err := read(text)
	if err != nil {
		return nil, err
	}
	out := []byte(d.String())
	after, err := commentsIn(out)
	if err != nil {
		return nil, err
	}
	if !sameTexts(d.comments, after) {
		return nil, errors.New("a comment would be lost")
	}
	return out, nil
}

// sameTexts reports whether two lists hold the same comments, in any order.
func sameTexts(a, b []comment) bool {
	texts := func(all []comment) []string {
		var texts []string
		for _, c := range all {
			texts = append(texts, c.text)
		}
		slices.Sort(texts)
		return texts
	}
	return slices.Equal(texts(a), texts(b))
}

// String writes the document.
func (d *document) String() string {
	var w writer
	header := d.header
	if first := d.root.inner[0]; len(header) == 0 {
		// Alone above the first field, they would be read as the file's.
		header, first.head = first.head, nil
	}
	w.comments(header, 0, true)
	if len(header) > 0 {
		w.line("")
	}
	w.block(d.root, 0)
	w.comments(d.tail, 0, false)
	return w.String()
}

type writer struct{ strings.Builder }

func (w *writer) line(text string) { w.WriteString(text + "\n") }

func spaces(n int) string { return strings.Repeat(" ", n) }

// comments writes comments on lines of their own. first: nothing is above them, so that
// no blank line is.
func (w *writer) comments(all []comment, indent int, first bool) {
	for i, c := range all {
		if c.blank && (i > 0 || !first) {
			w.line("")
		}
		w.line(spaces(indent) + c.text)
	}
}

// block writes what is inside an entry, each on lines of its own.
func (w *writer) block(e *entry, indent int) {
	for i, in := range e.inner {
		in.settle(indent)
		if len(in.head) == 0 {
			if in.blank && i > 0 {
				w.line("")
			}
		} else {
			w.comments(in.head, indent, i == 0)
			if in.blank {
				w.line("")
			}
		}
		w.entry(in, indent)
		w.comments(in.foot, indent, false)
	}
}

// settle moves comments that have no place where they are: a second one behind an entry,
// and those of an item that takes several lines, go above it.
func (e *entry) settle(indent int) {
	broken := e.key == nil && len(e.inner) > 0 && e.inlineWithin(most-indent-2) == ""
	above := 0
	if len(e.side) > 1 {
		above = len(e.side) - 1
	}
	if broken {
		above = len(e.side)
	}
	for _, c := range e.side[:above] {
		c.blank = false
		e.head = append(e.head, c)
	}
	e.side = e.side[above:]
	if broken {
		first := e.inner[0]
		first.settle(indent + 2)
		for _, c := range first.head {
			c.blank = c.blank && len(e.head) > 0
			e.head = append(e.head, c)
		}
		first.head = nil
	}
}

// entry writes one entry without what is above and below it.
func (w *writer) entry(e *entry, indent int) {
	prefix := spaces(indent) + "-"
	if e.key != nil {
		prefix = spaces(indent) + inlineText(e.key.Value, false) + ":"
	}
	side := ""
	if len(e.side) > 0 {
		side = " " + e.side[0].text
	}
	if e.value.Kind == yaml.ScalarNode {
		first, more := scalarLines(e, utf8.RuneCountInString(prefix)+1, indent+2)
		if first != "" {
			first = " " + first
		}
		w.line(prefix + first + side)
		for _, text := range more {
			if text != "" {
				text = spaces(indent+2) + text
			}
			w.line(text)
		}
		return
	}
	if inline := e.inlineWithin(most - utf8.RuneCountInString(prefix) - 1); inline != "" {
		w.line(prefix + " " + inline + side)
		return
	}
	var inner writer
	inner.block(e, indent+2)
	if e.key != nil {
		w.line(prefix + side)
		w.WriteString(inner.String())
		return
	}
	w.WriteString(prefix + " " + inner.String()[indent+2:])
}

// inlineWithin is what is inside an entry on one line, if it may stand so and has room;
// else nothing.
func (e *entry) inlineWithin(room int) string {
	inline := e.inline()
	if utf8.RuneCountInString(inline) > room && len(e.inner) > 0 {
		return ""
	}
	return inline
}

// inline is a set of fields or a list on one line, if it was written so, and nothing in
// it needs more; else nothing.
func (e *entry) inline() string {
	open, end := "{", "}"
	if e.value.Kind == yaml.SequenceNode {
		open, end = "[", "]"
	}
	if len(e.inner) > 0 && e.value.Style&yaml.FlowStyle == 0 || e.hasComments() {
		return ""
	}
	var parts []string
	for _, in := range e.inner {
		part := ""
		switch {
		case in.value.Kind != yaml.ScalarNode:
			part = in.inline()
		case isNull(in.value):
			part = "null"
		case strings.ContainsAny(in.value.Value, "\n\r"):
		default:
			part = plainOrQuoted(in.value, true)
		}
		if part == "" {
			return ""
		}
		if in.key != nil {
			part = inlineText(in.key.Value, true) + ": " + part
		}
		parts = append(parts, part)
	}
	return open + strings.Join(parts, ", ") + end
}

// scalarLines is a value: what follows its key or dash, which ends at a column, and the
// lines below it, which are indented.
func scalarLines(e *entry, column, indent int) (first string, more []string) {
	text := e.value.Value
	switch {
	case isNull(e.value) && e.key != nil:
		return "", nil
	case isNull(e.value):
		return "null", nil
	case isBool(e.value):
		return text, nil
	}
	body, ends := strings.CutSuffix(text, "\n")
	if strings.Contains(body, "\n") {
		if lines, ok := literal(body); ok {
			return "|" + chomped(ends), lines
		}
		return inlineText(text, false), nil
	}
	one := inlineText(text, false)
	if ends || column+utf8.RuneCountInString(one) > most {
		if lines, ok := folded(body, most-indent); ok && (ends || len(lines) > 1) {
			return ">" + chomped(ends), lines
		}
	}
	return one, nil
}

// chomped is the sign behind | and > of a text that does not end with a line break.
func chomped(ends bool) string {
	if ends {
		return ""
	}
	return "-"
}

// literal are the lines of a text of several, if YAML can have them as they are.
func literal(text string) ([]string, bool) {
	lines := strings.Split(text, "\n")
	bad := func(line string) bool {
		return line != "" && strings.Trim(line, " \t") == "" || !isPrintable(line)
	}
	if lines[0] == "" || lines[0][0] == ' ' || lines[0][0] == '\t' || lines[len(lines)-1] == "" || slices.ContainsFunc(lines, bad) {
		return nil, false
	}
	return lines, true
}

// folded are the lines of a long text, which is broken where one space stands between
// two words.
func folded(text string, width int) ([]string, bool) {
	if text == "" || strings.Trim(text, " \t") != text || !isPrintable(text) || strings.Contains(text, "\t") {
		return nil, false
	}
	var lines []string
	line, length := "", 0
	for i, word := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(word)
		// An empty word stands between two spaces, of which neither may end a line.
		glued := word == "" || strings.HasSuffix(line, " ") || line == ""
		switch {
		case i == 0:
			line, length = word, n
		case !glued && length+1+n > max(width, 40):
			lines = append(lines, line)
			line, length = word, n
		default:
			line, length = line+" "+word, length+1+n
		}
	}
	return append(lines, line), true
}
