package window

import (
	"math"
	"slices"
	"strconv"

	"barline/data"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/card"
	"barline/timeline/correction"
	"barline/timeline/detail"
	"barline/timeline/filter"
	"barline/timeline/layout"
	"barline/timeline/popover"
	"barline/timeline/table"
	"barline/timeline/view"
	"barline/timeline/window/wording"
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
	// Sheet is the panel that lies over the page, or empty; SheetAt is where it is
	// scrolled to, and SheetRow, from 1 on, its row with the keyboard, or 0.
	Sheet    string
	SheetAt  Place
	SheetRow int
	// SheetLink is the link in the sheet that has the keyboard.
	SheetLink SheetLink
	// Field is the search field.
	Field Field
	// Stretch is the stretch of time that has the keyboard, by its id, or empty.
	Stretch string
	// Picture is that of the event that is open.
	Picture Picture
	// Tip names what is under the pointer.
	Tip Tip
	// Mac: keys are called as on a Mac.
	Mac bool
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
	// Picture is where the event's picture is to be drawn, over the nodes up to those of the
	// layer PictureZ; PictureIn is the part of the page in which it is seen. Both are empty
	// if there is none.
	Picture, PictureIn scene.Rect
	// Panel is where the popover stands; empty: none is open.
	Panel scene.Rect
	// PanelStops are the actions of the popover that the keyboard reaches, in reading
	// order.
	PanelStops []string
	// Sheet is where the panel over the page stands; empty: there is none.
	Sheet scene.Rect
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
	figure         view.Figure
	own            wording.Words
	shortcuts      []Shortcut
	filters        []filter.Filter
	corrections    []correction.Correction
	table          *table.Table // made when it is first shown
	// annotations are told in the transcript, each before an event.
	annotations [][]detail.Annotation
	// credit is the line under a still picture; may be empty.
	credit string
	// language is the name of the language shown, where the story is there in others.
	language string
}

// New makes the window of a figure.
func New(h card.Heading, f view.Figure) *Window {
	p := &Window{heading: h, figure: f, events: f.Events(), words: f.Words(), fonts: f.Fonts(), can: f.Capabilities()}
	p.annotations = detail.Annotations(p.events, p.events.Len(), p.words)
	p.transcriptName = p.words.UI.TranscriptAll
	if !p.can.Lanes && detail.AnyQuotes(p.events) {
		p.transcriptName = p.words.UI.Transcript
	}
	own, err := wording.For(p.words.Tag)
	if err != nil {
		panic(err) // the files are in the program, and tested
	}
	p.own, p.shortcuts = own, Shortcuts(p.words, own, p.can, p.fonts.RTL(), false)
	return p
}

// Of gives a window what only the whole story knows: its corrections, and what its events
// can be chosen by.
func (p *Window) Of(s *data.Story) *Window {
	p.corrections = correction.Of(s, p.words)
	if p.can.Lanes && s.HasQuotes() {
		p.transcriptName = p.words.UI.Transcript
	}
	if p.can.Search {
		p.filters = filter.Of(s, p.words)
	}
	return p
}

// In says what the language is called that is shown, of a story that is there in several:
// the window then offers the others.
func (p *Window) In(language string) *Window {
	p.language = language
	p.shortcuts = Shortcuts(p.words, p.own, p.can, p.fonts.RTL(), language != "")
	return p
}

// Shortcuts are what keys do in this window.
func (p *Window) Shortcuts() []Shortcut { return p.shortcuts }

// Own are the words that only the window says.
func (p *Window) Own() wording.Words { return p.own }

