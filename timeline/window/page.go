package window

import (
	"math"
	"slices"
	"strconv"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/card"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/timeline/popover"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// State is what the window shows beside the figure. In the browser the page's HTML
// does.
type State struct {
	view.View
	// Viewport is the part of the page in sight, in page px.
	Viewport scene.Rect
	// Playing, Paused and Steps tell what the Play button says; Steps: the story goes on
	// by steps, without motion. Caption is the event that Play tells, or -1.
	Playing, Paused, Steps bool
	// Fitted: the whole story is in view.
	Fitted  bool
	Caption int
	// HoveredAction is the control under the pointer, FocusedAction the one
	// with the keyboard.
	HoveredAction, FocusedAction string
	// Transcript: the transcript is unfolded.
	Transcript bool
	// PanelScroll is how far the open popover is scrolled, in px.
	PanelScroll float64
}

// Page is the whole page as a scene, and what the window needs to know of it.
type Page struct {
	Scene *scene.Scene
	// Figure is where the figure lies in the page.
	Figure scene.Rect
	// PanelMost is the most that the open popover can be scrolled, in px.
	PanelMost float64
	// Panel is where the popover stands; empty: none is open.
	Panel scene.Rect
}

// Window makes the pages of one story's window.
type Window struct {
	heading card.Heading
	events  view.Events
	words   *words.Words
	fonts   *typeset.Fonts
	can     view.Capabilities
	// transcriptName is what the line that unfolds the transcript says.
	transcriptName string
	// annotations are told in the transcript, each before an event.
	annotations [][]detail.Annotation
	// credit is the line under a still picture; may be empty.
	credit string
}

// New makes the window of a figure.
func New(h card.Heading, f view.Figure) *Window {
	p := &Window{heading: h, events: f.Events(), words: f.Words(), fonts: f.Fonts(), can: f.Capabilities()}
	p.annotations = detail.Annotations(p.events, p.events.Len(), p.words)
	p.transcriptName = p.words.UI.TranscriptAll
	if detail.AnyQuotes(p.events) {
		p.transcriptName = p.words.UI.Transcript
	}
	return p
}

// Actions are the window's controls, in reading order.
func (p *Window) Actions() []string {
	var all []string
	if p.can.Play {
		all = append(all, "play")
	}
	if p.can.Compare {
		all = append(all, "calendar", "compare")
	}
	if p.can.Zoom {
		all = append(all, "zoom-in", "zoom-out", "earlier", "later", "fit")
	}
	return all
}

// Page lays out headline, controls, figure, popover and transcript.
func (p *Window) Page(figure *scene.Scene, d State) Page {
	width := figure.WidthPx
	margin := view.Margin(width)
	b := layout.NewBuilder(p.fonts, len(figure.Nodes)+64)
	y := p.heading.Set(b, width, margin)
	y = p.controls(b, d, width, margin, y+14)
	b.Mirror(0, 0, width)
	y += 12

	moved := *figure
	moved.Nodes = append([]scene.Node(nil), figure.Nodes...)
	moved.Shift(0, scene.Snap(y))
	b.Scene.Nodes = append(b.Scene.Nodes, moved.Nodes...)
	b.Scene.Plot = moved.Plot
	out := Page{Figure: scene.Rect{Y: scene.Snap(y), W: width, H: figure.HeightPx}}
	first := len(b.Scene.Nodes)
	bottom := p.transcript(b, d, width, margin, out.Figure.Bottom()+4)
	b.Mirror(first, 0, width)

	bounds := out.Figure.Clip(d.Viewport)
	if bounds.H < popover.LeastHeight {
		bounds = d.Viewport
	}
	switch index := p.events.Index(d.Selected); {
	case index >= 0:
		at := p.placePanel(&moved, index, bounds)
		out.PanelMost = p.panel(b, index, at, d.PanelScroll)
		out.Panel = at.Box
	case d.Caption >= 0 && d.Caption < p.events.Len():
		p.caption(b, &moved, d.Caption, width, bounds)
	}
	out.Scene = b.Finish(width, bottom+24)
	return out
}

// Still is the whole page as one picture: headline, figure and, if an event is
// selected, its popover, but no controls.
func (p *Window) Still(figure *scene.Scene, v view.View) *scene.Scene {
	b := layout.NewBuilder(p.fonts, len(figure.Nodes)+64)
	moved, y := p.heading.SetOver(b, figure)
	if index := p.events.Index(v.Selected); index >= 0 {
		p.panel(b, index, p.placePanel(moved, index, scene.Rect{Y: y, W: figure.WidthPx, H: figure.HeightPx}), 0)
	}
	return b.Finish(figure.WidthPx, p.sign(b, figure.WidthPx, y+figure.HeightPx))
}

// Sign puts a line of credit under still pictures.
func (p *Window) Sign(credit string) *Window {
	p.credit = credit
	return p
}

// sign sets the line of credit, and returns where the picture then ends.
func (p *Window) sign(b *layout.Builder, width, y float64) float64 {
	if p.credit == "" {
		return y
	}
	from, margin := len(b.Scene.Nodes), view.Margin(width)
	style := axis.CreditStyle()
	for i, t := range p.fonts.Wrap(p.credit, style, width-2*margin, 0) {
		b.Words("credit:"+strconv.Itoa(i), "", scene.Credit, layout.ZWords, t, b.Start(t, margin, width-2*margin), y, scene.Quiet)
		y += typeset.LineHeightPx(style)
	}
	b.Mirror(from, 0, width)
	return y + 14
}

// placePanel finds the place for an event's popover.
func (p *Window) placePanel(figure *scene.Scene, index int, bounds scene.Rect) popover.Placement {
	var sizes []popover.Size
	for _, w := range popover.Widths(figure.WidthPx) {
		sizes = append(sizes, popover.Size{W: w, H: p.PanelHeight(index, w)})
	}
	return popover.Place(figure, p.events.Event(index).ID, sizes, bounds)
}

// controls sets the row of buttons.
func (p *Window) controls(b *layout.Builder, d State, width, margin, top float64) float64 {
	ui := p.words.UI
	play := ui.Play
	switch {
	case d.Playing && d.Steps:
		play = ui.Next
	case d.Playing:
		play = ui.Pause
	case d.Paused:
		play = ui.Resume
	}
	const height, gap = 34.0, 8.0
	style := scene.Style{Face: scene.SansBold, SizePx: 13}
	x, y := margin, top
	const icon = 18.0
	zooms, few := d.Arrangement == view.Calendar, !p.can.Search
	type control struct {
		action, name string
		on, off      bool
		with         int // how many of the next ones stay on its line
	}
	all := []control{
		{"play", play, false, false, 0},
		{"calendar", ui.Calendar, d.Arrangement == view.Calendar, false, 1},
		{"compare", ui.Compare, d.Arrangement == view.Compare, false, 0},
		{"zoom-in", "+", false, !zooms || few && d.Fitted && !p.can.Closer, 4}, {"zoom-out", "–", false, !zooms || few && d.Fitted, 3},
		{"earlier", "‹", false, !zooms || d.Fitted, 2}, {"later", "›", false, !zooms || d.Fitted, 1}, {"fit", ui.Fit, false, !zooms || d.Fitted, 0},
	}
	// With few events those that do nothing are not shown, and in a narrow window those for
	// the time in view take the place of others, so that one row is enough.
	replaced := few && zooms && !d.Fitted && width < view.ControlsFrom
	offered := p.Actions()
	all = slices.DeleteFunc(all, func(c control) bool {
		if !slices.Contains(offered, c.action) {
			return true
		}
		hidden := few && c.off || replaced && (c.action == "calendar" || c.action == "play" && !d.Playing)
		return hidden && d.FocusedAction != c.action // what has the keyboard keeps it
	})
	wide := func(i int) float64 {
		w := max(p.fonts.Width(all[i].name, style)+30, height)
		if all[i].action == "play" {
			w += icon
		}
		return w
	}
	if len(all) == 0 {
		return top
	}
	for i, c := range all {
		t := p.fonts.Line(c.name, style)
		w, line := wide(i), wide(i)
		for j := range min(c.with, len(all)-1-i) {
			line += gap + wide(i+1+j)
		}
		if x+line > width-margin && x > margin {
			x, y = margin, y+height+gap
		}
		icon := icon
		if c.action != "play" {
			icon = 0
		}
		box := scene.Rect{X: x, Y: y, W: w, H: height}
		first := len(b.Scene.Nodes)
		p.control(b, d, c.action, box, c.on)
		paint := scene.Ink
		if c.on {
			paint = scene.Inverse
		}
		if icon > 0 {
			p.playIcon(b, d, scene.Rect{X: x + 16, Y: y + height/2 - 5.5, W: 10, H: 11}, paint)
		}
		b.Words("control:"+c.action+":name", "", scene.Control, layout.ZWords, t, x+icon+(w-icon-t.WidthPx)/2, y+(height-typeset.LineHeightPx(style))/2, paint)
		for j := first; c.off && j < len(b.Scene.Nodes); j++ {
			n := &b.Scene.Nodes[j]
			n.Alpha, n.Hit, n.Action = 0.45, scene.Rect{}, ""
		}
		x += w + gap
	}
	return y + height
}

func (p *Window) playIcon(b *layout.Builder, d State, box scene.Rect, paint scene.Paint) {
	n := scene.Node{ID: "control:play:icon", Role: scene.Control, Z: layout.ZWords, Shape: scene.Triangle, Box: box, Paint: paint}
	if !d.Playing || d.Steps {
		b.Add(n)
		return
	}
	for i, x := range []float64{box.X, box.X + 6} {
		n.ID, n.Shape, n.Box = "control:play:bar"+layout.Digit(i), scene.Box, scene.Rect{X: x, Y: box.Y, W: 3.5, H: box.H}
		b.Add(n)
	}
}

// control is one button: filled if it is the choice in force, ringed if it
// has the keyboard.
func (p *Window) control(b *layout.Builder, d State, action string, box scene.Rect, on bool) {
	n := scene.Node{ID: "control:" + action, Role: scene.Control, Z: layout.ZBar, Shape: scene.Box, Box: box, Paint: scene.Paper,
		Radius: box.H / 2, Hit: box, Action: action}
	switch {
	case on:
		n.Paint = scene.Ink
	case d.HoveredAction == action:
		n.Paint = scene.Overlay
	}
	b.Add(n)
	if !on {
		n.ID += ":edge"
		n.Shape, n.Paint, n.Stroke, n.Hit, n.Action = scene.Outline, scene.Hairline, 1, scene.Rect{}, ""
		b.Add(n)
	}
	if d.FocusedAction == action {
		b.Add(scene.Node{ID: "control:ring", Role: scene.Ring, Z: layout.ZRing, Shape: scene.Outline, Box: box.Inset(-3), Radius: box.H/2 + 3, Stroke: 2, Paint: scene.Focus})
	}
}

// transcript is a line that unfolds every event with its quotes.
func (p *Window) transcript(b *layout.Builder, d State, width, margin, top float64) float64 {
	style := scene.Style{Face: scene.SansBold, SizePx: 14}
	t := p.fonts.Line(p.transcriptName, style)
	mark := scene.Rect{X: margin, Y: top + typeset.LineHeightPx(style)/2 - 5, W: 8, H: 10}
	if d.Transcript {
		b.Line("transcript:mark", scene.Control, layout.ZWords, scene.Rect{X: mark.X, Y: mark.Centre().Y, W: 9}, 2, scene.Ink)
	} else {
		n := scene.Node{ID: "transcript:mark", Role: scene.Control, Z: layout.ZWords, Shape: scene.Triangle, Box: mark, Paint: scene.Ink}
		if p.fonts.RTL() {
			n.Turn = math.Pi // it points at what follows
		}
		b.Add(n)
	}
	line := b.Words("transcript:name", "", scene.Control, layout.ZWords, t, margin+16, top, scene.Ink)
	n := b.Last()
	n.Action, n.Hit = "transcript", scene.Rect{X: margin, Y: line.Y, W: line.W + 16, H: line.H}.AtLeast(layout.MinTarget, layout.MinTarget)
	if d.FocusedAction == "transcript" {
		b.Add(scene.Node{ID: "control:ring", Role: scene.Ring, Z: layout.ZRing, Shape: scene.Outline, Box: n.Hit.Inset(-2), Radius: 4, Stroke: 2, Paint: scene.Focus})
	}
	y := line.Bottom() + 6
	if !d.Transcript {
		return y
	}
	for i := range p.events.Len() + 1 {
		if p.annotations != nil {
			y = p.annotated(b, i, width, margin, y)
		}
		if i == p.events.Len() {
			break
		}
		content := panelFor(p.fonts, detail.Of(p.events, i, p.words), min(width-2*margin, 680), 18)
		for j, r := range content.rows {
			id := "transcript:" + strconv.Itoa(i) + ":" + strconv.Itoa(j)
			if r.text == nil {
				b.Add(scene.Node{ID: id, Role: scene.Heading, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Talks,
					Box: scene.Rect{X: margin, Y: y + r.y, W: 3, H: r.rule}})
				continue
			}
			b.Words(id, "", scene.Heading, layout.ZWords, r.text, margin+r.x, y+r.y, r.paint)
		}
		y += content.h + 14
	}
	return y
}
