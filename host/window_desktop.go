//go:build !js

package host

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/assets/fonts"
	"barline/assets/themes"
	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/render/gpu"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
	deskwindow "barline/timeline/window"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// window runs the viewer in a window of its own, with headline, controls and
// popovers drawn around and over the figure.
type window struct {
	story   *data.Story
	desktop *deskwindow.Window
	viewer  *viewer.Viewer
	gpu     *gpu.Renderer
	palette scene.Palette
	hands   input.Recogniser
	frames  frames
	report  reporter

	// The window's size in px, and device pixels per px.
	width, height, scale float64
	scroll               float64
	desk                 deskwindow.State
	page                 deskwindow.Page
	// What the page was laid out from, to see whether it must be again.
	laid    laid
	repaint bool
	mouse   scene.Point
	held    bool
	touches []ebiten.TouchID
	keys    []ebiten.Key
	runes   []rune
	failure error
}

// laid is everything that a desktop page depends on.
type laid struct {
	generation int
	desk       deskwindow.State
}

// Main opens the window and runs until it is closed.
func Main() error {
	set := flag.NewFlagSet("barline", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	story := set.String("story", "", "the story to show; the built-in one if empty")
	theme := set.String("theme", "light", "light or dark")
	viewName := set.String("view", "calendar", "calendar or compare")
	reduce := set.Bool("reduce-motion", false, "show every change at once")
	stateFile := set.String("state", "", "keep the state as JSON in this file, for those who watch from outside")
	size := set.String("size", "1100x860", "the window's size in px")
	if err := set.Parse(os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			set.SetOutput(os.Stdout)
			set.PrintDefaults()
			return nil
		}
		return fmt.Errorf("%w; -h explains", err)
	}
	arrangement, ok := view.ParseArrangement(*viewName)
	if !ok {
		return fmt.Errorf("-view %s: write calendar or compare", *viewName)
	}
	var width, height int
	if _, err := fmt.Sscanf(*size, "%dx%d", &width, &height); err != nil || width < 200 || height < 200 {
		return fmt.Errorf("-size %s: write width and height like 1100x860", *size)
	}
	s, err := readStory(*story)
	if err != nil {
		return err
	}
	if s.Len() > mostInWindow {
		return fmt.Errorf("%s: %d events are too many for the window, which shows at most %d; barline serve shows them in a browser", *story, s.Len(), mostInWindow)
	}
	look, err := themes.Of(s.Theme(), besideStory(*story))
	if err != nil {
		return err
	}
	faces, err := facesFor(s, &look, *story)
	if err != nil {
		return err
	}
	w := &window{palette: look.Palettes.Light, gpu: gpu.New(faces), report: reporter{path: *stateFile}, scale: 1}
	switch *theme {
	case "light":
	case "dark":
		w.palette = look.Palettes.Dark
	default:
		return fmt.Errorf("-theme %s: write light or dark", *theme)
	}
	w.report.theme = *theme
	w.width, w.height = float64(width), float64(height)
	language, err := languages.ForStory(s)
	if err != nil {
		return err
	}
	f, err := figure.Open(s, language.Words, faces)
	if err != nil {
		return err
	}
	w.story, w.desktop = s, deskwindow.New(card.HeadingOf(s, language.Words), f)
	w.viewer = viewer.New(f, view.Rung(w.width), arrangement, *reduce)
	if at, ok := figure.Opening(s); ok {
		w.viewer.Send(at)
	}
	w.desk.Caption = -1
	if !*reduce {
		w.viewer.Open()
	}
	ebiten.SetWindowTitle(s.Headline())
	ebiten.SetWindowSize(width, height)
	ebiten.SetWindowSizeLimits(320, 320, -1, -1)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	return ebiten.RunGameWithOptions(w, &ebiten.RunGameOptions{})
}

// mostInWindow is how many events the window shows: it sets the whole transcript
// when that is unfolded, and reports where each event is.
const mostInWindow = 2000

// facesFor are all faces that there are, and those that the story brings, which
// lie beside its file.
func facesFor(s *data.Story, l *themes.Look, path string) (*typeset.Fonts, error) {
	var all []fonts.File
	for _, f := range l.FontFiles() {
		contents, err := besideStory(path)(f.Name)
		if err != nil {
			return nil, fmt.Errorf("the theme's font %s: %w", f.Name, err)
		}
		all = append(all, fonts.Own(f.Name, contents, f.Bold, &f.Serif))
	}
	ours, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	all = append(all, l.Families().Of(ours)...)
	for _, f := range s.Fonts() {
		contents, err := besideStory(path)(f.File)
		if err != nil {
			return nil, fmt.Errorf("the story's font %s: %w", f.File, err)
		}
		all = append(all, fonts.Own(f.File, contents, f.Bold, f.Serif))
	}
	return fonts.Set(all, s.Lang())
}

