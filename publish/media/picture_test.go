package media_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"barline/publish/media"
)

// decoded is the image of a variant.
func decoded(t *testing.T, v media.Variant) image.Image {
	t.Helper()
	decode := jpeg.Decode
	if v.Ending == ".png" {
		decode = png.Decode
	}
	m, err := decode(bytes.NewReader(v.Contents))
	if err != nil {
		t.Fatalf("%d px: %v", v.WidthPx, err)
	}
	return m
}

// isSound checks what holds for every picture of the default options.
func isSound(t *testing.T, p media.Picture) {
	t.Helper()
	if len(p.Variants) == 0 {
		t.Fatal("there is no variant")
	}
	for i, v := range p.Variants {
		if i > 0 && (v.WidthPx <= p.Variants[i-1].WidthPx || v.Ending != p.Variants[0].Ending) {
			t.Errorf("%d px%s follows %d px%s", v.WidthPx, v.Ending, p.Variants[i-1].WidthPx, p.Variants[0].Ending)
		}
		if v.WidthPx < 1 || v.HeightPx < 1 || v.WidthPx > min(p.WidthPx, 1600) || v.HeightPx > min(p.HeightPx, 1600) {
			t.Errorf("a variant has %d × %d px, of an image of %d × %d", v.WidthPx, v.HeightPx, p.WidthPx, p.HeightPx)
		}
		if size := decoded(t, v).Bounds().Size(); size != image.Pt(v.WidthPx, v.HeightPx) {
			t.Errorf("a variant has %v px, and says %d × %d", size, v.WidthPx, v.HeightPx)
		}
		for _, part := range parts(t, v) {
			if !slices.Contains([]string{"c0", "c4", "da", "db", "IHDR", "PLTE", "tRNS", "IDAT", "IEND"}, part) {
				t.Errorf("a variant has the part %q", part)
			}
		}
	}
}

// parts are the markers of a JPEG file, in hexadecimal, or the types of the chunks
// of a PNG file. Bytes that belong to none are an error.
func parts(t *testing.T, v media.Variant) (found []string) {
	t.Helper()
	rest := v.Contents
	if v.Ending == ".png" {
		for rest = rest[8:]; len(rest) > 0; {
			found = append(found, string(rest[4:8]))
			rest = rest[12+binary.BigEndian.Uint32(rest):]
		}
		return found
	}
	for rest = rest[2:]; !bytes.Equal(rest, []byte{0xff, 0xd9}); {
		if rest[0] != 0xff {
			t.Fatalf("a JPEG variant has %x between its segments", rest[:2])
		}
		found = append(found, fmt.Sprintf("%x", rest[1]))
		scan := rest[1] == 0xda
		rest = rest[2+binary.BigEndian.Uint16(rest[2:]):]
		for scan && (rest[0] != 0xff || rest[1] == 0) {
			rest = rest[1:]
		}
	}
	return found
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		w, h    int
		options media.Options
		want    string
	}{
		{10, 7, media.Options{}, "10×7"},
		{1, 1, media.Options{}, "1×1"},
		{320, 200, media.Options{}, "320×200"},
		{350, 200, media.Options{}, "350×200"}, // 320 is hardly less
		{1000, 500, media.Options{}, "320×160 640×320 1000×500"},
		{1600, 900, media.Options{}, "320×180 640×360 960×540 1280×720 1600×900"},
		{2000, 1000, media.Options{}, "320×160 640×320 960×480 1280×640 1600×800"},
		{1000, 2000, media.Options{}, "320×640 640×1280 800×1600"},
		{3000, 1, media.Options{}, "320×1 640×1 960×1 1280×1 1600×1"},
		{1, 3000, media.Options{}, "1×1600"},
		{1000, 500, media.Options{WidthsPx: []int{400, -1, 200, 400}}, "200×100 400×200"},
		{1000, 500, media.Options{MaxHeightPx: 100}, "200×100"},
	} {
		p, err := media.Make("a.png", pngOf(image.NewGray(image.Rect(0, 0, c.w, c.h))), c.options)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range p.Variants {
			got = append(got, fmt.Sprintf("%d×%d", v.WidthPx, v.HeightPx))
		}
		if s := strings.Join(got, " "); s != c.want || p.WidthPx != c.w || p.HeightPx != c.h {
			t.Errorf("%d×%d: %s, not %s", c.w, c.h, s, c.want)
		}
	}
}

