package data_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/yamltree"
)

const wholeTheme = `
  base: magazine
  background: {light: "#fff", dark: 101418}
  accent: "#cc0000"
  font: {heading: serif, text: {regular: fonts/text.ttf, bold: fonts/text-bold.otf}}
  corners: 4
  density: compact
  headline: off
  logo: {file: logo.svg, dark: img/logo-dark.png, alt: The Courier}
  credit: "Graphic: Ada Okafor"
`

func themed(theme string) string {
	return "barline: 1\nid: s\nheadline: H\ntheme:" + theme + "\nevents: [{title: A, date: 1914}]\n"
}

func TestThemeFields(t *testing.T) {
	corners := 4.0
	want := data.Theme{
		Base:       "magazine",
		Background: data.Colours{Light: data.Colour{R: 255, G: 255, B: 255, Given: true}, Dark: data.Colour{R: 16, G: 20, B: 24, Given: true}},
		Accent:     data.Colours{Light: data.Colour{R: 204, Given: true}},
		Heading:    data.ThemeFont{Family: data.FamilySerif},
		Text:       data.ThemeFont{Regular: "fonts/text.ttf", Bold: "fonts/text-bold.otf"},
		Corners:    &corners, Density: data.DensityCompact, Headline: data.Off,
		Logo:   &data.Logo{File: "logo.svg", Dark: "img/logo-dark.png", Alt: "The Courier"},
		Credit: "Graphic: Ada Okafor",
	}
	s := decodeYAML(t, themed(wholeTheme))
	if diff := cmp.Diff(want, s.Theme()); diff != "" {
		t.Error(diff)
	}
	*s.Theme().Corners, s.Theme().Logo.Alt = 9, "x"
	if diff := cmp.Diff(want, s.Theme()); diff != "" {
		t.Errorf("what a caller writes changes the story: %s", diff)
	}
	for theme, base := range map[string]string{" broadsheet": "broadsheet", " look/paper.yaml": "look/paper.yaml", " {base: paper.json}": "paper.json"} {
		if got := decodeYAML(t, themed(theme)).Theme(); got != (data.Theme{Base: base}) {
			t.Errorf("%s: %+v", theme, got)
		}
	}
	if got := decodeYAML(t, "barline: 1\nid: s\nheadline: H\nevents: [{title: A, date: 1914}]\n").Theme(); !got.IsZero() {
		t.Errorf("without a theme: %+v", got)
	}
}

// Each fault says what to write; written so, the theme is accepted.
func TestThemeFaults(t *testing.T) {
	for _, c := range []struct{ sound, bad, want, fixed string }{
		{"base: magazine", "base: magasine", `theme.base: "magasine" is no theme and no file beside the story; did you mean magazine?`, "base: magazine"},
		{"base: magazine", "base: ../paper.yaml", `"../paper.yaml" is no theme and no file beside the story; write the path of a file downwards, ending in .yaml, .yml or .json, or one of: broadsheet, modern, magazine`, "base: paper.yaml"},
		{`accent: "#cc0000"`, `accent: #cc0000`, `theme.accent: no colour; write three or six hexadecimal digits, such as "#c00" or "#cc0000", in quotation marks: in YAML # begins a comment`, `accent: "#c00"`},
		{`accent: "#cc0000"`, `accent: red`, `theme.accent: "red" is not a colour that is read here; write three or six hexadecimal digits`, `accent: ff0000`},
		{`accent: "#cc0000"`, `accent: "#cc000080"`, `"#cc000080" is not a colour that is read here`, `accent: "#CC0000"`},
		{`accent: "#cc0000"`, `accent: "+1+1+1"`, `"+1+1+1" is not a colour`, `accent: "#111"`},
		{`accent: "#cc0000"`, `accent: {dim: "#cc0000"}`, "theme.accent.dim: unknown field; known here: light, dark", `accent: {dark: "#cc0000"}`},
		{`{light: "#fff", dark: 101418}`, `{light: "url(x)", dark: 101418}`, `theme.background.light: "url(x)" is not a colour`, `{light: "#fff"}`},
		{"heading: serif", "heading: Georgia", `theme.font.heading: "Georgia" is not a font file beside the story; write sans, serif, or its name or a path downwards, ending in .ttf or .otf`, "heading: georgia.ttf"},
		{"{regular: fonts/text.ttf, ", "{", "theme.font.text.regular: missing; write the path of a font file", "{regular: text.ttf, "},
		{"corners: 4", "corners: -4", `theme.corners: "-4" is not a radius of corners; write a whole number of px, 0 to 16`, "corners: 0"},
		{"corners: 4", "corners: 17", `write a whole number of px, 0 to 16`, "corners: 16"},
		{"density: compact", "density: tight", `theme.density: "tight" is not known; write one of: regular, compact`, "density: regular"},
		{"headline: off", "headline: no", `theme.headline: "no" is not known; write one of: on, off`, "headline: on"},
		{"file: logo.svg", "file: logo.jpg", `theme.logo.file: "logo.jpg" is not an SVG or PNG file beside the story; write its name or a path downwards, ending in .svg or .png`, "file: logo.png"},
		{", alt: The Courier", "", "theme.logo.alt: missing; write what the logo says, for readers who cannot see it", ", alt: A paper"},
		{"alt: The Courier", `alt: ""`, "theme.logo.alt: empty; write what the logo says", "alt: A paper"},
		{`"Graphic: Ada Okafor"`, `"<b>Ada</b>"`, "theme.credit:", "Ada"},
		{"density: compact", "shadow: big", "theme.shadow: unknown field; known here: base, background", "density: regular"},
	} {
		if !strings.Contains(wholeTheme, c.sound) {
			t.Fatalf("the theme has no %s", c.sound)
		}
		root, err := yamltree.Parse([]byte(themed(strings.Replace(wholeTheme, c.sound, c.bad, 1))))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := data.DecodeTree(root); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one that says %q", c.bad, err, c.want)
		}
		decodeYAML(t, themed(strings.Replace(wholeTheme, c.sound, c.fixed, 1)))
	}
}

// A theme's file is read by the same rules, and its errors name it.
func TestThemeFile(t *testing.T) {
	got, err := storyfile.DecodeTheme("paper.yaml", []byte(`accent: "#123"`))
	if err != nil || got.Accent.Light != (data.Colour{R: 0x11, G: 0x22, B: 0x33, Given: true}) {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = storyfile.DecodeTheme("paper.json", []byte(`{"corners": 0, "base": "modern"}`))
	if err != nil || got.Base != "modern" || got.Corners == nil || *got.Corners != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err = storyfile.DecodeTheme("paper.yaml", []byte("credit: A\naccent: #123\n")); err == nil || !strings.HasPrefix(err.Error(), "paper.yaml:2:8: accent: no colour; ") {
		t.Error(err)
	}
}

// What is put over a theme replaces what it says, colours with both their modes.
func TestThemeOver(t *testing.T) {
	under := decodeYAML(t, themed(wholeTheme)).Theme()
	over := under.Over(data.Theme{Background: data.Colours{Dark: data.Colour{Given: true}}, Headline: data.On})
	want := under
	want.Background, want.Headline = data.Colours{Dark: data.Colour{Given: true}}, data.On
	if diff := cmp.Diff(want, over); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(under, data.Theme{Base: "magazine"}.Over(under)); diff != "" {
		t.Error(diff)
	}
}
