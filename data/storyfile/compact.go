package storyfile

import (
	"barline/data"
	"barline/data/columns"
	"barline/data/csvtree"
	"barline/data/tree"
)

// DecodeCompact makes a story of the table in the file of this name, as DecodeTable does.
// Of more than MostInTree events it keeps columns in the place of events, which are made
// of them whenever the story is asked for one: a tenth of the memory, and of the time.
func DecodeCompact(name string, table *csvtree.Table) (*data.Story, *tree.Node, error) {
	if table.Len() > MostInTree {
		if story := compact(table); story != nil {
			return story, nil, nil
		}
	}
	// Whatever is wrong is found, and said, where events are kept whole.
	return DecodeTable(name, table)
}

// compact makes columns of a table in which nothing is wrong; else the story is nil.
func compact(table *csvtree.Table) *data.Story {
	head, err := data.DecodeHead(table.Head())
	if err != nil || len(head.Story().Annotations()) > 0 {
		return nil // annotations are held against all events
	}
	g, ok := columns.NewGatherer(head)
	if !ok {
		return nil
	}
	sound := true
	readAhead(table, head, func(events []data.Event, ok bool) bool {
		for i := range events {
			g.Add(&events[i])
		}
		sound = sound && ok
		return ok
	})
	if !sound {
		return nil
	}
	story, ok := g.Story()
	if !ok {
		return nil
	}
	return story
}

// readAhead reads the events of a table beside the one who takes them, some at a time. ok
// is false after an event that is at fault.
func readAhead(table *csvtree.Table, head *data.Head, take func(events []data.Event, ok bool) bool) {
	type part struct {
		events []data.Event
		ok     bool
	}
	made, used, enough := make(chan part, batches), make(chan []data.Event, batches), make(chan struct{})
	ended := make(chan struct{})
	for range batches {
		used <- make([]data.Event, 0, batch)
	}
	go func() {
		defer close(ended)
		defer close(made)
		reader := head.Events()
		next := <-used
		for x := range table.Entries() {
			next = next[:len(next)+1]
			e, ok := &next[len(next)-1], false
			if p, plain := x.Plain(); plain {
				ok = reader.ReadPlain(p, e)
			}
			if !ok {
				if *e, ok = reader.Read(x.Node()); !ok {
					made <- part{nil, false}
					return
				}
			}
			if len(next) < batch {
				continue
			}
			made <- part{next, true}
			select {
			case next = <-used:
			case <-enough:
				return
			}
		}
		made <- part{next, true}
	}()
	// The table is nobody else's until the maker has ended.
	defer func() { <-ended }()
	defer close(enough)
	for p := range made {
		if !take(p.events, p.ok) {
			return
		}
		if p.events != nil {
			used <- p.events[:0]
		}
	}
}
