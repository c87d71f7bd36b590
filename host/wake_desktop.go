//go:build !js

package host

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// wake has the window look at what has become due, from any thread.
func wake() { ebiten.ScheduleFrame() }

// rest lets the window sleep while nothing moves: it then draws when there is input, or
// when wake says so. While something moves it draws once for each image of the screen.
func (w *window) rest() {
	mode := ebiten.FPSModeVsyncOn
	w.keys = inpututil.AppendPressedKeys(w.keys[:0])
	if !w.repaint && len(w.keys) == 0 && w.desk.Field.Composing == "" && (w.viewer == nil || !w.viewer.Moving()) && w.hands.Rest() {
		mode = ebiten.FPSModeVsyncOffMinimum
	}
	if mode != w.fpsMode {
		w.fpsMode = mode
		ebiten.SetFPSMode(mode)
	}
}

const (
	// firstFrames are drawn whatever there is: what is drawn before the system shows
	// the window may be lost.
	firstFrames = 3
	// slept is how long after a frame the window has slept before the next.
	slept = 100 * time.Millisecond
)

// uncovered draws the window again where what it showed may be lost: when it is new, and
// when something woke it, which may be that another window no longer covers it. While
// it sleeps, Ebitengine does not tell.
func (w *window) uncovered() {
	now := time.Now()
	if w.frames.drawn < firstFrames || now.Sub(w.updated) > slept {
		w.repaint = true
	}
	w.updated = now
}
