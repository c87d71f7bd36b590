// Command empty is the least window that Ebitengine can show, to measure ours beside: it
// says so once its third frame is drawn, and stays.
package main

import (
	"fmt"

	"github.com/hajimehoshi/ebiten/v2"
)

type empty struct{ frames int }

func (e *empty) Layout(width, height int) (int, int) { return width, height }

func (e *empty) Draw(*ebiten.Image) {}

func (e *empty) Update() error {
	if e.frames++; e.frames == 4 {
		fmt.Println("drawn")
	}
	return nil
}

func main() {
	ebiten.SetWindowSize(1100, 860)
	if err := ebiten.RunGame(&empty{}); err != nil {
		panic(err)
	}
}
