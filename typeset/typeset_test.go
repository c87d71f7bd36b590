package typeset_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/scene"
	"barline/typeset"
)

func load(t testing.TB) *typeset.Fonts {
	t.Helper()
	f, err := fonts.All("en")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var body = scene.Style{Face: scene.Sans, SizePx: 15}

func TestWrapKeepsEveryWordAndFits(t *testing.T) {
	f := load(t)
	s := "We are not going to fight with Europe, but if Europe wants to fight with us, we are ready right now."
	for width := 60.0; width < 800; width += 7 {
		lines := f.Wrap(s, body, width, 0)
		var words []string
		for _, l := range lines {
			if l.WidthPx > width {
				t.Errorf("at %v px a line is %v px wide: %q", width, l.WidthPx, l.String)
			}
			words = append(words, l.String)
		}
		if got := strings.Join(words, " "); got != s {
			t.Fatalf("at %v px the lines read %q", width, got)
		}
	}
}

func TestWrapCutsWithAnEllipsis(t *testing.T) {
	f := load(t)
	lines := f.Wrap(strings.Repeat("word ", 40), body, 120, 2)
	if len(lines) != 2 || !strings.HasSuffix(lines[1].String, "…") || lines[1].WidthPx > 120 {
		t.Fatalf("got %d lines, the last %q, %v px", len(lines), lines[len(lines)-1].String, lines[len(lines)-1].WidthPx)
	}
}

// Where a text is cut, one ellipsis says so, and nothing else stands for what
// was there: neither a break between lines nor one between paragraphs.
func TestWrapCutsOnce(t *testing.T) {
	f := load(t)
	for _, s := range []string{"Jared Kushner was in the delegation, and more was said", "One\ntwo\nthree", strings.Repeat("Llanfairpwll", 20)} {
		for width := 40.0; width < 400; width += 7 {
			for most := 1; most < 4; most++ {
				lines := f.Wrap(s, body, width, most)
				if len(lines) <= most && len(f.Wrap(s, body, width, 0)) <= most {
					continue
				}
				last := lines[len(lines)-1]
				kept := strings.TrimSuffix(last.String, "…")
				if len(lines) != most || kept == last.String || strings.Contains(kept, "…") || last.WidthPx > width {
					t.Errorf("at %v px %d lines end in %q, %v px", width, len(lines), last.String, last.WidthPx)
				}
			}
		}
	}
}

// Twice the size is twice the width, for every size: a shaper that works in
// whole pixels would set 12.5 px as 13, and words would stand apart from the
// browser's.
func TestWidthsScaleWithSizes(t *testing.T) {
	f := load(t)
	for face := range scene.NumFaces {
		for _, s := range []string{"4½ hours", "2–3 December 2025", "AVAST Typography, “kerned”", "i"} {
			em := f.Width(s, scene.Style{Face: face, SizePx: 1})
			if em <= 0 {
				t.Fatalf("%s: %q has no width", face, s)
			}
			for size := 8.0; size < 40; size += 0.125 {
				line := f.Line(s, scene.Style{Face: face, SizePx: size})
				if math.Abs(line.WidthPx/size-em) > 1e-9 {
					t.Fatalf("%s %v px: %q is %v px wide, want %v", face, size, s, line.WidthPx, em*size)
				}
				if last := line.Glyphs[len(line.Glyphs)-1]; last.X >= line.WidthPx {
					t.Fatalf("%s %v px: the last glyph of %q begins at %v of %v px", face, size, s, last.X, line.WidthPx)
				}
			}
		}
	}
}

func TestShorten(t *testing.T) {
	f := load(t)
	if got := f.Shorten("the Kremlin", body, 500).String; got != "the Kremlin" {
		t.Errorf("cut without need: %q", got)
	}
	if got := f.Shorten("the Kremlin, Moscow", body, 60); got.WidthPx > 60 || !strings.HasSuffix(got.String, "…") {
		t.Errorf("got %q, %v px", got.String, got.WidthPx)
	}
}

func TestMixedDirectionsKeepTheirWidth(t *testing.T) {
	f := load(t)
	// The Latin cut has no Arabic glyphs, but order and advance still hold.
	line := f.Line("abc سلام 123", body)
	if line.WidthPx <= 0 || len(line.Glyphs) == 0 {
		t.Fatal("nothing was set")
	}
	last := math.Inf(-1)
	for _, g := range line.Glyphs {
		if g.X < last {
			t.Fatal("glyphs are not in visual order")
		}
		last = g.X
	}
}

func TestOutlineOfALetterLiesOnTheBaseline(t *testing.T) {
	f := load(t)
	g := f.Line("H", body).Glyphs[0]
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range f.Outline(g.Font, g.ID) {
		for _, p := range s.Points[:s.N] {
			low, high = min(low, p.Y), max(high, p.Y)
		}
	}
	if high != 0 || low > -0.69 || low < -0.75 {
		t.Errorf("H reaches from %v to %v em", low, high)
	}
}

func TestSetTwiceShapesOnce(t *testing.T) {
	f := load(t)
	f.Line("11 April 2025", body)
	f.Wrap("11 April 2025", body, 50, 0)
	if n := testing.AllocsPerRun(100, func() {
		f.Line("11 April 2025", body)
		f.Wrap("11 April 2025", body, 50, 0)
	}); n != 0 {
		t.Errorf("%v allocations for what was set before", n)
	}
}

func TestNewNamesTheBrokenFace(t *testing.T) {
	files := []typeset.File{{Faces: []scene.Face{scene.Serif}, Name: "mine.ttf", Contents: []byte("not a font")}}
	if _, err := typeset.New(files, "en"); err == nil || !strings.Contains(err.Error(), "mine.ttf") {
		t.Errorf("got %v", err)
	}
}

// No line is wider than it may be, but for one word that is; the last letter
// counts.
func TestNoLineIsTooWide(t *testing.T) {
	f := load(t)
	style := scene.Style{Face: scene.SerifBold, SizePx: 26}
	for _, s := range []string{"Six meetings, no breakthrough", "It was the best of times, it was the worst of times; it was the age of wisdom."} {
		for width := 120.0; width < 900; width += 3 {
			for _, line := range f.Wrap(s, style, width, 0) {
				if line.WidthPx > width+0.01 && strings.Contains(line.String, " ") {
					t.Fatalf("%v px: the line %q is %v px wide", width, line.String, line.WidthPx)
				}
			}
		}
	}
}

// Whatever ends a line in Unicode ends one here, alone, in pairs and in a row.
func TestWrapAtEveryBreak(t *testing.T) {
	f := load(t)
	for _, ending := range []string{"\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"} {
		for s, want := range map[string][]string{
			"one" + ending + "two":                   {"one", "two"},
			"one" + ending:                           {"one"},
			ending + "one":                           {"", "one"},
			"one" + ending + ending + "two" + ending: {"one", "", "two"},
			ending:                                   {""},
			"סלאם" + ending + "two":                  {"סלאם", "two"},
		} {
			for _, width := range []float64{10_000, 40, 1} {
				var got []string
				for _, line := range f.Wrap(s, body, width, 0) {
					got = append(got, line.String)
				}
				if width == 1 {
					if strings.Join(got, "") != strings.Join(want, "") {
						t.Errorf("%q in lines of a letter: %q", s, got)
					}
				} else if !slices.Equal(got, want) {
					t.Errorf("%q at %v px: %q, want %q", s, width, got, want)
				}
			}
		}
	}
}
