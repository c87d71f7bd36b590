package themes

import (
	"image/color"
	"testing"

	"pgregory.net/rapid"

	"barline/assets/colour"
	"barline/data"
	"barline/scene"
)

// checkPalette fails where a palette does not hold its contrasts.
func checkPalette(t interface{ Errorf(string, ...any) }, name string, p *scene.Palette, c contrasts) {
	hold := func(ratio float64, under []scene.Paint, over ...scene.Paint) {
		for _, u := range under {
			for _, o := range over {
				if got := colour.Contrast(p[o], p[u]); got < ratio {
					t.Errorf("%s: %s %v on %s %v has the contrast %.2f, want %v", name, o, p[o], u, p[u], got, ratio)
				}
			}
		}
	}
	both := []scene.Paint{scene.Paper, scene.Panel}
	hold(c.text, both, scene.Ink, scene.Quiet)
	hold(c.words, both, scene.Talks, scene.Other, scene.Third, scene.Fourth)
	hold(c.marks, both, scene.Axis, scene.Waiting, scene.Focus, scene.Lift)
	hold(c.words, []scene.Paint{scene.Overlay}, scene.Ink)
	hold(c.words, []scene.Paint{scene.Ink}, scene.Inverse)
	hold(c.lines, []scene.Paint{scene.Paper}, scene.Grid, scene.Hairline)
	for paint := range scene.NumPaints {
		if isOpaque := p[paint].A == 0xFF; isOpaque == (paint == scene.Shade) {
			t.Errorf("%s: %s has the alpha %d", name, paint, p[paint].A)
		}
	}
}

func checkPalettes(t interface{ Errorf(string, ...any) }, p *Palettes) {
	checkPalette(t, "light", &p.Light, standard())
	checkPalette(t, "dark", &p.Dark, standard())
	checkPalette(t, "light, more contrast", &p.LightMore, more())
	checkPalette(t, "dark, more contrast", &p.DarkMore, more())
}

func given(r, g, b uint8) data.Colour { return data.Colour{R: r, G: g, B: b, Given: true} }

func anyColour(t *rapid.T, what string) data.Colour {
	if rapid.Bool().Draw(t, "no "+what) {
		return data.Colour{}
	}
	part := rapid.Uint8()
	return given(part.Draw(t, what+" r"), part.Draw(t, what+" g"), part.Draw(t, what+" b"))
}

// Whatever a story says, every contrast holds, and what is said of the colours that
// fall short is true.
func TestAnyColoursHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		background := data.Colours{Light: anyColour(t, "light background"), Dark: anyColour(t, "dark background")}
		accent := data.Colours{Light: anyColour(t, "light accent"), Dark: anyColour(t, "dark accent")}
		base := rapid.SampledFrom(append(data.ThemeNames(), "")).Draw(t, "base")
		p, adjusted := derive(named(base).palettes, background, accent)
		checkPalettes(t, &p)
		for _, m := range adjusted {
			if m.Ratio >= m.Least {
				t.Errorf("%s: %v has %.2f of %v and is replaced by %v", m.Field, m.Given, m.Ratio, m.Least, m.Used)
			}
		}
		// What is not reported is used as it is.
		used := map[string]bool{}
		for _, m := range adjusted {
			used[m.Field] = true
		}
		for _, c := range []struct {
			field string
			given data.Colour
			is    color.NRGBA
		}{
			{"theme.background.light", background.Light, p.Light[scene.Paper]}, {"theme.background.dark", background.Dark, p.Dark[scene.Paper]},
			{"theme.accent.light", accent.Light, p.Light[scene.Talks]}, {"theme.accent.dark", accent.Dark, p.Dark[scene.Talks]},
		} {
			if c.given.Given && !used[c.field] && c.is != opaque(c.given) {
				t.Errorf("%s: %v became %v without a word", c.field, c.given, c.is)
			}
		}
	})
}

