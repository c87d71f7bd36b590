package looks_test

import (
	"fmt"
	"testing"

	"barline/internal/golden"
	"barline/internal/looks"
	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/words"
)

// tables are invented registers that are too large to lie in the folder of stories.
func tables(t *testing.T) []looks.Look {
	var all []looks.Look
	for _, n := range []int{2_000, 50_000} {
		f := figure.OpenTable(tabletest.New(n, 8), words.English(), storytest.Fonts(t))
		all = append(all, looks.Look{Name: fmt.Sprintf("g-table-%d", n), Heading: card.Heading{Headline: "A register"}, Figure: f})
	}
	return all
}

// Registers of thousands of events keep the laws in all states.
func TestTablesKeepTheLaws(t *testing.T) {
	for _, l := range tables(t) {
		for _, state := range l.States() {
			if state.Name == looks.Dimmed {
				continue
			}
			for _, width := range widths() {
				for _, fault := range storytest.Faults(l.Figure, l.Scene(width, state), state.View) {
					t.Errorf("%s, %s, %v px: %s", l.Name, state.Name, width, fault)
				}
			}
		}
	}
}

func TestGoldenTables(t *testing.T) {
	for _, l := range tables(t) {
		whole := l.States()[0]
		golden.Small(t, l.Name+"-390-light.png", l.Picture(390, whole, looks.Light()))
		golden.Small(t, l.Name+"-1000-dark.png", l.Picture(1000, whole, looks.Dark()))
	}
}
