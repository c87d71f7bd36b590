package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strconv"

	"barline/scene"
	"barline/typeset"
)

// Page is a page: a scene as large as its paper. What lies outside of Clip is not drawn;
// an empty one clips nothing.
type Page struct {
	Scene *scene.Scene
	Clip  scene.Rect
}

// pointsPerPx: a px is 1/96 of an inch, a point 1/72.
const pointsPerPx = 0.75

// Write is a file of pages. title and lang, a language's tag, describe it.
func Write(pages []Page, palette *scene.Palette, fonts *typeset.Fonts, title, lang string) []byte {
	f := &file{}
	root, tree, resources := f.reserve(), f.reserve(), f.reserve()
	w := &writer{file: f, palette: palette, letters: letters{fonts: fonts, codes: map[glyphKey]code{}}, states: map[string]int{}}
	var kids bytes.Buffer
	for _, p := range pages {
		w.Reset()
		fmt.Fprintf(w, "%s 0 0 -%s 0 %s cm\n", num(pointsPerPx), num(pointsPerPx), num(p.Scene.HeightPx*pointsPerPx))
		if !p.Clip.Empty() {
			w.box(p.Clip)
			w.WriteString("W n\n")
		}
		for i := range p.Scene.Nodes {
			if n := &p.Scene.Nodes[i]; n.Alpha > 0 && n.Shape != scene.Shadow {
				w.node(n)
			}
		}
		contents := f.stream("", w.Bytes())
		page := f.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %d 0 R/Contents %d 0 R>>", tree, num(p.Scene.WidthPx*pointsPerPx), num(p.Scene.HeightPx*pointsPerPx), resources, contents)
		fmt.Fprintf(&kids, "%d 0 R ", page)
	}
	var named bytes.Buffer
	named.WriteString("/Font<<")
	for i, n := range w.letters.write(f) {
		fmt.Fprintf(&named, "/F%d %d 0 R", i, n)
	}
	named.WriteString(">>/ExtGState<<")
	for i, n := range w.order {
		fmt.Fprintf(&named, "/S%d %d 0 R", i, n)
	}
	f.set(resources, "<<%s>>>>", named.Bytes())
	f.set(tree, "<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.Bytes())
	f.set(root, "<</Type/Catalog/Pages %d 0 R/Lang %s/ViewerPreferences<</DisplayDocTitle true>>>>", tree, text(lang))
	return f.bytes(root, f.add("<</Title %s/Creator(Barline)>>", text(title)))
}

// writer writes the content of a page.
type writer struct {
	bytes.Buffer
	file    *file
	palette *scene.Palette
	letters letters
	// states are the opacities and fades that were used, by what they say, and order
	// their objects, by their numbers in the resources.
	states map[string]int
	order  []int
}

// state sets an opacity or a fade for what follows.
func (w *writer) state(key string, make func() int) {
	i, ok := w.states[key]
	if !ok {
		i = len(w.order)
		w.states[key], w.order = i, append(w.order, make())
	}
	fmt.Fprintf(w, "/S%d gs ", i)
}

// paint begins a node's drawing: colour, opacity and fade, until end.
func (w *writer) paint(n *scene.Node, share float64) {
	w.WriteString("q ")
	c := w.palette[n.Paint]
	alpha := n.Alpha * share * float64(c.A) / 255
	if alpha < 0.995 {
		said := num(math.Round(alpha*100) / 100)
		w.state(said, func() int { return w.file.add("<</Type/ExtGState/ca %s/CA %s>>", said, said) })
	}
	if n.Fade != (scene.Fade{}) {
		f, box := n.Fade, n.Box.Inset(-2)
		key := fmt.Sprintf("fade %v %v", f, box)
		w.state(key, func() int { return w.fade(f, box) })
	}
	rgb := colour(c)
	w.WriteString(rgb + " rg " + rgb + " RG ")
}

func (w *writer) end() { w.WriteString("Q\n") }

func colour(c color.NRGBA) string {
	return num(float64(c.R)/255) + " " + num(float64(c.G)/255) + " " + num(float64(c.B)/255)
}

// fade is a mask that lets less and less through.
func (w *writer) fade(f scene.Fade, box scene.Rect) int {
	shading := w.file.add("<</ShadingType 2/ColorSpace/DeviceGray/Coords[%s %s %s %s]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>>>", num(f.From.X), num(f.From.Y), num(f.To.X), num(f.To.Y))
	group := w.file.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s %s %s %s]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</M %d 0 R>>>>", num(box.X), num(box.Y), num(box.Right()), num(box.Bottom()), shading), []byte("/M sh"))
	return w.file.add("<</Type/ExtGState/SMask<</S/Luminosity/G %d 0 R>>>>", group)
}

func (w *writer) node(n *scene.Node) {
	if n.Shape == scene.Many {
		w.many(n)
		return
	}
	w.paint(n, 1)
	defer w.end()
	if n.Turn != 0 {
		c, sin, cos := n.Box.Centre(), math.Sin(n.Turn), math.Cos(n.Turn)
		fmt.Fprintf(w, "%s %s %s %s %s %s cm ", num(cos), num(sin), num(-sin), num(cos), num(c.X-c.X*cos+c.Y*sin), num(c.Y-c.X*sin-c.Y*cos))
	}
	switch b := n.Box; n.Shape {
	case scene.Glyphs:
		w.text(n)
	case scene.Line:
		w.WriteString(num(n.Stroke) + " w " + num(b.X) + " " + num(b.Y) + " m " + num(b.X+b.W) + " " + num(b.Y+b.H) + " l S ")
	case scene.Box:
		w.rounded(b, n.Radius)
		w.WriteString("f ")
	case scene.Outline:
		w.outline(n, n.Stroke)
	case scene.Dashes:
		w.dashes(n)
	case scene.Hatch:
		w.hatch(n)
	case scene.Triangle:
		w.WriteString(num(b.X) + " " + num(b.Y) + " m " + num(b.Right()) + " " + num(b.Y+b.H/2) + " l " + num(b.X) + " " + num(b.Bottom()) + " l h f ")
	}
}

