// Package leftout lists what of a story a file of another format does not hold, so
// that it can be said when the file is written.
package leftout

import (
	"fmt"
	"slices"
	"strings"
)

// Item is one kind of thing of which a file does not hold all.
type Item struct {
	// What names the things: "waits".
	What string
	// AsText: they are in the file, as words for readers alone.
	AsText bool
	// Count is how many have one, each counted once; 0 for what is the story's.
	Count int
	// First are the ids of the first of them, those of events where they have none of
	// their own; it is empty for what is the story's.
	First []string

	ids map[string]bool
}

// mostNamed is how many ids of an item are named.
const mostNamed = 3

// String returns the item in a line: "left out: waits (4): a, b, c and 1 more".
func (i Item) String() string {
	s := "left out: "
	if i.AsText {
		s = "as text: "
	}
	s += i.What
	if len(i.First) == 0 {
		return s
	}
	s += fmt.Sprintf(" (%d): %s", i.Count, strings.Join(i.First, ", "))
	if more := i.Count - len(i.First); more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}

// List gathers items. The zero List is empty.
type List struct{ items []Item }

// Add says that one thing of a kind is left out; id is its own, its event's or, for
// what is the story's, empty.
func (l *List) Add(what, id string) { l.add(what, id, false) }

// AddText says that one thing of a kind is in the file as text alone.
func (l *List) AddText(what, id string) { l.add(what, id, true) }

func (l *List) add(what, id string, asText bool) {
	at := slices.IndexFunc(l.items, func(i Item) bool { return i.What == what && i.AsText == asText })
	if at < 0 {
		at = len(l.items)
		l.items = append(l.items, Item{What: what, AsText: asText})
	}
	i := &l.items[at]
	if id == "" || i.ids[id] {
		return
	}
	if i.ids == nil {
		i.ids = map[string]bool{}
	}
	i.ids[id] = true
	i.Count++
	if len(i.First) < mostNamed {
		i.First = append(i.First, id)
	}
}

// Items are all items, what is left out first, in the order in which they came up.
func (l *List) Items() []Item {
	var all []Item
	for _, asText := range []bool{false, true} {
		for _, i := range l.items {
			if i.AsText == asText {
				all = append(all, i)
			}
		}
	}
	return all
}
