package state_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/internal/storytest"
	"barline/timeline/figure/lengths"
	"barline/timeline/scale"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/words"
)

func TestPlayVisitsEveryEventInOrderAndEnds(t *testing.T) {
	r := open(t)
	r.does(state.Select{ID: "2025-03"})
	effects := r.does(state.Play{})
	want := []state.Effect{state.Selected{}, state.Played{On: true}}
	if diff := cmp.Diff(want, effects[:len(want)]); diff != "" {
		t.Error(diff)
	}
	var visited []int
	seconds, ended := 0.0, 0
	for r.Playing() {
		if i, ok := r.Shown(); !ok {
			t.Fatal("nothing is shown")
		} else if len(visited) == 0 || visited[len(visited)-1] != i {
			visited = append(visited, i)
		}
		if seconds += 0.05; seconds > 300 {
			t.Fatal("it plays for ever")
		}
		for _, e := range r.does(state.Tick{Dt: 0.05}) {
			if e == (state.Played{On: false}) {
				ended++
			}
		}
	}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, visited); diff != "" {
		t.Error(diff)
	}
	if ended != 1 || r.Paused() {
		t.Errorf("the end was reported %d times, paused %v", ended, r.Paused())
	}
	r.waits(t, 3)
}

// Each caption stands long enough to be read: two seconds at the least, and
// not so long that readers think that it has stopped.
func TestPlayGivesTimeToRead(t *testing.T) {
	r := open(t)
	r.does(state.Play{})
	at, since := 0, 0.0
	for r.Playing() {
		r.does(state.Tick{Dt: 0.05})
		since += 0.05
		if i, _ := r.Shown(); i != at {
			if since < 2 || since > 20 {
				t.Errorf("event %d was shown for %v s", at, since)
			}
			at, since = i, 0
		}
	}
}

func TestPlayPausesAndResumes(t *testing.T) {
	r := open(t)
	r.does(state.Play{}, state.Tick{Dt: 1})
	if diff := cmp.Diff([]state.Effect{state.Played{On: false}}, r.does(state.Play{})); diff != "" || !r.Paused() || r.Playing() {
		t.Errorf("paused %v\n%s", r.Paused(), diff)
	}
	before, _ := r.Shown()
	r.does(state.Tick{Dt: 100})
	if i, ok := r.Shown(); !ok || i != before || r.Moving() {
		t.Errorf("while paused it went on to %d, moving %v", i, r.Moving())
	}
	if diff := cmp.Diff([]state.Effect{state.Played{On: true}}, r.does(state.Play{})); diff != "" || !r.Playing() {
		t.Errorf("playing %v\n%s", r.Playing(), diff)
	}
}

func TestTheReadersHandEndsPlay(t *testing.T) {
	for _, msg := range []state.Msg{
		state.Select{ID: "2025-03", ByHand: true}, state.Toggle{ID: "2025-03"}, state.Step{By: 1, ByHand: true}, state.FocusStep{By: 1},
		state.Arrange{Arrangement: view.Compare}, state.Drag{Px: 3}, state.Grab{}, state.PanBy{Share: 0.1}, state.ZoomBy{Factor: 2}, state.Fit{}, state.Stop{},
	} {
		r := open(t)
		r.does(state.Play{}, state.Tick{Dt: 0.1})
		ended := 0
		for _, e := range r.does(msg) {
			if e == (state.Played{On: false}) {
				ended++
			}
		}
		if r.Playing() || r.Paused() || ended != 1 {
			t.Errorf("%T: playing %v, the end reported %d times", msg, r.Playing(), ended)
		}
	}
}

func TestTheProgramDoesNotEndPlay(t *testing.T) {
	for _, msg := range []state.Msg{state.Tick{Dt: 0.01}, state.Resize{WidthPx: 360}, state.Hover{ID: "2025-03"}, state.Focus{ID: "2025-03"}, state.Reduce{Motion: true}, state.Drag{}} {
		r := open(t)
		r.does(state.Play{}, msg)
		if !r.Playing() {
			t.Errorf("%T ended it", msg)
		}
	}
}

func TestStoppingWhatDoesNotPlaySaysNothing(t *testing.T) {
	r := open(t)
	if effects := r.does(state.Stop{}); effects != nil {
		t.Error(effects)
	}
}

