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
	"strings"

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
	w.flush()
	w.WriteString("</svg>")
	return w.Bytes()
}

type writer struct {
	*bytes.Buffer
	prefix string
	ids    int
	// path is what has not been written yet of a path of many boxes, and
	// pathClass how it is painted.
	path      []byte
	pathClass string
	boxAt     scene.Point // the corner of its last box, as written
}

// box adds a box to the path at hand, if that is painted alike: ticks, grid
// lines, backings and dashes by the dozen are one element. Upright boxes alone
// are what graphics processors fill without preparation; stroked and dashed
// lines would put the first picture off by as much as the page's whole way
// through the network.
func (w *writer) box(class string, b scene.Rect) {
	if class != w.pathClass {
		w.flush()
		w.pathClass = class
	}
	// A box begins where the one before it does, and so far from there: dashes and signs
	// then read alike wherever they stand, and weigh little.
	at := scene.Point{X: hundredth(b.X), Y: hundredth(b.Y)}
	if len(w.path) == 0 {
		w.path = append(w.path, "M"+num(at.X)+" "+num(at.Y)...)
	} else {
		w.path = append(w.path, "m"+num(at.X-w.boxAt.X)+" "+num(at.Y-w.boxAt.Y)...)
	}
	w.boxAt = at
	w.path = appendSides(w.path, b)
}

// appendSides draws a box from its left top corner.
func appendSides(path []byte, b scene.Rect) []byte {
	return append(path, "h"+num(b.W)+"v"+num(b.H)+"h"+num(-b.W)+"z"...)
}

// hundredth rounds to what num writes.
func hundredth(v float64) float64 { return math.Round(v*100) / 100 }

// flush writes the path at hand: something else comes over it.
func (w *writer) flush() {
	if len(w.path) == 0 {
		return
	}
	d := string(w.path)
	w.path = w.path[:0]
	w.open("path", "d", d, "class", w.pathClass)
	w.end("/>")
}

// unlessOne leaves out what goes without saying.
func unlessOne(stroke string) string {
	if stroke == "1" {
		return ""
	}
	return stroke
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
	w.flush()
	w.open("g", "transform", "rotate("+num(n.Turn*180/math.Pi)+" "+num(c.X)+" "+num(c.Y)+")")
	w.end(">")
	w.node(&n)
	w.flush()
	w.end("</g>")
}

func (w *writer) node(n *scene.Node) {
	paint, b := n.Paint.String(), n.Box
	opacity := ""
	if n.Alpha != 1 {
		opacity = num(n.Alpha)
	}
	switch {
	case opacity == "" && n.Shape == scene.Line && (b.W == 0 || b.H == 0):
		w.box(paint, thick(b, n.Stroke))
		return
	case opacity == "" && n.Shape == scene.Box && n.Radius == 0 && n.Fade == (scene.Fade{}):
		w.box(paint, b)
		return
	case opacity == "" && n.Shape == scene.Dashes:
		w.dashes(n, paint)
		return
	case n.Shape == scene.Many:
		w.many(n, paint)
		return
	}
	w.flush()
	switch n.Shape {
	case scene.Glyphs:
		x, direction := b.X, ""
		if n.Text.RTL {
			x, direction = b.Right(), "rtl" // where its first letter stands
		}
		w.open("text", "x", tenth(x), "y", tenth(b.Y+n.Text.BaselinePx), "class", paint+" "+n.Text.Style.Face.String(),
			"font-size", num(n.Text.Style.SizePx), "opacity", opacity, "direction", direction, "data-more", n.More)
		w.end(">")
		escape(w.Buffer, n.Text.String)
		w.end("</text>")
	case scene.Line:
		w.open("path", "d", "M"+num(b.X)+" "+num(b.Y)+"l"+num(b.W)+" "+num(b.H), "class", paint+"-s", "stroke-width", unlessOne(num(n.Stroke)), "opacity", opacity)
		w.end("/>")
	case scene.Box, scene.Shadow:
		fill := ""
		if n.Fade != (scene.Fade{}) {
			fill = w.gradient(n)
		}
		w.rect(b, n.Radius, "class", classUnless(fill, paint), "fill", fill, "opacity", opacity)
	case scene.Outline:
		w.stroked(n, paint, opacity)
	case scene.Dashes:
		w.faded(n, paint, opacity)
	case scene.Hatch:
		w.hatch(n, paint, opacity)
	case scene.Triangle:
		w.open("path", "d", "M"+num(b.X)+" "+num(b.Y)+"l"+num(b.W)+" "+num(b.H/2)+"l"+num(-b.W)+" "+num(b.H/2)+"z", "class", paint, "opacity", opacity)
		w.end("/>")
	}
}

