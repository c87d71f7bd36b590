package update

import (
	"slices"
	"strconv"
	"strings"

	"barline/data/tree"
)

// Set gives a field a value; a nil value takes the field away.
type Set struct {
	Key   string
	Value *tree.Node
}

// Edits are what changes in a story.
type Edits struct {
	Head   []Set
	Events map[int][]Set           // by place in the story's list
	Append map[string][]*tree.Node // to the story's lists
}

// Changes are what an update did, for people: a line each.
type Changes []string

// Merge works out what an import changes in a story. before is what the import
// before wrote; after is what is to be remembered now.
func Merge(story *tree.Node, before Memory, file string, imported *tree.Node) (e Edits, after Memory, said Changes) {
	m := merger{story: story, before: before, edits: Edits{Events: map[int][]Set{}, Append: map[string][]*tree.Node{}}, at: map[string]int{}}
	imported = m.things(clone(imported))
	m.after = Of(file, imported)
	m.after.Events = map[string]map[string]string{}
	for i, event := range items(story, "events") {
		if id := text(event, "id"); id != "" {
			m.at[id] = i
		}
	}
	m.head(imported)
	m.events(items(imported, "events"))
	return m.edits, m.after, m.said
}

type merger struct {
	story         *tree.Node
	before, after Memory
	edits         Edits
	said          Changes
	at            map[string]int // the story's events, by id
}

// knows reports whether anything is remembered of the story.
func (m *merger) knows() bool { return m.before.Version != 0 }

// things finds the sources, people and places of an import in the story, adds those
// that it lacks, and has the import's events name them as the story does.
func (m *merger) things(imported *tree.Node) *tree.Node {
	renamed := map[string]map[string]string{} // by list and the import's id
	for _, list := range thingLists() {
		renamed[list] = map[string]string{}
		bySum, taken := map[string]string{}, map[string]bool{}
		for _, thing := range items(m.story, list) {
			bySum[thingSum(thing)] = reference(thing)
			taken[reference(thing)] = true
		}
		for ref, sum := range m.before.Things[list] {
			if taken[ref] && bySum[sum] == "" {
				bySum[sum] = ref // called otherwise by hand
			}
		}
		for _, thing := range items(imported, list) {
			ref, known := bySum[thingSum(thing)]
			if !known {
				ref = text(thing, "id")
				for n := 2; taken[ref]; n++ {
					ref = text(thing, "id") + "-" + strconv.Itoa(n)
				}
				taken[ref] = true
				thing.Get("id").Text, renamed[list][text(thing, "id")] = ref, ref
				m.edits.Append[list] = append(m.edits.Append[list], thing)
				continue
			}
			renamed[list][text(thing, "id")] = ref
			thing.Get("id").Text = ref
		}
	}
	for _, kind := range items(imported, "kinds") {
		if !slices.ContainsFunc(items(m.story, "kinds"), func(k *tree.Node) bool { return text(k, "id") == text(kind, "id") }) {
			m.edits.Append["kinds"] = append(m.edits.Append["kinds"], kind)
		}
	}
	for _, e := range items(imported, "events") {
		rename(e.Get("source"), renamed["sources"])
		rename(e.Get("place"), renamed["places"])
		for _, p := range items(e, "people") {
			rename(p, renamed["people"])
		}
		for _, q := range items(e, "quotes") {
			rename(q.Get("speaker"), renamed["people"])
		}
	}
	return imported
}

func rename(n *tree.Node, renamed map[string]string) {
	if n != nil {
		if to, ok := renamed[n.Text]; ok {
			n.Text = to
		}
	}
}

// head follows the story's own fields.
func (m *merger) head(imported *tree.Node) {
	for _, field := range headFields() {
		if set, kept := m.follow(m.story, imported, field, m.before.Head[field]); kept {
			m.say(field + " was edited by hand and stays")
		} else if set != nil {
			m.edits.Head = append(m.edits.Head, *set)
			m.say("changed: " + field)
		}
	}
}

// follow decides what becomes of one field. kept: it was edited by hand, and the file
// says something new.
func (m *merger) follow(have, next *tree.Node, field, before string) (set *Set, kept bool) {
	is, says := sum(have.Get(field)), sum(next.Get(field))
	switch {
	case is == says:
		return nil, false
	case !m.knows():
		if is != "" {
			return nil, true
		}
	case says == before:
		return nil, false // the file says what it said
	case is != before:
		return nil, true
	}
	return &Set{field, next.Get(field)}, false
}

func (m *merger) say(line string) { m.said = append(m.said, line) }

// events follows the events.
func (m *merger) events(next []*tree.Node) {
	ids := m.match(next)
	taken := map[string]bool{}
	for id := range m.at {
		taken[id] = true
	}
	for id := range m.before.Events {
		taken[id] = true
	}
	found := map[string]bool{}
	quotes := m.quoteIDs()
	for i, e := range next {
		id := ids[i]
		if id == "" {
			m.add(e, taken, quotes)
			continue
		}
		found[id] = true
		at, there := m.at[id]
		if !there {
			m.after.Events[id] = sums(e, eventFields())
			m.say("taken out of the story by hand, and not put back: " + id)
			continue
		}
		m.change(id, at, e)
	}
	m.gone(found)
}