// drawMsg is anything that can happen, sensible or not.
func drawMsg(t *rapid.T, p *lengths.Picture) state.Msg {
	id := func() string {
		return rapid.SampledFrom([]string{"", "nobody", p.Story().Event(0).ID, p.Story().Event(p.Story().Len() / 2).ID, p.Story().Event(p.Story().Len() - 1).ID}).Draw(t, "id")
	}
	number := func(label string) float64 { return rapid.Float64().Draw(t, label) }
	hand := rapid.Bool().Draw(t, "hand")
	by := rapid.IntRange(-30, 30).Draw(t, "by")
	switch rapid.IntRange(0, 17).Draw(t, "msg") {
	case 0:
		return state.Tick{Dt: rapid.Float64Range(0, 5).Draw(t, "dt")}
	case 1:
		return state.Resize{WidthPx: rapid.SampledFrom(view.Ladder()).Draw(t, "width")}
	case 2:
		return state.Select{ID: id(), ByHand: hand}
	case 3:
		return state.Toggle{ID: id()}
	case 4:
		return state.Step{By: by, ByHand: hand}
	case 5:
		return state.Hover{ID: id()}
	case 6:
		return state.Focus{ID: id()}
	case 7:
		return state.FocusStep{By: by}
	case 8:
		return state.Arrange{Arrangement: rapid.SampledFrom([]view.Arrangement{view.Calendar, view.Compare}).Draw(t, "arrangement")}
	case 9:
		return state.Drag{Px: number("px")}
	case 10:
		return state.Fling{PxPerSecond: number("speed")}
	case 11:
		return state.Grab{}
	case 12:
		return state.PanBy{Share: number("share")}
	case 13:
		return state.ZoomBy{Factor: number("factor"), AtPx: number("at"), Direct: hand}
	case 14:
		return state.Fit{}
	case 15:
		return state.Play{}
	case 16:
		return state.Stop{}
	default:
		return state.Reduce{Motion: hand}
	}
}

func TestWhateverHappens(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		p := lengths.New(storytest.Decode(t, storytest.Yaml(t, storytest.Limits{Meetings: 6, Contexts: 3})), words.English(), fonts)
		m := state.New(p, 700)
		for range rapid.IntRange(1, 40).Draw(t, "messages") {
			msg := drawMsg(t, p)
			before := m
			var effects []state.Effect
			m, effects = m.Update(p, msg)
			checkModel(t, p, before, m, msg, effects)
		}
		// Left alone it comes to rest, and there a tick changes nothing.
		m, _ = m.Update(p, state.Stop{})
		for i := 0; m.Moving(); i++ {
			if i > 60*20 {
				t.Fatalf("still moving after 20 s: %+v", m)
			}
			m, _ = m.Update(p, state.Tick{Dt: 1.0 / 60})
		}
		if again, effects := m.Update(p, state.Tick{Dt: 1}); again != m || effects != nil {
			t.Fatalf("at rest a tick made %+v of %+v, %v", again, m, effects)
		}
	})
}

func checkModel(t *rapid.T, p *lengths.Picture, before, m state.Model, msg state.Msg, effects []state.Effect) {
	from, to := m.Span()
	first, last := p.Extent()
	year := float64(edtf.Unix(1, 1, 1) - edtf.Unix(0, 1, 1))
	if !finite(from, to) || to-from <= 0 || to-from > 3*(last-first)+scale.Day || from < first-4*(last-first)-year || to > last+4*(last-first)+year {
		t.Fatalf("%T%+v: the view is %v to %v, the story %v to %v", msg, msg, from, to, first, last)
	}
	for _, id := range []string{m.Selected, m.Hovered, m.Focused} {
		if id != "" && p.Story().Index(id) < 0 {
			t.Fatalf("%T%+v: %q is no event", msg, msg, id)
		}
	}
	if i, ok := m.Shown(); ok && (i < 0 || i >= p.Story().Len()) {
		t.Fatalf("%T%+v: shows event %d", msg, msg, i)
	}
	// Each change is reported, and only changes are, each once.
	count := map[string]int{}
	for _, e := range effects {
		switch e := e.(type) {
		case state.Selected:
			count["selected"]++
			if count["selected"] == 1 && e.ID == before.Selected && before.Selected == m.Selected {
				t.Fatalf("%T%+v: reports %q, which was open before", msg, msg, e.ID)
			}
		case state.Focused:
			count["focused"]++
		case state.Arranged:
			count["arranged"]++
		case state.Played:
			count["played"]++
		}
	}
	changed := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	_, fromOutside := msg.(state.Focus)
	switch {
	case count["selected"] != changed(m.Selected != before.Selected),
		!fromOutside && count["focused"] != changed(m.Focused != before.Focused),
		count["arranged"] != changed(m.Arrangement != before.Arrangement),
		count["played"] != changed(m.Playing() != before.Playing()):
		t.Fatalf("%T%+v: from %+v to %+v, reported %v", msg, msg, before, m, effects)
	}
}
