// Package svg writes a scene as an SVG fragment for a page: the picture before
// the engine runs, in print, and without scripts.
//
// Colours are classes named after paints (talks, quiet, …), filled from the
// page's CSS variables, so that one drawing serves both themes and needs no
// style attribute. Text stays text, in the page's fonts.
package svg

import (
	"bytes"
	"math"
	"strconv"

	"barline/scene"
)

// Append writes the scene as an <svg> element. prefix makes the ids of its
// gradients and patterns unique in the page; class goes on the element.
func Append(dst []byte, s *scene.Scene, prefix, class string) []byte {
	w := &writer{Buffer: bytes.NewBuffer(dst), prefix: prefix}
	w.open("svg", "class", class, "width", num(s.WidthPx), "height", num(s.HeightPx),
		"viewBox", "0 0 "+num(s.WidthPx)+" "+num(s.HeightPx), "aria-hidden", "true", "focusable", "false")
	w.end(">")
	for i := range s.Nodes {
		switch n := &s.Nodes[i]; {
		case n.Alpha <= 0:
		case n.Turn != 0:
			w.turned(*n)
		default:
			w.node(n)
		}
	}
	w.WriteString("</svg>")
	return w.Bytes()
}

type writer struct {
	*bytes.Buffer
	prefix string
	ids    int
}

// open writes a tag up to its last attribute; empty values are left out.
func (w *writer) open(name string, pairs ...string) {
	w.WriteByte('<')
	w.WriteString(name)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			continue
		}
		w.WriteByte(' ')
		w.WriteString(pairs[i])
		w.WriteString(`="`)
		escape(w.Buffer, pairs[i+1])
		w.WriteByte('"')
	}
}

func (w *writer) end(s string) { w.WriteString(s) }

func (w *writer) id() string {
	w.ids++
	return w.prefix + strconv.Itoa(w.ids)
}

// turned draws a node upright in a group that turns it.
func (w *writer) turned(n scene.Node) {
	c, sin, cos := n.Box.Centre(), math.Sin(n.Turn), math.Cos(n.Turn)
	// A fade's ends are places in the scene: the group must not turn them.
	upright := func(p scene.Point) scene.Point {
		dx, dy := p.X-c.X, p.Y-c.Y
		return scene.Point{X: c.X + dx*cos + dy*sin, Y: c.Y + dy*cos - dx*sin}
	}
	if n.Fade != (scene.Fade{}) {
		n.Fade = scene.Fade{From: upright(n.Fade.From), To: upright(n.Fade.To)}
	}
	w.open("g", "transform", "rotate("+num(n.Turn*180/math.Pi)+" "+num(c.X)+" "+num(c.Y)+")")
	w.end(">")
	w.node(&n)
	w.end("</g>")
}

func (w *writer) node(n *scene.Node) {
	paint, b := n.Paint.String(), n.Box
	opacity := ""
	if n.Alpha != 1 {
		opacity = num(n.Alpha)
	}
	switch n.Shape {
	case scene.Glyphs:
		w.open("text", "x", num(b.X), "y", num(b.Y+n.Text.BaselinePx), "class", paint+" "+n.Text.Style.Face.String(),
			"font-size", num(n.Text.Style.SizePx), "opacity", opacity)
		w.end(">")
		escape(w.Buffer, n.Text.String)
		w.end("</text>")
	case scene.Line:
		w.open("path", "d", "M"+num(b.X)+" "+num(b.Y)+"l"+num(b.W)+" "+num(b.H), "class", paint+"-s", "stroke-width", num(n.Stroke), "opacity", opacity)
		w.end("/>")
	case scene.Box, scene.Shadow:
		fill := ""
		if n.Fade != (scene.Fade{}) {
			fill = w.gradient(n)
		}
		w.rect(b, n.Radius, "class", classUnless(fill, paint), "fill", fill, "opacity", opacity)
	case scene.Outline:
		w.stroked(n, paint, opacity, "")
	case scene.Dashes:
		w.dashes(n, paint, opacity)
	case scene.Hatch:
		w.hatch(n, paint, opacity)
	case scene.Triangle:
		w.open("path", "d", "M"+num(b.X)+" "+num(b.Y)+"l"+num(b.W)+" "+num(b.H/2)+"l"+num(-b.W)+" "+num(b.H/2)+"z", "class", paint, "opacity", opacity)
		w.end("/>")
	}
}

func classUnless(fill, class string) string {
	if fill != "" {
		return ""
	}
	return class
}

