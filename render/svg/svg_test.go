package svg_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/render/svg"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/view"
	"barline/timeline/window"
)

// lines breaks a drawing into a line per element, so that a diff can be read.
func lines(drawing []byte) string { return strings.ReplaceAll(string(drawing), "><", ">\n<") + "\n" }

func TestGoldenFigures(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{360, 1200} {
		golden.Text(t, fmt.Sprintf("figure-%v.svg", width), lines(svg.Append(nil, p.Figure(width, view.View{}), "p-", "figure")))
	}
}

// every is a scene with every shape, faded, turned and half seen.
func every(t *testing.T) *scene.Scene {
	t.Helper()
	s := &scene.Scene{WidthPx: 400, HeightPx: 120}
	for shape := scene.Box; shape <= scene.Glyphs; shape++ {
		n := scene.Node{ID: shape.String(), Shape: shape, Paint: scene.Talks, Alpha: 1, Stroke: 1.5, Radius: 2,
			Box: scene.Rect{X: 10 + 40*float64(shape), Y: 10, W: 20, H: 60}}
		if shape == scene.Glyphs {
			n.Text = storytest.Fonts(t).Line("4½ h", scene.Style{Face: scene.SerifBold, SizePx: 13.5})
		}
		s.Nodes = append(s.Nodes, n)
	}
	add := func(id string, base scene.Shape, change func(n *scene.Node)) {
		n := s.Nodes[base]
		n.ID, n.Box.Y = id, 80
		change(&n)
		s.Nodes = append(s.Nodes, n)
	}
	add("faded", scene.Box, func(n *scene.Node) {
		n.Fade = scene.Fade{From: scene.Point{X: 0, Y: 140}, To: scene.Point{X: 0, Y: 80}}
	})
	add("circle", scene.Dashes, func(n *scene.Node) { n.Box.W, n.Box.H, n.Radius = 20, 20, 10 })
	add("half seen", scene.Hatch, func(n *scene.Node) { n.Alpha = 0.5 })
	add("unseen", scene.Outline, func(n *scene.Node) { n.Alpha = 0 })
	add("turned", scene.Hatch, func(n *scene.Node) { n.Turn = -math.Pi / 4 })
	add("faded and turned", scene.Box, func(n *scene.Node) {
		// Turned by a quarter, the fade still runs up the scene.
		n.Box, n.Turn = scene.Rect{X: 300, Y: 90, W: 60, H: 20}, -math.Pi/2
		n.Fade = scene.Fade{From: scene.Point{X: 330, Y: 100}, To: scene.Point{X: 330, Y: 70}}
	})
	return s
}

// Many boxes stand together by their opacity, whatever the order they came in.
func TestManyBoxes(t *testing.T) {
	s := &scene.Scene{WidthPx: 40, HeightPx: 20, Nodes: []scene.Node{{Shape: scene.Many, Paint: scene.Talks, Alpha: 0.5,
		Cells: []scene.Cell{{X: 1, Y: 2, W: 3, H: 4, Alpha: 1}, {X: 5, Y: 2, W: 3, H: 4, Alpha: 0.5}, {X: 9, Y: 2, W: 3.5, H: 4, Alpha: 1}}}}}
	got := string(svg.Append(nil, s, "m", "many"))
	for _, want := range []string{`<g class="talks" fill-opacity="0.5"><path d="M1 2h3v4h-3z"/><path d="M9 2h3.5v4h-3.5z"/></g>`, `<g class="talks" fill-opacity="0.25"><path d="M5 2h3v4h-3z"/></g>`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nis not in\n%s", want, got)
		}
	}
}

func TestGoldenShapes(t *testing.T) {
	golden.Text(t, "shapes.svg", lines(svg.Append(nil, every(t), "s", "shapes")))
}

// element is what a test looks at of an element: its name, attributes and,
// gathered in all, its text.
type element struct {
	name       string
	attributes map[string]string
	text       string
}

// parse reads well-formed XML, strictly.
func parse(t *testing.T, document []byte) []element {
	t.Helper()
	var all []element
	var open []int
	d := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, document)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Name.Local]; twice {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attributes[a.Name.Local] = a.Value
			}
			open, all = append(open, len(all)), append(all, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text += string(token)
			}
		default:
			t.Errorf("a %T: %v", token, token)
		}
	}
}

