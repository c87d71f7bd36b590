package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"barline/data/tree"
	"barline/data/yamltree"
)

// notated writes a story file out, in JSON or YAML by the ending of its name.
func notated(root *tree.Node, ending string) ([]byte, error) {
	if !strings.EqualFold(ending, ".json") {
		return yamltree.Append(nil, root)
	}
	var out bytes.Buffer
	err := json.Indent(&out, tree.AppendJSON(nil, root), "", "  ")
	out.WriteByte('\n')
	return out.Bytes(), err
}
