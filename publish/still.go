package publish

import (
	"encoding/json"
	"strconv"
	"time"

	"barline/assets"
	"barline/render/svg"
	"barline/scene"
	"barline/timeline/layout"
)

// still is the figure at one rung, as the page shows it before the engine.
type still struct {
	widthPx, heightPx float64
	svg               []byte
	events            []stillEvent
}

type stillEvent struct {
	id    string
	boxes scene.Boxes
	hit   scene.Rect
}

func draw(p *layout.Picture) []still {
	var stills []still
	for _, width := range layout.Ladder() {
		s := p.Figure(width, layout.View{})
		name := "r" + px(width)
		st := still{widthPx: width, heightPx: s.HeightPx, svg: svg.Append(nil, s, name+"-", name)}
		for _, e := range p.Story().Events() {
			if b, ok := s.EventBoxes(e.ID); ok {
				st.events = append(st.events, stillEvent{e.ID, b, b.Hit})
			}
		}
		stills = append(stills, st)
	}
	return stills
}

// config is what page.js needs to know beside the story.
func config(p *layout.Picture, stills []still, engineBytes int) []byte {
	type boxes struct {
		Bar   []float64 `json:"bar"`
		Wait  []float64 `json:"wait,omitempty"`
		Label []float64 `json:"label,omitempty"`
	}
	type rung struct {
		Width float64          `json:"width"`
		Boxes map[string]boxes `json:"boxes"`
	}
	list := func(r scene.Rect) []float64 {
		if r.Empty() {
			return nil
		}
		return []float64{r.X, r.Y, r.W, r.H}
	}
	var ladder []rung
	for _, s := range stills {
		r := rung{s.widthPx, map[string]boxes{}}
		for _, e := range s.events {
			r.Boxes[e.id] = boxes{list(e.boxes.Bar), list(e.boxes.Wait), list(e.boxes.Label)}
		}
		ladder = append(ladder, r)
	}
	from, to := p.Extent()
	files := []string{}
	for _, name := range assets.FontFiles() {
		files = append(files, "fonts/"+name)
	}
	ui := p.Words().UI
	// Marshal escapes <, > and &, so the result may stand in a script element.
	out, err := json.Marshal(map[string]any{
		"ladder":      ladder,
		"span":        []string{iso(from), iso(to)},
		"engineBytes": engineBytes,
		"assets":      map[string]any{"engine": "engine.wasm", "exec": "wasm_exec.js", "fonts": files},
		"ui":          map[string]string{"play": ui.Play, "pause": ui.Pause, "resume": ui.Resume, "failed": ui.Failed},
	})
	if err != nil {
		// Only numbers and strings go in: this cannot fail.
		panic("publish: config: " + err.Error() + " in " + strconv.Itoa(len(ladder)) + " rungs")
	}
	return out
}

func iso(seconds float64) string {
	return time.Unix(int64(seconds), 0).UTC().Format("2006-01-02T15:04:05Z")
}