// add puts a new event into the story.
func (m *merger) add(e *tree.Node, taken, quotes map[string]bool) {
	if n := e.Get("id"); n != nil {
		base := n.Text
		for k := 2; taken[n.Text]; k++ {
			n.Text = base + "-" + strconv.Itoa(k)
		}
		taken[n.Text] = true
		m.after.Events[n.Text] = sums(e, eventFields())
	}
	for _, q := range items(e, "quotes") {
		id := q.Get("id")
		for base, k := id.Text, 2; quotes[id.Text]; k++ {
			id.Text = base + "-" + strconv.Itoa(k)
		}
		quotes[id.Text] = true
	}
	m.edits.Append["events"] = append(m.edits.Append["events"], e)
	m.say("added: " + label(e))
}

func (m *merger) quoteIDs() map[string]bool {
	all := map[string]bool{}
	for _, e := range items(m.story, "events") {
		for _, q := range items(e, "quotes") {
			all[text(q, "id")] = true
		}
	}
	return all
}

// change follows the fields of an event that is there.
func (m *merger) change(id string, at int, e *tree.Node) {
	have := items(m.story, "events")[at]
	before := m.before.Events[id]
	after := sums(e, eventFields())
	var changed, kept []string
	for _, field := range eventFields() {
		if field == "duration" && have.Get("phases") != nil {
			continue // phases were written by hand, and say the length
		}
		set, byHand := m.follow(have, e, field, before[field])
		switch {
		case byHand:
			kept = append(kept, field)
		case set != nil:
			m.edits.Events[at] = append(m.edits.Events[at], *set)
			changed = append(changed, field)
		}
	}
	m.after.Events[id] = after
	if len(changed) > 0 {
		m.say("changed: " + id + ": " + strings.Join(changed, ", "))
	}
	if len(kept) > 0 {
		m.say("edited by hand, and kept though the file says otherwise: " + id + ": " + strings.Join(kept, ", "))
	}
}

// gone lists the events that the file had and has no more.
func (m *merger) gone(found map[string]bool) {
	for _, e := range items(m.story, "events") {
		id := text(e, "id")
		if before, known := m.before.Events[id]; known && !found[id] {
			m.after.Events[id] = before
			m.say("went from the file, and stays in the story until you remove it: " + id)
		}
	}
}

func label(e *tree.Node) string {
	if id := text(e, "id"); id != "" {
		return id
	}
	return text(e, "title")
}

// match finds the events of an import among those before, by id: an id that says the
// same date or title; the same date and title; the same id; the same date and text,
// of a title that changed. What is not found is new.
func (m *merger) match(next []*tree.Node) []string {
	known := m.before.Events
	if !m.knows() {
		known = map[string]map[string]string{}
		for id, at := range m.at {
			known[id] = sums(items(m.story, "events")[at], eventFields())
		}
	}
	ids := make([]string, len(next))
	taken := map[string]bool{}
	fields := make([]map[string]string, len(next))
	for i, e := range next {
		fields[i] = sums(e, eventFields())
	}
	order := make([]string, 0, len(known))
	for id := range known {
		order = append(order, id)
	}
	slices.Sort(order)
	byKeys := func(keys ...string) func(i int) string {
		key := func(f map[string]string) string {
			var b strings.Builder
			for _, k := range keys {
				if f[k] == "" {
					return ""
				}
				b.WriteString(f[k])
			}
			return b.String()
		}
		index := map[string][]string{}
		for _, id := range order {
			if k := key(known[id]); k != "" {
				index[k] = append(index[k], id)
			}
		}
		return func(i int) string {
			for _, id := range index[key(fields[i])] {
				if !taken[id] {
					return id
				}
			}
			return ""
		}
	}
	sameID := func(sure bool) func(i int) string {
		return func(i int) string {
			id := text(next[i], "id")
			before, is := known[id]
			if !is || taken[id] || sure && before["date"] != fields[i]["date"] && before["title"] != fields[i]["title"] {
				return ""
			}
			return id
		}
	}
	exact := byKeys("date", "title")
	for _, pass := range []func(i int) string{
		func(i int) string {
			id := text(next[i], "id")
			if before, is := known[id]; is && before["date"] == fields[i]["date"] && before["title"] == fields[i]["title"] {
				return id
			}
			return ""
		},
		exact, sameID(true), sameID(false), byKeys("date", "summary"),
	} {
		for i := range next {
			if ids[i] != "" {
				continue
			}
			if id := pass(i); id != "" && !taken[id] {
				ids[i], taken[id] = id, true
			}
		}
	}
	return ids
}

func clone(n *tree.Node) *tree.Node {
	if n == nil {
		return nil
	}
	c := *n
	c.Items, c.Fields = nil, nil
	for _, item := range n.Items {
		c.Items = append(c.Items, clone(item))
	}
	for _, f := range n.Fields {
		f.Value = clone(f.Value)
		c.Fields = append(c.Fields, f)
	}
	return &c
}
