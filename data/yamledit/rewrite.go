package yamledit

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
	"barline/data/yamltree"
)

// rewritten does an operation on the library's nodes and has it write all of them anew:
// the comments stay, the formatting does not. Aliases are written out.
func rewritten(text []byte, op Op) ([]byte, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil || len(document.Content) == 0 {
		return nil, errUnknown
	}
	document.Content[0] = writtenOut(document.Content[0])
	if err := onNodes(document.Content[0], op); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(&document); err != nil {
		return nil, err
	}
	err := encoder.Close()
	return out.Bytes(), err
}

// writtenOut is a node with copies in the place of aliases.
func writtenOut(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	out := *n
	out.Anchor = ""
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, inner := range n.Content {
		out.Content[i] = writtenOut(inner)
	}
	return &out
}

func onNodes(root *yaml.Node, op Op) error {
	switch op.Kind {
	case Move, Order:
		list := follow(root, op.list())
		if list == nil {
			return errUnknown
		}
		items := make([]*yaml.Node, len(list.Content))
		for i, from := range op.order(len(list.Content)) {
			items[i] = list.Content[from]
		}
		list.Content = items
		return nil
	case Insert:
		last := len(op.Path) - 1
		list := follow(root, op.Path[:last])
		if list == nil || list.Kind != yaml.SequenceNode {
			return putNode(root, op.Path[:last], &tree.Node{Kind: tree.Array, Items: []*tree.Node{op.Value}})
		}
		list.Style &^= yaml.FlowStyle
		list.Content = slices.Insert(list.Content, op.Path[last].Index, yamltree.Node(op.Value))
		return nil
	case Remove:
		return removeNode(root, op.Path)
	}
	return putNode(root, op.Path, op.Value)
}

// follow is the node that a path leads to, or nil.
func follow(n *yaml.Node, p Path) *yaml.Node {
	for _, s := range p {
		if _, n = lookUp(n, s); n == nil {
			return nil
		}
	}
	return n
}

func putNode(root *yaml.Node, p Path, value *tree.Node) error {
	n := root
	for i, s := range p {
		_, next := lookUp(n, s)
		if next != nil && (i+1 == len(p) || !isNull(next)) {
			if i+1 == len(p) {
				putOver(next, value)
			}
			n = next
			continue
		}
		made, err := wrapped(value, p, i+1)
		if err != nil {
			return err
		}
		switch {
		case next != nil:
			putOver(next, made)
		case s.Key != "" && n.Kind == yaml.MappingNode:
			n.Content = append(n.Content, yamltree.Node(&tree.Node{Kind: tree.String, Text: s.Key}), yamltree.Node(made))
		case s.Key == "" && n.Kind == yaml.SequenceNode:
			n.Content = append(n.Content, yamltree.Node(made))
		default:
			return errUnknown
		}
		return nil
	}
	return nil
}

// putOver makes a node a value, and leaves it its comments.
func putOver(n *yaml.Node, value *tree.Node) {
	next := yamltree.Node(value)
	next.HeadComment, next.LineComment, next.FootComment = n.HeadComment, n.LineComment, n.FootComment
	*n = *next
}

func removeNode(root *yaml.Node, p Path) error {
	for len(p) > 0 {
		parent := follow(root, p[:len(p)-1])
		if parent == nil {
			return nil
		}
		key, value := lookUp(parent, p[len(p)-1])
		if value == nil {
			return nil
		}
		i := slices.Index(parent.Content, value)
		size := 1
		if key != nil {
			i, size = i-1, 2
		}
		if len(parent.Content) > size || len(p) == 1 {
			parent.Content = slices.Delete(parent.Content, i, i+size)
			return nil
		}
		p = p[:len(p)-1]
	}
	return nil
}
