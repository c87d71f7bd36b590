package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data/stories"
	"barline/data/storyfile"
)

// Whatever a caller writes into what a story returns, the story stays.
func TestStoryIsImmutable(t *testing.T) {
	s, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	pristine, people, places, sources := s.Events(), s.People(), s.Places(), s.Sources()

	scribbled := s.Events()
	for i := range scribbled {
		e := &scribbled[i]
		for j := range e.Phases {
			e.Phases[j].Length.Seconds = -1
		}
		for j := range e.People {
			e.People[j].Name = "x"
		}
		for j := range e.Summary {
			e.Summary[j] = "x"
		}
		for j := range e.Quotes {
			e.Quotes[j].Words = "x"
			e.Quotes[j].Speaker.Name = "x"
		}
		if e.Place != nil {
			e.Place.Name = "x"
		}
		e.Source.Name = "x"
		e.Title = "x"
	}
	s.People()[0].Name = "x"
	s.Places()[0].Name = "x"
	s.Sources()[0].Name = "x"

	if diff := cmp.Diff(pristine, s.Events()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(people, s.People()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(places, s.Places()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(sources, s.Sources()); diff != "" {
		t.Error(diff)
	}
}
