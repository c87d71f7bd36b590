package yamledit

import (
	"bytes"
	"cmp"
	"slices"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
	"barline/data/yamltree"
)

// Edit does operations on a YAML text, one after the other, all or none. Read back, the
// text is what the same operations make of the tree. Its errors are those of
// [yamltree.Parse] for the text that it is given, and *[Error].
func Edit(text []byte, ops ...Op) ([]byte, error) { return EditWith(nil, text, ops...) }

// EditWith is Edit for somebody who edits a text again and again: r, which may be nil,
// remembers what it says.
func EditWith(r *yamltree.Reader, text []byte, ops ...Op) ([]byte, error) {
	bare, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	root, err := r.Parse(bare)
	if err != nil {
		return nil, err
	}
	for len(ops) > 0 {
		n := together(root, ops)
		next, err := Apply(root, ops[:n]...)
		if err != nil {
			return nil, err
		}
		if bare, err = edited(r, bare, root, next, ops[:n]); err != nil {
			return nil, err
		}
		root, ops = next, ops[n:]
	}
	if marked {
		bare = append([]byte("\ufeff"), bare...)
	}
	return bare, nil
}

// together is how many of the operations that come first can be done at once: none is
// about what another one makes or takes away.
func together(root *tree.Node, ops []Op) int {
	taken := map[string]bool{}
	for i, op := range ops {
		if op.Kind != Set {
			return max(i, 1)
		}
		_, depth := at(root, op.Path)
		for k := range op.Path {
			if taken[op.Path[:k+1].String()] {
				return max(i, 1)
			}
		}
		// All of the way is its own from where it makes something new.
		for k := min(depth+1, len(op.Path)); k <= len(op.Path); k++ {
			taken[op.Path[:k].String()] = true
		}
	}
	return len(ops)
}

// edited splices operations into a text whose tree is root, so that it becomes next.
func edited(r *yamltree.Reader, text []byte, root, next *tree.Node, ops []Op) ([]byte, error) {
	if r != nil {
		if out, err := splicedInEvent(text, ops); err == nil && says(r, out, next) {
			return out, nil
		}
	}
	if out, err := spliced(text, ops); err == nil && says(r, out, next) {
		return out, nil
	}
	if len(ops) > 1 {
		// One at a time: only what must be is written anew.
		for _, op := range ops {
			after, err := Apply(root, op)
			if err != nil {
				return nil, err
			}
			if text, err = edited(r, text, root, after, []Op{op}); err != nil {
				return nil, err
			}
			root = after
		}
		return text, nil
	}
	if out, err := rewritten(text, ops[0]); err == nil && says(r, out, next) {
		return out, nil
	}
	// The values are what counts.
	return yamltree.Append(nil, next)
}

// says reports whether a text is this tree.
func says(r *yamltree.Reader, text []byte, want *tree.Node) bool {
	got, err := r.Parse(text)
	return err == nil && bytes.Equal(tree.AppendJSON(nil, got), tree.AppendJSON(nil, want))
}

// splicedInEvent splices operations that are all inside of one event into what stands
// there, without a look at the rest of the text.
func splicedInEvent(text []byte, ops []Op) ([]byte, error) {
	inside := make([]Op, len(ops))
	for i, op := range ops {
		if len(op.Path) < 3 || op.Path[0].Key != "events" || op.Path[1].Key != "" || op.Path[1].Index != ops[0].Path[1].Index {
			return nil, errUnknown
		}
		inside[i] = op
		inside[i].Path = append(Path{{Index: 0}}, op.Path[2:]...)
	}
	from, to, ok := yamltree.Event(text, ops[0].Path[1].Index)
	if !ok {
		return nil, errUnknown
	}
	out, err := spliced(text[from:to:to], inside)
	if err != nil {
		return nil, err
	}
	return slices.Concat(text[:from], out, text[to:]), nil
}

func spliced(text []byte, ops []Op) ([]byte, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil || len(document.Content) == 0 {
		return nil, errUnknown
	}
	e := &editor{places: newPlaces(text), root: document.Content[0], newline: "\n"}
	if bytes.Contains(text, []byte("\r\n")) {
		e.newline = "\r\n"
	}
	var all []splice
	for _, op := range ops {
		s, err := e.splice(op)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b splice) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	at := 0
	for _, s := range all {
		if s.from < at || s.to < s.from {
			return nil, errUnknown
		}
		out = append(append(out, text[at:s.from]...), s.text...)
		at = s.to
	}
	return append(out, text[at:]...), nil
}