func TestEndings(t *testing.T) {
	clear := photo(400, 300)
	clear.SetRGBA(0, 0, color.RGBA{})
	greyPhoto := image.NewGray(image.Rect(0, 0, 400, 300))
	for i, c := range photo(400, 300).Pix {
		if i%4 == 1 {
			greyPhoto.Pix[i/4] = c
		}
	}
	chart := quarters(400, 300, fourColours())
	_, chunk := lossy(t)
	for what, c := range map[string]struct {
		name     string
		contents []byte
		want     string
	}{
		"a photograph as JPEG":          {"a.jpg", jpegOf(photo(400, 300)), ".jpg"},
		"a chart as JPEG":               {"a.jpeg", jpegOf(chart), ".jpg"},
		"grey as JPEG":                  {"a.JPG", jpegOf(greyPhoto), ".jpg"},
		"a photograph as PNG":           {"a.png", pngOf(photo(400, 300)), ".jpg"},
		"a grey photograph as PNG":      {"a.png", pngOf(greyPhoto), ".jpg"},
		"a chart as PNG":                {"a.PNG", pngOf(chart), ".png"},
		"a photograph with a clear dot": {"a.png", pngOf(clear), ".png"},
		"a GIF":                         {"a.gif", gifOf(chart), ".png"},
		"a lossless WebP":               {"a.webp", webpOf("VP8L", lossless(chart)), ".png"},
		"a lossy WebP":                  {"a.webp", webpOf("VP8 ", chunk), ".jpg"},
		"a lossy WebP that is half clear": {"a.webp",
			webpOf("VP8X", canvas(1<<4, 150, 100), "ALPH", "\x00"+strings.Repeat("\x80", 150*100), "VP8 ", chunk), ".png"},
	} {
		if p := made(t, c.name, c.contents, media.Options{}); p.Variants[0].Ending != c.want {
			t.Errorf("%s becomes %s, not %s", what, p.Variants[0].Ending, c.want)
		}
	}
}

// A chart of few colours has more of them once it is scaled. Its areas keep theirs.
func TestChartsKeepTheirColours(t *testing.T) {
	want := corners{{250, 250, 248, 255}, {12, 90, 161, 255}, {200, 30, 31, 255}, {1, 2, 3, 255}}
	m := quarters(2000, 1500, want)
	for i := range 700 {
		for d := range 9 {
			m.SetRGBA(100+i, 100+i/3+d, color.RGBA{0, 99, 40, 255})
		}
	}
	p := made(t, "chart.png", pngOf(m), media.Options{})
	for _, v := range p.Variants {
		got := decoded(t, v)
		if _, ok := got.(*image.Paletted); !ok {
			t.Errorf("%d px: it is a %T", v.WidthPx, got)
		}
		for i, at := range [4]image.Point{{1, 1}, {19, 1}, {19, 19}, {1, 19}} {
			if c := color.RGBAModel.Convert(got.At(at.X*v.WidthPx/20, at.Y*v.HeightPx/20)); c != want[i] {
				t.Errorf("%d px: %v has become %v", v.WidthPx, want[i], c)
			}
		}
	}
}

// What is half transparent stays so, and what is hidden is removed.
func TestTransparencyIsKept(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 800, 600))
	for y := range 600 {
		for x := range 800 {
			m.SetNRGBA(x, y, color.NRGBA{uint8(x), uint8(y), 200, uint8(x / 400 * 128)})
		}
	}
	p := made(t, "a.png", pngOf(m), media.Options{})
	for _, v := range p.Variants {
		got := decoded(t, v)
		if c := color.NRGBAModel.Convert(got.At(v.WidthPx/4, v.HeightPx/2)).(color.NRGBA); c != (color.NRGBA{}) {
			t.Errorf("%d px: what was transparent is %v", v.WidthPx, c)
		}
		if c := color.NRGBAModel.Convert(got.At(3*v.WidthPx/4, v.HeightPx/2)).(color.NRGBA); c.A != 128 {
			t.Errorf("%d px: what was half transparent is %v", v.WidthPx, c)
		}
	}
}

