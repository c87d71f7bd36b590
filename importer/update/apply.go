package update

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v3"

	"barline/data/tree"
	"barline/data/yamltree"
)

// Apply makes the edits in a story's tree.
func Apply(story *tree.Node, e Edits) *tree.Node {
	out := clone(story)
	for _, s := range e.Head {
		setField(out, s)
	}
	for at, sets := range e.Events {
		for _, s := range sets {
			setField(items(out, "events")[at], s)
		}
	}
	for list, more := range e.Append {
		n := out.Get(list)
		if n == nil {
			n = &tree.Node{Kind: tree.Array}
			out.Fields = append(out.Fields, tree.Field{Key: list, Value: n})
		}
		n.Kind = tree.Array
		n.Items = append(n.Items, more...)
	}
	return out
}

func setField(n *tree.Node, s Set) {
	i := slices.IndexFunc(n.Fields, func(f tree.Field) bool { return f.Key == s.Key })
	switch {
	case s.Value == nil && i >= 0:
		n.Fields = slices.Delete(n.Fields, i, i+1)
	case s.Value != nil && i >= 0:
		n.Fields[i].Value = s.Value
	case s.Value != nil:
		n.Fields = append(n.Fields, tree.Field{Key: s.Key, Value: s.Value})
	}
}

// ApplyYAML makes the edits in a story file in YAML, and keeps its comments. It may
// only be given texts that yamltree reads.
func ApplyYAML(contents []byte, e Edits) ([]byte, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(contents, &document); err != nil {
		return nil, err
	}
	root := document.Content[0]
	for _, s := range e.Head {
		setYAML(root, s)
	}
	if events := valueOf(root, "events"); events != nil {
		for at, sets := range e.Events {
			event := events.Content[at]
			if event.Kind == yaml.AliasNode {
				event = event.Alias
			}
			for _, s := range sets {
				setYAML(event, s)
			}
		}
	}
	for _, list := range []string{"kinds", "sources", "people", "places", "events"} {
		more := e.Append[list]
		if len(more) == 0 {
			continue
		}
		n := valueOf(root, list)
		if n == nil {
			n = &yaml.Node{Kind: yaml.SequenceNode}
			at := len(root.Content)
			for i := 0; i < len(root.Content); i += 2 {
				if root.Content[i].Value == "events" {
					at = i
				}
			}
			root.Content = slices.Insert(root.Content, at, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: list}, n)
		}
		if n.Kind != yaml.SequenceNode {
			*n = yaml.Node{Kind: yaml.SequenceNode, HeadComment: n.HeadComment, LineComment: n.LineComment}
		}
		for _, item := range more {
			n.Content = append(n.Content, yamltree.Node(item))
		}
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

// valueOf is the value of a key of a mapping, or nil.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			if v := mapping.Content[i+1]; v.Kind == yaml.AliasNode {
				return v.Alias
			}
			return mapping.Content[i+1]
		}
	}
	return nil
}

func setYAML(mapping *yaml.Node, s Set) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value != s.Key {
			continue
		}
		if s.Value == nil {
			mapping.Content = slices.Delete(mapping.Content, i, i+2)
			return
		}
		old := mapping.Content[i+1]
		next := yamltree.Node(s.Value)
		next.HeadComment, next.LineComment, next.FootComment = old.HeadComment, old.LineComment, old.FootComment
		mapping.Content[i+1] = next
		return
	}
	if s.Value != nil {
		mapping.Content = append(mapping.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s.Key}, yamltree.Node(s.Value))
	}
}
