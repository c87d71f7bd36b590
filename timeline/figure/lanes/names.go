package lanes

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
)

// laneName is a lane's name and the number of its events, set, and the ids of
// their nodes.
type laneName struct {
	text, count            *scene.Text
	events                 int // that count says
	words, counted, ground string
}

const (
	mostNamePx = 280.0
	nameGap    = 8.0
)

// lane is the name of a lane. The number is set anew while events come.
func (k *keyed) lane(p *Picture, i int) *laneName {
	if k.lanes == nil {
		for i, name := range p.names {
			n := laneName{events: -1, words: "lane:" + strconv.Itoa(i), counted: "count:" + strconv.Itoa(i), ground: "ground:" + strconv.Itoa(i)}
			if name != "" {
				n.text = p.fonts.Shorten(name, strong(), mostNamePx)
			}
			k.lanes = append(k.lanes, n)
		}
	}
	n := &k.lanes[i]
	if events := p.laneLen(i); n.events != events {
		n.events, n.count = events, p.fonts.Line(p.words.Large(events), small())
	}
	return n
}

// totalName is the name of the strip of all lanes: how many events there are.
func (k *keyed) totalName(p *Picture) *laneName {
	n := &k.total
	if events := p.all.Len(); n.text == nil || n.events != events {
		*n = laneName{text: p.fonts.Line(p.words.Events(events), strong()), events: events, words: "total:events", counted: "total:columns", ground: "total:ground"}
	}
	return n
}

// drawNames draws the names of lanes over their strips, and the ground that marks
// and columns stand on.
func (p *Picture) drawNames(d *drawing, g *geometry) {
	for i, strip := range g.strips {
		n := p.keyed.lane(p, i)
		p.drawName(d, strip, n)
	}
	if g.total.H == 0 {
		return
	}
	n := p.keyed.totalName(p)
	n.count = p.keyed.columnText(p, p.columns.period, p.columns.topAll)
	p.drawName(d, g.total, n)
}

func (p *Picture) drawName(d *drawing, strip scene.Rect, n *laneName) {
	d.line(n.ground, scene.Furniture, layout.ZAxis, scene.Rect{X: strip.X, Y: strip.Bottom() + 0.5, W: strip.W}, scene.Hairline)
	if n.text == nil {
		return
	}
	d.words(n.words, scene.Furniture, layout.ZAxis, n.text, strip.X, strip.Y-nameHeight, scene.Quiet)
	if x := strip.X + n.text.WidthPx + nameGap; x+n.count.WidthPx <= strip.Right() {
		d.words(n.counted, scene.Furniture, layout.ZAxis, n.count, x, strip.Y-nameHeight, scene.Quiet)
	}
}