// On papers as papers are, white to cream and black to slate, marks of different
// meaning are told apart by every sight, whatever the accent.
func TestMarksAreToldApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := func(low, high uint8) func(string) uint8 {
			return func(what string) uint8 { return rapid.Uint8Range(low, high).Draw(t, what) }
		}
		light, dark := part(0xEC, 0xFF), part(0x08, 0x24)
		background := data.Colours{Light: given(light("r"), light("g"), light("b")), Dark: given(dark("r"), dark("g"), dark("b"))}
		accent := data.Colours{Light: anyColour(t, "accent")}
		p, _ := derive(Own(), background, accent)
		for name, palette := range map[string]*scene.Palette{"light": &p.Light, "dark": &p.Dark, "light, more contrast": &p.LightMore, "dark, more contrast": &p.DarkMore} {
			for _, pair := range [][2]scene.Paint{{scene.Talks, scene.Other}, {scene.Talks, scene.Waiting}, {scene.Other, scene.Waiting}} {
				if got := colour.Apart(palette[pair[0]], palette[pair[1]]); got < apart {
					t.Errorf("%s: %s %v and %s %v differ by %.1f, want %v", name, pair[0], palette[pair[0]], pair[1], palette[pair[1]], got, apart)
				}
			}
		}
	})
}

// What a theme does not say stays as it was designed.
func TestWhatIsNotSaidStays(t *testing.T) {
	if p, adjusted := derive(Own(), data.Colours{}, data.Colours{}); p != Own() || adjusted != nil {
		t.Error("a theme that says nothing changes colours")
	}
	p, _ := derive(Own(), data.Colours{}, data.Colours{Light: given(0x8A, 0x15, 0x38)})
	for _, paint := range []scene.Paint{scene.Paper, scene.Panel, scene.Ink, scene.Quiet, scene.Axis, scene.Grid, scene.Hairline, scene.Overlay, scene.Other} {
		if p.Light[paint] != Own().Light[paint] {
			t.Errorf("with another accent %s is %v, was %v", paint, p.Light[paint], Own().Light[paint])
		}
	}
	if p.Light[scene.Talks] != (color.NRGBA{R: 0x8A, G: 0x15, B: 0x38, A: 0xFF}) || p.Dark[scene.Talks] == Own().Dark[scene.Talks] {
		t.Errorf("the accent is %v and, in the dark, %v", p.Light[scene.Talks], p.Dark[scene.Talks])
	}
}

// The hue of what is adjusted is kept.
func TestAdjustedKeepsItsHue(t *testing.T) {
	p, adjusted := derive(Own(), data.Colours{Light: given(255, 255, 255)}, data.Colours{Light: given(0xFF, 0x99, 0x00)})
	if len(adjusted) != 1 || adjusted[0].Field != "theme.accent.light" {
		t.Fatalf("%+v", adjusted)
	}
	was, is := colour.Of(color.NRGBA{R: 0xFF, G: 0x99, A: 0xFF}), colour.Of(p.Light[scene.Talks])
	if d := was.H - is.H; d > 3 || d < -3 {
		t.Errorf("the hue %v became %v", was.H, is.H)
	}
	// The nearest that holds, not the darkest.
	if got := colour.Least(p.Light[scene.Talks], p.Light[scene.Paper], p.Light[scene.Panel]); got > 4.7 {
		t.Errorf("the accent was moved to %.2f", got)
	}
}

// A background is given for one mode; the other has its hue.
func TestTheOtherModeFollows(t *testing.T) {
	p, _ := derive(Own(), data.Colours{Light: given(0xFF, 0xF1, 0xE5)}, data.Colours{})
	paper := colour.Of(p.Dark[scene.Paper])
	if paper.L > 0.25 || colour.Of(color.NRGBA{R: 0xFF, G: 0xF1, B: 0xE5, A: 0xFF}).H-paper.H > 5 {
		t.Errorf("the dark paper is %v, %+v", p.Dark[scene.Paper], paper)
	}
	p, _ = derive(Own(), data.Colours{Light: given(0x10, 0x18, 0x30)}, data.Colours{})
	if p.Light[scene.Paper] != p.Dark[scene.Paper] {
		t.Errorf("a dark paper is %v in the dark", p.Dark[scene.Paper])
	}
}
