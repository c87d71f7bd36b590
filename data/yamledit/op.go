package yamledit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"barline/data/tree"
)

// Step is one step into a tree: the key of an object, or a place in a list.
type Step struct {
	Key string
	// Index counts from 0; it is used where Key is "".
	Index int
}

// Path leads from the root to a value.
type Path []Step

// String returns the path as errors have it: events[2].title.
func (p Path) String() string {
	var b strings.Builder
	for _, s := range p {
		if s.Key == "" {
			b.WriteString("[" + strconv.Itoa(s.Index) + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.Key)
	}
	return b.String()
}

// Kind is what an operation does.
type Kind uint8

const (
	// Set puts a value at a path, and makes the objects and lists around it.
	Set Kind = iota
	// Remove takes a field or an item away, and what is empty for it.
	Remove
	// Insert puts an item into a list before the one at the path.
	Insert
	// Move puts an item of a list at another place.
	Move
	// Order puts all items of a list into another order.
	Order
)

// Op is one change.
type Op struct {
	Kind  Kind
	Path  Path
	Value *tree.Node // of Set and Insert
	To    int        // of Move: where the item stands afterwards
	// Order are the places that the items have now, in their new order.
	Order []int
}

// Error is an operation that cannot be done.
type Error struct{ Text string }

func (e *Error) Error() string { return e.Text }

func fail(p Path, format string, args ...any) error {
	at := p.String()
	if at == "" {
		at = "the story"
	}
	return &Error{at + ": " + fmt.Sprintf(format, args...)}
}

// at follows a path as far as there is something, and returns that and the number of
// steps. What is null holds nothing.
func at(n *tree.Node, p Path) (*tree.Node, int) {
	for i, s := range p {
		next := child(n, s)
		if next == nil || next.Kind == tree.Null && i+1 < len(p) {
			return n, i
		}
		n = next
	}
	return n, len(p)
}

func child(n *tree.Node, s Step) *tree.Node {
	switch {
	case s.Key != "" && n.Kind == tree.Object:
		return n.Get(s.Key)
	case s.Key == "" && n.Kind == tree.Array && s.Index >= 0 && s.Index < len(n.Items):
		return n.Items[s.Index]
	}
	return nil
}

// wrapped puts a value into what the steps to it make.
func wrapped(value *tree.Node, p Path, at int) (*tree.Node, error) {
	for i := len(p) - 1; i >= at; i-- {
		if p[i].Key != "" {
			value = &tree.Node{Kind: tree.Object, Fields: []tree.Field{{Key: p[i].Key, Value: value}}}
			continue
		}
		if p[i].Index != 0 {
			return nil, fail(p[:i], "there is no list of %d items to add to", p[i].Index)
		}
		value = &tree.Node{Kind: tree.Array, Items: []*tree.Node{value}}
	}
	return value, nil
}

// Apply does operations on a tree, which is not changed itself.
func Apply(root *tree.Node, ops ...Op) (*tree.Node, error) {
	root = clone(root)
	for _, op := range ops {
		if err := apply(root, op); err != nil {
			return nil, err
		}
	}
	return root, nil
}

func apply(root *tree.Node, op Op) error {
	if len(op.Path) == 0 {
		return fail(op.Path, "name what to change in it")
	}
	switch op.Kind {
	case Set:
		return set(root, op)
	case Remove:
		return remove(root, op.Path)
	case Insert:
		return insert(root, op)
	}
	list, err := listAt(root, op)
	if err != nil {
		return err
	}
	reorder(list, op.order(len(list.Items)))
	return nil
}

func set(root *tree.Node, op Op) error {
	n, depth := at(root, op.Path)
	if depth == len(op.Path) {
		parent, _ := at(root, op.Path[:depth-1])
		last := op.Path[depth-1]
		if last.Key == "" {
			parent.Items[last.Index] = clone(op.Value)
			return nil
		}
		for i := range parent.Fields {
			if parent.Fields[i].Key == last.Key {
				parent.Fields[i].Value = clone(op.Value)
			}
		}
		return nil
	}
	value, err := wrapped(clone(op.Value), op.Path, depth+1)
	if err != nil {
		return err
	}
	step := op.Path[depth]
	switch {
	case step.Key != "" && n.Kind == tree.Object:
		for i := range n.Fields {
			if n.Fields[i].Key == step.Key { // null until now
				n.Fields[i].Value = value
				return nil
			}
		}
		n.Fields = append(n.Fields, tree.Field{Key: step.Key, Value: value})
	case step.Key == "" && n.Kind == tree.Array && step.Index == len(n.Items):
		n.Items = append(n.Items, value)
	case step.Key == "" && n.Kind == tree.Array && step.Index >= 0 && step.Index < len(n.Items):
		n.Items[step.Index] = value // null until now
	default:
		return fail(op.Path[:depth], "there is %s, which has no %s", kindWord(n), Path{step})
	}
	return nil
}

// kindWord names what a value is.
func kindWord(n *tree.Node) string {
	switch n.Kind {
	case tree.Object:
		return "a set of fields"
	case tree.Array:
		return "a list of " + strconv.Itoa(len(n.Items))
	case tree.Null:
		return "nothing"
	}
	return "a text"
}

// emptied shortens a path that is to be removed to what would be empty without it.
func emptied(root *tree.Node, p Path) Path {
	for len(p) > 1 {
		parent, _ := at(root, p[:len(p)-1])
		if len(parent.Fields)+len(parent.Items) != 1 {
			break
		}
		p = p[:len(p)-1]
	}
	return p
}

func remove(root *tree.Node, p Path) error {
	if _, depth := at(root, p); depth < len(p) {
		return nil
	}
	p = emptied(root, p)
	parent, _ := at(root, p[:len(p)-1])
	if last := p[len(p)-1]; last.Key == "" {
		parent.Items = slices.Delete(parent.Items, last.Index, last.Index+1)
	} else {
		parent.Fields = slices.DeleteFunc(parent.Fields, func(f tree.Field) bool { return f.Key == last.Key })
	}
	return nil
}

func insert(root *tree.Node, op Op) error {
	last := len(op.Path) - 1
	if op.Path[last].Key != "" {
		return fail(op.Path, "an item is put at a place in a list")
	}
	list, depth := at(root, op.Path[:last])
	if depth < last || list.Kind == tree.Null {
		whole := op.Path
		if op.Path[last].Index != 0 {
			return fail(op.Path[:last], "there is no list")
		}
		return set(root, Op{Path: whole[:last], Value: &tree.Node{Kind: tree.Array, Items: []*tree.Node{op.Value}}})
	}
	i := op.Path[last].Index
	if list.Kind != tree.Array || i < 0 || i > len(list.Items) {
		return fail(op.Path[:last], "there is %s, which has no place %d", kindWord(list), i)
	}
	list.Items = slices.Insert(list.Items, i, clone(op.Value))
	return nil
}

// listAt finds the list whose order an operation changes.
func listAt(root *tree.Node, op Op) (*tree.Node, error) {
	p := op.list()
	list, depth := at(root, p)
	if depth < len(p) || list.Kind != tree.Array {
		return nil, fail(p, "there is no list")
	}
	n := len(list.Items)
	if op.Kind == Move {
		if from := op.Path[len(op.Path)-1].Index; from < 0 || from >= n || op.To < 0 || op.To >= n {
			return nil, fail(p, "there are %d items, and none is moved from %d to %d", n, from, op.To)
		}
		return list, nil
	}
	sorted := slices.Sorted(slices.Values(op.Order))
	for i := range sorted {
		if len(sorted) != n || sorted[i] != i {
			return nil, fail(p, "an order names each of the %d items once", n)
		}
	}
	if len(op.Order) != n {
		return nil, fail(p, "an order names each of the %d items once", n)
	}
	return list, nil
}

// list is the path of the list whose order changes.
func (op Op) list() Path {
	if op.Kind == Move {
		return op.Path[:len(op.Path)-1]
	}
	return op.Path
}

// order is where the items of a list stand now, in their new order.
func (op Op) order(n int) []int {
	if op.Kind == Order {
		return op.Order
	}
	from := op.Path[len(op.Path)-1].Index
	all := make([]int, 0, n)
	for i := range n {
		if i != from {
			all = append(all, i)
		}
	}
	return slices.Insert(all, op.To, from)
}

func reorder(list *tree.Node, order []int) {
	items := make([]*tree.Node, len(order))
	for i, from := range order {
		items[i] = list.Items[from]
	}
	list.Items = items
}

func clone(n *tree.Node) *tree.Node {
	if n == nil {
		return &tree.Node{Kind: tree.Null}
	}
	out := *n
	out.Items = make([]*tree.Node, len(n.Items))
	for i, item := range n.Items {
		out.Items[i] = clone(item)
	}
	out.Fields = slices.Clone(n.Fields)
	for i := range out.Fields {
		out.Fields[i].Value = clone(out.Fields[i].Value)
	}
	return &out
}