func (w *writer) rect(b scene.Rect, radius float64, attributes ...string) {
	r := ""
	if radius > 0 {
		r = num(math.Min(radius, math.Min(b.W, b.H)/2))
	}
	w.open("rect", append([]string{"x", num(b.X), "y", num(b.Y), "width", num(b.W), "height", num(b.H), "rx", r}, attributes...)...)
	w.end("/>")
}

// stroked draws the outline of a box, the stroke inside it.
func (w *writer) stroked(n *scene.Node, paint, opacity, dash string) {
	w.rect(n.Box.Inset(n.Stroke/2), math.Max(0, n.Radius-n.Stroke/2), "class", paint+"-s", "stroke-width", num(n.Stroke), "stroke-dasharray", dash, "opacity", opacity)
}

// dashes draws each side on its own, so that every side holds whole dashes
// and corners are closed; around a circle they go in one round.
func (w *writer) dashes(n *scene.Node, paint, opacity string) {
	b := n.Box.Inset(n.Stroke / 2)
	if n.Radius*2 >= n.Box.W && n.Radius*2 >= n.Box.H {
		r := b.W / 2
		around := 2 * math.Pi * r
		period := around / scene.CircleDashCount(around)
		c := b.Centre()
		w.open("circle", "cx", num(c.X), "cy", num(c.Y), "r", num(r), "class", paint+"-s", "stroke-width", num(n.Stroke),
			"stroke-dasharray", num(period*scene.CircleDash)+" "+num(period*(1-scene.CircleDash)),
			// The pattern is centred on the left-most point, as by angle.
			"stroke-dashoffset", num(math.Mod(around/2+period*scene.CircleDash/2, period)), "opacity", opacity)
		w.end("/>")
		return
	}
	side := func(x, y, dx, dy, length float64) {
		period := length / scene.DashCount(length)
		w.open("path", "d", "M"+num(x)+" "+num(y)+"l"+num(dx)+" "+num(dy), "class", paint+"-s", "stroke-width", num(n.Stroke),
			"stroke-dasharray", num(period/2), "stroke-dashoffset", num(period/4), "opacity", opacity)
		w.end("/>")
	}
	o := n.Box
	side(o.X, b.Y, o.W, 0, o.W)
	side(o.X, b.Bottom(), o.W, 0, o.W)
	side(b.X, o.Y, 0, o.H, o.H)
	side(b.Right(), o.Y, 0, o.H, o.H)
}

func (w *writer) gradient(n *scene.Node) string {
	id := w.id()
	f := n.Fade
	w.open("linearGradient", "id", id, "gradientUnits", "userSpaceOnUse", "x1", num(f.From.X), "y1", num(f.From.Y), "x2", num(f.To.X), "y2", num(f.To.Y))
	w.end(`><stop class="` + n.Paint.String() + `-c"/><stop offset="1" class="` + n.Paint.String() + `-c" stop-opacity="0"/></linearGradient>`)
	return "url(#" + id + ")"
}

// hatch is a pattern of stripes that begins at the box's corner, and an edge.
func (w *writer) hatch(n *scene.Node, paint, opacity string) {
	id := w.id()
	const p = scene.HatchPeriodPx
	// A stripe covers a quarter to three quarters of each diagonal period.
	w.open("pattern", "id", id, "patternUnits", "userSpaceOnUse", "x", num(n.Box.X), "y", num(n.Box.Y), "width", num(p), "height", num(p))
	w.end("><path class=\"" + paint + `" d="M` + num(p/4.0) + " 0H" + num(p*3/4.0) + "L0 " + num(p*3/4.0) + "V" + num(p/4.0) + "zM" + num(p) + " " + num(p/4.0) + "V" + num(p*3/4.0) + "L" + num(p*3/4.0) + " " + num(p) + "H" + num(p/4.0) + `z"/></pattern>`)
	w.rect(n.Box, n.Radius, "fill", "url(#"+id+")", "opacity", opacity)
	edge := *n
	edge.Stroke = scene.HatchEdgePx
	w.stroked(&edge, paint, opacity, "")
}

// num writes a number with at most three decimals.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// escape writes text so that no character of it is markup, and none is one
// that XML does not know.
func escape(w *bytes.Buffer, s string) {
	for _, r := range s {
		switch r {
		case '\ufffe', '\uffff':
			w.WriteRune('\ufffd')
		case '<':
			w.WriteString("&lt;")
		case '>':
			w.WriteString("&gt;")
		case '&':
			w.WriteString("&amp;")
		case '"':
			w.WriteString("&quot;")
		default:
			w.WriteRune(r)
		}
	}
}
