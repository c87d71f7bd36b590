package yamltree

import (
	"bytes"
	"strings"

	"barline/data/tree"
)

// Reader reads texts that differ from each other in a few places, as those of somebody who
// types do: of a long list of events it parses only those that are other than in the text
// before. What it returns is what [Parse] does. Trees of one Reader share what stays the
// same: they may not be changed. The zero value has read nothing.
type Reader struct {
	items map[part]item // of the text before
}

// part is what stands at an event, and what comes behind it: where something is left out
// at its end, that decides where it is said to be.
type part struct {
	text   string
	behind followed
}

type followed byte

const (
	byEvent followed = iota
	byKey
	byNothing
)

// item is an event that was read, and the line on which it began then.
type item struct {
	node *tree.Node
	line int
}

// Parse is the function Parse; a nil Reader remembers nothing.
func (r *Reader) Parse(text []byte) (*tree.Node, error) {
	if r != nil {
		if root := r.parts(text); root != nil {
			return root, nil
		}
	}
	return Parse(text)
}

// parts reads a text in parts: what is around the events, and each event. It returns nil
// where that may not be what reading it at once is.
func (r *Reader) parts(text []byte) *tree.Node {
	l := eventsOf(text)
	if l == nil || check(text) != nil {
		return nil
	}
	around := bytes.NewBuffer(make([]byte, 0, len(text)-(l.end-l.starts[0])+4*len(l.starts)))
	around.Write(text[:l.starts[0]])
	around.Write(bytes.Repeat([]byte(" "), l.indent))
	around.WriteString("- x")
	around.Write(bytes.Repeat([]byte("\n"), bytes.Count(text[l.starts[0]:l.end], []byte("\n"))))
	around.Write(text[l.end:])
	root, err := Parse(around.Bytes())
	if err != nil {
		return nil
	}
	events := root.Get("events")
	if root.Kind != tree.Object || events == nil || events.Kind != tree.Array || len(events.Items) != 1 {
		return nil
	}
	now := make(map[part]item, len(l.starts))
	events.Items = make([]*tree.Node, len(l.starts))
	line := 1 + bytes.Count(text[:l.starts[0]], []byte("\n"))
	for i := range l.starts {
		p := part{string(text[l.starts[i]:l.endOf(i)]), byEvent}
		switch {
		case l.endOf(i) == len(text):
			p.behind = byNothing
		case i == len(l.starts)-1:
			p.behind = byKey
		}
		found, known := r.items[p]
		if !known {
			if found.node = p.parse(l.indent); found.node == nil {
				return nil
			}
			found.line = 1
		}
		found = item{moved(found.node, line-found.line), line}
		now[p], events.Items[i] = found, found.node
		line += strings.Count(p.text, "\n")
	}
	r.items = now
	return root
}

// parse reads an event in a list of its own, or returns nil.
func (p part) parse(indent int) *tree.Node {
	text, want := p.text, 1
	if p.behind != byNothing {
		text, want = text+strings.Repeat(" ", indent)+"- x\n", 2
	}
	list, err := parse([]byte(text), 1)
	if err != nil || list.Kind != tree.Array || len(list.Items) != want {
		return nil
	}
	if p.behind == byKey && lastLine(list.Items[0]) > strings.Count(p.text, "\n") {
		return nil // its end is where the key begins
	}
	return list.Items[0]
}

// lastLine is the last line on which something of a tree begins.
func lastLine(n *tree.Node) int {
	last := n.Line
	for _, inner := range n.Items {
		last = max(last, lastLine(inner))
	}
	for _, f := range n.Fields {
		last = max(last, f.KeyLine, lastLine(f.Value))
	}
	return last
}

// moved is a tree that stands so many lines further down.
func moved(n *tree.Node, lines int) *tree.Node {
	if lines == 0 {
		return n
	}
	out := *n
	out.Line += lines
	if n.Items != nil {
		out.Items = make([]*tree.Node, len(n.Items))
		for i, inner := range n.Items {
			out.Items[i] = moved(inner, lines)
		}
	}
	if n.Fields != nil {
		out.Fields = make([]tree.Field, len(n.Fields))
		for i, f := range n.Fields {
			f.KeyLine += lines
			f.Value = moved(f.Value, lines)
			out.Fields[i] = f
		}
	}
	return &out
}

// list is where the events stand in a text, a line for each with a hyphen before it.
type list struct {
	indent int   // of the hyphens
	starts []int // where the lines with hyphens begin
	end    int   // where what follows the list begins
}

func (l *list) endOf(i int) int {
	if i+1 < len(l.starts) {
		return l.starts[i+1]
	}
	return l.end
}

// Event is where the event of a number stands in a text, with what belongs to it; ok is
// false where that cannot be told line by line.
func Event(text []byte, number int) (from, to int, ok bool) {
	l := eventsOf(text)
	if l == nil || number < 0 || number >= len(l.starts) {
		return 0, 0, false
	}
	return l.starts[number], l.endOf(number), true
}

// eventsOf finds the events of a text that is written as most are: nothing in it has a
// meaning elsewhere in it, and lines end where Go's library says that they do.
func eventsOf(text []byte) *list {
	if len(text) == 0 || text[0] == 0xEF || isIntricate(text) {
		return nil
	}
	var l *list
	inside := false
	for from, to := 0, 0; from < len(text); from = to {
		to = len(text)
		if n := bytes.IndexByte(text[from:], '\n'); n >= 0 {
			to = from + n + 1
		}
		line := bytes.TrimRight(text[from:to], " \r\n")
		switch {
		case bytes.HasPrefix(line, []byte("---")), bytes.HasPrefix(line, []byte("...")), bytes.HasPrefix(line, []byte("%")):
			return nil // several documents, or directives
		case bytes.Equal(line, []byte("events:")):
			if l != nil {
				return nil // the key is there twice
			}
			l, inside = &list{indent: -1}, true
			continue
		case !inside:
			continue
		}
		indent := len(line) - len(bytes.TrimLeft(line, " "))
		isItem := bytes.HasPrefix(line[indent:], []byte("- ")) || string(line[indent:]) == "-"
		switch {
		case len(line) == 0 || line[indent] == '#':
		case l.indent < 0 && !isItem:
			return nil
		case l.indent < 0:
			l.indent, l.starts = indent, []int{from}
		case isItem && indent == l.indent:
			l.starts = append(l.starts, from)
		case indent <= l.indent:
			inside, l.end = false, from
		}
	}
	if l == nil || l.indent < 0 {
		return nil
	}
	if inside {
		l.end = len(text)
	}
	return l
}

// isIntricate reports whether a text has anchors, which mean something elsewhere, or
// letters that YAML ends lines at and nobody else does.
func isIntricate(text []byte) bool {
	for i, c := range text {
		switch {
		case c == '&' && i+1 < len(text) && text[i+1] > ' ' && (i == 0 || bytes.IndexByte([]byte(" \t\n[{,-:?"), text[i-1]) >= 0):
			return true
		case c == '\r' && (i+1 == len(text) || text[i+1] != '\n'), c == '\t':
			return true
		case c == 0xC2 && i+1 < len(text) && text[i+1] == 0x85:
			return true
		case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9):
			return true
		}
	}
	return false
}
