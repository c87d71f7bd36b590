package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"barline/assets"
	"barline/assets/fonts"
	"barline/render/svg"
	"barline/scene"
	"barline/typeset"
)

// drawChart draws results as an SVG that needs nothing beside it.
func drawChart(from, to string) error {
	contents, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var r results
	if err := json.Unmarshal(contents, &r); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	s, err := chart(&r)
	if err != nil {
		return err
	}
	palette := assets.Light()
	return os.WriteFile(to, standalone(s, &palette), 0o644)
}

// standalone gives a drawing the colours of a palette for the classes that it
// uses, and fonts that a reader has.
func standalone(s *scene.Scene, palette *scene.Palette) []byte {
	body := svg.Append(nil, s, "", "bench")
	var rules strings.Builder
	for paint, c := range palette {
		name, colour := scene.Paint(paint).String(), fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
		fmt.Fprintf(&rules, ".%s{fill:%s}.%s-s{fill:none;stroke:%s}", name, colour, name, colour)
	}
	rules.WriteString(`text{font-family:"Noto Sans",sans-serif;white-space:pre}.sans-bold{font-weight:700}`)
	head, rest, _ := bytes.Cut(body, []byte(">"))
	return fmt.Appendf(nil, "%s xmlns=\"http://www.w3.org/2000/svg\"><style>%s</style>%s\n", head, rules.String(), rest)
}

// The chart's measures, in px.
const (
	chartWidth, chartHeight = 960, 440
	marginPx                = 20
	axisPx                  = 60  // left of a panel, for its numbers
	gutterPx                = 128 // right of it, for names
	plotTop, plotBottom     = 118, chartHeight - 48
	markPx                  = 7
	namePx                  = 16 // from name to name, at least
)

// look is how a contestant is drawn: Barline stands out, the others differ by
// their marks.
type look struct {
	line, words scene.Paint
	stroke      float64
	mark        scene.Shape // Box, Outline or Triangle
	round       bool
}

func looks() map[string]look {
	return map[string]look{
		floorName:      {scene.Axis, scene.Quiet, 1, scene.Box, false},
		barlineName:    {scene.Talks, scene.Talks, 3, scene.Box, true},
		"vis-timeline": {scene.Waiting, scene.Quiet, 1.5, scene.Box, false},
		"timelinejs":   {scene.Waiting, scene.Quiet, 1.5, scene.Triangle, false},
		"echarts":      {scene.Other, scene.Other, 1.5, scene.Box, true},
		"plot":         {scene.Other, scene.Other, 1.5, scene.Outline, true},
		"d3":           {scene.Ink, scene.Ink, 1.5, scene.Outline, false},
		"d3-canvas":    {scene.Ink, scene.Ink, 1.5, scene.Outline, true},
	}
}

// chart shows what panning costs by the number of events, both logarithmic.
func chart(r *results) (*scene.Scene, error) {
	set, err := fonts.All("en")
	if err != nil {
		return nil, err
	}
	d := &drawing{Scene: scene.Scene{WidthPx: chartWidth, HeightPx: chartHeight}, fonts: set, results: r}
	d.add(scene.Node{Shape: scene.Box, Paint: scene.Paper, Box: scene.Rect{W: chartWidth, H: chartHeight}})
	d.text(marginPx, 16, "What a frame costs while panning, by the number of events", scene.SansBold, 17, scene.Ink)
	d.text(marginPx, 42, fmt.Sprintf("%d × %d px, %s; %s, %s.", r.Width, r.Height, r.Machine, r.Browser, r.Date), scene.Sans, 12.5, scene.Quiet)
	d.text(marginPx, 60, "A line ends where a page fails, or is not there in time. The floor is an empty Ebitengine page.", scene.Sans, 12.5, scene.Quiet)
	const half = chartWidth / 2
	d.panel(0, half, "From frame to frame, ms (95th percentile)", func(m *motion) float64 { return m.P95Ms })
	d.panel(half, half, "Work of the main thread for a frame, ms", func(m *motion) float64 { return m.FrameMs })
	return &d.Scene, nil
}

type drawing struct {
	scene.Scene
	fonts   *typeset.Fonts
	results *results
}

func (d *drawing) add(n scene.Node) {
	n.ID, n.Alpha = fmt.Sprint(len(d.Nodes)), 1
	d.Nodes = append(d.Nodes, n)
}

func (d *drawing) line(from, to scene.Point, stroke float64, paint scene.Paint) {
	d.add(scene.Node{Shape: scene.Line, Paint: paint, Stroke: stroke, Box: scene.Rect{X: from.X, Y: from.Y, W: to.X - from.X, H: to.Y - from.Y}})
}

func (d *drawing) text(x, y float64, words string, face scene.Face, size float64, paint scene.Paint) {
	t := d.fonts.Line(words, scene.Style{Face: face, SizePx: size})
	d.add(scene.Node{Shape: scene.Glyphs, Paint: paint, Text: t, Box: scene.Rect{X: x, Y: y, W: t.WidthPx, H: typeset.LineHeightPx(t.Style)}})
}

// label is small text about a point: share of its width lies left of it.
func (d *drawing) label(p scene.Point, share float64, words string, face scene.Face, paint scene.Paint) {
	style := scene.Style{Face: face, SizePx: 12}
	d.text(p.X-share*d.fonts.Width(words, style), p.Y-typeset.LineHeightPx(style)/2, words, face, style.SizePx, paint)
}

// curve is one contestant's line in a panel.
type curve struct {
	contestant
	points []scene.Point
	nameY  float64
}

