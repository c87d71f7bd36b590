package looks_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/internal/looks"
	"barline/internal/storytest"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/words"
)

// widths are those at which the laws of the picture are held.
func widths() []float64 { return []float64{320, 390, 700, 1000, 1600} }

// The stories keep the laws of the picture in all states and at all widths.
func TestLooksKeepTheLaws(t *testing.T) {
	for _, l := range open(t) {
		t.Run(l.Name, func(t *testing.T) {
			for _, state := range l.States() {
				if state.Name == looks.Dimmed {
					continue // a strip without words
				}
				for _, width := range widths() {
					for _, fault := range storytest.Faults(l.Figure, l.Scene(width, state), state.View) {
						t.Errorf("%s, %v px: %s", state.Name, width, fault)
					}
				}
			}
		})
	}
}

// invented is a story file that is always the same for a number: every second one is
// about lengths, the others about spans.
func invented(n int) string {
	return rapid.Custom(func(t *rapid.T) string {
		if n%2 == 0 {
			return storytest.Yaml(t, storytest.Anything())
		}
		return storytest.Spans(t)
	}).Example(n)
}

// So do a thousand invented stories, each at a width and in a part of its time that are
// drawn from its number.
func TestAThousandStoriesKeepTheLaws(t *testing.T) {
	const stories, told = 1000, 40
	fonts := storytest.Fonts(t)
	broken := 0
	for n := range stories {
		f, err := figure.Open(storytest.Decode(t, invented(n)), words.English(), fonts)
		if err != nil {
			t.Fatal(err)
		}
		draw := rand.New(rand.NewPCG(1, uint64(n)))
		width := widths()[draw.IntN(len(widths()))]
		from, to := f.Extent()
		share, at := draw.Float64(), draw.Float64()*1.2-0.2
		views := []view.View{{}, {From: from + at*(to-from), To: from + (at+share)*(to-from)}}
		if f.Capabilities().Compare {
			views = append(views, view.View{Arrangement: view.Compare})
		}
		for i, v := range views {
			faults := storytest.Faults(f, f.Figure(width, v), v)
			if len(faults) == 0 {
				continue
			}
			if broken++; broken <= told {
				t.Errorf("story %d, %v px, %s: %s", n, width, []string{"whole", "in part", "compared"}[i], strings.Join(faults[:min(len(faults), 4)], "\n\t"))
			}
		}
	}
	if broken > 0 {
		t.Errorf("%d pictures break a law", broken)
	}
}

// open are the stories, opened.
func open(t *testing.T) []looks.Look {
	t.Helper()
	all, err := looks.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	if want := 13; len(all) < want {
		t.Fatalf("%d stories were found, want %d", len(all), want)
	}
	return all
}

// The laws are not asleep: each finds what breaks it.
func TestTheLawsFindWhatIsWrong(t *testing.T) {
	f, err := figure.Open(storytest.Story(t), words.English(), storytest.Fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range spoilers() {
		s := f.Figure(1000, view.View{})
		s.Nodes = slices.Clone(s.Nodes)
		spoil(s)
		if faults := storytest.Faults(f, s, view.View{}); !slices.ContainsFunc(faults, func(fault string) bool { return strings.Contains(fault, name) }) {
			t.Errorf("no law says %q; said is %v", name, fmt.Sprint(faults))
		}
	}
}
