package data_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/stories"
	"barline/data/tree"
	"barline/data/yamltree"
)

// apart takes the events out of a story's tree.
func apart(root *tree.Node) (head *tree.Node, events []*tree.Node) {
	without := *root
	without.Fields = slices.DeleteFunc(slices.Clone(root.Fields), func(f tree.Field) bool { return f.Key == "events" })
	return &without, root.Get("events").Items
}

func parse(t *testing.T, text []byte) *tree.Node {
	t.Helper()
	root, err := yamltree.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// Whether events come in a tree or one at a time, the story is the same.
func TestHeadWithEvents(t *testing.T) {
	root := parse(t, stories.WitkoffPutin2025())
	whole, err := data.DecodeTree(root)
	if err != nil {
		t.Fatal(err)
	}
	top, events := apart(root)
	head, err := data.DecodeHead(top)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the head is not used up
		story, err := head.With(len(events), slices.Values(events))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(whole.Events(), story.Events()); diff != "" {
			t.Error(diff)
		}
		if story.ID() != whole.ID() || head.Story().Len() != 0 {
			t.Errorf("%q, %d events in the head", story.ID(), head.Story().Len())
		}
	}
	for _, n := range events {
		e, err := head.Event(n)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(whole.Event(whole.Index(e.ID)), e); diff != "" {
			t.Error(diff)
		}
	}
}

// So are the faults, with their places and paths, however many there are.
func TestFaultsOfEventsThatComeOneAtATime(t *testing.T) {
	const top = "barline: 1\nid: s\nheadline: H\nsources: [{id: a, name: A}]\nevents:\n"
	everything, err := os.ReadFile("testdata/bad/everything.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, bad, _ := strings.Cut(string(everything), "events:\n")
	for _, list := range []string{
		bad,
		"  - {id: e, title: T, date: 2025}\n  - {id: e, title: T, date: 2025}\n  - nothing\n  - {id: f, title: T, date: 2025, quotes: [{id: Q}]}\n",
		strings.Repeat("  - {id: E!, title: T, date: 2025}\n", data.MaxProblems+5),
	} {
		root := parse(t, []byte(top+list))
		_, want := data.DecodeTree(root)
		without, events := apart(root)
		head, err := data.DecodeHead(without)
		if err != nil {
			t.Fatal(err)
		}
		_, got := head.With(len(events), slices.Values(events))
		if want == nil || got == nil {
			t.Fatalf("%v, %v", want, got)
		}
		if diff := cmp.Diff(want.Error(), got.Error()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestHeadIsChecked(t *testing.T) {
	root := parse(t, []byte("barline: 1\nid: s\nheadline: H\nsources: [{id: a, name: A}]\nevents: []\n"))
	if _, err := data.DecodeHead(root); err == nil || !strings.Contains(err.Error(), "unknown field") {
		t.Errorf("a head with events: %v", err)
	}
	without, _ := apart(root)
	head, err := data.DecodeHead(without)
	if err != nil {
		t.Fatal(err)
	}
	_, err = head.Event(parse(t, []byte("{id: e, title: T, date: 2025, place: moon}")))
	if err == nil || err.Error() != `1:38: place: unknown place "moon"; the story defines no place; add it, or remove this` {
		t.Error(err)
	}
}
