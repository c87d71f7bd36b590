package looks_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/internal/golden"
	"barline/internal/looks"
)

// The scenes of every story as text, in all states: what changed in one can be read in
// a diff.
func TestGoldenScenes(t *testing.T) {
	for _, l := range open(t) {
		for _, width := range []float64{390, 1000} {
			var b strings.Builder
			for i, state := range l.States() {
				fmt.Fprintf(&b, "%s\n", state.Name)
				dump := looks.Compact(l.Scene(width, state))
				if i > 0 {
					dump = golden.Changed(looks.Compact(l.Scene(width, l.States()[0])), dump)
				}
				b.WriteString(dump)
			}
			golden.Text(t, fmt.Sprintf("%s-%v.txt", l.Name, width), b.String())
		}
	}
}

// The pictures of every story on a phone, and on a wide page that is dark.
func TestGoldenPictures(t *testing.T) {
	for _, l := range open(t) {
		for _, state := range l.States() {
			if state.Name != looks.Calendar && state.Name != looks.Compare && state.Name != looks.Dimmed {
				continue // as text alone
			}
			golden.Small(t, fmt.Sprintf("%s-%s-390-light.png", l.Name, state.Name), l.Picture(390, state, looks.Light()))
			golden.Small(t, fmt.Sprintf("%s-%s-1000-dark.png", l.Name, state.Name), l.Picture(1000, state, looks.Dark()))
		}
	}
}
