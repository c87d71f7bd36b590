package canonical

import (
	"slices"
	"strings"
	"unicode/utf8"

	"barline/data"
	"barline/data/tree"
)

// ofJSON is the canonical form of a story in JSON.
func ofJSON(text []byte) ([]byte, error) {
	root, err := tree.ParseJSON(text)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	writeJSON(&b, root, "story", 0)
	b.WriteString("\n")
	return []byte(b.String()), nil
}

// writeJSON writes a value. Sets of fields take a line for each, and so do lists but for
// short ones of plain values.
func writeJSON(b *strings.Builder, n *tree.Node, set string, indent int) {
	inner := "\n" + spaces(indent+2)
	switch {
	case n.Kind == tree.Object && len(n.Fields) > 0:
		slices.SortStableFunc(n.Fields, func(x, y tree.Field) int { return place(set, x.Key) - place(set, y.Key) })
		b.WriteString("{")
		for i, f := range n.Fields {
			if i > 0 {
				b.WriteString(",")
			}
			b.WriteString(inner + jsonText(f.Key) + ": ")
			writeJSON(b, f.Value, data.SetIn(set, f.Key), indent+2)
		}
		b.WriteString("\n" + spaces(indent) + "}")
	case n.Kind == tree.Array && len(n.Items) > 0 && !isShort(n, indent):
		b.WriteString("[")
		for i, item := range n.Items {
			if i > 0 {
				b.WriteString(",")
			}
			b.WriteString(inner)
			writeJSON(b, item, set, indent+2)
		}
		b.WriteString("\n" + spaces(indent) + "]")
	case n.Kind == tree.Array:
		b.WriteString("[")
		for i, item := range n.Items {
			if i > 0 {
				b.WriteString(", ")
			}
			writeJSON(b, item, set, indent)
		}
		b.WriteString("]")
	case n.Kind == tree.String:
		b.WriteString(jsonText(n.Text))
	default:
		b.Write(tree.AppendJSON(nil, n))
	}
}

// isShort reports a list of plain values that has room on a line.
func isShort(n *tree.Node, indent int) bool {
	length := indent
	for _, item := range n.Items {
		if item.Kind == tree.Object || item.Kind == tree.Array {
			return false
		}
		length += utf8.RuneCountInString(item.Text) + 4
	}
	return length <= most*3/4
}

// jsonText is a text as JSON has it, with nothing escaped that need not be.
func jsonText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == '<' || r == '>' || r == '&' {
			b.WriteRune(r)
			continue
		}
		whole := tree.AppendJSON(nil, &tree.Node{Kind: tree.String, Text: string(r)})
		b.Write(whole[1 : len(whole)-1])
	}
	b.WriteByte('"')
	return b.String()
}
