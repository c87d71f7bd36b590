package host

import (
	"errors"
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/assets"
	"barline/render/dom"
	"barline/render/gpu"
	"barline/scene"
	"barline/timeline/figure"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
	"barline/typeset"
)

// page runs the viewer inside the page: page.js set globalThis.barlineHost up
// and is called back through it.
type page struct {
	host    js.Value
	clear   js.Value // paints the whole canvas
	viewer  *viewer.Viewer
	can     view.Capabilities
	gpu     *gpu.Renderer
	palette scene.Palette
	hands   input.Recogniser
	frames  frames

	idle         bool // nothing moved in the last frame
	quit         bool
	live         bool // the page knows that we are live
	repaint      bool
	drawn        int         // the viewer's generation on the screen
	screen       image.Point // the size of what was drawn on
	resized      bool        // the page was told of another size, which the next frame has
	top          float64     // where the canvas is to begin in the figure, in CSS px
	covered      float64     // where it begins
	lastReported int         // the generation that the page was told of
	movedOf      string
	layer        dom.Layer
	layerOf      layered
	lanes        lanesState
	widthPx      float64
	heightPx     float64
	zoomed       bool // the page was told that only a part is in view
	paused       bool // the page was told that Play stands still
	caption      int
	next         view.Figure // a newer version of the story, while the page takes it in
	failure      error
}

// Main runs the viewer until the page ends it.
func Main() error {
	host := js.Global().Get("barlineHost")
	if !host.Truthy() {
		return errors.New("the page has not set barlineHost up: start the engine through page.js")
	}
	p := &page{host: host, clear: host.Get("clear"), top: host.Get("top").Float(), caption: -1, lastReported: -1, drawn: -1}
	err := p.run()
	if err != nil {
		host.Call("failed", err.Error())
	}
	return err
}

func (p *page) run() error {
	var files []typeset.File
	list := p.host.Get("fonts")
	for i := range list.Length() {
		f := list.Index(i)
		file := typeset.File{Name: f.Get("file").String(), Contents: bytesOf(f.Get("contents"))}
		for j := range f.Get("faces").Length() {
			file.Faces = append(file.Faces, scene.Face(f.Get("faces").Index(j).Int()))
		}
		files = append(files, file)
	}
	fonts, err := typeset.New(files, p.host.Get("lang").String())
	if err != nil {
		return err
	}
	f, story, err := p.open(fonts)
	if err != nil {
		return err
	}
	arrangement, _ := view.ParseArrangement(p.host.Get("view").String())
	p.viewer = viewer.New(f, p.host.Get("width").Float(), arrangement, p.host.Get("reduced").Bool())
	if at, ok := figure.Opening(story); ok {
		p.viewer.Send(at)
	}
	p.can = f.Capabilities()
	p.gpu = gpu.New(fonts)
	p.gpu.Native = true // the browser has fonts of its own
	p.gpu.Wordless = !p.host.Get("words").Bool()
	p.theme(p.host.Get("theme").String(), p.host.Call("palette", paints()).String())
	if p.viewer.Model().Arrangement != view.Calendar {
		p.effects([]state.Effect{state.Arranged{Arrangement: arrangement}})
	}
	if id := p.host.Get("selected").String(); id != "" {
		p.send(state.Select{ID: id})
	}
	// After the selection, which would bring what is open into view.
	if kept := p.host.Get("kept"); kept.Truthy() {
		p.restore(kept)
	}
	if p.host.Get("opening").Bool() {
		p.viewer.Open()
	}
	p.host.Call("started", p.calls())
	p.tell()
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	return ebiten.RunGameWithOptions(p, &ebiten.RunGameOptions{InitUnfocused: true})
}

// theme chooses the colours. forced are those of a system that gives every
// page its own, one paint a line, "name r g b a"; elsewhere it is empty.
func (p *page) theme(name, forced string) {
	p.palette = assets.Light()
	if name == "dark" {
		p.palette = assets.Dark()
	}
	for line := range strings.Lines(forced) {
		words := strings.Fields(line)
		if len(words) != 5 {
			continue
		}
		part := func(i int) uint8 { n, _ := strconv.Atoi(words[i]); return uint8(n) }
		for i := range scene.NumPaints {
			if i.String() == words[0] {
				p.palette[i] = color.NRGBA{R: part(1), G: part(2), B: part(3), A: part(4)}
			}
		}
	}
	p.repaint = true
	p.wake()
}

