package gpu

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/render/glyph"
	"barline/render/gpu/kage"
	"barline/render/shape"
	"barline/scene"
	"barline/typeset"
)

// Renderer draws scenes. It keeps the batch of the scene drawn last.
type Renderer struct {
	// Wordless leaves all words out: something else shows them.
	Wordless bool
	// Native leaves those words out that none of our fonts has all letters of.
	Native bool

	atlas *atlas
	// plain draws glyphs and plain boxes, mark everything.
	plain, mark *ebiten.Shader
	scale       float64
	vertices    []ebiten.Vertex
	runs        []run
	indices     []uint32 // of as many quads as were ever drawn at once
	options     ebiten.DrawTrianglesShaderOptions
}

// run is a part of the batch that one shader draws.
type run struct {
	end   int // in vertices
	plain bool
}

// leastPlain is how many quads are worth a shader of their own: changing shaders
// takes time, too.
const leastPlain = 64

// New returns a renderer that sets text in these fonts.
func New(fonts *typeset.Fonts) *Renderer {
	return &Renderer{atlas: newAtlas(fonts)}
}

// Primitives is the number of quads in the batch.
func (r *Renderer) Primitives() int { return len(r.vertices) / 4 }

// Prepare makes the batch of a scene: scale is device pixels per CSS pixel,
// (x, y) where the scene's corner lies on the screen, in device pixels. It
// fails only if the shader does not compile.
func (r *Renderer) Prepare(s *scene.Scene, palette *scene.Palette, scale, x, y float64) error {
	if r.mark == nil {
		var err error
		if r.plain, err = ebiten.NewShader(kage.Plain()); err != nil {
			return err
		}
		if r.mark, err = ebiten.NewShader(kage.Mark()); err != nil {
			return err
		}
	}
	r.scale = scale
	for {
		generation := r.atlas.generation
		r.batch(s, palette, x, y)
		if r.atlas.generation == generation {
			return nil
		}
		// The atlas began anew half-way: what it gave before is void. A
		// scene that fills the largest atlas twice over is drawn as it is.
		if r.atlas.size == lastAtlas {
			r.batch(s, palette, x, y)
			return nil
		}
	}
}

func (r *Renderer) batch(s *scene.Scene, palette *scene.Palette, x, y float64) {
	r.vertices, r.runs = r.vertices[:0], r.runs[:0]
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Alpha <= 0 || n.Shape == scene.Glyphs && (r.Wordless || r.Native && n.Text.Foreign) {
			continue
		}
		c := premultiplied(palette[n.Paint], n.Alpha)
		switch n.Shape {
		case scene.Glyphs:
			r.text(n, c, x, y)
		case scene.Many:
			r.many(n, c, x, y)
		default:
			r.single(n, c, x, y)
		}
		r.note(isPlain(n))
	}
	r.join()
	for quads := len(r.vertices) / 4; len(r.indices) < 6*quads; {
		first := uint32(len(r.indices) / 6 * 4)
		r.indices = append(r.indices, first, first+1, first+2, first+1, first+3, first+2)
	}
}

// isPlain reports whether a node's quads can be drawn by the plain shader.
func isPlain(n *scene.Node) bool {
	return n.Shape == scene.Glyphs || n.Shape == scene.Many || kindOf(n.Shape) == kindBox && n.Radius == 0
}

// note adds what has been batched since the last time to the runs.
func (r *Renderer) note(plain bool) {
	last := len(r.runs) - 1
	switch {
	case len(r.vertices) == 0, last >= 0 && r.runs[last].end == len(r.vertices):
	case last >= 0 && r.runs[last].plain == plain:
		r.runs[last].end = len(r.vertices)
	default:
		r.runs = append(r.runs, run{len(r.vertices), plain})
	}
}

// join lets the shader that draws everything draw what is too short to change it
// for.
func (r *Renderer) join() {
	joined, begin := r.runs[:0], 0
	for _, next := range r.runs {
		next.plain = next.plain && next.end-begin >= 4*leastPlain
		begin = next.end
		if last := len(joined) - 1; last >= 0 && joined[last].plain == next.plain {
			joined[last].end = next.end
			continue
		}
		joined = append(joined, next)
	}
	r.runs = joined
}

