package viewer_test

import (
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/data/storyfile"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
	"barline/timeline/words"
)

const harbour = `barline: 1
id: harbour
headline: The harbour
events:
  - {id: first, title: The first round, date: 2024-03-04, duration: PT2H}
  - {id: second, title: The second round, date: 2024-05-20, duration: PT5H}
  - {id: third, title: The third round, date: 2024-09-02, duration: PT3H}
`

// figureOf is the figure of a story file.
func figureOf(t *testing.T, text string) view.Figure {
	t.Helper()
	s, _, err := storyfile.Decode("story.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	files, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	set, err := fonts.Set(files, s.Lang())
	if err != nil {
		t.Fatal(err)
	}
	f, err := figure.Open(s, words.English(), set)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// bar is the height of an event's bar as it is shown.
func bar(v *viewer.Viewer, id string) float64 {
	for i := range v.Scene().Nodes {
		if n := &v.Scene().Nodes[i]; n.Event == id && n.Role == scene.Bar && !strings.HasSuffix(n.ID, "leaving") {
			return n.Box.H
		}
	}
	return 0
}

// A newer version of the story comes without a jump: what was there moves, what is new
// grows, and what the reader has chosen stays.
func TestRenew(t *testing.T) {
	v := viewer.New(figureOf(t, harbour), 1200, view.Calendar, false)
	v.Send(state.Select{ID: "second", ByHand: true})
	settles(t, v)
	was := bar(v, "second")
	newer := figureOf(t, strings.Replace(harbour, "PT5H", "PT6H", 1)+"  - {id: fourth, title: The fourth round, date: 2024-11-11, duration: PT4H}\n")
	if effects := v.Renew(newer); len(effects) != 0 {
		t.Errorf("the surroundings are asked for %v", effects)
	}
	if at := bar(v, "second"); at != was {
		t.Errorf("the bar of the second round jumps from %v to %v", was, at)
	}
	v.Advance(frame)
	early := bar(v, "fourth")
	settles(t, v)
	if late := bar(v, "fourth"); early > late/10 || late < 20 {
		t.Errorf("the bar of the fourth round does not grow: %v, then %v", early, late)
	}
	if v.Model().Selected != "second" || !v.Model().Fitted() {
		t.Errorf("the model is %+v", v.Model())
	}
	if !strings.Contains(v.Scene().Dump(), "fourth") {
		t.Error("the fourth round is not shown")
	}
}

func TestRenewKeepsTheView(t *testing.T) {
	v := viewer.New(figureOf(t, harbour), 1200, view.Calendar, false)
	v.Send(state.ZoomBy{Factor: 4, AtPx: 300})
	settles(t, v)
	from, to := v.Model().Span()
	v.Renew(figureOf(t, harbour+"  - {id: later, title: A round much later, date: 2025-11-11, duration: PT4H}\n"))
	if f, u := v.Model().Span(); f != from || u != to {
		t.Errorf("in view were %v to %v, now %v to %v", from, to, f, u)
	}
	settles(t, v)
}

// What is gone is neither open nor has the keyboard, and the page is told.
func TestRenewWithoutWhatWasOpen(t *testing.T) {
	v := viewer.New(figureOf(t, harbour), 1200, view.Calendar, false)
	v.Send(state.Focus{ID: "third"})
	v.Send(state.Select{ID: "third"})
	settles(t, v)
	effects := v.Renew(figureOf(t, strings.Replace(harbour, "id: third", "id: last", 1)))
	if len(effects) == 0 || effects[0] != (state.Selected{}) {
		t.Errorf("the surroundings are told %v", effects)
	}
	if m := v.Model(); m.Selected != "" || m.Focused != "" {
		t.Errorf("the model is %+v", m)
	}
	settles(t, v)
}

func TestRenewEndsPlay(t *testing.T) {
	v := viewer.New(figureOf(t, harbour), 1200, view.Calendar, false)
	v.Send(state.Play{})
	v.Advance(frame)
	v.Renew(figureOf(t, strings.ReplaceAll(harbour, "third", "fourth")))
	if _, told := v.Model().Shown(); told {
		t.Error("the old story is still told")
	}
	settles(t, v)
}

// With reduced motion a newer version is there at once.
func TestRenewWithoutMotion(t *testing.T) {
	v := viewer.New(storytest.Picture(t), 1200, view.Calendar, true)
	v.Renew(figureOf(t, harbour))
	rests(t, v)
}
