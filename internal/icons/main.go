// Command icons writes the files of assets/icon from the icon's drawing, by the
// project's own rasteriser:
//
//	go run ./internal/icons
//
// The files are committed: building needs no picture to be drawn, and who packs
// Barline for a system finds them in the usual formats.
package main

import (
	"bytes"
	"image"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"barline/assets/icon"
	"barline/render/raster"
)

func main() {
	log.SetFlags(0)
	files, err := draw()
	if err != nil {
		log.Fatal(err)
	}
	for name, contents := range files {
		if err := os.WriteFile(filepath.Join("assets", "icon", name), contents, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// sizesPx are the sizes that desktops ask for: those of the hicolor theme, of Windows
// and of macOS.
func sizesPx() []int { return []int{16, 24, 32, 48, 64, 128, 256, 512} }

// draw returns the files by their names.
func draw() (map[string][]byte, error) {
	files := map[string][]byte{"barline.svg": []byte(icon.SVG() + "\n")}
	pictures := map[int][]byte{}
	for _, px := range append(sizesPx(), 1024) {
		picture, err := encode(picture(px))
		if err != nil {
			return nil, err
		}
		pictures[px] = picture
	}
	for _, px := range sizesPx() {
		files["barline-"+strconv.Itoa(px)+".png"] = pictures[px]
	}
	files["barline.ico"] = windowsIcon(pictures)
	files["barline.icns"] = macIcon(pictures)
	return files, nil
}

// picture is the icon at a size. Its edges are moved to those of pixels, or bars would
// have grey rims at 24 px.
func picture(px int) image.Image {
	palette, drawing, scale := icon.Palette(), icon.Drawing(), float64(px)/icon.SidePx
	snap := func(v float64) float64 { return math.Round(v*scale) / scale }
	for i := range drawing.Nodes {
		b := &drawing.Nodes[i].Box
		right, bottom := snap(b.Right()), snap(b.Bottom())
		b.X, b.Y = snap(b.X), snap(b.Y)
		b.W, b.H = right-b.X, bottom-b.Y
	}
	return raster.Draw(drawing, &palette, nil, scale)
}

func encode(picture image.Image) ([]byte, error) {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	err := e.Encode(&b, picture)
	return b.Bytes(), err
}
