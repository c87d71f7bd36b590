package yamledit

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// splice replaces the bytes from one offset to another.
type splice struct {
	from, to int
	text     string
}

// errUnknown says that a text is written in a way that is not spliced.
var errUnknown = errors.New("yamledit: not spliced")

// editor makes splices of operations on one text.
type editor struct {
	*places
	root    *yaml.Node
	newline string
}

// found is where a path leads: the nodes on the way, from the root.
type found struct {
	nodes []*yaml.Node
	keys  []*yaml.Node // of the fields, nil for items
	depth int          // how many steps led somewhere
}

func (f found) last() *yaml.Node { return f.nodes[len(f.nodes)-1] }

func (e *editor) find(p Path) (found, error) {
	f := found{nodes: []*yaml.Node{e.root}, keys: []*yaml.Node{nil}}
	for i, s := range p {
		n := f.last()
		if n.Kind == yaml.AliasNode || n.Anchor != "" && i > 0 {
			return f, errUnknown
		}
		key, value := lookUp(n, s)
		if value == nil || isNull(value) && i+1 < len(p) {
			return f, nil
		}
		f.nodes, f.keys, f.depth = append(f.nodes, value), append(f.keys, key), i+1
	}
	if n := f.last(); n.Anchor != "" || n.Kind == yaml.AliasNode && f.depth < len(p) {
		return f, errUnknown
	}
	return f, nil
}

func lookUp(n *yaml.Node, s Step) (key, value *yaml.Node) {
	switch {
	case s.Key != "" && n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == s.Key {
				return n.Content[i], n.Content[i+1]
			}
		}
	case s.Key == "" && n.Kind == yaml.SequenceNode && s.Index >= 0 && s.Index < len(n.Content):
		return nil, n.Content[s.Index]
	}
	return nil, nil
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && (n.Value == "" || n.Value == "~" || n.Value == "null")
}

// anyFlow reports whether one of the nodes is a flow collection.
func anyFlow(nodes []*yaml.Node) bool { return slices.ContainsFunc(nodes, isFlow) }

// indentIn is the indentation that what is inside a block collection must go beyond.
func indentIn(n *yaml.Node) int { return n.Column - 1 }

func (e *editor) splice(op Op) (splice, error) {
	f, err := e.find(op.Path)
	if err != nil {
		return splice{}, err
	}
	switch op.Kind {
	case Set:
		return e.set(f, op)
	case Remove:
		if f.depth < len(op.Path) {
			return splice{}, nil
		}
		return e.remove(f)
	case Insert:
		return e.insert(op)
	}
	return e.order(op)
}

func (e *editor) set(f found, op Op) (splice, error) {
	if f.depth == len(op.Path) {
		return e.replace(f, op.Value)
	}
	value, err := wrapped(op.Value, op.Path, f.depth+1)
	if err != nil {
		return splice{}, err
	}
	n, step := f.last(), op.Path[f.depth]
	if key, there := lookUp(n, step); there != nil {
		f.nodes, f.keys = append(f.nodes, there), append(f.keys, key)
		return e.replace(f, value) // null until now
	}
	switch {
	case n.Kind == yaml.MappingNode && step.Key != "":
		return e.addField(f, step.Key, value)
	case n.Kind == yaml.SequenceNode && step.Key == "" && step.Index == len(n.Content):
		return e.addItem(f, step.Index, value)
	}
	return splice{}, errUnknown
}

