package host

import (
	"math"
	"runtime"
	"syscall/js"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/input"
	"barline/timeline/popover"
	"barline/timeline/state"
	"barline/timeline/view"
)

// calls are what page.js may ask of the running engine.
func (p *page) calls() js.Value {
	call := func(f func(args []js.Value) any) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) })
	}
	calls := map[string]any{
		"send":    call(p.onSend),
		"sample":  call(p.onSample),
		"gesture": call(func([]js.Value) any { return !p.hands.Rest() }),
		"place":   call(p.onPlace),
		"boxes":   call(p.onBoxes),
		"theme":   call(func(a []js.Value) any { p.theme(a[0].String(), a[1].String()); return nil }),
		"paints":  call(func([]js.Value) any { return paints() }),
		"words":   call(func(a []js.Value) any { p.words(a[0].Bool()); return nil }),
		"span": call(func([]js.Value) any {
			from, to := p.span()
			return []any{edtf.Instant(from), edtf.Instant(to)}
		}),
		"stats": call(func([]js.Value) any {
			last, p50, p95 := p.frames.percentiles()
			return map[string]any{"frames": p.frames.drawn, "primitives": p.gpu.Primitives(),
				"frameMs": map[string]any{"last": last, "p50": p50, "p95": p95}}
		}),
		"keep": call(func([]js.Value) any {
			from, to := p.span()
			return map[string]any{"from": from, "to": to, "view": p.viewer.Model().Arrangement.String()}
		}),
		"pointed": call(func([]js.Value) any { return p.viewer.Model().Pointed }),
		"tidy":    call(func([]js.Value) any { tidy(); return nil }),
		"story":   call(p.onStory),
		"quit":    call(func([]js.Value) any { p.quit = true; return nil }),
	}
	for name, f := range p.lanesCalls() {
		calls[name] = call(f)
	}
	return js.ValueOf(calls)
}

// tidy collects garbage if a collection is near. Left to itself it comes while
// something is done, and a reader waits for it.
func tidy() {
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > m.NextGC/4*3 {
		runtime.GC()
	}
}

// onSend takes a message by name.
func (p *page) onSend(a []js.Value) any {
	text := func(i int) string {
		if i < len(a) && a[i].Type() == js.TypeString {
			return a[i].String()
		}
		return ""
	}
	number := func(i int) float64 {
		if i < len(a) && a[i].Type() == js.TypeNumber {
			return a[i].Float()
		}
		return math.NaN()
	}
	truth := func(i int) bool { return i < len(a) && a[i].Truthy() }
	switch text(0) {
	case "select":
		p.send(state.Select{ID: text(1), ByHand: truth(2)})
	case "focus":
		p.send(state.Focus{ID: text(1)})
		if p.can.Lanes {
			p.tellEntries()
		}
	case "tell":
		begin, _ := view.ParseArrangement(text(1))
		tell := state.Tell{Begin: begin}
		for i := 2; i < len(a); i++ {
			tell.Steps = append(tell.Steps, text(i))
		}
		p.send(tell)
	case "step":
		if by := number(1); by == by {
			p.send(state.Step{By: int(by)})
		}
	case "show":
		p.send(state.Show{From: number(1), To: number(2)})
	case "collapse":
		p.viewer.Collapse(truth(1))
		p.wake()
	case "find":
		p.send(find(text))
	case "arrange":
		if to, ok := view.ParseArrangement(text(1)); ok {
			p.send(state.Arrange{Arrangement: to})
		}
	case "panBy":
		p.send(state.PanBy{Share: number(1)})
	case "zoomBy":
		p.send(state.ZoomBy{Factor: number(1), AtPx: math.NaN()})
	case "fit":
		p.send(state.Fit{})
	case "play":
		p.send(state.Play{})
	case "turn":
		if by := number(1); by == by {
			p.send(state.Turn{By: int(by)})
		}
	case "stop":
		p.send(state.Stop{})
	case "skip":
		if p.viewer.Opening() {
			p.send(state.Stop{})
		}
	case "resize":
		p.send(state.Resize{WidthPx: view.Rung(number(1))})
		p.tell()
	case "cover":
		if top := number(1); top == top && top != p.top {
			p.top, p.repaint = top, true
			p.wake()
		}
	case "reduce":
		p.send(state.Reduce{Motion: truth(1)})
	}
	return nil
}

// onSample takes one pointer sample and reports whether it is part of a drag.
func (p *page) onSample(a []js.Value) any {
	kinds := map[string]input.Kind{"down": input.Down, "move": input.Move, "up": input.Up, "cancel": input.Cancel, "leave": input.Leave, "wheel": input.Wheel}
	kind, ok := kinds[a[0].String()]
	if !ok {
		return false
	}
	s := input.Sample{Kind: kind, Pointer: a[1].Int(), Touch: a[2].Bool(), X: a[3].Float(), Y: a[4].Float(),
		WheelPx: a[5].Float(), Zoom: a[6].Bool(), At: a[7].Float(), Pressed: a[8].Bool()}
	msgs := p.hands.Sample(s, p.viewer)
	for _, msg := range msgs {
		p.send(msg)
	}
	// A wheel is ours if it zoomed; what else is ours is a drag.
	return p.hands.Dragging() || kind == input.Wheel && len(msgs) > 0
}

// onPlace finds the place for a popover: id, the part of the figure that the
// reader sees, and the widths and heights that it may have.
func (p *page) onPlace(a []js.Value) any {
	var sizes []popover.Size
	for i := 5; i+1 < len(a); i += 2 {
		sizes = append(sizes, popover.Size{W: a[i].Float(), H: a[i+1].Float()})
	}
	at := popover.Place(p.viewer.Scene(), a[0].String(), sizes,
		scene.Rect{X: a[1].Float(), Y: a[2].Float(), W: a[3].Float(), H: a[4].Float()})
	return map[string]any{"x": at.Box.X, "y": at.Box.Y, "width": at.Box.W, "height": at.Box.H, "side": at.Side.String(), "tip": at.TipPx, "hidePointer": at.HidePointer}
}

// onBoxes says where every event is drawn at this moment.
func (p *page) onBoxes([]js.Value) any {
	all := map[string]any{}
	rect := func(r scene.Rect) []any { return []any{r.X, r.Y, r.W, r.H} }
	for id, b := range p.viewer.Boxes() {
		o := map[string]any{"bar": rect(b.Bar)}
		if !b.Wait.Empty() {
			o["wait"] = rect(b.Wait)
		}
		if !b.Label.Empty() {
			o["label"] = rect(b.Label)
		}
		all[id] = o
	}
	return all
}

// tellCaption shows what Play says of the event it is at.
func (p *page) tellCaption() {
	index, on := p.viewer.Model().Shown()
	if !on {
		index = -1
	}
	if index == p.caption {
		return
	}
	p.caption = index
	if index < 0 {
		p.host.Call("caption", "")
		return
	}
	f := p.viewer.Figure()
	e := f.Events().Event(index)
	c := detail.Caption(e, f.Words())
	lang := c.Lang
	if lang == "" {
		lang = f.Words().Tag
	}
	p.host.Call("caption", e.ID, lang, c.Title, c.When, c.Said, c.Speaker, c.Text)
}