// check finds what does not belong into a page under a strict policy, or
// refers to what is not there.
func check(t *testing.T, what string, all []element) {
	t.Helper()
	ids := map[string]bool{}
	for _, e := range all {
		if id := e.attributes["id"]; ids[id] {
			t.Errorf("%s: the id %q stands twice", what, id)
		} else if id != "" {
			ids[id] = true
		}
	}
	known := []string{"svg", "g", "rect", "path", "circle", "text", "linearGradient", "stop", "pattern"}
	for _, e := range all {
		if !slices.Contains(known, e.name) {
			t.Errorf("%s: <%s>", what, e.name)
		}
		for name, value := range e.attributes {
			if name == "style" || name == "href" || strings.HasPrefix(name, "on") {
				t.Errorf("%s: <%s %s=%q>", what, e.name, name, value)
			}
			if strings.Contains(value, "NaN") || strings.Contains(value, "Inf") {
				t.Errorf("%s: <%s %s=%q>", what, e.name, name, value)
			}
			if id, ok := strings.CutPrefix(value, "url(#"); ok && !ids[strings.TrimSuffix(id, ")")] {
				t.Errorf("%s: %s=%q refers to nothing", what, name, value)
			}
		}
	}
}

// A page holds one drawing for every rung: together they are well-formed, and
// no id of one is another's.
func TestDrawingsOfOnePage(t *testing.T) {
	p := storytest.Picture(t)
	page := []byte("<svg>")
	for _, width := range view.Ladder() {
		page = svg.Append(page, p.Figure(width, view.View{}), fmt.Sprintf("r%v-", width), fmt.Sprintf("r%v", width))
	}
	page = append(svg.Append(page, every(t), "shapes-", "shapes"), "</svg>"...)
	check(t, "the page", parse(t, page))
}

func TestEveryViewIsWellFormed(t *testing.T) {
	p := storytest.Picture(t)
	page := window.New(card.HeadingOf(p.Story(), p.Words()), p)
	for _, v := range []view.View{{Selected: "2025-03"}, {Focused: "embassy", Hovered: "2025-08-06"}, {Arrangement: view.Compare, Selected: "2025-12-02"}} {
		for _, width := range view.Ladder() {
			check(t, fmt.Sprintf("%v px, %+v", width, v), parse(t, svg.Append(nil, page.Still(p.Figure(width, v), v), "p-", "picture")))
		}
	}
}

// Every line of text comes out as it went in, and as nothing but text.
func TestTextIsEscaped(t *testing.T) {
	fonts := storytest.Fonts(t)
	for _, s := range []string{`a < b & "c" 'd' > e`, "]]>", "<script>alert(1)</script>", "&amp; &#60; &lt;", "<!-- -->", "${x} {{y}}", "سلام", "\u00a0 \u200f"} {
		drawing := svg.Append(nil, &scene.Scene{Nodes: []scene.Node{{Shape: scene.Glyphs, Alpha: 1, Text: fonts.Line(s, scene.Style{SizePx: 10})}}}, "p", "c")
		all := parse(t, drawing)
		check(t, s, all)
		if len(all) != 2 || all[1].text != s {
			t.Errorf("%q became %s", s, drawing)
		}
		if body := drawing[bytes.IndexByte(drawing, '>')+1:]; bytes.Contains(body, []byte("]]>")) {
			t.Errorf("%q ends a section: %s", s, body)
		}
	}
	// XML has no way to write these.
	for _, s := range []string{"a\ufffeb", "a\uffffb", "a\xffb"} {
		drawing := svg.Append(nil, &scene.Scene{Nodes: []scene.Node{{Shape: scene.Glyphs, Alpha: 1, Text: fonts.Line(s, scene.Style{SizePx: 10})}}}, "p", "c")
		if all := parse(t, drawing); all[1].text != "a\ufffdb" {
			t.Errorf("%q became %q", s, all[1].text)
		}
	}
}

func TestAttributesAreEscaped(t *testing.T) {
	const class = `a" onload="x`
	all := parse(t, svg.Append(nil, &scene.Scene{}, "p", class))
	check(t, class, all)
	if all[0].attributes["class"] != class {
		t.Errorf("the class is %q", all[0].attributes["class"])
	}
}

func TestAppendAppends(t *testing.T) {
	if got := string(svg.Append([]byte("before"), &scene.Scene{}, "p", "c")); !strings.HasPrefix(got, "before<svg ") || !strings.HasSuffix(got, "</svg>") {
		t.Error(got)
	}
}

// What cannot be seen is not written; what can, is there once.
func TestAlpha(t *testing.T) {
	box := func(alpha float64) string {
		return string(svg.Append(nil, &scene.Scene{Nodes: []scene.Node{{Box: scene.Rect{W: 1, H: 1}, Alpha: alpha}}}, "p", "c"))
	}
	if got := box(0); strings.Contains(got, "<rect") {
		t.Errorf("unseen: %s", got)
	}
	if got := box(0.25); strings.Count(got, "<rect") != 1 || !strings.Contains(got, `opacity="0.25"`) {
		t.Errorf("a quarter seen: %s", got)
	}
	if got := box(1); strings.Contains(got, "opacity") {
		t.Errorf("seen: %s", got)
	}
}
