package yamledit

import (
	"bytes"

	"go.yaml.in/yaml/v3"
)

// Ends are the lines behind the values of a text, by the lines and columns, from 1, at
// which they begin: a value in one line ends at the next one. It is empty for texts that
// are no YAML.
func Ends(text []byte) map[[2]int]int {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil || len(document.Content) == 0 {
		return nil
	}
	p := newPlaces(text)
	ends := map[[2]int]int{}
	var walk func(n *yaml.Node, indent int, flow bool)
	walk = func(n *yaml.Node, indent int, flow bool) {
		ends[[2]int{n.Line, n.Column}] = p.lineOf(p.end(n, p.offset(n), indent, flow)) + 2
		flow = flow || isFlow(n)
		for i, inner := range n.Content {
			if n.Kind == yaml.SequenceNode || i%2 == 1 {
				walk(inner, n.Column-1, flow)
			}
		}
	}
	walk(document.Content[0], -1, false)
	return ends
}
