// Command floor is the least that Ebitengine can do for a frame: it fills the
// final screen with a colour, another one each time.
package main

import (
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"
)

type floor struct{ frame uint8 }

func (f *floor) Update() error              { f.frame++; return nil }
func (f *floor) Layout(int, int) (int, int) { return 1, 1 }

// Draw has nothing to do: the copy of Ebitengine that this is built with shows
// every frame.
func (f *floor) Draw(*ebiten.Image) {}

func (f *floor) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	screen.Fill(color.RGBA{f.frame, 128, 255 - f.frame, 255})
}

func main() {
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	if err := ebiten.RunGameWithOptions(&floor{}, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
}
