package storyfile

import (
	"iter"

	"barline/data/tree"
)

// How many events are made before they are asked for.
const (
	batch   = 512
	batches = 4
)

// ahead makes events beside the one who takes them, where there is a second processor:
// reading a row and checking an event cost the same.
func ahead(events iter.Seq[*tree.Node]) iter.Seq[*tree.Node] {
	return func(yield func(*tree.Node) bool) {
		made, enough, ended := make(chan []*tree.Node, batches), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(ended)
			defer close(made)
			next := make([]*tree.Node, 0, batch)
			for e := range events {
				if next = append(next, e); len(next) < batch {
					continue
				}
				select {
				case made <- next:
				case <-enough:
					return
				}
				next = make([]*tree.Node, 0, batch)
			}
			select {
			case made <- next:
			case <-enough:
			}
		}()
		// The table is nobody else's until the maker has ended.
		defer func() { <-ended }()
		defer close(enough)
		for all := range made {
			for _, e := range all {
				if !yield(e) {
					return
				}
			}
		}
	}
}
