package yamltree

import (
	"bytes"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// Append appends the tree as a YAML document. Read back, it is the same tree,
// but for positions, and but for an absent value, which is written as null.
func Append(dst []byte, n *tree.Node) ([]byte, error) {
	if n.Kind == tree.Object && len(n.Fields) > 0 {
		w := blockWriter{dst}
		wrote, err := w.fields(n.Fields, 0)
		if wrote || err != nil {
			return w.out, err
		}
	}
	return appendNode(dst, written(n))
}

// appendNode has the library write a node.
func appendNode(dst []byte, n *yaml.Node) ([]byte, error) {
	out := bytes.NewBuffer(dst)
	e := yaml.NewEncoder(out)
	e.SetIndent(indent)
	if err := e.Encode(n); err != nil {
		return nil, err
	}
	err := e.Close()
	return out.Bytes(), err
}

// indent is the number of spaces by which a level is indented.
const indent = 2

// Node is the tree as the YAML library has it, as Append writes it.
func Node(n *tree.Node) *yaml.Node { return written(n) }

func written(n *tree.Node) *yaml.Node {
	switch n.Kind {
	case tree.Object:
		out := &yaml.Node{Kind: yaml.MappingNode}
		for _, f := range n.Fields {
			out.Content = append(out.Content, scalarOf(f.Key, "!!str"), written(f.Value))
		}
		return out
	case tree.Array:
		out := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range n.Items {
			out.Content = append(out.Content, written(item))
		}
		return out
	case tree.String:
		return scalarOf(n.Text, "!!str")
	case tree.Bool:
		return scalarOf(n.Text, "!!bool")
	case tree.Number:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: n.Text}
	}
	return scalarOf("null", "!!null")
}

func scalarOf(text, tag string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: text}
	if tag == "!!str" && (text == "" || text == "~") {
		n.Style = yaml.DoubleQuotedStyle // written plainly it would not be there
	}
	return n
}
