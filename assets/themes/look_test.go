package themes

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/assets/colour"
	"barline/data"
	"barline/scene"
)

func reading(files map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if contents, ok := files[name]; ok {
			return []byte(contents), nil
		}
		return nil, errors.New("there is no such file")
	}
}

// The shipped themes hold every contrast, in all modes, and their marks are told
// apart by every sight. They look different.
func TestShippedThemes(t *testing.T) {
	papers := map[string]bool{}
	for _, name := range data.ThemeNames() {
		l, err := Of(data.Theme{Base: name}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if l.IsOwn || len(l.Adjusted) > 0 {
			t.Errorf("%s: %+v", name, l)
		}
		checkPalettes(t, &l.Palettes)
		for mode, p := range map[string]*scene.Palette{"light": &l.Palettes.Light, "dark": &l.Palettes.Dark, "light, more contrast": &l.Palettes.LightMore, "dark, more contrast": &l.Palettes.DarkMore} {
			marks := []scene.Paint{scene.Talks, scene.Waiting, scene.Other, scene.Third, scene.Fourth}
			for i, a := range marks {
				for _, b := range marks[:i] {
					if got := colour.Apart(p[a], p[b]); got < apart && a <= scene.Other {
						t.Errorf("%s, %s: %s %v and %s %v differ by %.1f", name, mode, a, p[a], b, p[b], got)
					}
				}
			}
		}
		// What was designed is what is seen.
		if d := colour.Contrast(l.Palettes.Light[scene.Ink], l.Palettes.Light[scene.Paper]); d < 10 {
			t.Errorf("%s: text in the light has the contrast %.1f", name, d)
		}
		key := l.Palettes.Light[scene.Paper].G
		papers[string(rune(key))] = true
	}
	if len(papers) != len(data.ThemeNames()) {
		t.Errorf("there are %d papers", len(papers))
	}
	if l, err := Of(data.Theme{}, nil); err != nil || !l.IsOwn || !l.Theme.IsZero() {
		t.Errorf("without a theme: %+v, %v", l, err)
	}
}

func TestThemeOfAFile(t *testing.T) {
	read := reading(map[string]string{
		"look/paper.yaml": "base: modern\naccent: \"#b00\"\nfont: {heading: head.ttf}\nlogo: {file: logo.svg, alt: The Courier}\n",
		"other.json":      `{"base": "paper.yaml"}`,
		"bad.yaml":        "accent: red\n",
	})
	l, err := Of(data.Theme{Base: "look/paper.yaml", Credit: "Ours"}, read)
	if err != nil {
		t.Fatal(err)
	}
	if l.Theme.Heading.Regular != "look/head.ttf" || l.Theme.Logo.File != "look/logo.svg" || l.Theme.Credit != "Ours" || *l.Theme.Corners != 12 {
		t.Errorf("%+v", l.Theme)
	}
	if p := l.Palettes.Light; p[scene.Paper] != white() || p[scene.Talks] != opaque(given(0xBB, 0, 0)) {
		t.Errorf("%v on %v", p[scene.Talks], p[scene.Paper])
	}
	for base, want := range map[string]string{"none.yaml": "the story's theme none.yaml: there is no such file", "other.json": "is one of Barline's own, by its name", "bad.yaml": `bad.yaml:1:9: accent: "red" is not a colour`} {
		if _, err := Of(data.Theme{Base: base}, read); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", base, err, want)
		}
	}
	if _, err := Of(data.Theme{Base: "paper.yaml"}, nil); err == nil {
		t.Error("a file is read by nobody")
	}
}

func TestAdviceNamesTheColours(t *testing.T) {
	l, err := Of(data.Theme{Background: data.Colours{Light: given(0x77, 0x77, 0x77)}, Accent: data.Colours{Light: given(0xFF, 0xCC, 0), Dark: given(0xFF, 0xCC, 0)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"theme.background.light: #777777 has a contrast of 4.68 with black or white text on it, which needs 7; #", "; #",
		"theme.accent.light: #ffcc00 has a contrast of ",
	}
	got := strings.Join(l.Advice(), "\n")
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%s\nlacks %s", got, w)
		}
	}
	if n := len(l.Advice()); n != 2 {
		t.Errorf("%d sentences: %s", n, got)
	}
	if diff := cmp.Diff([]string(nil), (&Look{}).Advice()); diff != "" {
		t.Error(diff)
	}
}
