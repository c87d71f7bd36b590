package icon

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"barline/scene"
)

// SVG is the icon as an SVG file. It is short, since every published page carries it.
func SVG() string {
	palette := Palette()
	var shapes, crisp strings.Builder
	for i, n := range Drawing().Nodes {
		paint := hex(palette[n.Paint])
		switch {
		case n.Radius > 0:
			fmt.Fprintf(&shapes, `<rect width="%s" height="%s" rx="%s" fill="%s"/>`, number(n.Box.W), number(n.Box.H), number(n.Radius), paint)
		case n.Fade != (scene.Fade{}):
			id := "f" + strconv.Itoa(i)
			fmt.Fprintf(&shapes, `<linearGradient id="%s"><stop offset="%s" stop-color="%s"/><stop offset="%s" stop-color="%[3]s" stop-opacity="0"/></linearGradient>`,
				id, along(n, n.Fade.From.X), paint, along(n, n.Fade.To.X))
			fmt.Fprintf(&shapes, `<path fill="url(#%s)" d="%s"/>`, id, outline(n.Box))
		default:
			crisp.WriteString(outline(n.Box))
		}
	}
	bars := fmt.Sprintf(`<path fill="%s" d="%s"/>`, hex(palette[scene.Panel]), crisp.String())
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %[1]d">`, SidePx) + shapes.String() + bars + "</svg>"
}

// Href is the attribute by which a page names its icon, which is in the address
// itself. As text it compresses to less than half of what Base64 would.
func Href() string {
	return `href="data:image/svg+xml,` + strings.NewReplacer(`"`, "'", "#", "%23", "<", "%3C", ">", "%3E").Replace(SVG()) + `"`
}

// along is how far along a box x lies, from 0 to 1.
func along(n scene.Node, x float64) string {
	return strconv.FormatFloat((x-n.Box.X)/n.Box.W, 'g', 2, 64)
}

// outline is the path around a box.
func outline(b scene.Rect) string {
	return "M" + number(b.X) + " " + number(b.Y) + "h" + number(b.W) + "v" + number(b.H) + "h" + number(-b.W) + "z"
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// hex is a colour as CSS writes it.
func hex(c color.NRGBA) string {
	if c.R%17 == 0 && c.G%17 == 0 && c.B%17 == 0 {
		return fmt.Sprintf("#%x%x%x", c.R/17, c.G/17, c.B/17)
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
