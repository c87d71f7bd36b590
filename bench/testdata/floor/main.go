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

// Draw touches the offscreen: without that, Ebitengine shows no new screen.
func (f *floor) Draw(offscreen *ebiten.Image) { offscreen.Fill(color.White) }

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
