package themes

import (
	"barline/data"
	"barline/scene"
)

// shipped is a theme that Barline brings.
type shipped struct {
	palettes Palettes
	theme    data.Theme // what it says besides colours
}

// design is what a shipped theme is designed from, in light and dark. The rest of its
// palettes follows by the rules that hold for all themes.
type design struct {
	background, accent string
	// other, third and fourth are the marks of further kinds of events.
	other, third, fourth string
}

// named is the shipped theme of a name, or Barline's own look for "".
func named(name string) shipped {
	radius := func(px float64) *float64 { return &px }
	switch name {
	case "broadsheet":
		// A pink evening paper: serif headlines, claret, square corners.
		return shipped{designed(
			design{"fff1e5", "990f3d", "0d5c66", "7d5a0b", "5a3a7e"},
			design{"231815", "ff7c93", "6cc5cf", "e0b563", "c8a6ea"},
		), data.Theme{Corners: radius(0), Density: data.DensityRegular}}
	case "modern":
		// An online newsroom: white, sans throughout, blue, round corners.
		return shipped{designed(
			design{"ffffff", "0b57d0", "a8450f", "0f6b4f", "7b2d8e"},
			design{"0f1318", "7fb0ff", "f0a268", "62c9a3", "d79be6"},
		), data.Theme{Heading: data.ThemeFont{Family: data.FamilySans}, Corners: radius(12), Density: data.DensityRegular}}
	case "magazine":
		// A quiet weekly: grey-green paper, serif throughout, forest, set close.
		return shipped{designed(
			design{"f2f4ee", "17603f", "8a3b1e", "31507f", "6d3a63"},
			design{"161b18", "6fc79b", "eb9a78", "95b4ea", "d6a0ca"},
		), data.Theme{Heading: data.ThemeFont{Family: data.FamilySerif}, Text: data.ThemeFont{Family: data.FamilySerif}, Corners: radius(3), Density: data.DensityCompact}}
	}
	return shipped{palettes: Own()}
}

// designed are the palettes of a design.
func designed(light, dark design) Palettes {
	p := Own()
	for _, m := range []struct {
		d           design
		plain, more *scene.Palette
	}{{light, &p.Light, &p.LightMore}, {dark, &p.Dark, &p.DarkMore}} {
		for paint, text := range map[scene.Paint]string{scene.Other: m.d.other, scene.Third: m.d.third, scene.Fourth: m.d.fourth} {
			c := opaque(coloured(text))
			m.plain[paint], m.more[paint] = c, c
		}
	}
	of := func(light, dark string) data.Colours {
		return data.Colours{Light: coloured(light), Dark: coloured(dark)}
	}
	p, _ = derive(p, of(light.background, dark.background), of(light.accent, dark.accent))
	return p
}

// coloured reads six hexadecimal digits of our own.
func coloured(digits string) data.Colour {
	var parts [3]uint8
	for i := range 6 {
		digit := digits[i] - '0'
		if digits[i] >= 'a' {
			digit = digits[i] - 'a' + 10
		}
		parts[i/2] = parts[i/2]<<4 | digit
	}
	return data.Colour{R: parts[0], G: parts[1], B: parts[2], Given: true}
}
