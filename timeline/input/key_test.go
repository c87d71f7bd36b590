package input_test

import (
	"math"
	"testing"

	"barline/timeline/input"
	"barline/timeline/state"
)

func TestKeys(t *testing.T) {
	middle := math.NaN()
	const focused, selected = "f", "s"
	for _, c := range []struct {
		name              string
		key               input.Key
		focused, selected string
		want              state.Msg
	}{
		{"earlier", input.Earlier, focused, selected, state.FocusStep{By: -1}},
		{"later", input.Later, "", "", state.FocusStep{By: 1}},
		{"first", input.First, focused, "", state.FocusStep{By: -1 << 30}},
		{"last", input.Last, focused, "", state.FocusStep{By: 1 << 30}},
		{"press", input.Press, focused, selected, state.Toggle{ID: focused}},
		{"press without focus", input.Press, "", selected, nil},
		{"escape", input.Escape, focused, selected, state.Select{ByHand: true}},
		// Nothing is open: the page may use it.
		{"escape with nothing open", input.Escape, focused, "", state.Stop{}},
		{"closer", input.Closer, "", "", state.ZoomBy{Factor: 1.6, AtPx: middle}},
		{"farther", input.Farther, "", "", state.ZoomBy{Factor: 1 / 1.6, AtPx: middle}},
		{"whole", input.Whole, "", "", state.Fit{}},
		{"a view back", input.PanEarlier, focused, "", state.PanBy{Share: -0.5}},
		{"a view on", input.PanLater, focused, "", state.PanBy{Share: 0.5}},
		{"play", input.PlayKey, "", "", state.Play{}},
		{"no key", input.NoKey, focused, selected, nil},
		{"a key from another version", 200, focused, selected, nil},
	} {
		expect(t, c.name, []state.Msg{input.KeyMsg(c.key, c.focused, c.selected)}, c.want)
	}
}
