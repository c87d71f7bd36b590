// Package colour is the mathematics of the themes: how much two colours contrast, how
// they are told apart by every kind of sight, and which colour of the same hue is the
// nearest that holds a contrast.
//
// Lightness, chroma and hue are those of OKLCH (Björn Ottosson, 2020), in which equal
// steps look equal: lightness runs from 0, black, to 1, white; hue is in degrees. All
// colours are opaque and of sRGB.
package colour
