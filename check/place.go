package check

import (
	"strconv"
	"strings"

	"barline/data/tree"
)

// place is where a value stands: the node, or where there is none the nearest around it.
type place struct {
	node   *tree.Node
	absent bool // node is the one around the value
	above  *place
	step   string // from above: "events" or "[2]"
}

// field is the place of a field.
func (p place) field(key string) place {
	in := place{above: &p, step: key, node: p.node, absent: true}
	if p.node != nil && !p.absent {
		if n := p.node.Get(key); n != nil {
			in.node, in.absent = n, false
		}
	}
	return in
}

// item is the place of an item of a list. A text that stands where a list may is its
// own item.
func (p place) item(i int) place {
	if p.node != nil && !p.absent && p.node.Kind != tree.Array {
		return p
	}
	in := place{above: &p, step: "[" + strconv.Itoa(i) + "]", node: p.node, absent: true}
	if p.node != nil && !p.absent && i < len(p.node.Items) {
		in.node, in.absent = p.node.Items[i], false
	}
	return in
}

func (p place) line() int {
	if p.node == nil {
		return 0
	}
	return p.node.Line
}

func (p place) column() int {
	if p.node == nil {
		return 0
	}
	return p.node.Column
}

func (p place) path() string {
	if p.above == nil {
		return ""
	}
	before := p.above.path()
	if before == "" || p.step[0] == '[' {
		return before + p.step
	}
	return before + "." + p.step
}

// Place is where the value at a path, "theme.accent.light" or "fonts[0].file", stands in
// the file, or the nearest around it.
func Place(in Input, path string) (line, column int) {
	at := place{node: in.Root}
	for part := range strings.SplitSeq(path, ".") {
		name, item, ok := strings.Cut(part, "[")
		at = at.field(name)
		if i, err := strconv.Atoi(strings.TrimSuffix(item, "]")); ok && err == nil {
			at = at.item(i)
		}
	}
	return at.line(), at.column()
}

// SourcePlace is where a field of a source stands in its file, by its place in the list,
// and the path that leads there.
func SourcePlace(in Input, source int, field string) (line, column int, path string) {
	at := place{node: in.Root}.field("sources").item(source).field(field)
	return at.line(), at.column(), at.path()
}

// EventPlace is where a field of an event stands in its file, and the path that leads
// there; line and column are 0 where nobody knows.
func EventPlace(in Input, id string, fields ...string) (line, column int, path string) {
	at := place{node: in.Root}
	for n, i := range in.Story.FileOrder() {
		if in.Story.Event(i).ID == id {
			at = at.field("events").item(n)
			for _, f := range fields {
				at = at.field(f)
			}
			return at.line(), at.column(), at.path()
		}
	}
	return 0, 0, ""
}
