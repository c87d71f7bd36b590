package storyfile

import (
	"iter"

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
	if err != nil {
		return nil
	}
	return gathered(head, func(reader *data.EventReader, yield func(*data.Event, bool) bool) {
		var e data.Event
		for x := range table.Entries() {
			ok := false
			if p, plain := x.Plain(); plain {
				ok = reader.ReadPlain(p, &e)
			}
			if !ok {
				e, ok = reader.Read(x.Node())
			}
			if !yield(&e, ok) {
				return
			}
		}
	})
}

// Compact makes a story of a head and its events that keeps them as columns. It is nil
// where anything is wrong with them: [data.Head.With] says what.
func Compact(head *data.Head, events iter.Seq[*tree.Node]) *data.Story {
	return gathered(head, func(reader *data.EventReader, yield func(*data.Event, bool) bool) {
		for n := range events {
			if e, ok := reader.Read(n); !yield(&e, ok) {
				return
			}
		}
	})
}

// gathered makes a story of events that are read one by one; it is nil if any is at
// fault.
func gathered(head *data.Head, read func(reader *data.EventReader, yield func(e *data.Event, ok bool) bool)) *data.Story {
	if len(head.Story().Annotations()) > 0 {
		return nil // which are held against all events
	}
	g, ok := columns.NewGatherer(head)
	if !ok {
		return nil
	}
	sound := true
	readAhead(func(yield func(*data.Event, bool) bool) { read(head.Events(), yield) }, func(events []data.Event, ok bool) bool {
		for i := range events {
			g.Add(&events[i])
		}
		sound = ok
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

// readAhead reads events beside the one who takes them, some at a time: reading a row and
// making columns of an event cost about the same. ok is false where one is at fault, and
// none follows.
func readAhead(read func(yield func(e *data.Event, ok bool) bool), take func(events []data.Event, ok bool) bool) {
	type part struct {
		events []data.Event
		ok     bool
	}
	made, used, enough, ended := make(chan part, batches), make(chan []data.Event, batches), make(chan struct{}), make(chan struct{})
	for range batches {
		used <- make([]data.Event, 0, batch)
	}
	go func() {
		defer close(ended)
		defer close(made)
		next, going := <-used, true
		read(func(e *data.Event, ok bool) bool {
			if !ok {
				made <- part{nil, false}
				going = false
				return false
			}
			if next = append(next, *e); len(next) < batch {
				return true
			}
			made <- part{next, true}
			select {
			case next = <-used:
			case <-enough:
				going = false
			}
			return going
		})
		if going {
			made <- part{next, true}
		}
	}()
	// What is read is nobody else's until the reader has ended.
	defer func() { <-ended }()
	defer close(enough)
	for p := range made {
		if !take(p.events, p.ok) {
			return
		}
		used <- p.events[:0]
	}
}
