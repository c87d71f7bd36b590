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

// names gives ids to what a table calls by name: its people, its places, its
// sources or its kinds. First the rows that declare one of them and all mentions are
// taken note of, then finish gives out the ids.
type names struct {
	declared  []declaration
	mentioned []Cell // by names that no row declares, in order
	seen      map[string]bool
	ids       map[string]string // by name, or by the id of a declared one
}

// declaration is a row that is about one of them.
type declaration struct {
	id, name Cell
	more     []tree.Field
}

// Names gives ids to names that no row declares, as reading a table does. The zero
// Names has given none.
type Names struct {
	ids   map[string]string // by name
	taken map[string]int    // by id, the number that may go behind it next
}

// KindNames gives ids to names of kinds: none that a kind has that is built in, nor
// that of events without one.
func KindNames() Names {
	var n Names
	for _, id := range []string{data.MeetingID, data.ContextID, data.Kind{}.String()} {
		n.take(id)
	}
	return n
}

// SourceNames gives ids to names of sources: not the word that says that an event has
// none.
func SourceNames() Names {
	var n Names
	n.take(data.NoSource)
	return n
}

// ID returns the id of a name, and whether it was asked for the first time.
func (n *Names) ID(name string) (id string, first bool) {
	if id, known := n.ids[name]; known {
		return id, false
	}
	base := data.Slug(name)
	if base == "" {
		base = "n" + strconv.Itoa(len(n.ids)+1)
	}
	id = base
	for n.taken[id] > 0 {
		id = base + "-" + strconv.Itoa(n.taken[base])
		n.taken[base]++
	}
	n.take(id)
	n.ids[name] = id
	return id, true
}

// take keeps an id from being given to a name.
func (n *Names) take(id string) {
	if n.ids == nil {
		n.ids, n.taken = map[string]string{}, map[string]int{}
	}
	n.taken[id] = 2
}

// mention takes note of a name, where it is used.
func (n *names) mention(name Cell) {
	if n.seen[name.Text] {
		return
	}
	if n.seen == nil {
		n.seen = map[string]bool{}
	}
	name.Text = strings.Clone(name.Text) // its row may go
	n.seen[name.Text] = true
	n.mentioned = append(n.mentioned, name)
}

// finish gives everything an id. thing is what an error calls them, made has given
// no id yet.
func (n *names) finish(thing string, made Names) error {
	if len(n.mentioned)+len(n.declared) == 0 {
		return nil
	}
	n.ids = make(map[string]string, len(n.mentioned))
	count := map[string]int{}
	for _, d := range n.declared {
		count[d.name.Text]++
		if d.id.Text != "" {
			made.take(d.id.Text)
		}
	}
	for i := range n.declared {
		d := &n.declared[i]
		if d.id.Text == "" {
			if count[d.name.Text] > 1 {
				return d.name.fail("a second "+thing+" named "+strconv.Quote(d.name.Text), "write an id into each of their rows")
			}
			id, _ := made.ID(d.name.Text)
			d.id = Cell{id, d.name.Line, d.name.Column}
		}
	}
	for _, d := range n.declared {
		if count[d.name.Text] == 1 {
			n.ids[d.name.Text] = d.id.Text
		}
	}
	// Where the id of one is the name of another, it is the id that counts.
	for _, d := range n.declared {
		n.ids[d.id.Text] = d.id.Text
	}
	left := n.mentioned[:0]
	for _, name := range n.mentioned {
		if _, known := n.ids[name.Text]; known {
			continue
		}
		if count[name.Text] > 1 {
			return name.fail(strconv.Quote(name.Text)+" is the name of more than one "+thing, "write the id of the one that is meant")
		}
		n.ids[name.Text], _ = made.ID(name.Text)
		left = append(left, name)
	}
	n.mentioned, n.seen = left, nil
	return nil
}

// refer is the id of a name that was mentioned.
func (n *names) refer(name Cell) *tree.Node {
	return Cell{n.ids[name.Text], name.Line, name.Column}.node()
}

// len is how many there are.
func (n *names) len() int { return len(n.declared) + len(n.mentioned) }

// node is the list of them, those first that rows declare.
func (n *names) node() *tree.Node {
	out := &tree.Node{Kind: tree.Array, Line: 1, Column: 1}
	add := func(id, name Cell, more []tree.Field) {
		o := &tree.Node{Kind: tree.Object, Line: name.Line, Column: name.Column}
		field(o, "id", id.node())
		field(o, "name", name.node())
		o.Fields = append(o.Fields, more...)
		out.Items = append(out.Items, o)
	}
	for _, d := range n.declared {
		add(d.id, d.name, d.more)
	}
	for _, name := range n.mentioned {
		add(Cell{n.ids[name.Text], name.Line, name.Column}, name, nil)
	}
	return out
}
