//go:build !js && !linux

package host

import "github.com/hajimehoshi/ebiten/v2"

// raise brings the window back if it is minimised.
func raise() {
	if ebiten.IsWindowMinimized() {
		ebiten.RestoreWindow()
	}
}
