package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"barline/assets/icon"
)

// The committed files are what the drawing gives.
func TestFilesAreOfTheDrawing(t *testing.T) {
	files, err := draw()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", "..", "assets", "icon", name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("assets/icon/%s is not what the drawing gives: go run ./internal/icons", name)
		}
	}
}

// At the smallest size three bars are told apart from their ground, each by its whole
// contrast, and the corners are transparent.
func TestSmallestSize(t *testing.T) {
	p := picture(16)
	palette := icon.Palette()
	for _, n := range icon.Drawing().Nodes[1:] {
		x, y := int(n.Box.X), int(n.Box.Y)
		if got, want := color.NRGBAModel.Convert(p.At(x, y)), palette[n.Paint]; got != want {
			t.Errorf("the bar at (%d, %d) is %v, not %v", x, y, got, want)
		}
	}
	if _, _, _, a := p.At(0, 0).RGBA(); a > 0x4000 {
		t.Errorf("the corner's alpha is %#x", a)
	}
	if _, _, _, a := p.At(8, 0).RGBA(); a != 0xffff {
		t.Errorf("the edge's alpha is %#x", a)
	}
}

// Bars have no grey rims at any size.
func TestEdgesAreOnPixels(t *testing.T) {
	for _, px := range sizesPx() {
		p, bar := picture(px), 0
		// Down a column through the first bar alone, every pixel is bar or ground.
		palette := icon.Palette()
		ground := palette[icon.Drawing().Nodes[0].Paint]
		for y := range px {
			switch c := color.NRGBAModel.Convert(p.At(px*3/16+1, y)).(color.NRGBA); c {
			case palette[icon.Drawing().Nodes[1].Paint]:
				bar++
			case ground:
			default:
				if y > px/8 && y < px*7/8 {
					t.Errorf("%d px: row %d is %v", px, y, c)
				}
			}
		}
		if bar != px*2/16 {
			t.Errorf("%d px: the bar is %d px high", px, bar)
		}
	}
}

// Every picture of the .ico and .icns files is a PNG of the size that is said.
func TestContainers(t *testing.T) {
	files, err := draw()
	if err != nil {
		t.Fatal(err)
	}
	ico := files["barline.ico"]
	for i := range int(binary.LittleEndian.Uint16(ico[4:])) {
		e := ico[6+16*i:]
		at, size := binary.LittleEndian.Uint32(e[12:]), binary.LittleEndian.Uint32(e[8:])
		side := int(e[0])
		if side == 0 {
			side = 256
		}
		isPicture(t, "ico "+strconv.Itoa(side), ico[at:at+size], side)
	}
	icns := files["barline.icns"]
	if string(icns[:4]) != "icns" || int(binary.BigEndian.Uint32(icns[4:])) != len(icns) {
		t.Fatalf("the .icns file begins with % x and has %d bytes", icns[:8], len(icns))
	}
	seen := 0
	for rest := icns[8:]; len(rest) > 0; seen++ {
		size := binary.BigEndian.Uint32(rest[4:])
		isPicture(t, "icns "+string(rest[:4]), rest[8:size], 0)
		rest = rest[size:]
	}
	if seen != 10 {
		t.Errorf("the .icns file has %d pictures", seen)
	}
}

// isPicture holds that a PNG is square and, if side is not 0, so wide.
func isPicture(t *testing.T, what string, contents []byte, side int) {
	t.Helper()
	p, err := png.Decode(bytes.NewReader(contents))
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if s := p.Bounds().Size(); s.X != s.Y || side != 0 && s != image.Pt(side, side) {
		t.Errorf("%s is %v", what, s)
	}
}
