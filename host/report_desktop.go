//go:build !js

package host

import (
	"encoding/json"
	"os"

	"barline/data/edtf"
	"barline/scene"
	deskwindow "barline/timeline/window"
)

// reporter keeps a file in step with the window, as window.barline does for a
// page: tests and other programs watch it instead of the pixels.
type reporter struct {
	path    string
	theme   string
	look    looks
	written laid
	at      bool
}

// again has the file written although nothing else has changed.
func (r *reporter) again() { r.at = false }

type boxReport struct {
	Bar   *rectReport `json:"bar,omitempty"`
	Wait  *rectReport `json:"wait,omitempty"`
	Label *rectReport `json:"label,omitempty"`
}

type rectReport struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// write writes the file if anything has changed and nothing moves any more.
func (r *reporter) write(w *window) error {
	if r.path == "" || w.viewer != nil && w.viewer.Moving() || w.frames.drawn < firstFrames || w.repaint || r.at && w.laid == r.written {
		return nil
	}
	r.written, r.at = w.laid, true
	if w.viewer == nil {
		return r.put(w.reportDocuments(map[string]any{"theme": r.theme, "width": w.width, "height": w.height, "scale": w.scale}))
	}
	model := w.viewer.Model()
	from, to := model.Span()
	boxes := map[string]*boxReport{}
	drawn := w.viewer.Boxes()
	if !w.viewer.Figure().Capabilities().Lanes {
		for _, e := range w.story.Events() {
			boxes[e.ID] = nil
		}
	}
	for id, b := range drawn {
		boxes[id] = &boxReport{w.onFigureReported(b.Bar), w.onFigureReported(b.Wait), w.onFigureReported(b.Label)}
	}
	controls := map[string]*rectReport{}
	var words []string
	for i := range w.page.Scene.Nodes {
		n := &w.page.Scene.Nodes[i]
		if n.Action != "" {
			controls[n.Action] = w.reported(n.Hit)
		}
		if n.Role == scene.Popover && n.Text != nil {
			words = append(words, n.Text.String)
		}
	}
	return r.put(w.reportTools(w.reportDocuments(map[string]any{
		"selected": model.Selected, "focused": model.Focused, "control": w.desk.FocusedAction, "view": model.Arrangement.String(),
		"span": []string{edtf.Instant(from), edtf.Instant(to)}, "playing": model.Playing(), "transcript": w.desk.Sheet == deskwindow.SheetTranscript, "theme": r.theme,
		"boxes": boxes, "controls": controls, "popover": w.reported(w.page.Panel), "popoverWords": words,
		"width": w.width, "height": w.height, "scale": w.scale,
	})))
}

// put writes the file, whole.
func (r *reporter) put(report map[string]any) error {
	out, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	next := r.path + ".new"
	if err := os.WriteFile(next, append(out, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(next, r.path)
}

// onFigureReported is a box of the figure in px of the window; nil if it is empty.
func (w *window) onFigureReported(r scene.Rect) *rectReport {
	if r.Empty() {
		return nil
	}
	return w.reported(r.Move(w.page.Figure.X, w.page.Figure.Y))
}

// reported is a box in px of the window; nil if it is empty.
func (w *window) reported(r scene.Rect) *rectReport {
	if r.Empty() {
		return nil
	}
	c := w.corner()
	return &rectReport{r.X + c.X, r.Y + c.Y, r.W, r.H}
}
