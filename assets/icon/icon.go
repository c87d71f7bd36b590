// Package icon is Barline's icon: three bars of a timeline, each beginning a little
// later than the one above it. The middle one runs out, as a length does that is only
// known to be "just under" a number.
//
//	+----------------+
//	|  #######       |
//	|                |
//	|     ####:::..  |
//	|                |
//	|          ####  |
//	+----------------+
//
// Drawing is the icon as a scene, from which the files in this folder are made: run
// `go run ./internal/icons` after a change. It is drawn on a grid of 16, so that at
// 16 px, the smallest size, every straight edge falls on the edge of a pixel.
package icon

import (
	"image/color"

	"barline/assets"
	"barline/scene"
)

// SidePx is the width and the height of Drawing.
const SidePx = 16

// Drawing is the icon; what is outside its ground stays transparent.
func Drawing() *scene.Scene {
	const barHeight = 2
	bar := func(x, y, w float64, fade scene.Fade) scene.Node {
		return scene.Node{Shape: scene.Box, Box: scene.Rect{X: x, Y: y, W: w, H: barHeight}, Paint: scene.Panel, Alpha: 1, Fade: fade}
	}
	ground := scene.Node{Shape: scene.Box, Box: scene.Rect{W: SidePx, H: SidePx}, Paint: scene.Talks, Alpha: 1, Radius: 3.5}
	fade := scene.Fade{From: scene.Point{X: 9}, To: scene.Point{X: 14}}
	return &scene.Scene{WidthPx: SidePx, HeightPx: SidePx, Nodes: []scene.Node{
		ground,
		bar(2, 3, 7, scene.Fade{}),
		bar(5, 7, 9, fade),
		bar(10, 11, 4, scene.Fade{}),
	}}
}

// Palette are the icon's colours: those of bars on our own light theme, the other way
// round, which stands out on light and on dark surfaces alike.
func Palette() scene.Palette {
	p := assets.Light()
	p[scene.Paper] = color.NRGBA{}
	return p
}
