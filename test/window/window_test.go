package window_test

import (
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/assets"
	"barline/internal/golden"
	"barline/internal/xserver"
	"barline/scene"
)

// X keysyms.
const (
	keyTab      = 0xff09
	keyReturn   = 0xff0d
	keyEscape   = 0xff1b
	keyRight    = 0xff53
	keyLeft     = 0xff51
	keyControl  = 0xffe3
	keyPageDown = 0xff56
)

// step is longer than a frame: a window reads its hands once a frame, and what
// comes and goes in between it never sees.
const step = 120 * time.Millisecond

type box struct{ X, Y, Width, Height float64 }

func (b box) middle() (x, y float64) { return b.X + b.Width/2, b.Y + b.Height/2 }

type report struct {
	documentReport
	handsReport
	Selected, Focused, View string
	Control                 string // that has the keyboard
	Span                    [2]string
	Playing, Transcript     bool
	Boxes                   map[string]*struct{ Bar, Wait, Label *box }
	Controls                map[string]*box
	Popover                 *box
	PopoverWords            []string
	Width, Height, Scale    float64
}

// window is the real program in a real window.
type window struct {
	t       *testing.T
	display *xserver.Display
	runtime string // its XDG_RUNTIME_DIR
	state   string
	origin  image.Point
}

// open opens the program under a virtual display.
func open(t *testing.T, args ...string) *window {
	t.Helper()
	return openOn(t, xserver.Start(t, 1300, 1000), args...)
}

