package media_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"testing"

	"barline/publish/media"
)

// upright says which corner of the stored image is seen at each corner, clockwise
// from the top left, by orientation.
func upright() [9][4]int {
	const a, b, c, d = 0, 1, 2, 3
	return [9][4]int{
		1: {a, b, c, d},
		2: {b, a, d, c},
		3: {c, d, a, b},
		4: {d, c, b, a},
		5: {a, d, c, b},
		6: {d, a, b, c},
		7: {c, b, a, d},
		8: {b, c, d, a},
	}
}

func TestOrientationsAreApplied(t *testing.T) {
	stored := fourColours()
	m := quarters(64, 32, stored)
	for o := uint16(1); o <= 8; o++ {
		little, big := exif(binary.LittleEndian, o, "maker"), exif(binary.BigEndian, o, "maker")
		prefixed := append([]byte("Exif\x00\x00"), big...)
		for name, contents := range map[string][]byte{
			"little.jpg": withSegment(jpegOf(m), 0xe1, append([]byte("Exif\x00\x00"), little...)),
			"big.jpg":    withSegment(jpegOf(m), 0xe1, prefixed),
			// The first segment after the start of the image is then another one.
			"xmp.jpg":       withSegment(withSegment(jpegOf(m), 0xe1, prefixed), 0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00<x/>")),
			"little.png":    withChunk(pngOf(m), "eXIf", little),
			"big.png":       withChunk(pngOf(m), "eXIf", big),
			"big.webp":      webpOf("VP8X", canvas(1<<3, 64, 32), "VP8L", lossless(m), "EXIF", string(big)),
			"prefixed.webp": webpOf("VP8X", canvas(1<<3, 64, 32), "VP8L", lossless(m), "EXIF", string(prefixed)),
		} {
			t.Run(fmt.Sprint(name, " ", o), func(t *testing.T) {
				p := made(t, name, contents, media.Options{})
				want := image.Pt(64, 32)
				if o >= 5 {
					want = image.Pt(32, 64)
				}
				if got := image.Pt(p.WidthPx, p.HeightPx); got != want {
					t.Errorf("the size is %v, not %v", got, want)
				}
				shows(t, p, turned(stored, o))
			})
		}
	}
}

// The scaled image is turned, too, and to proportions of its own.
func TestOrientationsAreAppliedToScaledImages(t *testing.T) {
	m := quarters(400, 200, fourColours())
	for o := uint16(1); o <= 8; o++ {
		p := made(t, "a.png", withChunk(pngOf(m), "eXIf", exif(binary.BigEndian, o, "")), media.Options{WidthsPx: []int{50, 100}})
		for _, v := range p.Variants {
			want := image.Pt(v.WidthPx, v.WidthPx/2)
			if o >= 5 {
				want = image.Pt(v.WidthPx, v.WidthPx*2)
			}
			if got := image.Pt(v.WidthPx, v.HeightPx); got != want {
				t.Errorf("orientation %d: the size is %v, not %v", o, got, want)
			}
		}
		shows(t, p, turned(fourColours(), o))
	}
}

func TestBrokenExifLeavesTheImageAsItIs(t *testing.T) {
	m := quarters(64, 32, fourColours())
	good := exif(binary.BigEndian, 6, "maker")
	broken := map[string][]byte{
		"empty":               {},
		"no TIFF":             []byte("XX\x00*\x00\x00\x00\x08"),
		"directory beyond":    []byte("MM\x00*\xff\xff\xff\xff"),
		"directory at end":    []byte("MM\x00*\x00\x00\x00\x08"),
		"too many entries":    []byte("MM\x00*\x00\x00\x00\x08\xff\xff"),
		"orientation 0":       exif(binary.BigEndian, 0, ""),
		"orientation 9":       exif(binary.BigEndian, 9, ""),
		"orientation of text": bytes.Replace(good, []byte{0x01, 0x12, 0, 3}, []byte{0x01, 0x12, 0, 2}, 1),
	}
	for n := range 8 + 2 + 12 + 10 {
		broken[fmt.Sprint("first bytes ", n)] = good[:n]
	}
	for what, data := range broken {
		for name, contents := range map[string][]byte{
			"a.jpg": withSegment(jpegOf(m), 0xe1, append([]byte("Exif\x00\x00"), data...)),
			"a.png": withChunk(pngOf(m), "eXIf", data),
		} {
			if p := made(t, name, contents, media.Options{}); p.WidthPx != 64 {
				t.Errorf("%s, %s: the image is turned", what, name)
			} else {
				shows(t, p, fourColours())
			}
		}
	}
}

func turned(stored corners, orientation uint16) (seen corners) {
	for i, from := range upright()[orientation] {
		seen[i] = stored[from]
	}
	return seen
}

// made makes a picture that must succeed, and checks what holds for every picture.
func made(t *testing.T, name string, contents []byte, o media.Options) media.Picture {
	t.Helper()
	p, err := media.Make(name, contents, o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	info, err := media.Check(name, contents)
	if err != nil || info != p.Info {
		t.Errorf("%s: Check says %v, %v, and Make %v", name, info, err, p.Info)
	}
	isSound(t, p)
	return p
}

// shows compares the middles of the quarters of every variant with colours.
func shows(t *testing.T, p media.Picture, want corners) {
	t.Helper()
	for _, v := range p.Variants {
		m := decoded(t, v)
		for i, at := range [4]image.Point{{1, 1}, {3, 1}, {3, 3}, {1, 3}} {
			got := color.RGBAModel.Convert(m.At(at.X*v.WidthPx/4, at.Y*v.HeightPx/4)).(color.RGBA)
			if far(got, want[i]) {
				t.Errorf("%d px: quarter %d is %v, not %v", v.WidthPx, i, got, want[i])
			}
		}
	}
}

// far reports whether two colours differ by more than JPEG makes them.
func far(a, b color.RGBA) bool {
	for _, d := range [4]int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B), int(a.A) - int(b.A)} {
		if d < -6 || d > 6 {
			return true
		}
	}
	return false
}