// Draw draws the batch.
func (r *Renderer) Draw(screen *ebiten.Image) {
	if len(r.vertices) == 0 {
		return
	}
	r.atlas.upload()
	r.options.Images[0] = r.atlas.image
	begin := 0
	for _, run := range r.runs {
		shader := r.mark
		if run.plain {
			shader = r.plain
		}
		screen.DrawTrianglesShader32(r.vertices[begin:run.end], r.indices[:(run.end-begin)/4*6], shader, &r.options)
		begin = run.end
	}
}

func premultiplied(c color.NRGBA, alpha float64) [4]float32 {
	a := float64(c.A) / 255 * alpha
	return [4]float32{float32(float64(c.R) / 255 * a), float32(float64(c.G) / 255 * a), float32(float64(c.B) / 255 * a), float32(a)}
}

func (r *Renderer) single(n *scene.Node, c [4]float32, x, y float64) {
	m, cx, cy, dx, dy := shape.Of(n, r.scale)
	reach := m.Reach()
	code := pack(kindOf(n.Shape), m.Radius, m.Stroke)
	for _, corner := range [4][2]float64{{-1, -1}, {1, -1}, {-1, 1}, {1, 1}} {
		px, py := corner[0]*(m.HalfW+reach), corner[1]*(m.HalfH+reach)
		sx, sy := cx+px*dx-py*dy, cy+px*dy+py*dx
		last := 0.0
		switch {
		case n.Shape == scene.Dashes || n.Shape == scene.Hatch:
			last = r.scale
		case n.Fade != (scene.Fade{}):
			last = shape.FadeAt(n.Fade, sx/r.scale, sy/r.scale)
		}
		r.vertices = append(r.vertices, ebiten.Vertex{
			DstX: float32(sx + x), DstY: float32(sy + y), SrcX: float32(px), SrcY: float32(py),
			ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: c[3],
			Custom0: float32(m.HalfW), Custom1: float32(m.HalfH), Custom2: code, Custom3: float32(last),
		})
	}
}

// many appends a quad for each of a node's boxes: what single does for a plain
// box, without its questions.
func (r *Renderer) many(n *scene.Node, c [4]float32, x, y float64) {
	code := pack(kindOf(scene.Box), 0, 0)
	for i := range n.Cells {
		cell := &n.Cells[i]
		a := float32(cell.Alpha)
		halfW, halfH := float32(cell.W/2*r.scale), float32(cell.H/2*r.scale)
		cx, cy := float32((cell.X+cell.W/2)*r.scale+x), float32((cell.Y+cell.H/2)*r.scale+y)
		const reach = 1
		v := ebiten.Vertex{ColorR: c[0] * a, ColorG: c[1] * a, ColorB: c[2] * a, ColorA: c[3] * a,
			Custom0: halfW, Custom1: halfH, Custom2: code}
		for _, corner := range [4][2]float32{{-1, -1}, {1, -1}, {-1, 1}, {1, 1}} {
			v.SrcX, v.SrcY = corner[0]*(halfW+reach), corner[1]*(halfH+reach)
			v.DstX, v.DstY = cx+v.SrcX, cy+v.SrcY
			r.vertices = append(r.vertices, v)
		}
	}
}

func (r *Renderer) text(n *scene.Node, c [4]float32, x, y float64) {
	t := n.Text
	left, base := n.Box.X*r.scale+x, (n.Box.Y+t.BaselinePx)*r.scale+y
	for i := range t.Glyphs {
		g := &t.Glyphs[i]
		key, column, row := glyph.Place(*g, t.Style.SizePx*r.scale, left+g.X*r.scale, base+g.Y*r.scale)
		s := r.atlas.get(key)
		if s.bounds.Empty() {
			continue
		}
		x0, y0 := float32(column+s.bounds.Min.X), float32(row+s.bounds.Min.Y)
		x1, y1 := float32(column+s.bounds.Max.X), float32(row+s.bounds.Max.Y)
		u0, v0 := float32(s.at.X), float32(s.at.Y)
		u1, v1 := u0+float32(s.bounds.Dx()), v0+float32(s.bounds.Dy())
		v := ebiten.Vertex{ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: c[3]}
		for _, corner := range [4][4]float32{{x0, y0, u0, v0}, {x1, y0, u1, v0}, {x0, y1, u0, v1}, {x1, y1, u1, v1}} {
			v.DstX, v.DstY, v.SrcX, v.SrcY = corner[0], corner[1], corner[2], corner[3]
			r.vertices = append(r.vertices, v)
		}
	}
}

// Snapped rounds a figure's corner to whole device pixels, on which every
// baseline and glyph depends.
func Snapped(px, scale float64) float64 { return math.Round(px * scale) }
