// Package filter lists what many events can be chosen by: persons, places and kinds.
// The page offers each list beside its search field, and so does the window.
package filter

import (
	"slices"
	"strings"

	"barline/data"
	"barline/timeline/words"
)

// Filter is a choice among what many events are sought by.
type Filter struct {
	// Name is the field of view.Query that it sets, as addresses spell it: person, place
	// or kind. Label names the list, and All the choice that asks for nothing.
	Name, Label, All string
	Options          []Option
}

// Option is something that can be chosen: Value is what is sought.
type Option struct{ Value, Label string }

// mostOptions is how many a list may have that somebody can choose from.
// Beyond it they are sought by their names.
const mostOptions = 300

// Of are the filters of a story; a list of fewer than two is none.
func Of(s *data.Story, w *words.Words) []Filter {
	ui := w.UI
	var all []Filter
	offer := func(f Filter) {
		if len(f.Options) < 2 || len(f.Options) > mostOptions {
			return
		}
		slices.SortStableFunc(f.Options, func(a, b Option) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
		all = append(all, f)
	}
	people, places := Filter{Name: "person", Label: ui.Person, All: ui.AnyPerson}, Filter{Name: "place", Label: ui.Place, All: ui.AnyPlace}
	listed, came := s.People(), map[string]bool{}
	for i := 0; i < s.Len() && len(came) < len(listed); i++ {
		for _, p := range s.Event(i).People {
			came[p.ID] = true
		}
	}
	// A figure finds the events in which somebody takes part. Whoever is only quoted would be
	// found in none, and is found by the search.
	for _, p := range listed {
		if came[p.ID] {
			people.Options = append(people.Options, Option{p.ID, p.Name})
		}
	}
	for _, p := range s.Places() {
		places.Options = append(places.Options, Option{p.ID, p.Name})
	}
	offer(people)
	offer(places)
	kinds := Filter{Name: "kind", Label: ui.Kind, All: ui.AnyKind}
	seen := map[string]bool{}
	for i := range s.Len() {
		seen[s.KindOf(i).String()] = true
	}
	for _, k := range append(s.Kinds(), data.Meeting(), data.Context(), data.Kind{}) {
		if seen[k.String()] {
			delete(seen, k.String()) // the story may declare a built-in kind anew
			kinds.Options = append(kinds.Options, Option{k.String(), w.Sentence(w.KindPlural(k))})
		}
	}
	offer(kinds)
	return all
}