func openOn(t *testing.T, display *xserver.Display, args ...string) *window {
	t.Helper()
	dir := t.TempDir()
	w := &window{t: t, display: display, state: filepath.Join(dir, "state.json")}
	cmd := command(t, display.Name, append([]string{"-state", w.state, "-reduce-motion"}, args...)...)
	cmd.Stderr = os.Stderr
	for _, v := range cmd.Env {
		if dir, ok := strings.CutPrefix(v, "XDG_RUNTIME_DIR="); ok {
			w.runtime = dir
		}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	w.until("the window is drawn", func(r report) bool { return r.Width > 0 })
	if all := w.display.Windows(); len(all) == 1 {
		w.origin = all[0].Min
	} else {
		t.Fatalf("%d windows are shown", len(all))
	}
	return w
}

// until waits for a state of the window and returns it.
func (w *window) until(what string, ok func(report) bool) report {
	w.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	var r report
	for time.Now().Before(deadline) {
		if contents, err := os.ReadFile(w.state); err == nil {
			r = report{}
			if err := json.Unmarshal(contents, &r); err != nil {
				w.t.Fatal(err)
			}
			if ok(r) {
				return r
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.t.Fatalf("timed out waiting until %s; the state is %+v", what, r)
	return r
}

// click presses and releases the left button; a window reads its mouse once a
// frame, so each step waits until the one before can be seen.
func (w *window) click(b *box) {
	x, y := b.middle()
	w.display.Move(x+float64(w.origin.X), y+float64(w.origin.Y))
	time.Sleep(step)
	w.display.Press(1)
	time.Sleep(step)
	w.display.Release(1)
}

func (w *window) key(keysym uint32) {
	w.display.KeyDown(keysym)
	time.Sleep(step)
	w.display.KeyUp(keysym)
	time.Sleep(step)
}

// tab presses Tab and holds it until the keyboard is elsewhere: what is pressed for
// less than a frame a slow window may miss.
func (w *window) tab(from report) report {
	w.t.Helper()
	w.display.KeyDown(keyTab)
	r := w.until("Tab has moved the keyboard", func(r report) bool { return r.Control != from.Control || r.Focused != from.Focused })
	w.display.KeyUp(keyTab)
	time.Sleep(step)
	return r
}

func TestTheWholeStoryIsDrawn(t *testing.T) {
	w := open(t)
	r := w.until("all ten events are in view", func(r report) bool { return len(r.Boxes) == 10 })
	for id, b := range r.Boxes {
		if b == nil || b.Bar == nil {
			t.Errorf("%s is not drawn", id)
		}
	}
	golden.Image(t, "window-calendar.png", w.display.Screenshot())
}

// The pixels where a bar is said to be are the bar's.
func TestPixels(t *testing.T) {
	w := open(t)
	r := w.until("the talks are in view", func(r report) bool { return r.Boxes["2025-12-02"] != nil })
	screen := w.display.Screenshot()
	palette := assets.Light()
	for _, id := range []string{"2025-02", "2025-04-11", "2025-04-25", "2025-12-02"} {
		x, y := r.Boxes[id].Bar.middle()
		got := screen.RGBAAt(int(x)+w.origin.X, int(y)+w.origin.Y)
		if want := palette[scene.Talks]; got.R != want.R || got.G != want.G || got.B != want.B {
			t.Errorf("%s: the middle of its bar is %v, not %v", id, got, want)
		}
	}
}

func TestAClickOpensThePopoverWithItsQuotes(t *testing.T) {
	w := open(t)
	r := w.until("the talks are in view", func(r report) bool { return r.Boxes["2025-12-02"] != nil })
	w.click(r.Boxes["2025-12-02"].Bar)
	r = w.until("the popover is open", func(r report) bool { return r.Selected == "2025-12-02" && r.Popover != nil })
	said := strings.Join(r.PopoverWords, " ")
	for _, words := range []string{"“No compromises have been found yet. There is still a lot of work to be done.”", "“constructive”", "Yuri Ushakov"} {
		if !strings.Contains(said, words) {
			t.Errorf("the popover does not say %q; it says %s", words, said)
		}
	}
	golden.Image(t, "window-popover.png", w.display.Screenshot())

	w.click(r.Controls["next"])
	r = w.until("the next event is open", func(r report) bool { return r.Selected == "nato-brussels" })
	w.click(r.Controls["previous"])
	w.until("the event before is open again", func(r report) bool { return r.Selected == "2025-12-02" })
	w.key(keyEscape)
	r = w.until("Escape has closed it", func(r report) bool { return r.Selected == "" && r.Popover == nil })

	// A press on nothing closes too.
	w.click(r.Boxes["2025-04-11"].Bar)
	r = w.until("another is open", func(r report) bool { return r.Selected == "2025-04-11" })
	w.click(&box{X: r.Boxes["2025-08-06"].Bar.X + 60, Y: r.Boxes["2025-08-06"].Bar.Y - 90, Width: 2, Height: 2})
	w.until("a press beside it has closed it", func(r report) bool { return r.Selected == "" })
}

func TestKeyboard(t *testing.T) {
	w := open(t)
	r := w.until("the window is drawn", func(r report) bool { return len(r.Boxes) > 0 })
	for controls := 0; r.Focused == ""; controls++ {
		if r = w.tab(r); controls == 20 {
			t.Fatal("Tab reaches no event")
		}
	}
	if r.Focused != "2025-02" {
		t.Fatalf("Tab reaches %s first", r.Focused)
	}
	w.key(keyRight)
	w.until("the second event has the keyboard, unopened", func(r report) bool { return r.Focused == "2025-03" && r.Selected == "" })
	w.key(keyReturn)
	w.until("Enter has opened it", func(r report) bool { return r.Selected == "2025-03" })
	w.key(keyRight)
	w.until("an open popover follows", func(r report) bool { return r.Selected == "2025-04-11" && r.Focused == "2025-04-11" })
	w.key(keyEscape)
	w.until("Escape has closed it", func(r report) bool { return r.Selected == "" && r.Focused == "2025-04-11" })
}

func TestControlsArrangeZoomAndUnfold(t *testing.T) {
	w := open(t)
	r := w.until("the controls are drawn", func(r report) bool { return r.Controls["compare"] != nil })
	whole := r.Span
	w.click(r.Controls["compare"])
	r = w.until("bars lie side by side", func(r report) bool { return r.View == "compare" })
	if a, b := r.Boxes["2025-12-02"].Bar, r.Boxes["2025-02"].Bar; a.X != b.X || a.Width <= b.Width || a.Y >= b.Y {
		t.Errorf("the longest is at %v, a shorter one at %v", a, b)
	}
	golden.Image(t, "window-compare.png", w.display.Screenshot())
	w.click(r.Controls["calendar"])
	r = w.until("bars stand on their dates", func(r report) bool { return r.View == "calendar" })
	w.click(r.Controls["zoom-in"])
	r = w.until("the view is closer", func(r report) bool { return r.Span != whole })
	w.click(r.Controls["fit"])
	r = w.until("everything is in view again", func(r report) bool { return r.Span == whole })
	w.key(keyPageDown)
	r = w.until("the transcript can be pressed", func(r report) bool { return r.Controls["transcript"].Y < r.Height-40 })
	w.click(r.Controls["transcript"])
	w.until("the transcript is unfolded", func(r report) bool { return r.Transcript })
}

func TestDragPansAndTheWheelZooms(t *testing.T) {
	w := open(t)
	r := w.until("the talks are in view", func(r report) bool { return r.Boxes["2025-08-06"] != nil })
	whole, bar := r.Span, r.Boxes["2025-08-06"].Bar
	x, y := bar.middle()
	x, y = x+float64(w.origin.X)+60, y+float64(w.origin.Y)
	w.display.Move(x, y)
	time.Sleep(step)
	w.display.Press(1)
	for range 10 {
		time.Sleep(step)
		x -= 12
		w.display.Move(x, y)
	}
	time.Sleep(3 * step) // the hand rests: no momentum
	w.display.Release(1)
	r = w.until("the calendar has followed the hand", func(r report) bool { return r.Span != whole })
	if r.Selected != "" {
		t.Error("a drag has opened an event")
	}
	dragged := r.Span
	w.display.KeyDown(keyControl)
	time.Sleep(step)
	w.display.Press(4)
	w.display.Release(4)
	time.Sleep(step)
	w.display.KeyUp(keyControl)
	r = w.until("the wheel has zoomed", func(r report) bool { return r.Span != dragged })
	if r.Span[0] < dragged[0] || r.Span[1] > dragged[1] {
		t.Errorf("zooming in has led from %v to %v", dragged, r.Span)
	}
}

func TestANarrowWindowRunsDownThePage(t *testing.T) {
	w := open(t, "-size", "400x900", "-theme", "dark")
	r := w.until("all is laid out", func(r report) bool { return r.Boxes["2025-12-02"] != nil })
	if a, b := r.Boxes["2025-02"].Bar, r.Boxes["2025-12-02"].Bar; a.Y >= b.Y || a.X != b.X {
		t.Errorf("February is at %v, December at %v: the calendar does not run down", a, b)
	}
	golden.Image(t, "window-narrow-dark.png", w.display.Screenshot())
	w.display.Resize(1100, 860)
	w.until("the calendar runs along again", func(r report) bool {
		a, b := r.Boxes["2025-02"], r.Boxes["2025-12-02"]
		return a != nil && b != nil && a.Bar.X < b.Bar.X-300
	})
}

// On a dense screen the window is drawn with more pixels, not larger ones.
func TestADenseScreen(t *testing.T) {
	display := xserver.Start(t, 1300, 1300)
	display.SetDPI(192)
	w := openOn(t, display, "-size", "400x600")
	r := w.until("all is laid out", func(r report) bool { return r.Boxes["2025-02"] != nil })
	if r.Scale != 2 || r.Width != 400 {
		t.Fatalf("the window is %v px wide at scale %v", r.Width, r.Scale)
	}
	golden.Image(t, "window-dense.png", w.display.Screenshot())
	x, y := r.Boxes["2025-04-11"].Bar.middle()
	w.click(&box{X: 2 * x, Y: 2 * y})
	w.until("a press lands where the eye is", func(r report) bool { return r.Selected == "2025-04-11" })
}

// In Dari the window runs from right to left: bars, popover, keys.
func TestTheWindowInRTL(t *testing.T) {
	w := open(t, "-story", filepath.Join("..", "..", "data", "stories", "witkoff-putin-2025.fa-AF.yaml"))
	r := w.until("all ten events are in view", func(r report) bool { return len(r.Boxes) == 10 })
	if first, last := r.Boxes["2025-02"].Bar.X, r.Boxes["2025-12-02"].Bar.X; first <= last {
		t.Errorf("the first bar stands at %v, the last at %v", first, last)
	}
	if play, compare := r.Controls["play"].X, r.Controls["compare"].X; play <= compare {
		t.Errorf("Play stands at %v, Compare at %v", play, compare)
	}
	golden.Image(t, "window-dari.png", w.display.Screenshot())
	w.click(r.Boxes["2025-04-11"].Bar)
	r = w.until("the popover is open", func(r report) bool { return r.Selected == "2025-04-11" && r.Popover != nil })
	if said := strings.Join(r.PopoverWords, " "); !strings.Contains(said, "ساعت") {
		t.Errorf("the popover says %s", said)
	}
	w.key(keyLeft)
	r = w.until("the event to the left is open", func(r report) bool { return r.Selected == "2025-04-25" })
	w.click(r.Controls["previous"])
	w.until("the event before is open again", func(r report) bool { return r.Selected == "2025-04-11" })
	if previous, next := r.Controls["previous"].X, r.Controls["next"].X; previous <= next {
		t.Errorf("previous stands at %v, next at %v", previous, next)
	}
	w.click(r.Boxes["2025-12-02"].Bar)
	w.until("another is open", func(r report) bool { return r.Selected == "2025-12-02" && r.Popover != nil })
	golden.Image(t, "window-dari-popover.png", w.display.Screenshot())
}