// replace puts a value where the last node of a path is.
func (e *editor) replace(f found, value *tree.Node) (splice, error) {
	n, key := f.last(), f.keys[len(f.keys)-1]
	if len(f.nodes) < 2 {
		return splice{}, errUnknown
	}
	parent := f.nodes[len(f.nodes)-2]
	flow := anyFlow(f.nodes[:len(f.nodes)-1])
	from := e.offset(n)
	if isEmpty(n) {
		if key == nil {
			return splice{}, errUnknown
		}
		from = e.afterColon(key, flow)
	}
	to := e.end(n, from, indentIn(parent), flow)
	if flow {
		text := inFlow(value)
		if value.Kind == tree.String {
			text = scalar(value.Text, true, n.Style)
		}
		if isEmpty(n) {
			text = " " + text
		}
		return splice{from, to, text}, nil
	}
	indent := indentIn(parent) + 2
	if n.Kind == yaml.SequenceNode && !isFlow(n) {
		indent = max(n.Column-1, indentIn(parent)) // as it was: lists may stand below their key
	}
	if key == nil {
		return e.replaceItem(n, parent, value, from, to)
	}
	colon := e.afterColon(key, false)
	if value.Kind == tree.Array && !isFlow(n) && n.Kind == yaml.ScalarNode {
		indent = indentIn(parent) + 2
	}
	first, rest, inner := inBlock(value, indent, n.Style)
	// What stands behind the value on the line of its key stays there.
	tail := ""
	if block := !isFlow(n) && (n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode); block {
		if e.lineOf(from) == e.lineOf(colon) {
			return splice{}, errUnknown
		}
		tail, to = string(e.text[colon:e.lineEnd(colon)]), e.lineEnd(to)
	} else if e.lineOf(from) == e.lineOf(colon) {
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			if at := bytes.Index(e.text[from:e.lineEnd(from)], []byte(" #")); at >= 0 {
				tail = string(e.text[from+at : e.lineEnd(from)])
			}
		} else if len(rest) > 0 {
			tail, to = string(e.text[to:e.lineEnd(to)]), e.lineEnd(to)
		}
	} else if strings.TrimSpace(string(e.text[colon:e.lineEnd(colon)])) != "" {
		return splice{}, errUnknown // a comment between a key and its value
	}
	return splice{colon, to, e.joined(lead(first, inner)+strings.TrimRight(tail, " \t"), rest)}, nil
}

func (e *editor) replaceItem(n, list *yaml.Node, value *tree.Node, from, to int) (splice, error) {
	indent := list.Column - 1
	before := e.text[e.lineStart(from):from]
	if strings.TrimSpace(string(before)) != "-" {
		return splice{}, errUnknown
	}
	if n.Kind != yaml.ScalarNode && !isFlow(n) {
		to = e.lineEnd(to)
	}
	if isFlow(n) && fitsFlow(value) {
		return splice{from, to, inFlow(value)}, nil
	}
	first, rest, inner := inBlock(value, indent+2, n.Style)
	if inner {
		first, rest = rest[0][indent+2:], rest[1:]
	}
	tail := ""
	if len(rest) > 0 && n.Kind == yaml.ScalarNode {
		if strings.TrimSpace(string(e.text[to:e.lineEnd(to)])) != "" {
			return splice{}, errUnknown
		}
	}
	return splice{e.lineStart(from) + indent, to, e.joined("- "+first+tail, rest)}, nil
}

// fitsFlow reports whether a value reads well on one line.
func fitsFlow(n *tree.Node) bool {
	s := inFlow(n)
	return len(s) <= 160 && !strings.Contains(s, `\n`)
}

func (e *editor) joined(first string, rest []string) string {
	return strings.Join(append([]string{first}, rest...), e.newline)
}

// addField writes a field at the end of an object.
func (e *editor) addField(f found, key string, value *tree.Node) (splice, error) {
	n := f.last()
	written := scalar(key, anyFlow(f.nodes), 0)
	if anyFlow(f.nodes) {
		if !isFlow(n) {
			return splice{}, errUnknown
		}
		return e.addFlow(n, written+": "+inFlow(value))
	}
	if len(n.Content) == 0 {
		return splice{}, errUnknown
	}
	indent := n.Column - 1
	first, rest, inner := inBlock(value, indent+2, 0)
	line := strings.Repeat(" ", indent) + written + ":" + lead(first, inner)
	return e.after(n, f, append([]string{line}, rest...))
}

// after puts lines behind the end of a block collection.
func (e *editor) after(n *yaml.Node, f found, lines []string) (splice, error) {
	end := e.lineEnd(e.end(n, e.offset(n), indentIn(n), false))
	return splice{end, end, e.newline + e.joined(lines[0], lines[1:])}, nil
}

// addFlow writes a part at the end of a flow collection.
func (e *editor) addFlow(n *yaml.Node, part string) (splice, error) {
	end := e.end(n, e.offset(n), -1, true) - 1
	at := end
	for at > 0 && strings.IndexByte(" \t\r\n", e.text[at-1]) >= 0 {
		at--
	}
	if len(n.Content) > 0 {
		if e.text[at-1] == ',' {
			part = " " + part
		} else {
			part = ", " + part
		}
	}
	if bytes.IndexByte(e.text[e.lineStart(at):at], '#') >= 0 && at < end {
		return splice{}, errUnknown // it may end in a comment
	}
	return splice{at, at, part}, nil
}
