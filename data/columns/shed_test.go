package columns_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data/columns"
	"barline/data/stories"
	"barline/data/storyfile"
)

// A story whose events are kept as columns can be had again, whole.
func TestAShedStoryIsFilledAgain(t *testing.T) {
	story, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	table, err := columns.Of(story)
	if err != nil {
		t.Fatal(err)
	}
	shed := story.Shed()
	if shed.Len() != 0 || story.Len() == 0 || shed.Headline() != story.Headline() {
		t.Errorf("shed, the story has %d events, itself %d", shed.Len(), story.Len())
	}
	if diff := cmp.Diff(story.Events(), shed.Filled(table.Event).Events()); diff != "" {
		t.Error(diff)
	}
}