// besideStory reads files by their paths from a story's.
func besideStory(path string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(filepath.Dir(path), filepath.FromSlash(name)))
	}
}

// readStory decodes a story file, or the built-in story.
func readStory(path string) (*data.Story, error) {
	name, contents := stories.WitkoffPutin2025Name, stories.WitkoffPutin2025()
	if path != "" {
		var err error
		if contents, err = os.ReadFile(path); err != nil {
			return nil, err
		}
		name = path
	}
	s, _, err := storyfile.Decode(name, contents)
	return s, err
}

// Layout is Ebitengine's; LayoutF is used instead.
func (w *window) Layout(width, height int) (int, int) { return width, height }

// LayoutF is Ebitengine's: the screen is drawn in device pixels.
func (w *window) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	if width != w.width || height != w.height || scale != w.scale {
		w.width, w.height, w.scale, w.repaint = width, height, scale, true
	}
	return width * scale, height * scale
}

// Update is Ebitengine's: a frame is due.
func (w *window) Update() error {
	if w.failure != nil {
		return w.failure
	}
	if rung := view.Rung(w.width); rung != w.viewer.Model().WidthPx {
		w.send(state.Resize{WidthPx: rung})
	}
	w.readHands()
	w.readKeys()
	w.effects(w.viewer.Advance(w.frames.tick(!w.viewer.Moving())))
	w.relayout()
	return w.report.write(w)
}

// relayout composes the page anew if anything in it has changed.
func (w *window) relayout() {
	model := w.viewer.Model()
	w.desk.View = model.View()
	w.desk.Playing, w.desk.Paused, w.desk.Steps, w.desk.Fitted = model.Playing(), model.Paused(), model.ReducedMotion, model.Fitted()
	w.desk.Caption = -1
	if index, on := model.Shown(); on {
		w.desk.Caption = index
	}
	w.scroll = max(0, min(w.scroll, w.mostScroll()))
	w.desk.Viewport = scene.Rect{Y: w.scroll, W: model.WidthPx, H: w.height}
	now := laid{w.viewer.Generation(), w.desk}
	if w.page.Scene != nil && now == w.laid {
		return
	}
	w.laid, w.repaint = now, true
	w.page = w.desktop.Page(w.viewer.Scene(), w.desk)
	w.desk.PanelScroll = max(0, min(w.desk.PanelScroll, w.page.PanelMost))
	w.laid.desk.PanelScroll = w.desk.PanelScroll
}

func (w *window) mostScroll() float64 {
	if w.page.Scene == nil {
		return 0
	}
	return max(0, w.page.Scene.HeightPx-w.height)
}

// corner is where the page's corner lies in the window, in px.
func (w *window) corner() scene.Point {
	return scene.Point{X: max(0, (w.width-w.viewer.Model().WidthPx)/2), Y: -w.scroll}
}

// Draw is Ebitengine's: touching the offscreen makes it show a new final
// screen, not touching it saves one.
func (w *window) Draw(offscreen *ebiten.Image) {
	if w.repaint {
		offscreen.Set(0, 0, w.palette[scene.Paper])
	}
}

// DrawFinalScreen is Ebitengine's: the batch goes straight to the screen.
func (w *window) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	image, ok := screen.(*ebiten.Image)
	if !ok {
		w.failure = errors.New("the final screen is no image")
		return
	}
	if w.page.Scene == nil {
		return
	}
	at := w.corner()
	if err := w.gpu.Prepare(w.page.Scene, &w.palette, w.scale, gpu.Snapped(at.X, w.scale), gpu.Snapped(at.Y, w.scale)); err != nil {
		w.failure = err
		return
	}
	image.Fill(w.palette[scene.Paper])
	w.gpu.Draw(image)
	w.repaint = false
	w.frames.drawn++
}

// send applies a message and what follows from it.
func (w *window) send(msg state.Msg) { w.effects(w.viewer.Send(msg)) }

// effects does what messages ask of a window: a popover opens at its top, and
// the page scrolls to what the keyboard reached.
func (w *window) effects(effects []state.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case state.Selected:
			w.desk.PanelScroll = 0
			w.bringIntoSight(e.ID)
		case state.Focused:
			w.bringIntoSight(e.ID)
		}
	}
}

// bringIntoSight scrolls the page until an event's bar is in the window.
func (w *window) bringIntoSight(id string) {
	b, ok := w.viewer.Settled().EventBoxes(id)
	if !ok || w.page.Scene == nil {
		return
	}
	const margin = 40
	top, bottom := w.page.Figure.Y+b.Bar.Y-margin, w.page.Figure.Y+b.Bar.Bottom()+margin
	switch {
	case bottom-w.scroll > w.height:
		w.scroll = bottom - w.height
	case top < w.scroll:
		w.scroll = max(0, top)
	}
}
