package media_test

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"testing"

	"barline/publish/media"
)

func palette(m interface {
	At(x, y int) color.Color
}) color.Palette {
	return color.Palette{m.At(0, 0), m.At(39, 0), m.At(39, 29), m.At(0, 29)}
}

// Nothing of what an image says beside its pixels is in a variant. isSound looks
// at the parts of the files; this looks for the words.
func TestMetadataIsRemoved(t *testing.T) {
	const place = "GPS 52.5200 N 13.4050 E"
	m := quarters(64, 32, fourColours())
	data := exif(binary.BigEndian, 1, place)
	prefixed := append([]byte("Exif\x00\x00"), data...)
	xmp := []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + place + "</x:xmpmeta>")
	after := []byte(place)

	j := jpegOf(m)
	for marker, payload := range map[byte][]byte{0xe0: after, 0xe2: []byte("ICC_PROFILE\x00\x01\x01" + place), 0xed: after, 0xef: after, 0xfe: after} {
		j = withSegment(j, marker, payload)
	}
	j = append(withSegment(withSegment(j, 0xe1, xmp), 0xe1, prefixed), after...)

	p := pngOf(m)
	for kind, chunk := range map[string][]byte{
		"tEXt": []byte("Comment\x00" + place), "zTXt": []byte("Comment\x00\x00" + place), "iTXt": []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00" + place),
		"eXIf": data, "iCCP": []byte("profile\x00\x00" + place), "prVt": after,
	} {
		p = withChunk(p, kind, chunk)
	}
	p = append(p, after...)

	g := gifOf(m)
	comment := append([]byte{0x21, 0xfe, byte(len(place))}, place+"\x00"...)
	tables := bytes.LastIndex(g[:len(g)-1], []byte{0x2c, 0, 0, 0, 0, 64, 0, 32, 0}) // the image's descriptor
	g = append(bytes.Clone(g[:tables]), append(comment, g[tables:]...)...)
	g = append(g, after...)

	w := webpOf("VP8X", canvas(1<<3|1<<2|1<<5, 64, 32), "ICCP", place, "VP8L", lossless(m), "EXIF", string(data), "XMP ", place, "more", place)

	for name, contents := range map[string][]byte{"a.jpg": j, "a.png": p, "a.gif": g, "a.webp": w} {
		if !bytes.Contains(contents, []byte(place)) {
			t.Fatalf("%s lacks the words: the test is wrong", name)
		}
		picture := made(t, name, contents, media.Options{})
		shows(t, picture, fourColours())
		for _, v := range picture.Variants {
			for _, word := range []string{place, "52.52", "Exif", "xmp", "ICC", "Adobe"} {
				if bytes.Contains(v.Contents, []byte(word)) {
					t.Errorf("%s: %d px contains %q", name, v.WidthPx, word)
				}
			}
		}
	}
}
