package window_test

import (
	"encoding/json"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"barline/internal/golden"
	"barline/internal/xserver"
)

// X keysyms.
const (
	keyTab    = 0xff09
	keyReturn = 0xff0d
	keyEscape = 0xff1b
	keyRight  = 0xff53
)

type box struct{ X, Y, Width, Height float64 }

func (b box) middle() (x, y float64) { return b.X + b.Width/2, b.Y + b.Height/2 }

type report struct {
	Selected, Focused, View string
	Span                    [2]string
	Playing                 bool
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
	state   string
	origin  image.Point
}

// open builds the program and opens it under a virtual display.
func open(t *testing.T, args ...string) *window {
	t.Helper()
	dir := t.TempDir()
	program := filepath.Join(dir, "barline-window")
	if out, err := exec.Command("go", "build", "-o", program, "barline").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	w := &window{t: t, display: xserver.Start(t, 1300, 1000), state: filepath.Join(dir, "state.json")}
	cmd := exec.Command(program, append([]string{"-state", w.state, "-reduce-motion"}, args...)...)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display.Name, "LIBGL_ALWAYS_SOFTWARE=1")
	cmd.Stderr = os.Stderr
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
	w.t.Fatalf("it never came about that %s; the state is %+v", what, r)
	return r
}

// click presses and releases the left button; a window reads its mouse once a
// frame, so each step waits until the one before can be seen.
func (w *window) click(b *box) {
	x, y := b.middle()
	w.display.Move(x+float64(w.origin.X), y+float64(w.origin.Y))
	time.Sleep(60 * time.Millisecond)
	w.display.Press(1)
	time.Sleep(60 * time.Millisecond)
	w.display.Release(1)
}

func (w *window) key(keysym uint32) {
	w.display.KeyDown(keysym)
	time.Sleep(60 * time.Millisecond)
	w.display.KeyUp(keysym)
	time.Sleep(60 * time.Millisecond)
}

func TestPicture(t *testing.T) {
	w := open(t)
	w.until("all ten events are in view", func(r report) bool { return len(r.Boxes) == 10 })
	golden.Image(t, "window-calendar.png", w.display.Screenshot())
}
