package canonical

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"barline/data"
	"barline/data/tree"
)

// entry is a field or an item, or the whole document.
type entry struct {
	key   *yaml.Node // nil for an item
	value *yaml.Node
	set   string // the set of fields that the value is, if it is one
	above *entry
	inner []*entry // fields in canonical order, items

	line, column int // where it begins; an item at its dash
	flow         bool
	blank        bool // a blank line is above it, or above its comments

	head []comment // on lines of their own, above it
	side []comment // behind it
	foot []comment // below it, at its own level
}

// document is a file: its entries, and what is written around them.
type document struct {
	root   *entry
	lines  []string
	header []comment
	// comments are all of them, wherever they stand.
	comments []comment
	tail     []comment
}

// read takes a text of YAML apart, which is known to hold a story.
func read(text []byte) (*document, error) {
	var parsed yaml.Node
	if err := yaml.Unmarshal(text, &parsed); err != nil {
		return nil, err
	}
	if err := refuseAliases(&parsed); err != nil {
		return nil, err
	}
	comments, err := commentsIn(text)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(text), "\n")
	d := &document{comments: comments, lines: lines, root: &entry{value: parsed.Content[0], set: "story"}}
	d.root.open(lines)
	var all []*entry
	d.root.walk(func(e *entry) { all = append(all, e) })
	d.attach(comments, all[1:])
	d.root.walk(func(e *entry) { e.sort() })
	return d, nil
}

// refuseAliases refuses what has no canonical form.
func refuseAliases(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return &tree.Error{Line: n.Line, Column: max(n.Column, 1), What: "an anchor or an alias, for which there is no canonical form", Fix: "write the value out in each place, or leave the file as it is"}
	}
	for _, inner := range n.Content {
		if err := refuseAliases(inner); err != nil {
			return err
		}
	}
	return nil
}

// open finds the entries inside an entry.
func (e *entry) open(lines []string) {
	v := e.value
	flow := v.Style&yaml.FlowStyle != 0
	add := func(in *entry, at *yaml.Node) {
		in.above, in.line, in.column, in.flow = e, at.Line, at.Column, flow
		if !flow && in.key == nil {
			in.column = v.Column // its dash
		}
		in.blank = in.line >= 2 && isBlank(lines[in.line-2])
		in.open(lines)
		e.inner = append(e.inner, in)
	}
	switch v.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(v.Content); i += 2 {
			key := v.Content[i]
			add(&entry{key: key, value: v.Content[i+1], set: data.SetIn(e.set, key.Value)}, key)
		}
	case yaml.SequenceNode:
		for _, item := range v.Content {
			add(&entry{value: item, set: e.set}, item)
		}
	}
}

// walk visits an entry and all inside it, in the order of the file or, when they are
// sorted, in theirs.
func (e *entry) walk(visit func(*entry)) {
	visit(e)
	for _, in := range e.inner {
		in.walk(visit)
	}
}

// sort puts fields into the order of the format.
func (e *entry) sort() {
	if e.value.Kind == yaml.MappingNode {
		slices.SortStableFunc(e.inner, func(a, b *entry) int { return place(e.set, a.key.Value) - place(e.set, b.key.Value) })
	}
}

// hasComments reports whether comments are inside an entry, or beside what is.
func (e *entry) hasComments() bool {
	return slices.ContainsFunc(e.inner, func(in *entry) bool {
		return len(in.head)+len(in.side)+len(in.foot) > 0 || in.hasComments()
	})
}
