package window_test

import (
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// X keysyms.
const (
	keyUp   = 0xff52
	keyDown = 0xff54
)

// typed types a character that needs no Shift.
func (w *window) typed(r rune) { w.key(uint32(r)) }

// command presses a key with Ctrl.
func (w *window) command(r rune) {
	w.display.KeyDown(keyControl)
	time.Sleep(step)
	w.key(uint32(r))
	w.display.KeyUp(keyControl)
	time.Sleep(step)
}

// look keeps a picture of the screen where BARLINE_LOOK says, for those who want to see
// what a test has seen.
func (w *window) look(name string) {
	dir := os.Getenv("BARLINE_LOOK")
	if dir == "" {
		return
	}
	w.t.Helper()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.display.Screenshot()); err != nil {
		w.t.Fatal(err)
	}
}
