package data

// Theme is how a story asks to look. The zero Theme asks for nothing.
type Theme struct {
	// Base is what it begins with: one of [ThemeNames], or the path of a theme's file
	// from the story's; empty: Barline's own look.
	Base string
	// Background is what everything stands on, Accent the colour of its marks.
	Background, Accent Colours
	// Heading and Text are the fonts of headlines, titles and quotations, and of
	// everything else.
	Heading, Text ThemeFont
	// Corners is the radius of the corners around words, in px; nil: not said.
	Corners *float64
	// Density is how much room is between the parts of the page.
	Density Density
	// Headline says whether the page shows headline and standfirst.
	Headline Switch
	Logo     *Logo // nil: none
	// Credit is a line under the picture, "Graphic: the news desk"; may be empty.
	Credit string
}

// IsZero reports whether the theme asks for nothing.
func (t Theme) IsZero() bool { return t == Theme{} }

// Colour is an opaque colour; Given is false for none.
type Colour struct {
	R, G, B uint8
	Given   bool
}

// String writes the colour as a story file has it: "#cc0000".
func (c Colour) String() string {
	const digits = "0123456789abcdef"
	text := []byte{'#'}
	for _, part := range [...]uint8{c.R, c.G, c.B} {
		text = append(text, digits[part>>4], digits[part&15])
	}
	return string(text)
}

// Colours are a colour in the light mode and in the dark one.
type Colours struct{ Light, Dark Colour }

// ThemeFont is a font by its family, FamilySans or FamilySerif of ours, or by its
// files, which are paths from the story's. Without Bold the regular file is for both
// weights.
type ThemeFont struct {
	Family        Family
	Regular, Bold string
}

// Family is one of the families of fonts that Barline ships.
type Family uint8

const (
	FamilyUnsaid Family = iota
	FamilySans
	FamilySerif
)

// Density is how much room is between the parts of the page.
type Density uint8

const (
	DensityUnsaid Density = iota
	DensityRegular
	DensityCompact
)

// Switch is on, off or not said.
type Switch uint8

const (
	Unsaid Switch = iota
	On
	Off
)

// Logo is the newsroom's sign under the picture.
type Logo struct {
	File string // path of an SVG or PNG from the story's file
	Dark string // another one for the dark mode; may be empty
	Alt  string // what it says, for those who cannot see it; never empty
}

// ThemeNames are the themes that Barline ships.
func ThemeNames() []string { return []string{"broadsheet", "modern", "magazine"} }

// Over is the theme with what another one says put over it.
func (t Theme) Over(more Theme) Theme {
	over := func(c *Colours, more Colours) {
		if more.Light.Given || more.Dark.Given {
			// What is said for one mode is the other's, too: it is derived from that.
			*c = more
		}
	}
	over(&t.Background, more.Background)
	over(&t.Accent, more.Accent)
	if more.Heading != (ThemeFont{}) {
		t.Heading = more.Heading
	}
	if more.Text != (ThemeFont{}) {
		t.Text = more.Text
	}
	if more.Corners != nil {
		t.Corners = more.Corners
	}
	if more.Density != DensityUnsaid {
		t.Density = more.Density
	}
	if more.Headline != Unsaid {
		t.Headline = more.Headline
	}
	if more.Logo != nil {
		t.Logo = more.Logo
	}
	if more.Credit != "" {
		t.Credit = more.Credit
	}
	return t
}

// clone returns a copy that shares no memory that a caller could write to.
func (t Theme) clone() Theme {
	t.Corners, t.Logo = clonePtr(t.Corners), clonePtr(t.Logo)
	return t
}

func themeEndings() []string { return []string{".yaml", ".yml", ".json"} }

// IsThemeFile reports whether a theme's base is a file and no name.
func IsThemeFile(base string) bool { return isFileBeside(base, themeEndings()...) }
