package media_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"barline/publish/media"
)

// refused checks that Check and Make refuse a file with the same words.
func refused(t *testing.T, name string, contents []byte, want string) {
	t.Helper()
	_, err := media.Check(name, contents)
	var e *media.Error
	if !errors.As(err, &e) || e.What == "" || e.Fix == "" || e.Error() != e.What+"; "+e.Fix {
		t.Fatalf("%s: %v", name, err)
	}
	if !strings.Contains(e.Error(), want) {
		t.Errorf("%s: %q does not say %q", name, e.Error(), want)
	}
	if _, made := media.Make(name, contents, media.Options{}); made == nil || made.Error() != e.Error() {
		t.Errorf("%s: Make says %v, and Check %v", name, made, err)
	}
}

func TestWhatIsNoImage(t *testing.T) {
	for name, c := range map[string]struct{ contents, want string }{
		"empty.jpg":   {"", "the file is empty"},
		"script.png":  {"<?xml version='1.0'?>\n<!-- drawing -->\n<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "an SVG drawing, which may hold scripts; export it as a PNG image"},
		"plain.svg":   {"\ufeff  <SVG onload='x()'/>", "SVG"},
		"wide.png":    {"\xff\xfe<\x00s\x00v\x00g\x00", "text"},
		"page.jpg":    {"<!DOCTYPE html><html><svg></svg>", "a web page (HTML); save the image itself"},
		"notes.png":   {"a photograph of the négotiations", "text"},
		"pointer.jpg": {"version https://git-lfs.github.com/spec/v1\noid sha256:1", "git lfs pull"},
		"phone.jpg":   {"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic", "a HEIC image; export it as a JPEG or PNG image"},
		"apple.heic":  {"\x00\x00\x00\x24ftypmif1\x00\x00\x00\x00", "HEIC"},
		"a.avif":      {"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00", "an AVIF image"},
		"a.mp4":       {"\x00\x00\x00\x20ftypisom\x00\x00\x00\x00", "a video"},
		"a.pdf":       {"%PDF-1.7\n", "a PDF document; export the page as a PNG image"},
		"a.tif":       {"II*\x00\x08\x00\x00\x00", "TIFF"},
		"a.psd":       {"8BPS\x00\x01", "Photoshop"},
		"a.bmp":       {"BM\x00\x00\x01\x00\x00\x00\x00\x00\x36\x00\x00\x00", "BMP"},
		"a.zip":       {"PK\x03\x04", "ZIP"},
		"noise.gif":   {"\x00\x01\x02\x03\xfe\xfd", "no image that can be read"},
	} {
		refused(t, name, []byte(c.contents), c.want)
	}
}

func TestEndingsAgree(t *testing.T) {
	m := quarters(8, 8, fourColours())
	_, vp8 := lossy(t)
	for name, c := range map[string]struct {
		contents []byte
		want     string
	}{
		"x.jpg":          {pngOf(m), "the file is a PNG image but is called x.jpg; rename it x.png, and write that name in the story"},
		"a/b/x.png":      {jpegOf(m), "the file is a JPEG image but is called a/b/x.png; rename it x.jpg,"},
		"x.jfif":         {jpegOf(m), "rename it x.jpg,"},
		"x.svg":          {gifOf(m), "rename it x.gif,"},
		"x.jpeg":         {webpOf("VP8 ", vp8), "is a WebP image but is called x.jpeg; rename it x.webp,"},
		"x":              {pngOf(m), "rename it x.png,"},
		"St. Petersburg": {pngOf(m), "rename it St. Petersburg.png,"},
		"x\n\x1b[1m.jpg": {pngOf(m), `called "x\n\x1b[1m.jpg";`},
	} {
		refused(t, name, c.contents, c.want)
	}
	for name, contents := range map[string][]byte{"x.JPG": jpegOf(m), "x.Jpeg": jpegOf(m), "x.PNG": pngOf(m), "x.GIF": gifOf(m), "x.WebP": webpOf("VP8 ", vp8)} {
		if _, err := media.Check(name, contents); err != nil {
			t.Error(err)
		}
	}
}

// claiming is a PNG file whose header claims a size.
func claiming(w, h uint32) []byte {
	contents := pngOf(image.NewGray(image.Rect(0, 0, 1, 1)))
	binary.BigEndian.PutUint32(contents[16:], w)
	binary.BigEndian.PutUint32(contents[20:], h)
	binary.BigEndian.PutUint32(contents[29:], crc32.ChecksumIEEE(contents[12:29]))
	return contents
}

// What would not fit into memory is refused before it is decoded.
func TestBombs(t *testing.T) {
	begun := time.Now()
	refused(t, "a.png", claiming(100_000, 100_000), "the image has 100000 × 100000 px, and a side may have 30000 px at most; export the image smaller")
	refused(t, "a.png", claiming(1<<32-1, 1<<32-1), "px at most")
	refused(t, "a.png", claiming(10_000, 5_001), "50.0 megapixels, and 50 are the most")
	refused(t, "a.png", claiming(0, 5), "no pixels")
	refused(t, "a.jpg", jpegClaiming(65_535, 10), "px at most")
	refused(t, "a.jpg", jpegClaiming(20_000, 20_000), "400.0 megapixels")
	refused(t, "a.jpg", jpegClaiming(0, 8), "no pixels")
	refused(t, "a.gif", []byte("GIF89a\xff\xff\xff\xff\x00\x00\x00;"), "px at most")
	refused(t, "a.gif", []byte("GIF89a\x00\x00\x05\x00\x00\x00\x00;"), "no pixels")
	refused(t, "a.webp", webpOf("VP8X", canvas(0, 16_384, 16_384)), "megapixels")
	refused(t, "a.webp", webpOf("VP8L", "\x2f\xff\xff\xff\x0f"), "megapixels")
	refused(t, "a.webp", webpOf("VP8X", canvas(2, 8, 8), "ANIM", "\x00\x00\x00\x00\x00\x00"), "an animated WebP image; export one of its frames")
	refused(t, "a.jpg", append(jpegOf(quarters(8, 8, fourColours())), make([]byte, media.MaxBytes)...), "the file has 40.0 MB, and 40 MB are the most; export")
	// A canvas that claims little, and an image in it that claims much.
	if _, err := media.Make("a.webp", webpOf("VP8X", canvas(0, 8, 8), "VP8L", "\x2f\xff\xff\xff\x0f"), media.Options{}); err == nil {
		t.Error("a WebP image larger than its canvas is made")
	}
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func jpegClaiming(w, h uint16) []byte {
	contents := jpegOf(quarters(8, 8, fourColours()))
	frame := bytes.Index(contents, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(contents[frame+5:], h)
	binary.BigEndian.PutUint16(contents[frame+7:], w)
	return contents
}

func TestScans(t *testing.T) {
	whole := fourComponents(16, 16, 0, [4]uint8{10, 20, 30, 40})
	last := bytes.LastIndex(whole, []byte{0xff, 0xda})
	scan := whole[last : len(whole)-2]
	lacking := append(bytes.Clone(whole[:last]), 0xff, 0xd9)
	if _, err := media.Make("a.jpg", lacking, media.Options{}); err == nil || !strings.Contains(err.Error(), "damaged or cut short") {
		t.Errorf("without the scan of a component: %v", err)
	}
	many := append(bytes.Clone(whole[:last]), bytes.Repeat(scan, 100)...)
	if _, err := media.Make("a.jpg", append(many, 0xff, 0xd9), media.Options{}); err == nil || !strings.Contains(err.Error(), "rare kind") {
		t.Errorf("with more than a hundred scans: %v", err)
	}
}

func TestProgressiveImagesAreComplete(t *testing.T) {
	// In the encoder's code 00 is a mean value as before, 1010 the end of a block.
	// What is left of a byte is filled with ones.
	mean, rest := [5]byte{0, 0, 0, 0, 0x3f}, [5]byte{1, 63, 0, 0, 0xaf}
	grey := color.RGBA{128, 128, 128, 255}
	shows(t, made(t, "a.jpg", progressive(mean, rest), media.Options{}), corners{grey, grey, grey, grey})
	for what, contents := range map[string][]byte{
		"without details":            progressive(mean),
		"without the finest details": progressive(mean, [5]byte{1, 62, 0, 0, 0xaf}),
		"without the last bit":       progressive(mean, [5]byte{1, 63, 0, 1, 0xaf}),
		"without mean values":        progressive(rest),
	} {
		if _, err := media.Make("a.jpg", contents, media.Options{}); err == nil || !strings.Contains(err.Error(), "damaged or cut short") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// An image that breaks off is refused wherever that is.
func TestTruncatedImages(t *testing.T) {
	m, wide := photo(40, 30), quarters(40, 30, fourColours())
	_, vp8 := lossy(t)
	for name, contents := range map[string][]byte{
		"a.jpg":  withSegment(jpegOf(m), 0xe1, append([]byte("Exif\x00\x00"), exif(binary.BigEndian, 6, "maker")...)),
		"b.png":  pngOf(m),
		"c.png":  pngOf(image.NewPaletted(image.Rect(0, 0, 40, 30), palette(wide))),
		"d.webp": webpOf("VP8L", lossless(wide)),
		"e.webp": webpOf("VP8 ", vp8),
		"f.gif":  bytes.TrimSuffix(gifOf(wide), []byte(";")), // which may be missing
	} {
		for n := range len(contents) {
			_, err := media.Make(name, contents[:n], media.Options{})
			if e, ok := errors.AsType[*media.Error](err); !ok || e.What == "" || e.Fix == "" {
				t.Fatalf("%s: the first %d of %d bytes: %v", name, n, len(contents), err)
			}
		}
		made(t, name, contents, media.Options{})
	}
	// A JPEG file that has got an end mark after its cut.
	whole := jpegOf(photo(200, 150))
	if _, err := media.Make("a.jpg", append(bytes.Clone(whole[:len(whole)/2]), 0xff, 0xd9), media.Options{}); err == nil {
		t.Error("half of a JPEG image with an end mark is made")
	}
}
