//go:build !js

package host

import (
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
	if !w.repaint && len(w.keys) == 0 && (w.viewer == nil || !w.viewer.Moving()) && w.hands.Rest() {
		mode = ebiten.FPSModeVsyncOffMinimum
	}
	if mode != w.fpsMode {
		w.fpsMode = mode
		ebiten.SetFPSMode(mode)
	}
}