// Actions are the window's controls, in reading order.
func (p *Window) Actions() []string {
	var all []string
	if p.can.Play {
		all = append(all, "play")
	}
	if p.can.Compare {
		all = append(all, "calendar", "compare")
	}
	if p.can.Search {
		all = append(all, "search")
		for _, f := range p.filters {
			all = append(all, "filter:"+f.Name)
		}
	}
	if p.can.Zoom {
		all = append(all, "zoom-in", "zoom-out", "earlier", "later", "fit")
	}
	if p.can.Gaps && p.figure.HasGaps() {
		all = append(all, "gaps")
	}
	if p.language != "" {
		all = append(all, "language")
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
	bottom := p.below(b, d, width, margin, out.Figure.Bottom()+4)
	b.Mirror(first, 0, width)
	p.stretch(b, d, out.Figure)

	bounds := out.Figure.Clip(d.Viewport)
	if bounds.H < popover.LeastHeight {
		bounds = d.Viewport
	}
	switch index := p.events.Index(d.Selected); {
	case index >= 0:
		c := p.content(index)
		c.picture = d.Picture
		if c.picture.Width > 0 && p.lowest(c, width) > bounds.H {
			bounds = d.Viewport // a figure may be too low for a picture
		}
		at := p.placePanel(&moved, c, bounds)
		drawn := p.panel(b, c, at, d.PanelScroll, false)
		out.PanelMost, out.PanelStops, out.Panel = drawn.most, drawn.stops, at.Box
		out.Picture, out.PictureIn = drawn.picture, drawn.pictureIn
	case d.Caption >= 0 && d.Caption < p.events.Len():
		p.caption(b, &moved, d.Caption, width, bounds)
		p.ticks(b, d.Caption, width, margin, out.Figure.Y)
	}
	p.ring(b, d)
	if out.Sheet = p.drawSheet(b, d); !out.Sheet.Empty() {
		bottom = max(bottom, d.Viewport.Bottom()-24) // it darkens all that is in sight
	}
	p.drawTip(b, d)
	out.Scene = b.Finish(width, bottom+24)
	return out
}

// Still is the whole page as one picture: headline, figure and, if an event is
// selected, its popover, but no controls.
func (p *Window) Still(figure *scene.Scene, v view.View) *scene.Scene {
	b := layout.NewBuilder(p.fonts, len(figure.Nodes)+64)
	moved, y := p.heading.SetOver(b, figure)
	if index := p.events.Index(v.Selected); index >= 0 {
		c := p.content(index)
		p.panel(b, c, p.placePanel(moved, c, scene.Rect{Y: y, W: figure.WidthPx, H: figure.HeightPx}), 0, true)
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

// lowest is how high an event's popover is at least, uncut, in a page of a width.
func (p *Window) lowest(c content, widthPx float64) float64 {
	least := math.Inf(1)
	for _, w := range popover.Widths(widthPx) {
		least = min(least, p.panelHeight(c, w))
	}
	return least
}

// placePanel finds the place for an event's popover.
func (p *Window) placePanel(figure *scene.Scene, c content, bounds scene.Rect) popover.Placement {
	var sizes []popover.Size
	for _, w := range popover.Widths(figure.WidthPx) {
		sizes = append(sizes, popover.Size{W: w, H: p.panelHeight(c, w)})
	}
	return popover.Place(figure, c.ID, sizes, bounds)
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
		sign         string
	}
	all := []control{
		{"play", play, false, false, 0, ""},
		{"calendar", ui.Calendar, d.Arrangement == view.Calendar, false, 1, ""},
		{"compare", ui.Compare, d.Arrangement == view.Compare, false, 0, ""},
		{"search", "", false, false, 0, ""},
	}
	for _, f := range p.filters {
		all = append(all, control{"filter:" + f.Name, p.filterName(d, f.Name), soughtOf(d.Query, f.Name) != "", false, 0, "v"})
	}
	all = append(all,
		control{"zoom-in", "+", false, !zooms || few && d.Fitted && !p.can.Closer, 4, ""}, control{"zoom-out", "–", false, !zooms || few && d.Fitted, 3, ""},
		control{"earlier", "‹", false, !zooms || d.Fitted, 2, ""}, control{"later", "›", false, !zooms || d.Fitted, 1, ""}, control{"fit", ui.Fit, false, !zooms || d.Fitted, 0, ""},
		control{"gaps", ui.SkipGaps, p.can.Gaps && p.figure.Collapsed(), false, 0, ""},
		control{"language", p.language, false, false, 0, "v"},
	)
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
	const mostNamePx = 170.0
	room := width - 2*margin
	wide := func(i int) float64 {
		if all[i].action == "search" {
			return min(fieldPx, room)
		}
		w := max(min(p.fonts.Width(all[i].name, style), mostNamePx)+30, height)
		if all[i].action == "play" || all[i].sign != "" {
			w += icon
		}
		return w
	}
	if len(all) == 0 {
		return top
	}
	for i, c := range all {
		t := p.fonts.Shorten(c.name, style, mostNamePx)
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
		if c.action == "search" {
			p.field(b, d, box)
			x += w + gap
			continue
		}
		p.control(b, d, c.action, box, c.on)
		paint := scene.Ink
		if c.on {
			paint = scene.Inverse
		}
		if icon > 0 {
			p.playIcon(b, d, scene.Rect{X: x + 16, Y: y + height/2 - 5.5, W: 10, H: 11}, paint)
		}
		words := w
		if c.sign != "" {
			down := math.Pi / 2
			if p.fonts.RTL() {
				down = -down // it is mirrored
			}
			words -= 18
			b.Add(scene.Node{ID: "control:" + c.action + ":sign", Role: scene.Control, Z: layout.ZWords, Shape: scene.Triangle, Paint: paint,
				Box: scene.Rect{X: box.Right() - 24, Y: y + height/2 - 4, W: 7, H: 8}, Turn: down})
		}
		b.Words("control:"+c.action+":name", "", scene.Control, layout.ZWords, t, x+icon+(words-icon-t.WidthPx)/2, y+(height-typeset.LineHeightPx(style))/2, paint)
		for j := first; c.off && j < len(b.Scene.Nodes); j++ {
			n := &b.Scene.Nodes[j]
			n.Alpha, n.Hit, n.Action = 0.45, scene.Rect{}, ""
		}
		x += w + gap
	}
	if p.can.Search {
		// The room for what is found is kept, so that nothing moves when somebody searches.
		style := scene.Style{Face: scene.Sans, SizePx: 13}
		all := p.events.Len()
		longest := p.fonts.Width(view.Progress{Found: all, Looked: all, Total: all}.Said(p.words), style)
		if x+4+longest > width-margin && x > margin {
			x, y = margin, y+height+gap
		}
		if said := p.found(d); said != "" {
			t := p.fonts.Shorten(said, style, room)
			b.Words("control:found", "", scene.Control, layout.ZWords, t, x+4, y+(height-typeset.LineHeightPx(style))/2, scene.Quiet)
		}
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

// below is what can be opened under the figure: a line of words for each panel.
func (p *Window) below(b *layout.Builder, d State, width, margin, top float64) float64 {
	style := scene.Style{Face: scene.SansBold, SizePx: 14}
	x, y, bottom := margin, top, top
	for _, l := range p.lines() {
		t := p.fonts.Shorten(l.name, style, width-2*margin-16)
		if x > margin && x+16+t.WidthPx > width-margin {
			x, y = margin, bottom+6
		}
		mark := scene.Node{ID: l.action + ":mark", Role: scene.Control, Z: layout.ZWords, Shape: scene.Triangle, Paint: scene.Ink,
			Box: scene.Rect{X: x, Y: y + typeset.LineHeightPx(style)/2 - 5, W: 8, H: 10}}
		if p.fonts.RTL() {
			mark.Turn = math.Pi // it points at what follows
		}
		b.Add(mark)
		line := b.Words(l.action+":name", "", scene.Control, layout.ZWords, t, x+16, y, scene.Ink)
		n := b.Last()
		n.Action, n.Hit = l.action, scene.Rect{X: x, Y: line.Y, W: line.W + 16, H: line.H}.AtLeast(layout.MinTarget, layout.MinTarget)
		x, bottom = n.Hit.Right()+22, max(bottom, line.Bottom())
	}
	return bottom + 6
}

// lines are what below sets.
func (p *Window) lines() []choice {
	return []choice{
		{p.transcriptName, SheetTranscript}, {p.words.UI.Table, SheetTable}, {p.own.Export, SheetExport}, {p.own.Help, SheetHelp},
	}
}

// Below are the actions of what can be opened under the figure, in reading order.
func (p *Window) Below() []string {
	var all []string
	for _, l := range p.lines() {
		all = append(all, l.action)
	}
	return all
}

// ring is drawn around what has the keyboard, where that has not drawn its own.
func (p *Window) ring(b *layout.Builder, d State) {
	if d.FocusedAction == "" {
		return
	}
	var around scene.Rect
	for i := range b.Scene.Nodes {
		switch n := &b.Scene.Nodes[i]; {
		case n.ID == "control:ring":
			return
		case n.Action == d.FocusedAction:
			around = around.Union(n.Hit)
		}
	}
	if !around.Empty() {
		b.Add(scene.Node{ID: "control:ring", Role: scene.Ring, Z: zFoot, Shape: scene.Outline, Box: around.Inset(-1), Radius: 5, Stroke: 2, Paint: scene.Focus})
	}
}

// stretch is the ring around the stretch of time that has the keyboard.
func (p *Window) stretch(b *layout.Builder, d State, figure scene.Rect) {
	if d.Stretch == "" {
		return
	}
	for _, e := range p.figure.Entries() {
		if e.Event < 0 && e.ID == d.Stretch {
			b.Add(scene.Node{ID: "stretch:ring", Role: scene.Ring, Z: layout.ZRing, Shape: scene.Outline, Box: e.Box.Move(figure.X, figure.Y).Inset(-2), Radius: 4, Stroke: 2, Paint: scene.Focus})
		}
	}
}
