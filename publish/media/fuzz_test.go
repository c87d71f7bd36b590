package media_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"strings"
	"testing"
	"unicode"

	"barline/publish/media"
)

// FuzzMake makes pictures of anything: it ends with an error that helps, or with a
// picture that is sound.
func FuzzMake(f *testing.F) {
	m := quarters(24, 16, fourColours())
	clear := quarters(24, 16, corners{{255, 0, 0, 255}, {}, {}, {255, 255, 255, 255}})
	_, vp8 := lossy(f)
	data := exif(binary.LittleEndian, 6, "m")
	for _, contents := range [][]byte{
		withSegment(jpegOf(m), 0xe1, append([]byte("Exif\x00\x00"), data...)),
		jpegOf(photo(20, 20)),
		fourComponents(16, 8, 2, [4]uint8{1, 200, 30, 140}),
		withChunk(pngOf(m), "eXIf", data),
		pngOf(clear),
		pngOf(photo(20, 20)),
		gifOf(m),
		webpOf("VP8X", canvas(1<<3|1<<4, 24, 16), "VP8L", lossless(clear), "EXIF", string(data)),
		webpOf("VP8 ", vp8),
		webpOf("VP8X", canvas(1<<4, 150, 100), "ALPH", "\x01\x00", "VP8 ", vp8),
		[]byte("<svg/>"),
		progressive([5]byte{0, 0, 0, 0, 0x3f}, [5]byte{1, 63, 0, 0, 0xaf}),
		claiming(100_000, 100_000),
		jpegClaiming(40, 40),
		jpegOf(image.NewGray(image.Rect(0, 0, 9, 9))),
	} {
		f.Add(contents)
	}
	f.Fuzz(func(t *testing.T, contents []byte) {
		contents = repaired(contents[:min(len(contents), 1<<16)])
		name := nameFor(contents)
		info, err := media.Check(name, contents)
		if err == nil && info.WidthPx*info.HeightPx > 1<<18 {
			return // Check is what was tried: making pictures of it takes too long
		}
		p, made := media.Make(name, contents, media.Options{WidthsPx: []int{5, 300, 1600}})
		if made == nil {
			if err != nil || p.Info != info {
				t.Fatalf("Check says %v, %v, and Make %v", info, err, p.Info)
			}
			isSound(t, p)
			return
		}
		if err != nil && err.Error() != made.Error() {
			t.Fatalf("Check says %v, and Make %v", err, made)
		}
		e, ok := errors.AsType[*media.Error](made)
		if !ok || e.What == "" || e.Fix == "" || strings.ContainsFunc(e.Error(), unicode.IsControl) {
			t.Fatalf("%#v", made)
		}
	})
}

// nameFor is a file's name with the ending that its first bytes demand.
func nameFor(contents []byte) string {
	for start, ending := range map[string]string{"\xff": ".jpg", "G": ".gif", "R": ".webp"} {
		if strings.HasPrefix(string(contents), start) {
			return "a" + ending
		}
	}
	return "a.png"
}

// repaired is a PNG file with the right check sums, so that its chunks are read, or
// another file as it is.
func repaired(contents []byte) []byte {
	if len(contents) < 8 || string(contents[1:4]) != "PNG" {
		return contents
	}
	contents = bytes.Clone(contents)
	for rest := contents[8:]; len(rest) >= 12; {
		n := uint64(binary.BigEndian.Uint32(rest))
		if n+12 > uint64(len(rest)) {
			break
		}
		binary.BigEndian.PutUint32(rest[8+n:], crc32.ChecksumIEEE(rest[4:8+n]))
		rest = rest[12+n:]
	}
	return contents
}
