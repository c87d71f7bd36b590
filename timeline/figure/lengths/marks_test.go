package lengths_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lengths"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// inventedPicture is one of the invented stories, ready to be laid out.
func inventedPicture(t storytest.TB, name string) *lengths.Picture {
	return storytest.PictureOf(t, storytest.Decode(t, invented()[name]), storytest.Fonts(t))
}

// nodeOf is the node with an id; the zero node if there is none.
func nodeOf(s *scene.Scene, id string) scene.Node {
	if i := slices.IndexFunc(s.Nodes, func(n scene.Node) bool { return n.ID == id }); i >= 0 {
		return s.Nodes[i]
	}
	return scene.Node{}
}

// A bar that is just under a length, or about it, is solid up to nine tenths, and
// the length itself has a tick.
func TestOnlyTheLastTenthFades(t *testing.T) {
	p := inventedPicture(t, "three meetings")
	for _, width := range widths() {
		s := p.Figure(width, view.View{Arrangement: view.Compare})
		axis := s.Plot.X
		under, limit := nodeOf(s, "bar:b"), nodeOf(s, "limit:b:0")
		if value := limit.Box.Centre().X - axis; math.Abs(value-under.Box.W) > 1 || under.Fade.From.X-axis < 0.89*value {
			t.Errorf("%v px: just under: a bar to %v fades from %v, its limit is at %v", width, under.Box.W, under.Fade.From.X-axis, value)
		}
		about, tick := nodeOf(s, "bar:c"), nodeOf(s, "value:c")
		value := tick.Box.Centre().X - axis
		if from, to := about.Fade.From.X-axis, about.Fade.To.X-axis; from < 0.94*value || to > 1.06*value || to < value {
			t.Errorf("%v px: about: a bar fades from %v to %v, its tick is at %v", width, from, to, value)
		}
		// On one axis, with room: five hours take five times what one does.
		if ratio := under.Box.W / value; math.Abs(ratio-5) > 0.05 {
			t.Errorf("%v px: five hours are %v times one", width, ratio)
		}
	}
}

// A bar of unknown length has one size on every axis, and no closed end.
func TestUnknownLengthsAreOffTheScale(t *testing.T) {
	p := inventedPicture(t, "minutes and days")
	for _, width := range widths() {
		for _, a := range arrangements {
			s := p.Figure(width, view.View{Arrangement: a})
			bar := nodeOf(s, "bar:c")
			along := bar.Box.W
			if a == view.Calendar && !view.Down(width) && !inRows(s) {
				along = bar.Box.H
			}
			if along != 28 || bar.Shape != scene.Dashes || nodeOf(s, "torn:c").ID == "" {
				t.Errorf("%v px, %s: it is %v px long, %s", width, a, along, bar.Shape)
			}
		}
	}
}

// A wait has no say in the scale: with it or without, talks are as long. One that is
// longer than the axis is broken off.
func TestWaitsNeverSetTheScale(t *testing.T) {
	p := inventedPicture(t, "a long wait")
	without := storytest.PictureOf(t, storytest.Decode(t, strings.Replace(invented()["a long wait"], "{kind: waiting, duration: PT30H}, ", "", 1)), storytest.Fonts(t))
	for _, width := range widths() {
		s := p.Figure(width, view.View{Arrangement: view.Compare})
		talks, wait := nodeOf(s, "bar:a").Box, nodeOf(s, "wait:a").Box
		if plain := nodeOf(without.Figure(width, view.View{Arrangement: view.Compare}), "bar:a").Box; math.Abs(talks.W-plain.W) > 0.1 {
			t.Errorf("%v px: talks are %v px long, without a wait %v", width, talks.W, plain.W)
		}
		if wait.Right() > s.Plot.Right()+0.1 || nodeOf(s, "break:wait:a").ID == "" || wait.H > talks.H/2 {
			t.Errorf("%v px: the wait at %v, beside talks at %v, is not broken off", width, wait, talks)
		}
	}
}

