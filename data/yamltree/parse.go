package yamltree

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// MaxNodes is how many nodes the aliases of a text may stand for: few lines of
// aliases of aliases stand for billions. What is written out counts for
// nothing, since tree.MaxBytes limits it.
const MaxNodes = 100_000

// Parse reads one YAML document, with or without a byte order mark. It
// refuses duplicate keys, several documents, merge keys, tags other than str,
// seq and map, and what goes beyond tree.MaxBytes, tree.MaxDepth or MaxNodes.
// Its errors are of type [*tree.Error].
func Parse(text []byte) (*tree.Node, error) {
	if err := check(text); err != nil {
		return nil, err
	}
	return parse(text, 0)
}

// parse reads a text that stands within so many mappings and sequences.
func parse(text []byte, depth int) (*tree.Node, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var document yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return nil, &tree.Error{Line: 1, Column: 1, What: "the file is empty", Fix: "write a story into it"}
	case err != nil:
		return nil, syntaxError(text, err)
	}
	var second yaml.Node
	switch err := decoder.Decode(&second); {
	case err == nil:
		return nil, &tree.Error{Line: second.Line, Column: max(second.Column, 1), What: "a second document", Fix: "remove it and the --- before it; one file holds one story"}
	case !errors.Is(err, io.EOF):
		return nil, syntaxError(text, err)
	}
	c := converter{}
	root, err := c.node(document.Content[0], depth)
	if err != nil {
		return nil, err
	}
	return root, nil
}

// check refuses what the YAML reader would refuse without a position.
func check(text []byte) error {
	if err := tree.Check(text); err != nil {
		return err
	}
	for i, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F {
			line, column := tree.Position(text, i)
			return &tree.Error{Line: line, Column: column, What: "a control character", Fix: "remove it"}
		}
	}
	return nil
}

// converter turns YAML nodes into tree nodes.
type converter struct {
	count int          // nodes made from aliases
	open  []*yaml.Node // anchored nodes that are being expanded
}

// node converts n; depth counts the mappings and sequences around it.
func (c *converter) node(n *yaml.Node, depth int) (*tree.Node, error) {
	if len(c.open) > 0 {
		if c.count++; c.count > MaxNodes {
			return nil, fail(n, "aliases that stand for more than "+strconv.Itoa(MaxNodes)+" values", "use fewer aliases")
		}
	}
	if n.Kind == yaml.AliasNode {
		return c.alias(n, depth)
	}
	if err := checkTag(n); err != nil {
		return nil, err
	}
	out := &tree.Node{Line: n.Line, Column: n.Column}
	if n.Kind == yaml.ScalarNode {
		out.Kind, out.Text = scalar(n)
		return out, nil
	}
	if depth == tree.MaxDepth {
		return nil, tree.TooDeep(n.Line, n.Column)
	}
	if n.Kind == yaml.SequenceNode {
		out.Kind = tree.Array
		for _, content := range n.Content {
			item, err := c.node(content, depth+1)
			if err != nil {
				return nil, err
			}
			out.Items = append(out.Items, item)
		}
		return out, nil
	}
	out.Kind = tree.Object
	return out, c.fields(out, n, depth)
}

func (c *converter) fields(out *tree.Node, n *yaml.Node, depth int) error {
	var keys tree.Keys
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind == yaml.AliasNode {
			key = key.Alias
		}
		if key.Kind != yaml.ScalarNode {
			return fail(n.Content[i], "a key that is not text", "write the name of a field")
		}
		if key.Tag == "!!merge" {
			return fail(key, "merge keys are not supported", "write the fields out")
		}
		if err := checkTag(key); err != nil {
			return err
		}
		f := tree.Field{Key: key.Value, KeyLine: n.Content[i].Line, KeyColumn: n.Content[i].Column}
		if err := keys.Add(f); err != nil {
			return err
		}
		var err error
		if f.Value, err = c.node(n.Content[i+1], depth+1); err != nil {
			return err
		}
		out.Fields = append(out.Fields, f)
	}
	return nil
}

// alias expands an alias into a copy of what its anchor names. The copy keeps
// the positions of the original, which is where a fix belongs.
func (c *converter) alias(n *yaml.Node, depth int) (*tree.Node, error) {
	for _, open := range c.open {
		if open == n.Alias {
			return nil, fail(n, "the alias *"+n.Value+" stands inside its own anchor", "write the value out")
		}
	}
	c.open = append(c.open, n.Alias)
	out, err := c.node(n.Alias, depth)
	c.open = c.open[:len(c.open)-1]
	return out, err
}

// scalar reads the types that a plain scalar can have here.
func scalar(n *yaml.Node) (tree.Kind, string) {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle | yaml.TaggedStyle
	if n.Style&quoted == 0 {
		switch n.Value {
		case "", "~", "null":
			return tree.Null, ""
		case "true", "false":
			return tree.Bool, n.Value
		}
	}
	return tree.String, n.Value
}

// checkTag refuses explicit types that would change what a scalar says.
func checkTag(n *yaml.Node) error {
	if n.Style&yaml.TaggedStyle == 0 {
		return nil
	}
	switch n.ShortTag() {
	case "!!str", "!!seq", "!!map":
		return nil
	}
	return fail(n, "the tag "+strconv.Quote(n.Tag), "remove it; stories need no tags")
}

func fail(n *yaml.Node, what, fix string) error {
	return &tree.Error{Line: n.Line, Column: max(n.Column, 1), What: what, Fix: fix}
}
