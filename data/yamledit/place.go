package yamledit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// places knows where the nodes of a text stand, in bytes.
type places struct {
	text  []byte
	lines []int // the offsets at which lines begin
}

func newPlaces(text []byte) *places {
	p := &places{text: text, lines: []int{0}}
	for i := 0; i < len(text); {
		n := breakAt(text, i)
		if n == 0 {
			i++
			continue
		}
		i += n
		p.lines = append(p.lines, i)
	}
	return p
}

// breakAt is the length of the line break at an offset, as YAML 1.1 has them; 0: none.
func breakAt(text []byte, i int) int {
	switch {
	case text[i] == '\n':
		return 1
	case text[i] == '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	case text[i] == 0xC2 && i+1 < len(text) && text[i+1] == 0x85:
		return 2
	case text[i] == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9):
		return 3
	}
	return 0
}

// offset is where a node begins.
func (p *places) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(p.lines) {
		return len(p.text)
	}
	at := p.lines[n.Line-1]
	for range n.Column - 1 {
		if at >= len(p.text) {
			break
		}
		_, size := utf8.DecodeRune(p.text[at:])
		at += size
	}
	return at
}

// lineOf is the number of the line, from 0, that an offset is in.
func (p *places) lineOf(at int) int {
	low, high := 0, len(p.lines)-1
	for low < high {
		if middle := (low + high + 1) / 2; p.lines[middle] <= at {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

func (p *places) lineStart(at int) int { return p.lines[p.lineOf(at)] }

// lineEnd is where the line of an offset ends, its break not included.
func (p *places) lineEnd(at int) int {
	for at < len(p.text) && breakAt(p.text, at) == 0 {
		at++
	}
	return at
}

// nextLine is where the line after that of an offset begins.
func (p *places) nextLine(at int) int {
	if at = p.lineEnd(at); at < len(p.text) {
		at += breakAt(p.text, at)
	}
	return at
}

// indentOf is the number of spaces that a line begins with, and whether there is
// anything else in it.
func (p *places) indentOf(start int) (indent int, blank bool) {
	at := start
	for at < len(p.text) && p.text[at] == ' ' {
		at++
	}
	return at - start, len(bytes.TrimSpace(p.text[at:p.lineEnd(at)])) == 0
}

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// isEmpty reports whether nothing is written where a node is.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 && n.Anchor == ""
}

// end is where the text of a node ends that begins at start. indent is that of what it is
// in; flow: that is a flow collection.
func (p *places) end(n *yaml.Node, start, indent int, flow bool) int {
	if isEmpty(n) {
		return start
	}
	at := p.properties(start)
	switch {
	case n.Kind == yaml.AliasNode:
		return p.word(at)
	case n.Kind == yaml.ScalarNode:
		return p.scalarEnd(n, at, indent, flow)
	case isFlow(n):
		return p.flowEnd(at)
	case len(n.Content) == 0:
		return at
	}
	last := n.Content[len(n.Content)-1]
	begins := p.offset(last)
	inner := n.Column - 1
	if isEmpty(last) {
		if n.Kind == yaml.SequenceNode {
			return p.afterDash(begins)
		}
		return p.afterColon(n.Content[len(n.Content)-2], flow)
	}
	return p.end(last, begins, inner, false)
}

// afterDash is behind the dash of an item with nothing in it, which is at or before an
// offset.
func (p *places) afterDash(at int) int {
	for at = min(at, len(p.text)-1); at > 0 && p.text[at] != '-'; at-- {
	}
	return at + 1
}

// properties skips the anchor and the tag of a node.
func (p *places) properties(at int) int {
	for at < len(p.text) && (p.text[at] == '&' || p.text[at] == '!') {
		at = p.word(at)
		for at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[at]) >= 0 {
			at++
		}
	}
	return at
}

// word is where a run of characters without spaces ends.
func (p *places) word(at int) int {
	for at < len(p.text) && strings.IndexByte(" \t\r\n,[]{}", p.text[at]) < 0 {
		at++
	}
	return at
}

// afterColon is behind the colon of a key.
func (p *places) afterColon(key *yaml.Node, flow bool) int {
	start := p.offset(key)
	at := p.end(key, start, -1, flow)
	if key.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 && key.Kind == yaml.ScalarNode {
		at = start + len(key.Value) // a plain key stands on one line as it is
		if p.text[start] == '&' || p.text[start] == '!' {
			at = p.properties(start) + len(key.Value)
		}
	}
	for at < len(p.text) && p.text[at] != ':' && p.text[at] != '\n' {
		at++
	}
	return min(at+1, len(p.text))
}

func (p *places) scalarEnd(n *yaml.Node, at, indent int, flow bool) int {
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return p.quotedEnd(at)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return p.blockEnd(at, indent)
	}
	end := p.plainLineEnd(at, flow)
	for flow || p.lineEnd(end) == end {
		// A plain text goes on in lines that are indented further.
		next, more := p.nextPlain(end, indent)
		if !more || flow && strings.IndexByte(",[]{}#", p.text[next]) >= 0 || flow && p.text[p.spaces(end)] != '\n' && p.text[p.spaces(end)] != '\r' {
			break
		}
		end = p.plainLineEnd(next, flow)
	}
	return end
}