// paints are the names of all paints, for the page to say what they are.
func paints() []any {
	var names []any
	for i := range scene.NumPaints {
		names = append(names, i.String())
	}
	return names
}

// words tells whether the picture draws words, or the page shows them.
func (p *page) words(drawn bool) {
	if p.gpu.Wordless == !drawn {
		return
	}
	p.gpu.Wordless = !drawn
	p.repaint = true
	p.wake()
}

// restore goes on where an engine before this one stood.
func (p *page) restore(kept js.Value) {
	from, to := kept.Get("from").Float(), kept.Get("to").Float()
	p.viewer.Send(state.Reduce{Motion: true})
	showSpan(p.viewer, from, to)
	if a, ok := view.ParseArrangement(kept.Get("view").String()); ok {
		p.viewer.Send(state.Arrange{Arrangement: a})
	}
	p.viewer.Send(state.Reduce{Motion: p.host.Get("reduced").Bool()})
}

// send applies a message and everything that follows from it.
func (p *page) send(msg state.Msg) {
	p.effects(p.viewer.Send(msg))
	p.wake()
}

// wake lets the page give us frames again, if there is something to draw.
func (p *page) wake() {
	if p.viewer == nil || p.viewer.Generation() == p.drawn && !p.repaint && !p.viewer.Moving() {
		return
	}
	if wake := js.Global().Get("barlineWake"); wake.Truthy() {
		wake.Invoke()
	}
}

// effects carries to the page what a message asked of it.
func (p *page) effects(effects []state.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case state.Selected:
			if p.can.Lanes {
				p.tellEntries() // what is open is in the list, and what was no longer need be
			}
			p.tell()
			p.host.Call("effect", "selected", e.ID, e.ByHand)
		case state.Focused:
			p.host.Call("effect", "focused", e.ID)
		case state.Arranged:
			p.host.Call("effect", "arranged", e.Arrangement.String())
		case state.Played:
			p.paused = p.viewer.Model().Paused()
			p.host.Call("effect", "played", e.On, p.paused)
		case state.Untold:
			p.host.Call("effect", "untold", e.Step)
		case state.Announce:
			p.host.Call("effect", "announce", e.Text)
		}
	}
}

// Update is Ebitengine's: a frame is due.
func (p *page) Update() error {
	if p.quit {
		return ebiten.Termination
	}
	if p.failure != nil {
		return p.failure
	}
	if !p.live && p.frames.drawn > 0 {
		p.live = true
		p.host.Call("live")
	}
	p.effects(p.viewer.Advance(p.frames.tick(p.idle)))
	p.idle = false
	p.tell()
	if p.live && !p.viewer.Moving() && !p.resized && !p.unshown() {
		p.idle = true
		p.host.Call("rest")
	}
	return nil
}

// Layout is Ebitengine's: the offscreen is not used, so it is tiny.
func (p *page) Layout(int, int) (int, int) { return 1, 1 }

// Draw is Ebitengine's. By the module as it is, touching the offscreen makes it
// show a new final screen; by the lean copy nothing is needed.
func (p *page) Draw(offscreen *ebiten.Image) {
	if !lean && p.unshown() {
		offscreen.Fill(p.palette[scene.Paper])
	}
}

// unshown reports whether the screen is to show something else.
func (p *page) unshown() bool { return p.repaint || p.viewer.Generation() != p.drawn }

// DrawFinalScreen is Ebitengine's: the batch goes straight to the screen. Where
// nothing is drawn, the browser keeps what it shows.
func (p *page) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	canvas, ok := screen.(*ebiten.Image)
	if !ok {
		p.failure = errors.New("the final screen is no image")
		return
	}
	// A canvas of another size is empty, and Ebitengine's batch begins with
	// clearing it.
	size := canvas.Bounds().Size()
	fresh := size != p.screen
	if lean && !fresh && !p.unshown() {
		p.resized = false
		return
	}
	p.screen = size
	s := p.viewer.Scene()
	deviceScale := ebiten.Monitor().DeviceScaleFactor()
	if err := p.gpu.Prepare(s, &p.palette, deviceScale, 0, -math.Round(p.top*deviceScale)); err != nil {
		p.failure = err
		return
	}
	if lean && !fresh {
		// The page does it by WebGL's own means, at once, before the batch is sent:
		// a quad over all the canvas costs a software processor as much as the
		// picture.
		paper := p.palette[scene.Paper]
		p.clear.Invoke(float64(paper.R)/255, float64(paper.G)/255, float64(paper.B)/255)
	} else {
		canvas.Fill(p.palette[scene.Paper])
	}
	p.gpu.Draw(canvas)
	if p.top != p.covered {
		// The canvas moves in the frame that is drawn for its new place.
		p.covered = p.top
		p.host.Call("covered", p.top)
	}
	p.drawn, p.repaint = p.viewer.Generation(), false
	p.frames.drawn++
}

