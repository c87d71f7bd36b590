package reel

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/typeset"
)

// script is what all pages of a reel have in common.
type script struct {
	frame
	heading card.Heading
	figure  view.Figure
	credit  []*scene.Text
}

const (
	smallPx   = 12.5 // the headline over an event, its date
	creditPx  = 10.5
	gapPx     = 14.0 // between words and marks
	ringPx    = 3.5  // between a mark and its ring
	ruleIn    = 15.0 // how far a quotation stands beside its rule
	lineShare = 0.95 // of a line's height: words of a caption stand close
	// Letters from largePx on stand at largeShare.
	largePx, largeShare = 23.0, 0.86
)

// lineHeight is that of a line of words. Large Latin letters stand closer.
func (s *script) lineHeight(style scene.Style) float64 {
	share := lineShare
	if style.SizePx >= largePx && !s.figure.Fonts().RTL() {
		share = largeShare
	}
	return typeset.LineHeightPx(style) * share
}

// line is a text of a caption.
type line struct {
	text  string
	style scene.Style
	paint scene.Paint
	gap   float64 // over it
	most  int     // lines; 0: all that it takes
	ruled bool    // it stands beside a quotation's rule
	even  bool    // its lines are about equally long
}

// caption are texts that stand one under another.
type caption []line

// set is a caption broken into lines.
type set struct {
	lines  [][]*scene.Text
	height float64
	cut    bool // a text has more lines than it may
}

// broken breaks a caption into lines.
func (s *script) broken(c caption) set {
	var out set
	for i, l := range c {
		width := s.room()
		if l.ruled {
			width -= ruleIn
		}
		lines := s.figure.Fonts().Wrap(l.text, l.style, width, 0)
		if l.even {
			lines = card.Balanced(s.figure.Fonts(), l.text, l.style, width)
		}
		if l.most > 0 && len(lines) > l.most {
			lines, out.cut = s.figure.Fonts().Wrap(l.text, l.style, width, l.most), true
		}
		out.lines = append(out.lines, lines)
		if i > 0 {
			out.height += l.gap
		}
		out.height += float64(len(lines)) * s.lineHeight(l.style)
	}
	return out
}

// page builds one picture: a caption from a place on, the marks and the source line.
func (s *script) page(name string, c caption, top float64, lit string) *scene.Scene {
	b := layout.NewBuilder(s.figure.Fonts(), 128)
	if lit == "" {
		b.Add(scene.Node{ID: "reel:accent", Role: scene.Heading, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Talks, Box: scene.Rect{X: s.side, Y: top - 14, W: 34, H: 5}})
	} else {
		s.over(b)
	}
	s.words(b, name, c, top)
	y := s.height - s.foot - s.creditHeight()
	for i, t := range s.credit {
		b.Words("reel:credit:"+strconv.Itoa(i), "", scene.Credit, layout.ZWords, t, b.Start(t, s.side, s.room()), y, scene.Quiet)
		y += s.lineHeight(t.Style)
	}
	marks := s.figure.Strip(s.strip(), lit)
	b.Scene.Nodes = append(b.Scene.Nodes, marks...)
	if lit != "" {
		ring(b, marks, lit)
	}
	b.Mirror(0, 0, s.width)
	return b.Finish(s.width, s.height)
}

// ring draws a ring around the mark of the event that is told, as Play does.
func ring(b *layout.Builder, marks []scene.Node, lit string) {
	var around scene.Rect
	round := false
	for i := range marks {
		if n := &marks[i]; n.Event == lit && (n.Role == scene.Bar || n.Role == scene.Wait || n.Role == scene.Dot) {
			around = around.Union(n.Box)
			round = round || n.Role == scene.Dot
		}
	}
	if !around.Empty() {
		around = around.Inset(-ringPx)
		corner := min(around.W, around.H) / 2
		if !round {
			corner = min(corner, 5)
		}
		b.Add(scene.Node{ID: "reel:ring:" + lit, Role: scene.Ring, Z: layout.ZRing, Shape: scene.Outline, Paint: scene.Focus, Box: around, Stroke: 1.75, Radius: corner})
	}
}