func (p *places) spaces(at int) int {
	for at < len(p.text)-1 && (p.text[at] == ' ' || p.text[at] == '\t') {
		at++
	}
	return at
}

// nextPlain is where a plain text goes on after a line.
func (p *places) nextPlain(at, indent int) (int, bool) {
	for line := p.nextLine(at); line < len(p.text); line = p.nextLine(line) {
		width, blank := p.indentOf(line)
		if blank {
			continue
		}
		return line + width, width > indent && p.text[line+width] != '#'
	}
	return 0, false
}

// plainLineEnd is where a plain text ends in its line.
func (p *places) plainLineEnd(at int, flow bool) int {
	end := at
	for at < len(p.text) && breakAt(p.text, at) == 0 {
		c := p.text[at]
		next := byte('\n')
		if at+1 < len(p.text) {
			next = p.text[at+1]
		}
		switch {
		case c == ':' && strings.IndexByte(" \t\r\n", next) >= 0, flow && c == ':' && strings.IndexByte(",[]{}", next) >= 0,
			c == '#' && at > 0 && (p.text[at-1] == ' ' || p.text[at-1] == '\t'), flow && strings.IndexByte(",[]{}", c) >= 0:
			return end
		}
		at++
		if c != ' ' && c != '\t' {
			end = at
		}
	}
	return end
}

// quotedEnd is behind the mark that closes a quoted text.
func (p *places) quotedEnd(at int) int {
	if at >= len(p.text) {
		return at
	}
	mark := p.text[at]
	for at++; at < len(p.text); at++ {
		switch {
		case mark == '"' && p.text[at] == '\\':
			at++
		case p.text[at] == mark:
			if mark == '\'' && at+1 < len(p.text) && p.text[at+1] == mark {
				at++
				continue
			}
			return at + 1
		}
	}
	return len(p.text)
}

// blockEnd is where a text after | or > ends, without the empty lines after it.
func (p *places) blockEnd(at, indent int) int {
	end := p.lineEnd(at)
	for line := p.nextLine(at); line < len(p.text); line = p.nextLine(line) {
		width, blank := p.indentOf(line)
		if blank {
			continue
		}
		if width <= indent {
			break
		}
		end = p.lineEnd(line)
	}
	return end
}

// flowEnd is behind the bracket that closes a collection.
func (p *places) flowEnd(at int) int {
	depth := 0
	for at < len(p.text) {
		switch c := p.text[at]; {
		case (c == '"' || c == '\'') && at > 0 && strings.IndexByte(" \t\r\n,[{:", p.text[at-1]) >= 0:
			at = p.quotedEnd(at)
			continue
		case c == '#' && at > 0 && strings.IndexByte(" \t\r\n", p.text[at-1]) >= 0:
			at = p.lineEnd(at)
			continue
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return at + 1
			}
		}
		at++
	}
	return at
}