// tell brings the page's DOM up to date: its height, the text layer, and what
// follows a bar.
func (p *page) tell() {
	v := p.viewer
	settled := v.Settled()
	// A lower figure waits until nothing moves any more at its foot.
	height := settled.HeightPx
	if settled.WidthPx != p.widthPx || height != p.heightPx && (height > p.heightPx || !v.Moving()) {
		p.widthPx, p.heightPx, p.resized = settled.WidthPx, height, true
		p.host.Call("size", settled.WidthPx, height)
	}
	p.tellLayer(settled)
	p.tellProgress()
	p.tellCaption()
	if zoomed := !v.Model().Fitted(); zoomed != p.zoomed {
		p.zoomed = zoomed
		p.host.Call("effect", "fitted", !zoomed)
	}
	if p.paused && !v.Model().Paused() {
		p.paused = false
		p.host.Call("effect", "ended") // the pause was told as a stop already
	}
	if v.Generation() != p.lastReported {
		p.lastReported = v.Generation()
		p.tellMoved()
	}
}

// layered is what the text layer was last made of.
type layered struct {
	scene *scene.Scene
	// generation is the viewer's, for a scene of many events: its memory is
	// used again for the next but one.
	generation int
	heightPx   float64
}

// tellLayer brings the text layer up to date. While the view moves the layer
// would be late anyway, and of many events it would cost a frame.
func (p *page) tellLayer(settled *scene.Scene) {
	v := p.viewer
	is, moving := layered{settled, 0, settled.HeightPx}, v.Moving()
	if p.can.Lanes {
		is.scene, is.generation = nil, v.Generation()+1
		moving = moving || p.hands.Dragging()
	}
	if is == p.layerOf || moving && p.layerOf != (layered{}) && is.heightPx == p.layerOf.heightPx {
		return
	}
	p.layerOf = is
	next := dom.Of(settled)
	if p.can.Lanes {
		next = slices.DeleteFunc(next, func(i dom.Item) bool { return i.Kind == dom.Button })
		p.tellEntries()
	}
	if changes := dom.Diff(p.layer, next); len(changes) > 0 {
		p.host.Call("layer", jsChanges(changes))
	}
	p.layer = next
}

// tellMoved says that the picture is another, and where the event is that
// something of the page stands beside.
func (p *page) tellMoved() {
	id := p.viewer.Model().Selected
	if index, on := p.viewer.Model().Shown(); on && index >= 0 && id == "" {
		id = p.viewer.Figure().Events().Event(index).ID
	}
	if id == "" && p.movedOf == "" {
		return
	}
	p.movedOf = id
	b, ok := p.viewer.Scene().EventBoxes(id)
	if id == "" || !ok {
		p.host.Call("moved", id)
		return
	}
	p.host.Call("moved", id, b.Bar.X, b.Bar.Y, b.Bar.W, b.Bar.H)
}

func jsChanges(changes []dom.Change) js.Value {
	list := make([]any, len(changes))
	for i, c := range changes {
		o := map[string]any{"id": c.ID, "event": c.Event, "gone": c.Gone, "moved": c.Moved,
			"x": c.Box.X, "y": c.Box.Y, "width": c.Box.W, "height": c.Box.H}
		if c.Kind == dom.Button {
			o["kind"] = "button"
		} else {
			o["kind"], o["text"], o["face"], o["paint"], o["size"], o["line"] = "words", c.Text, c.Face.String(), c.Paint.String(), c.SizePx, c.LinePx
			o["dir"], o["foreign"], o["more"] = directionOf(c.RTL), c.Foreign, c.More
		}
		list[i] = o
	}
	return js.ValueOf(list)
}

// directionOf is a direction as elements are told it.
func directionOf(rtl bool) string {
	if rtl {
		return "rtl"
	}
	return "ltr"
}
