package themes

import (
	"fmt"
	"path"

	"barline/assets/fonts"
	"barline/data"
	"barline/data/storyfile"
	"barline/scene"
)

// Look is what a story's theme makes of its pages and pictures.
type Look struct {
	Palettes Palettes
	// IsOwn: the colours are those of Barline's own look.
	IsOwn bool
	// Theme is what else it says, its base put into it.
	Theme data.Theme
	// Adjusted are the colours that fall short.
	Adjusted []Adjusted
}

// Of works out a theme. read reads files by their paths from the story's; it may be
// nil where the theme names none.
func Of(t data.Theme, read func(name string) ([]byte, error)) (Look, error) {
	name, own := t.Base, t
	if data.IsThemeFile(name) {
		file, err := readTheme(name, read)
		if err != nil {
			return Look{}, err
		}
		name = file.Base
		own = file.Over(own)
	}
	base := named(name)
	l := Look{Theme: base.theme.Over(own)}
	l.Palettes, l.Adjusted = derive(base.palettes, own.Background, own.Accent)
	l.IsOwn = l.Palettes == Own()
	return l, nil
}

// readTheme reads a theme's file. The files that it names lie beside it.
func readTheme(file string, read func(name string) ([]byte, error)) (data.Theme, error) {
	if read == nil {
		return data.Theme{}, fmt.Errorf("the story's theme %s cannot be read here", file)
	}
	contents, err := read(file)
	if err != nil {
		return data.Theme{}, fmt.Errorf("the story's theme %s: %w", file, err)
	}
	t, err := storyfile.DecodeTheme(file, contents)
	if err != nil {
		return data.Theme{}, err
	}
	if data.IsThemeFile(t.Base) {
		return data.Theme{}, fmt.Errorf("%s: base: %s is a file; the base of a theme that stands in a file is one of Barline's own, by its name", file, t.Base)
	}
	beside := func(names ...*string) {
		for _, name := range names {
			if *name != "" {
				*name = path.Join(path.Dir(file), *name)
			}
		}
	}
	beside(&t.Heading.Regular, &t.Heading.Bold, &t.Text.Regular, &t.Text.Bold)
	if t.Logo != nil {
		logo := *t.Logo
		beside(&logo.File, &logo.Dark)
		t.Logo = &logo
	}
	return t, nil
}

// HasPaper reports whether the theme says what everything stands on.
func (l *Look) HasPaper() bool {
	return l.Palettes.Light[scene.Paper] != Own().Light[scene.Paper] || l.Palettes.Dark[scene.Paper] != Own().Dark[scene.Paper]
}

// Families are those of our fonts that the theme is set in, where it brings no letters
// of its own.
func (l *Look) Families() fonts.Families {
	return fonts.Families{SansHeading: l.Theme.Heading.Family == data.FamilySans, SerifText: l.Theme.Text.Family == data.FamilySerif}
}

// FontFile is a font that a theme brings.
type FontFile struct {
	Name  string // its path from the story's file
	Serif bool   // it is for headlines, titles and quotations
	Bold  *bool  // nil: for both weights
}

// FontFiles are those that the theme brings.
func (l *Look) FontFiles() []FontFile {
	var all []FontFile
	for _, f := range []struct {
		font  data.ThemeFont
		serif bool
	}{{l.Theme.Heading, true}, {l.Theme.Text, false}} {
		regular, bold := false, true
		switch {
		case f.font.Regular == "":
		case f.font.Bold == "":
			all = append(all, FontFile{f.font.Regular, f.serif, nil})
		default:
			all = append(all, FontFile{f.font.Regular, f.serif, &regular}, FontFile{f.font.Bold, f.serif, &bold})
		}
	}
	return all
}

// Advice says which colours fall short, a sentence each.
func (l *Look) Advice() []string {
	var all []string
	for _, m := range l.Adjusted {
		what, instead := m.Says()
		all = append(all, m.Field+": "+what+"; "+instead)
	}
	return all
}

// Says tells what the colour lacks, and what is used instead.
func (a Adjusted) Says() (what, instead string) {
	return fmt.Sprintf("%s has a contrast of %.2f with %s, which needs %v", a.Given, floor(a.Ratio), a.What, a.Least), a.Used.String() + " is used instead, of the same hue"
}

// floor cuts a ratio to two digits, so that none is said to be what it only nearly is.
func floor(ratio float64) float64 { return float64(int(ratio*100)) / 100 }
