package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"barline/assets"
	"barline/assets/fonts"
	"barline/render/pdf"
	"barline/scene"
)

// everything is a scene of every shape.
func everything(t *testing.T) (*scene.Scene, []byte) {
	t.Helper()
	set, err := fonts.All("en")
	if err != nil {
		t.Fatal(err)
	}
	s := &scene.Scene{WidthPx: 400, HeightPx: 300}
	for shape := scene.Box; shape <= scene.Many; shape++ {
		n := scene.Node{ID: shape.String(), Shape: shape, Box: scene.Rect{X: 10 + 30*float64(shape), Y: 20, W: 24, H: 24}, Paint: scene.Talks, Alpha: 1, Stroke: 2, Radius: 4}
		switch shape {
		case scene.Glyphs:
			n.Text = set.Line("Five hours – Пять часов – پنج ساعت", scene.Style{Face: scene.Serif, SizePx: 17})
		case scene.Many:
			n.Cells = []scene.Cell{{X: 1, Y: 2, W: 3, H: 4, Alpha: 0.5}, {X: 5, Y: 2, W: 3, H: 4, Alpha: 1}}
		case scene.Dashes:
			n.Radius = 12
		case scene.Triangle:
			n.Turn = 1.5
		}
		s.Nodes = append(s.Nodes, n)
	}
	faded := scene.Node{ID: "faded", Shape: scene.Box, Box: scene.Rect{X: 10, Y: 100, W: 80, H: 20}, Paint: scene.Talks, Alpha: 0.5, Fade: scene.Fade{From: scene.Point{X: 50}, To: scene.Point{X: 90}}}
	s.Nodes = append(s.Nodes, faded)
	palette := assets.Light()
	return s, pdf.Write([]pdf.Page{{Scene: s}, {Scene: s, Clip: scene.Rect{X: 1, Y: 1, W: 200, H: 200}}}, &palette, set, "Talks: (five) hours", "en")
}

// The table of objects says where each of them begins, and streams are as long as they say.
func TestFilesAreWhole(t *testing.T) {
	_, file := everything(t)
	_, tail, ok := bytes.Cut(file, []byte("startxref\n"))
	start, err := strconv.Atoi(strings.Fields(string(tail))[0])
	if !ok || err != nil || !bytes.HasPrefix(file[start:], []byte("xref\n")) {
		t.Fatalf("the table is not at %d", start)
	}
	lines := strings.Split(string(file[start:]), "\n")
	var from, count int
	if _, err := fmt.Sscanf(lines[1], "%d %d", &from, &count); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < count; i++ {
		at, err := strconv.Atoi(strings.Fields(lines[2+i])[0])
		if err != nil || !bytes.HasPrefix(file[at:], fmt.Appendf(nil, "%d 0 obj\n", i)) {
			t.Errorf("object %d is not at %d", i, at)
		}
	}
	for _, m := range regexp.MustCompile(`(?s)/Length (\d+) [^\n]*>>\nstream\n`).FindAllSubmatchIndex(file, -1) {
		length, _ := strconv.Atoi(string(file[m[2]:m[3]]))
		if !bytes.HasPrefix(file[m[1]+length:], []byte("\nendstream")) {
			t.Errorf("a stream of %d bytes at %d does not end there", length, m[1])
		}
	}
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(file, -1) {
		if n, _ := strconv.Atoi(string(m[1])); n < 1 || n >= count {
			t.Errorf("object %d is referred to and not there", n)
		}
	}
	if n := pdf.Pages(file); n != 2 {
		t.Errorf("%d pages", n)
	}
}

// contents are the streams of a file, unpacked.
func contents(t *testing.T, file []byte) string {
	t.Helper()
	var all strings.Builder
	for rest := file; ; {
		_, after, ok := bytes.Cut(rest, []byte("stream\n"))
		if !ok {
			return all.String()
		}
		z, err := zlib.NewReader(bytes.NewReader(after))
		if err != nil {
			t.Fatal(err)
		}
		unpacked, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(unpacked)
		all.WriteByte('\n')
		_, rest, _ = bytes.Cut(after, []byte("endstream"))
	}
}

// What words say stands beside their glyphs, in any script.
func TestWordsCanBeRead(t *testing.T) {
	_, file := everything(t)
	said := contents(t, file)
	for _, part := range []string{"00460069007600650020", "041F044F0442044C", "067E0646062C"} {
		if !strings.Contains(said, part) {
			t.Errorf("%s is not in the file", part)
		}
	}
	if strings.Count(said, "BT ") != strings.Count(said, "ET ") || strings.Count(said, "q ") < strings.Count(said, "Q\n") {
		t.Error("something that begins does not end")
	}
	if !bytes.Contains(file, []byte("/SMask")) || !bytes.Contains(file, []byte("/ca 0.5")) {
		t.Error("fades or opacities are missing")
	}
}

// The same scene makes the same bytes.
func TestFilesAreReproducible(t *testing.T) {
	_, a := everything(t)
	_, b := everything(t)
	if !bytes.Equal(a, b) {
		t.Error("the same scene made two files")
	}
}