func TestPrintersColours(t *testing.T) {
	for what, c := range map[string]struct {
		transform byte
		stored    [4]uint8
		want      color.RGBA
	}{
		// Adobe stores 255 for no ink.
		"CMYK red":   {0, [4]uint8{255, 0, 0, 255}, color.RGBA{255, 0, 0, 255}},
		"CMYK cyan":  {0, [4]uint8{0, 255, 255, 255}, color.RGBA{0, 255, 255, 255}},
		"CMYK black": {0, [4]uint8{255, 255, 255, 0}, color.RGBA{0, 0, 0, 255}},
		"CMYK paper": {0, [4]uint8{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
		// Y, Cb and Cr of the colours that CMYK stores, turned round.
		"YCCK white": {2, [4]uint8{0, 128, 128, 255}, color.RGBA{255, 255, 255, 255}},
		"YCCK red":   {2, [4]uint8{179, 171, 0, 255}, color.RGBA{255, 0, 0, 255}},
		"YCCK black": {2, [4]uint8{0, 128, 128, 0}, color.RGBA{0, 0, 0, 255}},
	} {
		t.Run(what, func(t *testing.T) {
			p := made(t, "print.jpg", fourComponents(64, 32, c.transform, c.stored), media.Options{})
			shows(t, p, corners{c.want, c.want, c.want, c.want})
		})
	}
}

// A GIF's first frame may be smaller than the image, and it alone is shown.
func TestFirstFrame(t *testing.T) {
	red, blue := image.NewPaletted(image.Rect(20, 10, 40, 20), color.Palette{color.RGBA{255, 0, 0, 255}}), image.NewPaletted(image.Rect(0, 0, 40, 20), color.Palette{color.RGBA{0, 0, 255, 255}})
	var out bytes.Buffer
	must(gif.EncodeAll(&out, &gif.GIF{Image: []*image.Paletted{red, blue}, Delay: []int{1, 1}, Config: image.Config{Width: 40, Height: 20}}))
	p := made(t, "a.gif", out.Bytes(), media.Options{})
	shows(t, p, corners{{}, {}, {255, 0, 0, 255}, {}})
}

func TestSixteenBits(t *testing.T) {
	m := image.NewNRGBA64(image.Rect(0, 0, 64, 32))
	for i := range m.Pix {
		m.Pix[i] = 0xff
	}
	white := color.RGBA{255, 255, 255, 255}
	shows(t, made(t, "a.png", pngOf(m), media.Options{}), corners{white, white, white, white})
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	clear := quarters(700, 500, corners{{1, 2, 3, 255}, {}, {9, 9, 9, 9}, {200, 100, 0, 255}})
	for name, contents := range map[string][]byte{
		"photo.jpg": jpegOf(photo(700, 500)), "photo.png": pngOf(photo(700, 500)), "clear.png": pngOf(clear), "chart.gif": gifOf(quarters(700, 500, fourColours())),
	} {
		first := made(t, name, contents, media.Options{})
		for range 3 {
			again := made(t, name, contents, media.Options{})
			for i, v := range again.Variants {
				if !bytes.Equal(v.Contents, first.Variants[i].Contents) {
					t.Errorf("%s: the bytes of %d px differ", name, v.WidthPx)
				}
			}
		}
	}
}

func BenchmarkTwelveMegapixels(b *testing.B) {
	contents := jpegOf(photo(4000, 3000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := media.Make("a.jpg", contents, media.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Decode gives the pixels that Make encodes: upright, within the box, and refuses the same.
func TestDecode(t *testing.T) {
	var b bytes.Buffer
	m := image.NewRGBA(image.Rect(0, 0, 300, 100))
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	for box, want := range map[image.Point]image.Point{{X: 150, Y: 150}: {X: 150, Y: 50}, {X: 1000, Y: 1000}: {X: 300, Y: 100}, {X: 300, Y: 10}: {X: 30, Y: 10}} {
		got, err := media.Decode("a.png", b.Bytes(), box)
		if err != nil || got.Bounds().Size() != want {
			t.Errorf("within %v: %v, %v, want %v", box, got.Bounds(), err, want)
		}
	}
	for name, contents := range map[string][]byte{"a.png": b.Bytes()[:b.Len()/2], "a.jpg": b.Bytes(), "b.png": []byte("text")} {
		_, err := media.Decode(name, contents, image.Pt(100, 100))
		_, made := media.Make(name, contents, media.Options{})
		if err == nil || made == nil || err.Error() != made.Error() {
			t.Errorf("%s: %v, and Make says %v", name, err, made)
		}
	}
}
