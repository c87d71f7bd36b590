package lanes

import "barline/timeline/scale"

// Gaps are at least a share of the whole, and are shown as a smaller one of what
// is left.
const (
	leastGap = 1.0 / 16
	gapShown = 1.0 / 36
)

// gapsOf finds the gaps of a table that is all there.
func gapsOf(t Table) scale.Gaps {
	from, to := t.Bounds()
	least := float64(to-from) * leastGap
	var gaps []scale.Gap
	until := from
	for i := range t.Len() {
		a, b := t.Span(i)
		if float64(a-until) >= least {
			gaps = append(gaps, scale.Gap{From: float64(until), To: float64(a)})
		}
		until = max(until, b)
	}
	left := float64(to - from)
	for _, g := range gaps {
		left -= g.To - g.From
	}
	for i := range gaps {
		gaps[i].Shown = min(left*gapShown, gaps[i].To-gaps[i].From)
	}
	return scale.NewGaps(gaps)
}

// HasGaps reports whether anything would be left out. It looks through all
// events the first time that all of them are there.
func (p *Picture) HasGaps() bool { return len(p.findGaps()) > 0 }

func (p *Picture) findGaps() scale.Gaps {
	if !p.gapsComputed && p.table.Len() == p.table.Total() {
		p.gapsComputed, p.allGaps = true, gapsOf(p.table)
	}
	return p.allGaps
}

// Collapse leaves long times out in which nothing happens, or shows them again.
// The time on the axis is another one then: Axis brings one from real time to it.
func (p *Picture) Collapse(on bool) {
	p.gaps = nil
	if on {
		p.gaps = p.findGaps()
	}
}

// Collapsed reports whether anything is left out.
func (p *Picture) Collapsed() bool { return len(p.gaps) > 0 }

// Axis is a real time as the scale counts it, Real the other way.
func (p *Picture) Axis(real float64) float64 { return p.gaps.Axis(real) }

// Real is the real time at a place of the scale.
func (p *Picture) Real(axis float64) float64 { return p.gaps.Real(axis) }
