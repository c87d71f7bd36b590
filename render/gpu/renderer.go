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

	atlas    *atlas
	shader   *ebiten.Shader
	scale    float64
	vertices []ebiten.Vertex
	indices  []uint32
	options  ebiten.DrawTrianglesShaderOptions
}

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
	if r.shader == nil {
		shader, err := ebiten.NewShader(kage.Mark())
		if err != nil {
			return err
		}
		r.shader = shader
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
	r.vertices, r.indices = r.vertices[:0], r.indices[:0]
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Alpha <= 0 || r.Wordless && n.Shape == scene.Glyphs {
			continue
		}
		c := premultiplied(palette[n.Paint], n.Alpha)
		switch n.Shape {
		case scene.Glyphs:
			r.text(n, c, x, y)
		case scene.Many:
			r.many(n, c, x, y)
		default:
			r.mark(n, c, x, y)
		}
	}
}

// Draw draws the batch.
func (r *Renderer) Draw(screen *ebiten.Image) {
	if len(r.indices) == 0 {
		return
	}
	r.atlas.upload()
	r.options.Images[0] = r.atlas.image
	screen.DrawTrianglesShader32(r.vertices, r.indices, r.shader, &r.options)
}

func premultiplied(c color.NRGBA, alpha float64) [4]float32 {
	a := float64(c.A) / 255 * alpha
	return [4]float32{float32(float64(c.R) / 255 * a), float32(float64(c.G) / 255 * a), float32(float64(c.B) / 255 * a), float32(a)}
}

func (r *Renderer) mark(n *scene.Node, c [4]float32, x, y float64) {
	m, cx, cy, dx, dy := shape.Of(n, r.scale)
	reach := m.Reach()
	code := pack(kindOf(n.Shape), m.Radius, m.Stroke)
	first := uint32(len(r.vertices))
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
	r.quad(first)
}

// many appends a quad for each of a node's boxes: what mark does for a plain
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
		first := uint32(len(r.vertices))
		for _, corner := range [4][2]float32{{-1, -1}, {1, -1}, {-1, 1}, {1, 1}} {
			v.SrcX, v.SrcY = corner[0]*(halfW+reach), corner[1]*(halfH+reach)
			v.DstX, v.DstY = cx+v.SrcX, cy+v.SrcY
			r.vertices = append(r.vertices, v)
		}
		r.quad(first)
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
		first := uint32(len(r.vertices))
		v := ebiten.Vertex{ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: c[3]}
		for _, corner := range [4][4]float32{{x0, y0, u0, v0}, {x1, y0, u1, v0}, {x0, y1, u0, v1}, {x1, y1, u1, v1}} {
			v.DstX, v.DstY, v.SrcX, v.SrcY = corner[0], corner[1], corner[2], corner[3]
			r.vertices = append(r.vertices, v)
		}
		r.quad(first)
	}
}

func (r *Renderer) quad(first uint32) {
	r.indices = append(r.indices, first, first+1, first+2, first+1, first+3, first+2)
}

// Snapped rounds a figure's corner to whole device pixels, on which every
// baseline and glyph depends.
func Snapped(px, scale float64) float64 { return math.Round(px * scale) }