// panel draws one measure of all pages.
func (d *drawing) panel(left, width float64, title string, of func(*motion) float64) {
	plot := scene.Rect{X: left + axisPx, Y: plotTop, W: width - axisPx - gutterPx, H: plotBottom - plotTop}
	d.text(left+marginPx, plotTop-30, title, scene.SansBold, 13, scene.Ink)

	var sizes []int
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range d.results.Visits {
		if !slices.Contains(sizes, v.Events) {
			sizes = append(sizes, v.Events)
		}
		if v.Pan != nil {
			low, high = min(low, decades(of(v.Pan))), max(high, decades(of(v.Pan)))
		}
	}
	if math.IsInf(low, 1) {
		return
	}
	slices.Sort(sizes)
	low, high = low-0.15, high+0.15
	first, last := decades(float64(sizes[0])), decades(float64(sizes[len(sizes)-1]))
	x := func(events int) float64 {
		return plot.X + (decades(float64(events))-first)/max(1, last-first)*plot.W
	}
	y := func(value float64) float64 { return plot.Bottom() - (decades(value)-low)/(high-low)*plot.H }

	for decade := math.Floor(low); decade <= high; decade++ {
		for _, value := range []float64{math.Pow(10, decade), 3 * math.Pow(10, decade)} {
			if at := y(value); at >= plot.Y && at < plot.Bottom()-4 {
				d.line(scene.Point{X: plot.X, Y: at}, scene.Point{X: plot.Right(), Y: at}, 1, scene.Grid)
				d.label(scene.Point{X: plot.X - 8, Y: at}, 1, grouped(value), scene.Sans, scene.Quiet)
			}
		}
	}
	for _, n := range sizes {
		at := scene.Point{X: x(n), Y: plot.Bottom()}
		d.line(at, scene.Point{X: at.X, Y: at.Y + 5}, 1, scene.Axis)
		d.label(scene.Point{X: at.X, Y: at.Y + 16}, 0.5, short(n), scene.Sans, scene.Quiet)
	}
	d.line(scene.Point{X: plot.X, Y: plot.Bottom()}, scene.Point{X: plot.Right(), Y: plot.Bottom()}, 1, scene.Axis)
	d.label(scene.Point{X: plot.Right() + 26, Y: plot.Bottom() + 16}, 0, "events", scene.Sans, scene.Quiet)

	var curves []curve
	for _, c := range contestants() {
		one := curve{contestant: c}
		for _, v := range d.results.Visits {
			if v.Page == c.name && v.Pan != nil {
				one.points = append(one.points, scene.Point{X: x(v.Events), Y: y(of(v.Pan))})
			}
		}
		if len(one.points) > 0 {
			curves = append(curves, one)
		}
	}
	name(curves, plot)
	// Barline comes last, over the others.
	for _, last := range []bool{false, true} {
		for _, c := range curves {
			if last == (c.name == barlineName) {
				d.curve(c, plot.Right())
			}
		}
	}
}

func (d *drawing) curve(c curve, right float64) {
	look, end := looks()[c.name], c.points[len(c.points)-1]
	d.line(end, scene.Point{X: right + 14, Y: c.nameY}, 1, scene.Hairline)
	for i, p := range c.points[1:] {
		d.line(c.points[i], p, look.stroke, look.line)
	}
	for _, p := range c.points {
		if c.name == floorName {
			break
		}
		b := scene.Rect{X: p.X - markPx/2.0, Y: p.Y - markPx/2.0, W: markPx, H: markPx}
		radius := 0.0
		if look.round {
			radius = markPx / 2.0
		}
		if look.mark == scene.Outline {
			d.add(scene.Node{Shape: scene.Box, Paint: scene.Paper, Box: b, Radius: radius})
		}
		d.add(scene.Node{Shape: look.mark, Paint: look.line, Box: b, Radius: radius, Stroke: 1.5})
	}
	face := scene.Sans
	if c.name == barlineName {
		face = scene.SansBold
	}
	d.label(scene.Point{X: right + 18, Y: c.nameY}, 0, c.title, face, look.words)
}

// name puts the names beside the ends of their lines, moved apart where they
// would touch.
func name(curves []curve, plot scene.Rect) {
	end := func(c curve) float64 { return c.points[len(c.points)-1].Y }
	slices.SortStableFunc(curves, func(a, b curve) int { return int(math.Copysign(1, end(a)-end(b))) })
	until := plot.Y
	for i := range curves {
		curves[i].nameY = max(until, end(curves[i]))
		until = curves[i].nameY + namePx
	}
	until = plot.Bottom()
	for i := len(curves) - 1; i >= 0; i-- {
		curves[i].nameY = min(until, curves[i].nameY)
		until = curves[i].nameY - namePx
	}
}

// decades is a logarithm; what took no time at all took a hundredth of a ms.
func decades(v float64) float64 { return math.Log10(max(v, 0.01)) }

// grouped writes 1000 as 1,000, and less as it is.
func grouped(v float64) string {
	if v < 1000 {
		return fmt.Sprintf("%.3g", v)
	}
	return fmt.Sprintf("%d,%03d", int(v)/1000, int(v)%1000)
}

// short writes a number of events as people say it.
func short(n int) string {
	switch {
	case n >= 1_000_000:
		return fmt.Sprintf("%g M", float64(n)/1e6)
	case n >= 1000:
		return fmt.Sprintf("%g k", float64(n)/1e3)
	}
	return fmt.Sprint(n)
}