// over sets the headline over an event.
func (s *script) over(b *layout.Builder) {
	y := s.top
	for i, t := range s.headline() {
		b.Words("reel:headline:"+strconv.Itoa(i), "", scene.Heading, layout.ZWords, t, b.Start(t, s.side, s.room()), y, scene.Quiet)
		y += s.lineHeight(t.Style)
	}
	b.Line("reel:under", scene.Heading, layout.ZAxis, scene.Rect{X: s.side, Y: y + 7, W: s.room()}, 1, scene.Hairline)
}

// headline is the headline as it stands over events.
func (s *script) headline() []*scene.Text {
	return s.figure.Fonts().Wrap(s.heading.Headline, scene.Style{Face: scene.SansBold, SizePx: smallPx}, s.room(), 2)
}

// under is where the words of an event begin.
func (s *script) under() float64 {
	y := s.top
	for _, t := range s.headline() {
		y += s.lineHeight(t.Style)
	}
	return y + 20
}

func (s *script) words(b *layout.Builder, name string, c caption, top float64) {
	y, rule := top, scene.Rect{}
	for i, lines := range s.broken(c).lines {
		l := c[i]
		if i > 0 {
			y += l.gap
		}
		x, width, begun := s.side, s.room(), y
		if l.ruled {
			x, width = x+ruleIn, width-ruleIn
		}
		for j, t := range lines {
			b.Words("reel:"+name+":"+strconv.Itoa(i)+":"+strconv.Itoa(j), "", scene.Caption, layout.ZWords, t, b.Start(t, x, width), y, l.paint)
			y += s.lineHeight(t.Style)
		}
		if l.ruled {
			if rule.Empty() {
				rule = scene.Rect{X: s.side, Y: begun, W: 3}
			}
			rule.H = y - rule.Y
		}
	}
	if !rule.Empty() {
		b.Add(scene.Node{ID: "reel:" + name + ":rule", Role: scene.Caption, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Talks, Box: rule})
	}
}

func (s *script) creditHeight() float64 {
	height := 0.0
	for _, t := range s.credit {
		height += s.lineHeight(t.Style)
	}
	return height
}

// strip is where the marks stand.
func (s *script) strip() scene.Rect {
	axis := s.axisY(s.creditHeight())
	return scene.Rect{X: s.side, Y: axis - s.stripPx, W: s.room(), H: s.stripPx}
}

// largest is the first of several captions that has room between two heights, with none
// of its texts cut; where none has, the last of them, as much of it as there is room for.
// Each is tried at falling sizes before the next.
func (s *script) largest(top, bottom float64, captions ...func(scale float64) caption) caption {
	for _, of := range captions {
		for _, scale := range []float64{1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.92, 0.85} {
			c := of(scale)
			if b := s.broken(c); !b.cut && top+b.height <= bottom {
				return c
			}
		}
	}
	c := captions[len(captions)-1](0.85)
	for {
		b := s.broken(c)
		if top+b.height <= bottom || len(c) == 1 && len(b.lines[0]) < 2 {
			return c
		}
		// A line less of the last text, or none of it.
		last := &c[len(c)-1]
		if last.most = len(b.lines[len(c)-1]) - 1; last.most < 1 {
			c = c[:len(c)-1]
		}
	}
}

