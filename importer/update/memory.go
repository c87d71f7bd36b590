package update

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"barline/data/tree"
)

// version is that of the memory's format.
const version = 1

// Memory is what an import wrote: a sum of every field. The zero Memory remembers
// nothing.
type Memory struct {
	Version int    `json:"barlineImport"`
	File    string `json:"file"` // that was imported
	// Head are the sums of the story's own fields, by name.
	Head map[string]string `json:"head,omitempty"`
	// Things are those of sources, people and places, by list and id.
	Things map[string]map[string]string `json:"things,omitempty"`
	// Events are those of the fields of events, by the event's id and the field.
	Events map[string]map[string]string `json:"events,omitempty"`
}

// headFields are the story's fields that an import writes.
func headFields() []string {
	return []string{"lang", "headline", "standfirst", "zone", "lanes", "periods"}
}

// eventFields are the fields of events that an import writes.
func eventFields() []string {
	return []string{"kind", "title", "lane", "date", "duration", "place", "people", "summary", "source", "quotes", "links"}
}

// thingLists are the lists of what events name by id.
func thingLists() []string { return []string{"sources", "people", "places"} }

// Of remembers a story as an import wrote it.
func Of(file string, root *tree.Node) Memory {
	m := Memory{Version: version, File: file, Head: sums(root, headFields()), Things: map[string]map[string]string{}, Events: map[string]map[string]string{}}
	for _, list := range thingLists() {
		m.Things[list] = map[string]string{}
		for _, thing := range items(root, list) {
			m.Things[list][reference(thing)] = thingSum(thing)
		}
	}
	for _, e := range items(root, "events") {
		if id := text(e, "id"); id != "" {
			m.Events[id] = sums(e, eventFields())
		}
	}
	return m
}

// Parse reads a memory.
func Parse(contents []byte) (Memory, error) {
	var m Memory
	if err := json.Unmarshal(contents, &m); err != nil {
		return Memory{}, fmt.Errorf("this is no memory of an import: %w; remove the file to import without", err)
	}
	if m.Version != version {
		return Memory{}, fmt.Errorf("this memory of an import has the version %d, and %d is known here; remove the file to import without", m.Version, version)
	}
	return m, nil
}

// JSON writes the memory out.
func (m Memory) JSON() ([]byte, error) {
	out, err := json.MarshalIndent(m, "", " ")
	return append(out, '\n'), err
}

func sums(n *tree.Node, fields []string) map[string]string {
	all := map[string]string{}
	for _, f := range fields {
		if v := n.Get(f); v != nil && v.Kind != tree.Null {
			all[f] = sum(v)
		}
	}
	return all
}

// sum stands for a value: equal values have equal sums, in YAML and in JSON.
func sum(n *tree.Node) string {
	if n == nil || n.Kind == tree.Null {
		return ""
	}
	full := sha256.Sum256(tree.AppendJSON(nil, asTexts(n)))
	return hex.EncodeToString(full[:8])
}

// asTexts makes texts of all scalars, as YAML has them.
func asTexts(n *tree.Node) *tree.Node {
	out := &tree.Node{Kind: n.Kind, Text: n.Text}
	if n.Kind == tree.Number || n.Kind == tree.Bool {
		out.Kind = tree.String
	}
	for _, item := range n.Items {
		out.Items = append(out.Items, asTexts(item))
	}
	for _, f := range n.Fields {
		out.Fields = append(out.Fields, tree.Field{Key: f.Key, Value: asTexts(f.Value)})
	}
	return out
}

// thingSum is the sum of what a source, a person or a place is called.
func thingSum(thing *tree.Node) string {
	return text(thing, "name") + "\x1f" + text(thing, "title") + "\x1f" + text(thing, "url")
}

// reference is by what events name a thing: its id, else its name.
func reference(thing *tree.Node) string {
	if id := text(thing, "id"); id != "" {
		return id
	}
	return text(thing, "name")
}

func items(n *tree.Node, list string) []*tree.Node {
	if v := n.Get(list); v != nil {
		return v.Items
	}
	return nil
}

func text(n *tree.Node, key string) string {
	if v := n.Get(key); v != nil && v.Kind == tree.String {
		return v.Text
	}
	return ""
}
