package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"barline/render/raster"
)

// A file says pixel by pixel what was drawn, parts of larger pictures included.
func TestPNG(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 37, 23))
	for y := range 23 {
		for x := range 37 {
			whole.SetRGBA(x, y, color.RGBA{uint8(x * 7), uint8(y * 11), uint8(x * y), 0xFF})
		}
	}
	part := whole.SubImage(image.Rect(5, 3, 20, 23)).(*image.RGBA)
	for _, want := range []*image.RGBA{whole, part, image.NewRGBA(image.Rect(0, 0, 1, 1))} {
		if want.Rect.Dx() == 1 {
			want.SetRGBA(0, 0, color.RGBA{1, 2, 3, 0xFF})
		}
		file, err := raster.PNG(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if got.Bounds().Size() != want.Rect.Size() {
			t.Fatalf("%v became %v", want.Rect, got.Bounds())
		}
		for y := range want.Rect.Dy() {
			for x := range want.Rect.Dx() {
				a, b := color.RGBAModel.Convert(got.At(x, y)), want.RGBAAt(want.Rect.Min.X+x, want.Rect.Min.Y+y)
				if a != b {
					t.Fatalf("%d, %d: %v became %v", x, y, b, a)
				}
			}
		}
	}
	if _, err := raster.PNG(image.NewRGBA(image.Rect(0, 0, 0, 5))); err == nil {
		t.Error("a picture without pixels is written")
	}
}
