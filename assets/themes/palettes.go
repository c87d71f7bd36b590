package themes

import (
	"image/color"

	"barline/assets"
	"barline/assets/colour"
	"barline/scene"
)

// Palettes are a theme's colours: light and dark, and both with more contrast.
type Palettes struct{ Light, Dark, LightMore, DarkMore scene.Palette }

// Own are the colours of Barline's own look.
func Own() Palettes {
	return Palettes{assets.Light(), assets.Dark(), assets.LightMore(), assets.DarkMore()}
}

// contrasts are the least ones of a palette: of words, of what is read at length, of
// marks, and of lines that carry no meaning, 0 where they may be as faint as they are.
type contrasts struct{ words, text, marks, lines float64 }

func standard() contrasts { return contrasts{4.5, 7, 3, 0} }
func more() contrasts     { return contrasts{7, 7, 4.5, 3} }

// hasDarkInk reports whether black is read more easily on a paper than white.
func hasDarkInk(paper color.NRGBA) bool {
	return colour.Contrast(black(), paper) >= colour.Contrast(white(), paper)
}

func black() color.NRGBA { return color.NRGBA{A: 0xFF} }
func white() color.NRGBA { return color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF} }

// room is the contrast that black or white must have with a paper. Between the two
// there is then room for quieter words and for colours.
const room = 7

// roomy is the paper itself, or the nearest of its hue that leaves room.
func roomy(paper color.NRGBA) color.NRGBA {
	darker, lighter := colour.Toward(paper, false, room, white()), colour.Toward(paper, true, room, black())
	l := colour.Of(paper).L
	if l-colour.Of(darker).L <= colour.Of(lighter).L-l {
		return darker
	}
	return lighter
}

// setPaper puts a palette onto a paper: all that is of the paper's hue follows.
func setPaper(p *scene.Palette, paper color.NRGBA, c contrasts) {
	dark := hasDarkInk(paper)
	of := colour.Of(paper)
	tinted := func(l, most float64) color.NRGBA { return colour.OK{L: l, C: min(of.C, most), H: of.H}.RGB() }
	pole, panel := white(), colour.OK{L: of.L + 0.045, C: of.C, H: of.H}.RGB()
	ink, quiet, axis, waiting := tinted(0.935, 0.012), tinted(0.76, 0.014), tinted(0.57, 0.006), tinted(0.64, 0.014)
	shade := [2]uint8{0x80, 0xA0}
	if dark {
		pole, panel = black(), colour.Mix(paper, white(), 0.6)
		ink, quiet, axis, waiting = tinted(0.22, 0.012), tinted(0.44, 0.012), tinted(0.62, 0.014), tinted(0.62, 0.018)
		shade = [2]uint8{0x2E, 0x60}
	}
	// A panel that leaves less room than the paper has is no other than the paper.
	if colour.Contrast(pole, panel) < room {
		panel = paper
	}
	on := []color.NRGBA{paper, panel}
	toward := func(x color.NRGBA, ratio float64) color.NRGBA { return colour.Toward(x, !dark, ratio, on...) }
	ink = toward(ink, c.text)
	faint := func(share float64) color.NRGBA {
		return toward(colour.Mix(paper, ink, share), c.lines)
	}
	p[scene.Paper], p[scene.Panel], p[scene.Inverse] = paper, panel, paper
	p[scene.Ink], p[scene.Focus] = ink, ink
	p[scene.Quiet], p[scene.Axis], p[scene.Waiting] = toward(quiet, c.text), toward(axis, c.marks), toward(waiting, c.marks)
	p[scene.Grid], p[scene.Hairline] = faint(0.1), faint(0.18)
	p[scene.Overlay] = colour.Mix(paper, ink, 0.06)
	for share := 0.06; colour.Contrast(ink, p[scene.Overlay]) < c.words && share > 0; {
		share -= 0.01
		p[scene.Overlay] = colour.Mix(paper, ink, max(share, 0))
	}
	p[scene.Shade] = color.NRGBA{A: shade[0]}
	if c.lines > 0 {
		p[scene.Shade].A = shade[1]
	}
}

// apart is how far marks of two meanings are from each other, for those who see them
// least well apart.
const apart = 12

// setAccent gives the marks of a palette their colours, for the paper that it has.
func setAccent(p *scene.Palette, accent color.NRGBA, c contrasts) {
	on := []color.NRGBA{p[scene.Paper], p[scene.Panel]}
	// Notes are words in the colour of talks.
	talks := colour.Held(accent, c.words, on...)
	lifted := colour.Of(talks)
	lifted.L += 0.06
	p[scene.Talks], p[scene.Lift] = talks, colour.Held(lifted.RGB(), c.marks, on...)

	was := colour.Of(p[scene.Waiting])
	p[scene.Waiting] = farthest([]color.NRGBA{talks}, c.marks, on, at(was, was.L, was.L-0.1, was.L+0.1, was.L-0.2, was.L+0.2, was.L-0.3, was.L+0.3))
	taken := []color.NRGBA{talks, p[scene.Waiting]}
	for _, paint := range []scene.Paint{scene.Other, scene.Third, scene.Fourth} {
		candidates := []color.NRGBA{p[paint]}
		for _, hue := range [...]float64{245, 85, 320, 160, 25, 200} {
			l := colour.Of(p[paint]).L
			candidates = append(candidates, at(colour.OK{C: 0.1, H: hue}, l, l-0.1, l+0.1)...)
		}
		p[paint] = farthest(taken, c.words, on, candidates)
		taken = append(taken, p[paint])
	}
}

// at is a colour at several lightnesses.
func at(o colour.OK, ls ...float64) []color.NRGBA {
	var all []color.NRGBA
	for _, l := range ls {
		o.L = l
		all = append(all, o.RGB())
	}
	return all
}

// farthest is the first candidate that every sight tells apart from those that are
// taken, each moved until it holds its contrast; where there is none, it is the one
// that is told apart best.
func farthest(taken []color.NRGBA, ratio float64, on, candidates []color.NRGBA) color.NRGBA {
	var best color.NRGBA
	most := -1.0
	for _, x := range candidates {
		x = colour.Held(x, ratio, on...)
		least := 1000.0
		for _, y := range taken {
			least = min(least, colour.Apart(x, y))
		}
		if least > most {
			best, most = x, least
		}
		if most >= apart {
			break
		}
	}
	return best
}
