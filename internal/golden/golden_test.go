package golden

import (
	"image"
	"image/color"
	"testing"
)

func TestDifference(t *testing.T) {
	grey := func(v uint8, spots int) image.Image {
		m := image.NewRGBA(image.Rect(0, 0, 100, 100))
		for i := range 100 * 100 {
			m.Set(i%100, i/100, color.Gray{Y: 128})
		}
		for i := range spots {
			m.Set(i, i, color.Gray{Y: v})
		}
		return m
	}
	for _, c := range []struct {
		what  string
		image image.Image
		share float64
	}{
		{"the same", grey(0, 0), 0},
		{"rounding", grey(128+channelSlack, 10), 0},
		{"ten other pixels", grey(129+channelSlack, 10), 0.001},
		{"ten darker pixels", grey(127-channelSlack, 10), 0.001},
	} {
		if share, ok := difference(grey(0, 0), c.image); !ok || share != c.share {
			t.Errorf("%s: share %v (%v), want %v", c.what, share, ok, c.share)
		}
	}
	if _, ok := difference(grey(0, 0), image.NewRGBA(image.Rect(0, 0, 100, 99))); ok {
		t.Error("another size passes for the same")
	}
}