// many writes boxes, those of one opacity together. Each is a path of its own: one
// box a graphics processor fills as it is, but for a path of hundreds it has to find
// out what is inside, for longer than the page took to come.
func (w *writer) many(n *scene.Node, paint string) {
	w.flush()
	byAlpha := map[string][]scene.Cell{}
	var alphas []string
	for _, c := range n.Cells {
		// A hundred shades are more than anybody tells apart.
		alpha := num(n.Alpha * c.Alpha)
		if byAlpha[alpha] == nil {
			alphas = append(alphas, alpha)
		}
		byAlpha[alpha] = append(byAlpha[alpha], c)
	}
	for _, alpha := range alphas {
		w.open("g", "class", paint, "fill-opacity", unlessOne(alpha))
		w.end(">")
		for _, c := range byAlpha[alpha] {
			w.open("path", "d", string(appendSides([]byte("M"+num(c.X)+" "+num(c.Y)), scene.Rect{W: c.W, H: c.H})))
			w.end("/>")
		}
		w.WriteString("</g>")
	}
}

// thick is the box of an upright line.
func thick(line scene.Rect, stroke float64) scene.Rect {
	if line.W == 0 {
		return scene.Rect{X: line.X - stroke/2, Y: min(line.Y, line.Y+line.H), W: stroke, H: math.Abs(line.H)}
	}
	return scene.Rect{X: min(line.X, line.X+line.W), Y: line.Y - stroke/2, W: math.Abs(line.W), H: stroke}
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
func (w *writer) stroked(n *scene.Node, paint, opacity string) {
	w.rect(n.Box.Inset(n.Stroke/2), math.Max(0, n.Radius-n.Stroke/2), "class", paint+"-s", "stroke-width", num(n.Stroke), "opacity", opacity)
}

// round reports whether a node is a circle.
func round(n *scene.Node) bool { return n.Radius*2 >= n.Box.W && n.Radius*2 >= n.Box.H }

// dashes draws each side on its own, so that every side holds whole dashes
// and corners are closed.
func (w *writer) dashes(n *scene.Node, paint string) {
	if round(n) {
		w.ring(n, paint)
		return
	}
	b := n.Box
	side := func(x, y, dx, dy, length float64) {
		period := length / scene.DashCount(length)
		// The first and the last dash are half ones.
		for middle := 0.0; middle < length+period/8; middle += period {
			from, to := max(0, middle-period/4), min(length, middle+period/4)
			w.box(paint, scene.Rect{X: x + dx*from, Y: y + dy*from, W: dx*(to-from) + (1-dx)*n.Stroke, H: dy*(to-from) + (1-dy)*n.Stroke})
		}
	}
	side(b.X, b.Y, 1, 0, b.W)
	side(b.X, b.Bottom()-n.Stroke, 1, 0, b.W)
	side(b.X, b.Y, 0, 1, b.H)
	side(b.Right()-n.Stroke, b.Y, 0, 1, b.H)
}

// faded draws dashes with an opacity of their own.
func (w *writer) faded(n *scene.Node, paint, opacity string) {
	w.open("g", "opacity", opacity)
	w.end(">")
	w.dashes(n, paint)
	w.flush()
	w.end("</g>")
}

// ring draws a dashed circle: its dashes go in one round, and the first is
// centred on the left-most point, as by angle. It is a whole ring with gaps of
// paper over it, since graphics processors know rings and boxes, but must
// prepare for dashes along a curve. All rings of a size read alike, and weigh
// as one.
func (w *writer) ring(n *scene.Node, paint string) {
	w.flush()
	c, r := n.Box.Centre(), (n.Box.W-n.Stroke)/2
	count := scene.CircleDashCount(2 * math.Pi * r)
	turn := 2 * math.Pi / count
	gap := 2 * r * math.Sin(turn*(1-scene.CircleDash)/2)
	w.open("g", "transform", "translate("+num(c.X)+" "+num(c.Y)+")")
	w.end(">")
	w.open("circle", "r", num(r), "class", paint+"-s", "stroke-width", num(n.Stroke))
	w.end("/>")
	w.open("path", "class", scene.Paper.String(), "d", gaps(count, r-n.Stroke/2-0.5, r+n.Stroke/2+0.5, gap/2))
	w.end("/>")
	w.end("</g>")
}

// gaps are count boxes from inner to outer and half to either side, turned
// about the origin; the first lies half a turn and half a step on.
func gaps(count, inner, outer, half float64) string {
	var b strings.Builder
	for i := range int(count) {
		sin, cos := math.Sincos(math.Pi + (float64(i)+0.5)*2*math.Pi/count)
		command := "M"
		for _, p := range [4]scene.Point{{X: inner, Y: -half}, {X: outer, Y: -half}, {X: outer, Y: half}, {X: inner, Y: half}} {
			b.WriteString(command + num(p.X*cos-p.Y*sin) + " " + num(p.X*sin+p.Y*cos))
			command = "L"
		}
		b.WriteString("z")
	}
	return b.String()
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
	w.stroked(&edge, paint, opacity)
}

// tenth writes a number with one decimal. Of all that a page's pictures say, the places
// of their words compress worst, and letters have no edges that a grid would show.
func tenth(v float64) string { return num(math.Round(v*10) / 10) }

// num writes a number with at most two decimals: nobody sees a hundredth of a
// pixel, and every reader would pay for it.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
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
