//go:build !lean

package data

import (
	"slices"
	"strconv"
	"strings"

	"barline/data/tree"
)

// maxCorners is the largest radius of corners, in px: about half a button's height,
// and less than a popover's pointer keeps from its corners.
const maxCorners = 16

// The fields of a theme, in the order in which a file has them, and the words that may
// stand in some of them.

func themeFields() []string {
	return []string{"base", "background", "accent", "font", "corners", "density", "headline", "logo", "credit"}
}

func coloursFields() []string { return []string{"light", "dark"} }

func themeFontsFields() []string { return []string{"heading", "text"} }

func themeFontFields() []string { return []string{"regular", "bold"} }

func logoFields() []string { return []string{"file", "dark", "alt"} }

func densityWords() []string { return []string{"", "regular", "compact"} }

func switchWords() []string { return []string{"", "on", "off"} }

func logoEndings() []string { return []string{".svg", ".png"} }

// DecodeTheme reads a theme that stands in a file of its own. Its errors are
// [Problems].
func DecodeTheme(root *tree.Node) (Theme, error) {
	d := newDecoder()
	t := d.theme(root)
	return t, d.faults.problems(root)
}

// decodeTheme reads the story's theme. The viewer for the browser is told its colours
// by the page, and reads none.
func (d *decoder) decodeTheme(o object) {
	n := o.get("theme")
	if n == nil {
		return
	}
	if n.Kind == tree.String {
		d.story.theme.Base = d.themeBase(n)
		return
	}
	d.story.theme = d.theme(n)
}

func (d *decoder) theme(n *tree.Node) (t Theme) {
	o, ok := d.object(n, themeFields()...)
	if !ok {
		return t
	}
	if base := o.get("base"); base != nil {
		t.Base = d.themeBase(base)
	}
	t.Background, t.Accent = d.colours(o, "background"), d.colours(o, "accent")
	if n := o.get("font"); n != nil {
		if font, ok := d.object(n, themeFontsFields()...); ok {
			t.Heading, t.Text = d.themeFont(font, "heading"), d.themeFont(font, "text")
		}
	}
	if n := o.get("corners"); n != nil {
		t.Corners = d.corners(n)
	}
	t.Density = Density(d.word(o, "density", densityWords()...))
	t.Headline = Switch(d.word(o, "headline", switchWords()...))
	if n := o.get("logo"); n != nil {
		t.Logo = d.logo(n)
	}
	t.Credit = d.optional(o, "credit", maxHeadline)
	return t
}

// themeBase reads the name of a shipped theme, or the path of a theme's file.
func (d *decoder) themeBase(n *tree.Node) string {
	text, ok := d.text(n, maxHeadline)
	if !ok || IsThemeFile(text) || slices.Contains(ThemeNames(), text) {
		return text
	}
	fix := didYouMean(text, ThemeNames(), "write the path of a file downwards, ending in .yaml, .yml or .json, or one of: ")
	d.faults.add(n, quoted(text)+" is no theme and no file beside the story", fix)
	return ""
}

// colours reads one colour, which is that of the light mode, or one for each.
func (d *decoder) colours(o object, key string) (c Colours) {
	n := o.node.Get(key)
	switch {
	case n == nil:
	case n.Kind == tree.Object:
		if modes, ok := d.object(n, coloursFields()...); ok {
			c.Light, c.Dark = d.colour(modes.node.Get("light")), d.colour(modes.node.Get("dark"))
		}
	default:
		c.Light = d.colour(n)
	}
	return c
}

func (d *decoder) colour(n *tree.Node) Colour {
	if n == nil {
		return Colour{}
	}
	const fix = `write three or six hexadecimal digits, such as "#c00" or "#cc0000"`
	switch {
	case n.Kind == tree.Null:
		// YAML takes what follows a # for a comment.
		d.faults.add(n, "no colour", fix+", in quotation marks: in YAML # begins a comment")
		return Colour{}
	case n.Kind != tree.String && n.Kind != tree.Number:
		d.wrongKind(n, "a colour")
		return Colour{}
	}
	c, ok := parseColour(n.Text)
	if !ok {
		d.faults.add(n, quoted(n.Text)+" is not a colour that is read here", fix)
	}
	return c
}

// parseColour reads #rgb or #rrggbb; the sign may be left out.
func parseColour(s string) (c Colour, ok bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "#")
	if len(s) == 3 {
		s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
	}
	if len(s) != 6 {
		return c, false
	}
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		return c, false
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n), true}, true
}

// themeFont reads serif or sans, the path of a font file, or one for each weight.
func (d *decoder) themeFont(o object, key string) (f ThemeFont) {
	n := o.get(key)
	if n == nil {
		return f
	}
	if n.Kind == tree.Object {
		weights, ok := d.object(n, themeFontFields()...)
		if !ok {
			return f
		}
		if n, ok := d.need(weights, "regular", "write the path of a font file"); ok {
			f.Regular = d.fontFile(n, "")
		}
		if n := weights.get("bold"); n != nil {
			f.Bold = d.fontFile(n, "")
		}
		return f
	}
	if n.Kind == tree.String {
		switch n.Text {
		case "sans":
			return ThemeFont{Family: FamilySans}
		case "serif":
			return ThemeFont{Family: FamilySerif}
		}
	}
	return ThemeFont{Regular: d.fontFile(n, "sans, serif, or ")}
}

func (d *decoder) fontFile(n *tree.Node, or string) string {
	file, ok := d.text(n, maxHeadline)
	if ok && !isFileBeside(file, fontEndings()...) {
		d.faults.add(n, quoted(file)+" is not a font file beside the story", "write "+or+"its name or a path downwards, ending in .ttf or .otf")
	}
	return file
}

func (d *decoder) corners(n *tree.Node) *float64 {
	if n.Kind != tree.Number && n.Kind != tree.String {
		d.wrongKind(n, "a number")
		return nil
	}
	px, err := strconv.ParseUint(n.Text, 10, 16)
	if err != nil || px > maxCorners {
		d.faults.add(n, quoted(n.Text)+" is not a radius of corners", "write a whole number of px, 0 to "+strconv.Itoa(maxCorners))
		return nil
	}
	radius := float64(px)
	return &radius
}

func (d *decoder) logo(n *tree.Node) *Logo {
	o, ok := d.object(n, logoFields()...)
	if !ok {
		return nil
	}
	logo := &Logo{File: d.required(o, "file", maxHeadline), Dark: d.optional(o, "dark", maxHeadline)}
	for _, file := range []struct{ key, is string }{{"file", logo.File}, {"dark", logo.Dark}} {
		if n := o.get(file.key); n != nil && file.is != "" && !isFileBeside(file.is, logoEndings()...) {
			d.faults.add(n, quoted(file.is)+" is not an SVG or PNG file beside the story", "write its name or a path downwards, ending in .svg or .png")
		}
	}
	if alt, ok := d.need(o, "alt", "write what the logo says, for readers who cannot see it"); ok {
		if logo.Alt, ok = d.text(alt, maxHeadline); ok && logo.Alt == "" {
			d.faults.add(alt, "empty", "write what the logo says, for readers who cannot see it")
		}
	}
	return logo
}
