package data

import "strconv"

// ThemeField is one field of a theme: its path, "accent.dark", and its value as a
// story file has it.
type ThemeField struct{ Path, Value string }

// Fields are what the theme says, in the order of the format.
func (t Theme) Fields() []ThemeField {
	var all []ThemeField
	add := func(path, value string) {
		if value != "" {
			all = append(all, ThemeField{path, value})
		}
	}
	colour := func(path string, c Colour) {
		if c.Given {
			add(path, c.String())
		}
	}
	font := func(path string, f ThemeFont) {
		add(path, [...]string{FamilySans: "sans", FamilySerif: "serif"}[f.Family])
		add(path+".regular", f.Regular)
		add(path+".bold", f.Bold)
	}
	add("base", t.Base)
	colour("background.light", t.Background.Light)
	colour("background.dark", t.Background.Dark)
	colour("accent.light", t.Accent.Light)
	colour("accent.dark", t.Accent.Dark)
	font("font.heading", t.Heading)
	font("font.text", t.Text)
	if t.Corners != nil {
		add("corners", strconv.Itoa(int(*t.Corners)))
	}
	add("density", [...]string{DensityRegular: "regular", DensityCompact: "compact"}[t.Density])
	add("headline", [...]string{On: "on", Off: "off"}[t.Headline])
	if t.Logo != nil {
		add("logo.file", t.Logo.File)
		add("logo.dark", t.Logo.Dark)
		add("logo.alt", t.Logo.Alt)
	}
	add("credit", t.Credit)
	return all
}
