package viewer

import (
	"barline/timeline/state"
	"barline/timeline/view"
)

// Renew shows a newer version of the story, of the same kind of figure. What is in view,
// open and arranged stays so, as far as the new version has it; marks move to where they
// stand now, and events that were not there grow. What is told ends.
func (v *Viewer) Renew(f view.Figure) []state.Effect {
	effects := v.Send(state.Stop{})
	v.layOut()
	v.stage.Finish()
	was := v.figure
	from, to := v.model.Span()
	from, to = was.Real(from), was.Real(to)
	if v.can.Gaps && was.Collapsed() {
		f.Collapse(true)
	}
	v.figure, v.can = f, f.Capabilities()
	gone := func(id string) bool { return id != "" && f.Events().Index(id) < 0 }
	for _, id := range []*string{&v.model.Hovered, &v.model.Focused, &v.model.Pointed} {
		if gone(*id) {
			*id = ""
		}
	}
	if v.model.Arrangement == view.Compare && !v.can.Compare {
		effects = append(effects, v.Send(state.Arrange{Arrangement: view.Calendar})...)
	}
	if gone(v.model.Selected) {
		effects = append(effects, v.Send(state.Select{})...)
	}
	effects = append(effects, v.Send(state.AxisChanged{From: f.Axis(from), To: f.Axis(to)})...)
	v.fresh = nil
	for i := range f.Events().Len() {
		if id := f.Events().Event(i).ID; was.Events().Index(id) < 0 {
			v.fresh = append(v.fresh, id)
		}
	}
	v.due = glide
	if v.can.Reuses {
		v.due = cut
	}
	v.generation++
	return effects
}