func (w *writer) many(n *scene.Node) {
	for _, c := range n.Cells {
		w.paint(n, c.Alpha)
		w.box(scene.Rect{X: c.X, Y: c.Y, W: c.W, H: c.H})
		w.WriteString("f ")
		w.end()
	}
}

// text draws a line, glyph by glyph, under what it says.
func (w *writer) text(n *scene.Node) {
	w.WriteString("/Span<</ActualText" + text(n.Text.String) + ">>BDC BT ")
	font, size := -1, n.Text.Style.SizePx
	for _, g := range n.Text.Glyphs {
		c := w.letters.code(g)
		if c.font != font {
			font = c.font
			fmt.Fprintf(w, "/F%d 1 Tf ", font)
		}
		fmt.Fprintf(w, "%s 0 0 -%s %s %s Tm <%02X> Tj ", num(size), num(size), num(n.Box.X+g.X), num(n.Box.Y+n.Text.BaselinePx+g.Y), c.number)
	}
	w.WriteString("ET EMC ")
}

func (w *writer) box(b scene.Rect) {
	w.WriteString(num(b.X) + " " + num(b.Y) + " " + num(b.W) + " " + num(b.H) + " re ")
}

// kappa is how far a curve's handles reach that is a quarter of a circle.
const kappa = 0.5523

// rounded is the path of a box with round corners.
func (w *writer) rounded(b scene.Rect, radius float64) {
	r := min(radius, b.W/2, b.H/2)
	if r <= 0 {
		w.box(b)
		return
	}
	h := r * (1 - kappa)
	x, y, right, bottom := b.X, b.Y, b.Right(), b.Bottom()
	put := func(operator string, v ...float64) {
		for _, v := range v {
			w.WriteString(num(v) + " ")
		}
		w.WriteString(operator + " ")
	}
	put("m", x+r, y)
	put("l", right-r, y)
	put("c", right-h, y, right, y+h, right, y+r)
	put("l", right, bottom-r)
	put("c", right, bottom-h, right-h, bottom, right-r, bottom)
	put("l", x+r, bottom)
	put("c", x+h, bottom, x, bottom-h, x, bottom-r)
	put("l", x, y+r)
	put("c", x, y+h, x+h, y, x+r, y)
	put("h")
}

// outline strokes a box, the stroke inside it.
func (w *writer) outline(n *scene.Node, stroke float64) {
	w.rounded(n.Box.Inset(stroke/2), max(0, n.Radius-stroke/2))
	w.WriteString(num(stroke) + " w S ")
}

// dashes draws each side with whole dashes, and half ones at the corners.
func (w *writer) dashes(n *scene.Node) {
	b := n.Box.Inset(n.Stroke / 2)
	w.WriteString(num(n.Stroke) + " w ")
	if n.Radius*2 >= n.Box.W && n.Radius*2 >= n.Box.H {
		around := math.Pi * b.W
		period := around / scene.CircleDashCount(around)
		on := period * scene.CircleDash
		w.WriteString("[" + num(on) + " " + num(period-on) + "] " + num(on/2) + " d ")
		w.rounded(b, b.W/2)
		w.WriteString("S ")
		return
	}
	side := func(x0, y0, x1, y1, length float64) {
		half := length / scene.DashCount(length) / 2
		w.WriteString("[" + num(half) + "] " + num(half/2) + " d " + num(x0) + " " + num(y0) + " m " + num(x1) + " " + num(y1) + " l S ")
	}
	o := n.Box
	side(o.X, b.Y, o.Right(), b.Y, o.W)
	side(o.X, b.Bottom(), o.Right(), b.Bottom(), o.W)
	side(b.X, o.Y, b.X, o.Bottom(), o.H)
	side(b.Right(), o.Y, b.Right(), o.Bottom(), o.H)
}

// hatch fills a box with stripes that lead from its upper right to its lower left, and
// strokes its edge.
func (w *writer) hatch(n *scene.Node) {
	b := n.Box
	w.WriteString("q ")
	w.rounded(b, n.Radius)
	w.WriteString("W n " + num(scene.HatchPeriodPx/2.0/math.Sqrt2) + " w ")
	for c := scene.HatchPeriodPx / 2.0; c < b.W+b.H+scene.HatchPeriodPx; c += scene.HatchPeriodPx {
		w.WriteString(num(b.X+c+1) + " " + num(b.Y-1) + " m " + num(b.X-1) + " " + num(b.Y+c+1) + " l ")
	}
	w.WriteString("S Q ")
	w.outline(n, scene.HatchEdgePx)
}

// Pages is the number of pages of a file that Write has written.
func Pages(file []byte) int {
	_, after, ok := bytes.Cut(file, []byte("/Type/Pages/Count "))
	if !ok {
		return 0
	}
	digits, _, _ := bytes.Cut(after, []byte("/"))
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return 0
	}
	return n
}
