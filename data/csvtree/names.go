package csvtree

import (
	"strconv"
	"strings"

	"barline/data"
	"barline/data/tree"
)

// baseName is a file's name without folders and ending.
func baseName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	if name == "" {
		return "table"
	}
	return name
}

// names gives ids to what a table calls by name.
type names struct {
	list  []named
	ids   map[string]string // by name
	taken map[string]int    // by id, the number that may go behind it next
}

type named struct {
	id   string
	name Cell
}

// refer returns the id of a name, where it is used.
func (n *names) refer(name Cell) *tree.Node {
	id, known := n.ids[name.Text]
	if !known {
		if n.ids == nil {
			n.ids, n.taken = map[string]string{}, map[string]int{}
		}
		base := data.Slug(name.Text)
		if base == "" {
			base = "n" + strconv.Itoa(len(n.list)+1)
		}
		id = base
		for n.taken[id] > 0 {
			id = base + "-" + strconv.Itoa(n.taken[base])
			n.taken[base]++
		}
		name.Text = strings.Clone(name.Text) // its row may go
		n.ids[name.Text], n.taken[id] = id, 2
		n.list = append(n.list, named{id, name})
	}
	return Cell{id, name.Line, name.Column}.node()
}

func (n *names) node() *tree.Node {
	out := &tree.Node{Kind: tree.Array, Line: 1, Column: 1}
	for _, one := range n.list {
		o := &tree.Node{Kind: tree.Object, Line: one.name.Line, Column: one.name.Column}
		field(o, "id", Cell{one.id, one.name.Line, one.name.Column}.node())
		field(o, "name", one.name.node())
		out.Items = append(out.Items, o)
	}
	return out
}
