package state

import (
	"barline/data/edtf"
	"barline/timeline/view"
)

// What a step may say beside the id of an event and a date.
const (
	stepFit     = "fit"
	stepCompare = "compare"
)

// tell shows what an article tells at one of its steps. A step stands on the last one
// up to it that is no event: "fit" for the whole story, "compare" for the Compare
// arrangement, an EDTF date or interval for that stretch of time; before any of them,
// on the view that the story opened with. So the picture of a step depends on the
// steps alone, and is the same from above and from below. A step that is an event
// rings it and brings it into view.
func (m Model) tell(p view.Figure, msg Tell) (Model, []Effect) {
	last := len(msg.Steps) - 1
	event, ground := "", ""
	if last >= 0 {
		event = known(p, msg.Steps[last])
	}
	for i := last; i >= 0 && ground == ""; i-- {
		if s := msg.Steps[i]; known(p, s) == "" && isGround(s) {
			ground = s
		}
	}
	m, effects := m.stand(p, ground, msg.Begin)
	m.Pointed = event
	if m.Selected != "" {
		m.Selected = ""
		effects = append(effects, Selected{"", false})
	}
	if event != "" {
		m = m.reveal(p, event)
	}
	if last >= 0 && event == "" && !isGround(msg.Steps[last]) {
		effects = append(effects, Untold{msg.Steps[last]})
	}
	return m, effects
}

func isGround(step string) bool {
	_, _, ok := stretch(step)
	return ok || step == stepFit || step == stepCompare
}

// stand brings the view that steps stand on; "" is the one that the story opened with.
func (m Model) stand(p view.Figure, ground string, begin view.Arrangement) (Model, []Effect) {
	to := view.Calendar
	if ground == stepCompare || ground == "" {
		to = begin
		if ground == stepCompare {
			to = view.Compare
		}
	}
	var effects []Effect
	if to == view.Compare && !p.Capabilities().Compare {
		to = view.Calendar
	}
	if to != m.Arrangement {
		m.Arrangement = to
		effects = append(effects, Arranged{to})
	}
	if from, end, ok := stretch(ground); ok {
		return m.show(p, p.Axis(from), p.Axis(end)), effects
	}
	if ground == "" && m.opened[0] < m.opened[1] {
		return m.show(p, p.Axis(m.opened[0]), p.Axis(m.opened[1])), effects
	}
	return m.fit(p), effects
}

// stretch is the time that a step names, in real seconds since 1970, from its first
// instant to the end of its last; ok is false for a step that is no date.
func stretch(step string) (from, to float64, ok bool) {
	date, err := edtf.Parse(step)
	if err != nil {
		return 0, 0, false
	}
	first, end := date.Bounds()
	return float64(first), float64(end), first < end
}
