package yamledit

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// insert puts an item before the one at the end of an operation's path.
func (e *editor) insert(op Op) (splice, error) {
	last := len(op.Path) - 1
	f, err := e.find(op.Path[:last])
	if err != nil {
		return splice{}, err
	}
	if f.depth < last || isNull(f.last()) {
		return e.set(f, Op{Path: op.Path[:last], Value: &tree.Node{Kind: tree.Array, Items: []*tree.Node{op.Value}}})
	}
	return e.addItem(f, op.Path[last].Index, op.Value)
}

func (e *editor) addItem(f found, i int, value *tree.Node) (splice, error) {
	n := f.last()
	if n.Kind != yaml.SequenceNode {
		return splice{}, errUnknown
	}
	if anyFlow(f.nodes) {
		return e.addFlowItem(n, i, value)
	}
	if len(n.Content) == 0 {
		return splice{}, errUnknown
	}
	indent := n.Column - 1
	lines := inDash(value, indent)
	if isFlow(n.Content[min(i, len(n.Content)-1)]) && fitsFlow(value) {
		lines = []string{strings.Repeat(" ", indent) + "- " + inFlow(value)} // as its neighbour
	}
	if i == len(n.Content) {
		return e.after(n, f, lines)
	}
	items, err := e.items(n)
	if err != nil {
		return splice{}, err
	}
	return splice{items[i].from, items[i].from, e.joined(lines[0], lines[1:]) + e.newline}, nil
}

func (e *editor) addFlowItem(n *yaml.Node, i int, value *tree.Node) (splice, error) {
	if !isFlow(n) {
		return splice{}, errUnknown
	}
	if i == len(n.Content) {
		return e.addFlow(n, inFlow(value))
	}
	at := e.offset(n.Content[i])
	return splice{at, at, inFlow(value) + ", "}, nil
}

// lines is a piece of the text in whole lines, the last one's break not included.
type lines struct{ from, to int }

// items are the lines of the items of a block list, each with the comments that stand
// directly above it.
func (e *editor) items(list *yaml.Node) ([]lines, error) {
	all := make([]lines, len(list.Content))
	for i, n := range list.Content {
		at := e.offset(n)
		start := e.lineStart(at)
		if isEmpty(n) || n.Anchor != "" || strings.TrimSpace(string(e.text[start:at])) != "-" {
			return nil, errUnknown
		}
		all[i] = lines{start, e.lineEnd(e.end(n, at, list.Column-1, false))}
	}
	for i := range all {
		all[i].from = e.withComments(all[i].from, list.Column-1)
		if i > 0 && all[i].from < all[i-1].to {
			return nil, errUnknown
		}
	}
	return all, nil
}

// withComments goes up from a line over the comments that stand directly above it, as
// far indented.
func (e *editor) withComments(start, indent int) int {
	for line := e.lineOf(start); line > 0; line-- {
		above := e.lines[line-1]
		width, _ := e.indentOf(above)
		if width != indent || above+width >= len(e.text) || e.text[above+width] != '#' {
			break
		}
		start = above
	}
	return start
}

// order puts the items of a list into another order. What stands between them, empty
// lines and comments set apart, stays where it is.
func (e *editor) order(op Op) (splice, error) {
	f, err := e.find(op.list())
	if err != nil {
		return splice{}, err
	}
	n := f.last()
	if f.depth < len(op.list()) || n.Kind != yaml.SequenceNode || anyFlow(f.nodes) || len(n.Content) == 0 {
		return splice{}, errUnknown
	}
	items, err := e.items(n)
	if err != nil {
		return splice{}, err
	}
	var b strings.Builder
	for i, from := range op.order(len(items)) {
		b.Write(e.text[items[from].from:items[from].to])
		if i+1 < len(items) {
			b.Write(e.text[items[i].to:items[i+1].from])
		}
	}
	return splice{items[0].from, items[len(items)-1].to, b.String()}, nil
}

// remove takes the last node of a path away.
func (e *editor) remove(f found) (splice, error) {
	// With the only thing in it, a collection goes.
	for len(f.nodes) > 2 {
		parent := f.nodes[len(f.nodes)-2]
		if parent.Kind == yaml.MappingNode && len(parent.Content) > 2 || parent.Kind == yaml.SequenceNode && len(parent.Content) > 1 {
			break
		}
		f.nodes, f.keys = f.nodes[:len(f.nodes)-1], f.keys[:len(f.keys)-1]
	}
	if len(f.nodes) < 2 {
		return splice{}, errUnknown
	}
	n, key, parent := f.last(), f.keys[len(f.keys)-1], f.nodes[len(f.nodes)-2]
	if anyFlow(f.nodes[:len(f.nodes)-1]) {
		return e.removeFlow(parent, n, key)
	}
	if key == nil {
		items, err := e.items(parent)
		if err != nil {
			return splice{}, err
		}
		i := slices.Index(parent.Content, n)
		return e.cut(items[i]), nil
	}
	at := e.offset(key)
	start := e.lineStart(at)
	value := e.offset(n)
	if isEmpty(n) {
		value = e.afterColon(key, false)
	}
	end := e.lineEnd(e.end(n, value, indentIn(parent), false))
	if strings.TrimSpace(string(e.text[start:at])) == "" {
		return e.cut(lines{e.withComments(start, parent.Column-1), end}), nil
	}
	// Its dash stays, and the next field moves up to it.
	i := slices.Index(parent.Content, key)
	if i != 0 || len(parent.Content) < 4 {
		return splice{}, errUnknown
	}
	next := e.offset(parent.Content[2])
	if strings.TrimSpace(string(e.text[end:next])) != "" {
		return splice{}, errUnknown // there are comments between them
	}
	return splice{at, next, ""}, nil
}

// cut takes lines out, with a line break.
func (e *editor) cut(l lines) splice {
	switch {
	case l.to < len(e.text):
		return splice{l.from, e.nextLine(l.to), ""}
	case l.from > 0:
		return splice{e.lineEnd(e.lines[e.lineOf(l.from)-1]), l.to, ""}
	}
	return splice{l.from, l.to, ""}
}

// removeFlow takes a part out of a flow collection, with one comma.
func (e *editor) removeFlow(parent, n, key *yaml.Node) (splice, error) {
	first := n
	step := 1
	if key != nil {
		first, step = key, 2
	}
	i := slices.Index(parent.Content, first)
	if i < 0 || !isFlow(parent) {
		return splice{}, errUnknown
	}
	from := e.offset(first)
	if i+step < len(parent.Content) {
		return splice{from, e.offset(parent.Content[i+step]), ""}, nil
	}
	value := e.offset(n)
	if isEmpty(n) {
		if key == nil {
			return splice{}, errUnknown
		}
		value = e.afterColon(key, true)
	}
	to := e.end(n, value, -1, true)
	for from > 0 && strings.IndexByte(" \t\r\n", e.text[from-1]) >= 0 {
		from--
	}
	if from > 0 && e.text[from-1] == ',' {
		from--
	}
	return splice{from, to, ""}, nil
}
