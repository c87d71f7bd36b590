package lanes_test

import (
	"testing"

	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/timeline/lanes"
	"barline/timeline/layout"
	"barline/timeline/words"
)

// Every event that is drawn by itself is hit where it is drawn, and a search
// finds what it says.
func TestHitAndFind(t *testing.T) {
	table := tabletest.New(300, 4)
	p := lanes.New(table, words.English(), storytest.Picture(t).Fonts())
	p.TakeAll()
	from, to := p.Extent()
	p.Figure(1200, layout.View{From: from, To: from + (to-from)/40})
	n := 0
	for _, e := range p.Entries() {
		if e.Event < 0 {
			continue
		}
		n++
		if got := p.Hit(e.Box.Centre()); got != e.ID {
			t.Errorf("the middle of %s hits %q", e.ID, got)
		}
	}
	if n == 0 {
		t.Error("no event is drawn by itself in nine days")
	}
	p.Seek(layout.Query{Text: "Oslo"})
	p.TakeAll()
	want := 0
	for i := range table.Len() {
		if table.Match(i, "oslo") {
			want++
		}
	}
	if found, seen := p.Found(); found != want || seen != 300 {
		t.Errorf("found %d in %d, want %d", found, seen, want)
	}
}
