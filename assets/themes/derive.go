package themes

import (
	"image/color"

	"barline/assets/colour"
	"barline/data"
	"barline/scene"
)

// Adjusted is a colour of a story that falls short, and the one that is used instead.
type Adjusted struct {
	Field       string // theme.accent.light
	Given, Used data.Colour
	Ratio       float64 // what the given one has
	Least       float64 // what it must have
	What        string  // what has that contrast: "text on the background"
}

// derive gives palettes the colours that a theme says, and reports those that fall
// short. What is said for one mode alone is the other's by rule:
//
//   - a background keeps its hue: on the other side of the middle lightness, very dark
//     or very light, with little chroma;
//   - an accent is the same colour, moved in lightness until it holds.
func derive(base Palettes, background, accent data.Colours) (Palettes, []Adjusted) {
	var adjusted []Adjusted
	note := func(field string, given data.Colour, used color.NRGBA, ratio, least float64, what string) {
		if given.Given && opaque(given) != used {
			adjusted = append(adjusted, Adjusted{field, given, data.Colour{R: used.R, G: used.G, B: used.B, Given: true}, ratio, least, what})
		}
	}
	modes := [2]struct {
		name            string
		plain, more     *scene.Palette
		paper, accented data.Colour
	}{
		{"light", &base.Light, &base.LightMore, background.Light, accent.Light},
		{"dark", &base.Dark, &base.DarkMore, background.Dark, accent.Dark},
	}
	for i, m := range modes {
		if background.Light.Given || background.Dark.Given {
			paper := opaque(m.paper)
			if !m.paper.Given {
				paper = otherPaper(opaque(modes[1-i].paper), i == 1)
			}
			used := roomy(paper)
			note("theme.background."+m.name, m.paper, used, max(colour.Contrast(paper, black()), colour.Contrast(paper, white())), room, "black or white text on it")
			setPaper(m.plain, used, standard())
			extreme := black()
			if hasDarkInk(used) {
				extreme = white()
			}
			setPaper(m.more, extreme, more())
		}
		// Without an accent of its own, the palette's stays, as far as the paper lets it.
		given := m.plain[scene.Talks]
		switch {
		case m.accented.Given:
			given = opaque(m.accented)
		case modes[1-i].accented.Given:
			given = opaque(modes[1-i].accented)
		case !background.Light.Given && !background.Dark.Given:
			continue
		}
		setAccent(m.plain, given, standard())
		setAccent(m.more, given, more())
		note("theme.accent."+m.name, m.accented, m.plain[scene.Talks], colour.Least(given, m.plain[scene.Paper], m.plain[scene.Panel]), standard().words, "text and marks on the background")
	}
	return base, adjusted
}

// Print is the light palette for white paper, on which dark ink is read.
func (p *Palettes) Print() scene.Palette {
	print := p.Light
	if !hasDarkInk(print[scene.Paper]) {
		accent := print[scene.Talks]
		setPaper(&print, white(), standard())
		setAccent(&print, accent, standard())
	}
	return print
}

// otherPaper is the background of a mode that a theme does not say, dark or light.
func otherPaper(paper color.NRGBA, dark bool) color.NRGBA {
	o := colour.Of(paper)
	switch {
	case dark == !hasDarkInk(paper):
		return paper // it is dark, or light, already
	case dark:
		return colour.OK{L: 0.21, C: min(o.C, 0.02), H: o.H}.RGB()
	}
	return colour.OK{L: 0.975, C: min(o.C, 0.01), H: o.H}.RGB()
}

func opaque(c data.Colour) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xFF} }
