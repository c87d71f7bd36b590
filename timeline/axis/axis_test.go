package axis_test

import (
	"testing"

	"barline/data"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/scale"
	"barline/timeline/words"
)

func TestCredit(t *testing.T) {
	a, b, c, d := data.Source{Name: "A", Title: "First"}, data.Source{Name: "B"}, data.Source{Name: "C", Title: "Third"}, data.Source{Name: "D", Title: "Fourth"}
	for _, test := range []struct {
		sources []data.Source
		want    string
	}{
		{[]data.Source{a}, "Source: A, “First”."},
		{[]data.Source{a, b, c}, "Sources: A, “First”, B, C, “Third”."},
		{[]data.Source{a, b, c, d}, "Sources: A, B, C and 1 more."},
		{[]data.Source{a, b, c, d, a}, "Sources: A, B, C and 2 more."},
	} {
		if got := axis.Credit(words.English(), test.sources); got != test.want {
			t.Errorf("%d sources: %q, want %q", len(test.sources), got, test.want)
		}
	}
}

// Names stand in the middle of what they name, inside the axis, and apart.
func TestNamesAlongAnAxis(t *testing.T) {
	month, hour := scale.Tick{Unit: scale.Months}, scale.Tick{Unit: scale.Hours}
	row := axis.NewRow(300)
	for _, c := range []struct {
		tick           scale.Tick
		at, next, size float64
		middle         float64
		ok             bool
	}{
		{month, -40, 60, 30, 30, true},
		{month, 80, 160, 60, 120, true},
		{month, 140, 180, 30, 160, false}, // touches the one before
		{hour, 175, 220, 30, 175, true},   // at its tick
		{month, 280, 320, 30, 290, false}, // leaves the axis
	} {
		if middle, ok := row.Place(c.tick, c.at, c.next, c.size); middle != c.middle || ok != c.ok {
			t.Errorf("from %v to %v: %v, %t", c.at, c.next, middle, ok)
		}
	}
}

func TestTicksAreToldApart(t *testing.T) {
	fonts := storytest.Fonts(t)
	seen := map[string]float64{}
	for _, at := range []float64{-90, -60, -30, 0, 30, 60, 90, 3600} {
		n := axis.NameOf(words.English(), fonts, scale.Tick{Unit: scale.Minutes, At: at, Next: at + 30}, true, scene.Style{SizePx: 13})
		if other, ok := seen[n.Tick]; ok {
			t.Errorf("the ticks at %v and at %v are both %s", other, at, n.Tick)
		}
		seen[n.Tick] = at
	}
}

func TestKeyRows(t *testing.T) {
	fonts := storytest.Fonts(t)
	word := fonts.Line("Talks", scene.Style{Face: scene.Sans, SizePx: 13})
	k := axis.Key{Top: 5, From: 10, To: 10 + 2*(20+word.WidthPx) + 15, Inset: 20, Gap: 15, Step: 24}
	for _, want := range [][2]float64{{10, 5}, {10 + 20 + word.WidthPx + 15, 5}, {10, 29}} {
		if x, y := k.Place(word); x != want[0] || y != want[1] {
			t.Errorf("an entry stands at %v, %v; want %v", x, y, want)
		}
	}
	if k.Last() != 29 {
		t.Errorf("the last row stands at %v", k.Last())
	}
}
