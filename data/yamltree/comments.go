package yamltree

import (
	"bytes"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
)

// Rewrite writes a text anew as [Append] would, with the comments that are in it. It
// may only be given texts that [Parse] reads. kept is false, and nothing is written,
// where the comments cannot be written without saying something else.
func Rewrite(text []byte) (rewritten []byte, kept bool) {
	var document yaml.Node
	was, err := Parse(text)
	if err != nil || yaml.Unmarshal(text, &document) != nil {
		return nil, false
	}
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	if e.Encode(&document) != nil || e.Close() != nil {
		return nil, false
	}
	is, err := Parse(out.Bytes())
	if err != nil || !bytes.Equal(tree.AppendJSON(nil, was), tree.AppendJSON(nil, is)) {
		return nil, false
	}
	return out.Bytes(), true
}

// HasComments reports whether there are comments in a text.
func HasComments(text []byte) bool {
	var document yaml.Node
	return yaml.Unmarshal(text, &document) == nil && hasComments(&document)
}

func hasComments(n *yaml.Node) bool {
	if n.HeadComment != "" || n.LineComment != "" || n.FootComment != "" {
		return true
	}
	for _, inner := range n.Content { // what an alias stands for is among them once
		if hasComments(inner) {
			return true
		}
	}
	return false
}