// opening is the page with the story's own words.
func (s *script) opening() *scene.Scene {
	bottom := s.strip().Y - gapPx
	top := s.top + 14
	standfirst := strings.Join(s.heading.Standfirst, " ")
	with := func(scale float64, headline float64, standing int) caption {
		c := caption{{text: s.heading.Headline, style: scene.Style{Face: scene.SerifBold, SizePx: headline * min(scale, 1)}, paint: scene.Ink, even: true}}
		if standfirst != "" && standing != 0 {
			c = append(c, line{text: standfirst, style: scene.Style{Face: scene.Sans, SizePx: 14.5 * min(scale, 1.15)}, paint: scene.Quiet, gap: 13, most: standing})
		}
		if s.heading.Figure != "" {
			c = append(c, line{text: s.heading.Figure + s.heading.Cover, style: scene.Style{Face: scene.SansBold, SizePx: 13.5 * min(scale, 1.15)}, paint: scene.Ink, gap: 10})
		}
		return c
	}
	c := s.largest(top, bottom,
		func(k float64) caption { return with(k, s.headlinePx, 6) },
		func(k float64) caption { return with(k, s.headlinePx*0.8, 6) },
		func(k float64) caption { return with(k, s.headlinePx*0.7, 0) },
		func(k float64) caption { return with(k, s.headlinePx*0.55, 0)[:1] })
	return s.page("opening", c, top, "")
}

// told is the page of event i. It says what was said there or how it went; brief is the
// page with nothing but when, where, what and how long. They are one page where there is
// nothing else to say or no room for it.
func (s *script) told(i int) (full, brief *scene.Scene) {
	d := detail.Of(s.figure.Events(), i, s.figure.Words())
	top := s.under()
	bottom := s.strip().Y - gapPx
	short := func(k float64) caption { return facts(d, k) }
	brief = s.page(d.ID, s.largest(top, bottom, short), top, d.ID)
	var captions []func(float64) caption
	for _, q := range byLength(d.Quotes) {
		captions = append(captions, func(k float64) caption { return append(facts(d, k), quoted(q, k)...) })
	}
	if len(d.Summary) > 0 {
		captions = append(captions, func(k float64) caption {
			return append(facts(d, k), line{text: d.Summary[0], style: scene.Style{Face: scene.Sans, SizePx: 14.5 * min(k, 1.3)}, paint: scene.Ink, gap: 9 * k})
		})
	}
	if len(captions) == 0 {
		return brief, brief
	}
	return s.page(d.ID, s.largest(top, bottom, append(captions, short)...), top, d.ID), brief
}

// facts are when, where and what an event was, and how long.
func facts(d detail.Detail, k float64) caption {
	when := d.When
	if d.Where != "" {
		when += " · " + d.Where
	}
	c := caption{
		{text: when, style: scene.Style{Face: scene.Sans, SizePx: smallPx * min(k, 1.25)}, paint: scene.Quiet},
		{text: d.Title, style: scene.Style{Face: scene.SerifBold, SizePx: 24 * k}, paint: scene.Ink, gap: 3, even: true},
	}
	for _, s := range d.Length {
		c = append(c, line{text: s, style: scene.Style{Face: scene.SansBold, SizePx: 13.5 * min(k, 1.25)}, paint: scene.Ink, gap: 5})
	}
	return c
}

// quoted is a quotation with who said it, whole: words that somebody said are not cut.
func quoted(q detail.Quote, k float64) caption {
	c := caption{{text: q.Said(), style: scene.Style{Face: scene.Serif, SizePx: 18 * k}, paint: scene.Ink, gap: 12 * k, ruled: true}}
	for i, s := range []string{q.Speaker, q.By} {
		if s == "" {
			continue
		}
		l := line{text: s, style: scene.Style{Face: scene.SansBold, SizePx: smallPx * min(k, 1.25)}, paint: scene.Ink, gap: 5 * k, ruled: true}
		if i > 0 {
			l.style, l.paint, l.gap = scene.Style{Face: scene.Sans, SizePx: max(leastTextPx, 11*min(k, 1.25))}, scene.Quiet, 0
		}
		c = append(c, l)
	}
	return c
}

// mostLetters is more than there is room for in any picture.
const mostLetters = 1200

// byLength are the quotations that there may be room for, the longest first.
func byLength(all []detail.Quote) []detail.Quote {
	sorted := slices.DeleteFunc(slices.Clone(all), func(q detail.Quote) bool { return utf8.RuneCountInString(q.Said()) > mostLetters })
	slices.SortStableFunc(sorted, func(a, b detail.Quote) int {
		return utf8.RuneCountInString(b.Said()) - utf8.RuneCountInString(a.Said())
	})
	return sorted
}