// The calendar of one day is that day, in times of day, on the clocks that the story
// goes by.
func TestADayIsShownInHours(t *testing.T) {
	p := inventedPicture(t, "one day")
	if from, to := p.Extent(); to-from > 1.5*scale.Day {
		t.Errorf("the calendar of a day shows %v days", (to-from)/scale.Day)
	}
	s := p.Figure(1200, view.View{})
	if !slices.ContainsFunc(s.Nodes, func(n scene.Node) bool { return n.Event == "a" && n.Text != nil && n.Text.String == "06:10" }) {
		t.Error("no label says 06:10")
	}
	moscow := storytest.PictureOf(t, storytest.Decode(t, `barline: 1
id: clocks
headline: Clocks
sources: [{id: s, name: S}]
events:
  - {id: a, title: A, date: "2024-05-03T09:00+03:00", kind: meeting, duration: PT1H}
  - {id: b, title: B, date: "2024-05-03T15:00+03:00", kind: meeting, duration: PT2H}
`), storytest.Fonts(t)).Figure(1200, view.View{})
	i := slices.IndexFunc(moscow.Nodes, func(n scene.Node) bool { return n.Text != nil && n.Text.String == "15:00" })
	if bar := nodeOf(moscow, "bar:b").Box; i < 0 || math.Abs(moscow.Nodes[i].Box.Centre().X-bar.Centre().X) > 2 {
		t.Errorf("the bar of 15:00 at %v does not stand at 15:00", bar)
	}
}

// Where few are fifty times and more as long as others, the axis is for the others,
// and those few are broken off where it ends: they still say how long they were, and
// the key says what the break means. Where there is no such gap nothing is broken.
func TestFarLengthsAreBrokenOff(t *testing.T) {
	story := func(lengths ...string) *lengths.Picture {
		var b strings.Builder
		b.WriteString("barline: 1\nid: far\nheadline: H\nfigure: lengths\nevents:\n")
		for i, length := range lengths {
			fmt.Fprintf(&b, "  - {id: e%d, title: T, date: 2024-%02d-05, duration: %q}\n", i, i+1, length)
		}
		return storytest.PictureOf(t, storytest.Decode(t, b.String()), storytest.Fonts(t))
	}
	for name, test := range map[string]struct {
		lengths []string
		broken  []string
	}{
		"one is far":          {[]string{"PT20M", "~PT45M", "PT35M", "P3DT6H"}, []string{"e3"}},
		"two are far":         {[]string{"PT20M", ">P5D", "PT35M", "PT1H", "P3D"}, []string{"e1", "e4"}},
		"less than fifty":     {[]string{"PT20M", "PT45M", "PT35M", "PT16H"}, nil},
		"the short one alone": {[]string{"PT5M", "P3D", "P4D", "P5D"}, nil},
		"no gap":              {[]string{"PT5M", "PT15M", "PT40M", "PT2H", "PT5H"}, nil},
	} {
		p := story(test.lengths...)
		for _, width := range widths() {
			for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
				s := p.Figure(width, view.View{Arrangement: a})
				for i := range test.lengths {
					id := fmt.Sprintf("e%d", i)
					broken := nodeOf(s, "break:bar:"+id).ID != ""
					if want := slices.Contains(test.broken, id); broken != want {
						t.Errorf("%s, %v px: %s is broken off: %v", name, width, id, broken)
					}
					if s.AllBoxes()[id].Label.Empty() {
						t.Errorf("%s, %v px: %s does not say its length", name, width, id)
					}
				}
				if said := nodeOf(s, "key:broken:mark").ID != "" || nodeOf(s, "key:broken").ID != ""; said != (len(test.broken) > 0) {
					t.Errorf("%s, %v px: the key says what a break means: %v", name, width, said)
				}
			}
		}
	}
}
