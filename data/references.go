package data

import (
	"strconv"
	"strings"

	"barline/data/tree"
)

// index finds things of one kind by their ids.
type index struct {
	kind    string // "person", as errors name it
	entries map[string]entry
	ids     []string         // in the order of the file; names of what has no id
	names   map[string]entry // of what has no id, by its name
	// reserved is a word that says something else where an id or a name could stand;
	// "" if there is none.
	reserved string
}

type entry struct {
	at   int // place in the story's slice of its kind
	node *tree.Node
}

func newIndex(kind string) index {
	return index{kind: kind, entries: make(map[string]entry)}
}

// define takes note of a thing's id, and refuses one that is taken.
func (d *decoder) define(x *index, o object, id string, at int) {
	if id == "" {
		return // a problem already
	}
	n := o.get("id")
	if id == x.reserved {
		d.faults.add(n, "the id "+quoted(id)+" says that there is no "+x.kind, "choose another id")
		return
	}
	if first, ok := x.entries[id]; ok {
		d.faults.add(n, "the id "+quoted(id)+" belongs to another "+x.kind+" already", "choose another id; the first stands "+place(first.node))
		return
	}
	x.entries[id] = entry{at, n}
	x.ids = append(x.ids, id)
}

// idOrName reads the id of a person, place or source. What has none is referred
// to by its name, and gets an id that is made of it.
func (d *decoder) idOrName(x *index, o object, name string, at int) string {
	if o.get("id") != nil {
		id := d.id(o)
		d.define(x, o, id, at)
		return id
	}
	if name == "" {
		return "" // a problem already
	}
	if name == x.reserved {
		d.faults.add(o.node, "a "+x.kind+" named "+quoted(name)+", which says that there is no "+x.kind, "give it an id, and refer to it by that")
		return ""
	}
	if first, ok := x.names[name]; ok {
		d.faults.add(o.node, "a second "+x.kind+" named "+quoted(name), "give both an id; the first stands "+place(first.node))
		return ""
	}
	if x.names == nil {
		x.names = make(map[string]entry)
	}
	x.names[name] = entry{at, o.node}
	x.ids = append(x.ids, name)
	base := Slug(name)
	if base == "" {
		base = x.kind + "-" + strconv.Itoa(at+1)
	}
	id := base
	for n := 2; x.isTaken(id); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	x.entries[id] = entry{at, o.node}
	if d.story.named == nil {
		d.story.named = map[string]bool{}
	}
	d.story.named[id] = true
	return id
}

// isTaken reports whether an id is that of another, or may be that of none.
func (x *index) isTaken(id string) bool {
	_, taken := x.entries[id]
	return taken || id == x.reserved
}

// Slug is the part of a name that may stand in an id: a to z, digits and dashes,
// about 60 letters; "" if there is none.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && b.String()[b.Len()-1] != '-':
			b.WriteByte('-')
		}
		if b.Len() >= 60 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// refer looks up the id, or the name, by which a node refers to something. A nil
// node refers to nothing.
func (d *decoder) refer(x *index, n *tree.Node) (at int, ok bool) {
	if n == nil {
		return 0, false
	}
	if n.Kind != tree.String {
		d.wrongKind(n, textKind)
		return 0, false
	}
	if e, ok := x.entries[n.Text]; ok {
		return e.at, true
	}
	if e, ok := x.names[strings.TrimSpace(n.Text)]; ok {
		return e.at, true
	}
	fix := "the story defines no " + x.kind + "; add it, or remove this"
	if x.reserved != "" && strings.EqualFold(strings.TrimSpace(n.Text), x.reserved) {
		fix = "write " + x.reserved + ", in small letters, where there is no " + x.kind
	} else if len(x.ids) > 0 {
		fix = didYouMean(n.Text, x.ids, "known ids: ")
	}
	d.faults.add(n, "unknown "+x.kind+" "+quoted(n.Text), fix)
	return 0, false
}

// More names than these do not help a reader find the right one.
const maxListed = 12

func listed(words []string) string {
	if len(words) > maxListed {
		return strings.Join(words[:maxListed], ", ") + " and others"
	}
	return strings.Join(words, ", ")
}

// didYouMean suggests the known word that a wrong one is a slip of, or lists
// them all after a lead-in.
func didYouMean(wrong string, known []string, leadIn string) string {
	best, bestDistance := "", len(wrong)
	for _, word := range known {
		if distance := editDistance(wrong, word); distance < bestDistance {
			best, bestDistance = word, distance
		}
	}
	// A third of the letters may be wrong, and two in short words.
	if best != "" && bestDistance <= max(2, len(best)/3) {
		return "did you mean " + best + "?"
	}
	return leadIn + listed(known)
}

// Longer words are not slips of the keyboard, and the distance is quadratic.
const maxSlip = 64

// editDistance counts the letters to insert, remove or change that turn one
// word into the other, without regard to capitals.
func editDistance(a, b string) int {
	if len(a) > maxSlip || len(b) > maxSlip {
		return maxSlip
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
