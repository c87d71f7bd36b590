package golden

import (
	"bytes"
	stdcmp "cmp"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The flag is looked up by name, so that no package variable holds it.
const updateFlag = "update"

func init() { flag.Bool(updateFlag, false, "write golden files anew") }

func updating() bool { return flag.Lookup(updateFlag).Value.String() == "true" }

// Text compares text with testdata/name, line by line.
func Text(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if updating() {
		write(t, path, []byte(got))
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; -update writes it", err)
	}
	// A check-out on another system may have changed the ends of lines.
	text := strings.ReplaceAll(string(want), "\r\n", "\n")
	if diff := cmp.Diff(strings.Split(text, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got), -update accepts it:\n%s", path, diff)
	}
}

// Changed lists the lines that only one of two texts has: those taken away (-), then
// those added (+).
func Changed(a, b string) string {
	var out strings.Builder
	only := func(sign, a, b string) {
		have := map[string]bool{}
		for l := range strings.Lines(b) {
			have[l] = true
		}
		for l := range strings.Lines(a) {
			if !have[l] {
				out.WriteString(sign + " " + l)
			}
		}
	}
	only("-", a, b)
	only("+", b, a)
	return out.String()
}

const (
	// Two pixels are alike if no channel differs by more than this: below it
	// lies the rounding of curves.
	channelSlack = 12
	// Two pictures are alike if no larger share of their pixels is unlike.
	pixelShare = 0.0005
)

// Image compares a picture with the PNG file testdata/name. It allows what
// nobody can see. A picture that differs is kept in test-output at the
// module's root.
func Image(t *testing.T, name string, got image.Image) {
	t.Helper()
	compare(t, name, got)
}

// Small is the same, with a file of at most 256 colours: for packages with many
// pictures.
func Small(t *testing.T, name string, got image.Image) {
	t.Helper()
	compare(t, name, paletted(rgba(got)))
}

func compare(t *testing.T, name string, got image.Image) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if updating() {
		write(t, path, encode(t, got))
		return
	}
	file, err := os.Open(path)
	if err != nil {
		keep(t, name, encode(t, got))
		t.Fatalf("%v; -update writes it", err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	switch share, ok := difference(want, got); {
	case !ok:
		t.Errorf("%s is %v, got %v; see %s; -update accepts it", path, want.Bounds().Size(), got.Bounds().Size(), keep(t, name, encode(t, got)))
	case share > pixelShare:
		t.Errorf("%s: %.3f %% of the pixels differ; see %s; -update accepts it", path, share*100, keep(t, name, encode(t, got)))
	}
}

func encode(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var encoder png.Encoder
	if _, small := m.(*image.Paletted); small {
		encoder.CompressionLevel = png.BestCompression
	}
	if err := encoder.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// paletted is a picture in the 256 colours that most of its pixels have; the others
// have the nearest of them.
func paletted(m *image.RGBA) image.Image {
	counts := map[color.RGBA]int{}
	for i := 0; i < len(m.Pix); i += 4 {
		counts[color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]}]++
	}
	most := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return stdcmp.Or(stdcmp.Compare(counts[b], counts[a]), stdcmp.Compare(number(a), number(b)))
	})
	palette := color.Palette{}
	for _, c := range most[:min(len(most), 256)] {
		palette = append(palette, c)
	}
	nearest := map[color.RGBA]uint8{}
	for c := range counts {
		nearest[c] = uint8(palette.Index(c))
	}
	p := image.NewPaletted(m.Rect, palette)
	for i := range p.Pix {
		at := m.Pix[4*i:]
		p.Pix[i] = nearest[color.RGBA{at[0], at[1], at[2], at[3]}]
	}
	return p
}

func number(c color.RGBA) int { return int(c.R)<<24 | int(c.G)<<16 | int(c.B)<<8 | int(c.A) }

// difference is the share of pixels that are unlike; ok is false if the sizes
// differ.
func difference(a, b image.Image) (share float64, ok bool) {
	if a.Bounds().Size() != b.Bounds().Size() {
		return 1, false
	}
	p, q := rgba(a), rgba(b)
	unlike := 0
	for i := 0; i < len(p.Pix); i += 4 {
		for c := range 4 {
			if d := int(p.Pix[i+c]) - int(q.Pix[i+c]); d > channelSlack || d < -channelSlack {
				unlike++
				break
			}
		}
	}
	return float64(unlike) / float64(len(p.Pix)/4), true
}

func rgba(m image.Image) *image.RGBA {
	c := image.NewRGBA(image.Rectangle{Max: m.Bounds().Size()})
	draw.Draw(c, c.Bounds(), m, m.Bounds().Min, draw.Src)
	return c
}

func write(t *testing.T, path string, contents []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, contents, 0o644); err != nil {
		t.Fatal(err)
	}
}

// keep writes a picture to test-output and returns where it is.
func keep(t *testing.T, name string, contents []byte) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(root) == root {
			t.Fatal("no go.mod above the package")
		}
		root = filepath.Dir(root)
	}
	path := filepath.Join(root, "test-output", name)
	write(t, path, contents)
	return path
}
