package state_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/internal/storytest"
	"barline/timeline/detail"
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

// Each event is told for as long as its caption takes to read.
func TestPlayGivesTimeToRead(t *testing.T) {
	r := open(t)
	r.does(state.Play{})
	const tick = 1.0 / 64
	at, since := 0, 0.0
	for r.Playing() {
		r.does(state.Tick{Dt: tick})
		since += tick
		if i, _ := r.Shown(); i != at {
			texts := detail.Caption(r.p.Events().Event(at), r.p.Words()).Texts()
			if want := detail.ReadingSeconds(texts[:]...); since < want || since >= want+tick {
				t.Errorf("event %d was told for %v s, and takes %v s to read", at, since, want)
			}
			at, since = i, 0
		}
	}
}

// tells is the number of the event that is told, or -1.
func (r *reader) tells() int {
	if i, ok := r.Shown(); ok {
		return i
	}
	return -1
}

// Turning stops at the ends, gives the whole time to read, and leaves a pause one.
func TestPlayIsTurned(t *testing.T) {
	r := open(t)
	if effects := r.does(state.Turn{By: 1}); effects != nil || r.tells() != -1 {
		t.Errorf("before Play it told %d, %v", r.tells(), effects)
	}
	r.does(state.Play{}, state.Tick{Dt: 1})
	for _, step := range []struct {
		msg  state.Msg
		want int
	}{
		{state.Turn{By: 1}, 1}, {state.FocusStep{By: 1}, 2}, {state.Turn{By: -1}, 1}, {state.Turn{By: 5}, 6}, {state.Turn{By: -50}, 0},
		{state.Turn{By: -1}, 0}, {state.FocusStep{By: 1 << 30}, 9}, {state.Turn{By: 1}, 9}, {state.Turn{}, 9},
	} {
		before := r.tells()
		effects := r.does(step.msg)
		if r.tells() != step.want || !r.Playing() || r.Focused != "" {
			t.Fatalf("after %T%+v it tells %d, playing %v", step.msg, step.msg, r.tells(), r.Playing())
		}
		said := 0
		for _, e := range effects {
			if _, ok := e.(state.Announce); ok {
				said++
			}
		}
		if (said == 1) != (before != step.want) || said > 1 {
			t.Errorf("after %T%+v it says %v", step.msg, step.msg, effects)
		}
	}
	r.does(state.Turn{By: -9}, state.Play{}, state.Turn{By: 1})
	if !r.Paused() || r.tells() != 1 {
		t.Errorf("turned while paused it tells %d, paused %v", r.tells(), r.Paused())
	}
	// From where it was turned to, all of the time to read is left.
	texts := detail.Caption(r.p.Events().Event(1), r.p.Words()).Texts()
	r.does(state.Play{}, state.Tick{Dt: detail.ReadingSeconds(texts[:]...) - 0.1})
	if r.tells() != 1 {
		t.Errorf("it went on early, to %d", r.tells())
	}
	if r.does(state.Tick{Dt: 0.2}); r.tells() != 2 {
		t.Errorf("it did not go on, but tells %d", r.tells())
	}
}

// Without motion nothing goes on by itself: Play steps, and ends after the last event.
func TestPlayStepsWithoutMotion(t *testing.T) {
	r := open(t)
	r.does(state.Reduce{Motion: true}, state.Play{})
	for i := range 10 {
		if r.tells() != i || !r.Playing() || r.Moving() {
			t.Fatalf("after %d presses it tells %d, playing %v, moving %v", i+1, r.tells(), r.Playing(), r.Moving())
		}
		if effects := r.does(state.Tick{Dt: 1000}); effects != nil || r.tells() != i {
			t.Fatalf("by itself it came to %d", r.tells())
		}
		r.does(state.Play{})
	}
	if r.tells() != -1 || r.Playing() || r.Paused() {
		t.Errorf("after the last event it tells %d", r.tells())
	}
	// Where motion is reduced for a while it waits, and then goes on.
	r.does(state.Reduce{}, state.Play{}, state.Reduce{Motion: true}, state.Tick{Dt: 1000}, state.Reduce{})
	if r.tells() != 0 || !r.Playing() || !r.Moving() {
		t.Errorf("it tells %d, playing %v, moving %v", r.tells(), r.Playing(), r.Moving())
	}
	if r.does(state.Tick{Dt: 1000}); r.tells() != 1 {
		t.Errorf("with motion it does not go on, but tells %d", r.tells())
	}
}

// The end shows the whole story; whoever stops before stays where they are.
func TestTheEndOfPlayShowsTheWhole(t *testing.T) {
	for _, last := range []bool{true, false} {
		r := open(t)
		r.does(state.ZoomBy{Factor: 4, Direct: true}, state.Play{}, state.Turn{By: 9})
		if last {
			r.does(state.Tick{Dt: 1000})
		} else {
			r.does(state.Stop{})
		}
		if r.waits(t, 3); r.tells() != -1 || r.Fitted() != last {
			t.Errorf("at the end %v: it tells %d, the whole is in view: %v", last, r.tells(), r.Fitted())
		}
		if r.does(state.Play{}); r.tells() != 0 {
			t.Errorf("begun again it tells %d", r.tells())
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
		state.Select{ID: "2025-03", ByHand: true}, state.Toggle{ID: "2025-03"}, state.Step{By: 1, ByHand: true},
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
	switch rapid.IntRange(0, 18).Draw(t, "msg") {
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
	case 17:
		return state.Turn{By: by}
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
