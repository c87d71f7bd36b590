package layout

// Spread moves things that would overlap apart, each as little as possible:
// centres ascending, half[i] the room that i needs to either side. It is the
// pool-adjacent-violators method: whatever collides forms a group that stands
// around its members' mean.
func Spread(centres, half []float64) []float64 {
	type group struct {
		first, n int
		sum      float64 // of the places the first member would like
		offset   float64 // of the last member from the first
	}
	var groups []group
	offsets := make([]float64, len(centres))
	at := func(g group) float64 { return g.sum / float64(g.n) }
	for i, c := range centres {
		g := group{first: i, n: 1, sum: c}
		for len(groups) > 0 {
			last := groups[len(groups)-1]
			room := half[g.first-1] + half[g.first]
			if at(last)+last.offset+room <= at(g) {
				break
			}
			shift := last.offset + room
			for j := g.first; j < g.first+g.n; j++ {
				offsets[j] += shift
			}
			g = group{first: last.first, n: last.n + g.n, sum: last.sum + g.sum - shift*float64(g.n), offset: shift + g.offset}
			groups = groups[:len(groups)-1]
		}
		groups = append(groups, g)
	}
	placed := make([]float64, len(centres))
	for _, g := range groups {
		for j := g.first; j < g.first+g.n; j++ {
			placed[j] = at(g) + offsets[j]
		}
	}
	return placed
}

// Confine moves things that Spread put beyond the ends of an axis back onto
// it, with whatever stands in their way. Where there are too many for the
// axis they overlap, about evenly.
func Confine(placed, half []float64, from, to float64) []float64 {
	if len(placed) == 0 {
		return placed
	}
	last := len(placed) - 1
	need := 0.0
	for _, h := range half {
		need += 2 * h
	}
	if last > 0 && need > to-from {
		squeeze := (to - from - half[0] - half[last]) / (need - half[0] - half[last])
		at := half[0]
		for i, h := range half {
			if i > 0 {
				at += half[i-1] + h
			}
			placed[i] = min(max(from+half[0]+(at-half[0])*squeeze, from+h), to-h)
		}
		return placed
	}
	end := to
	for i := last; i >= 0; i-- {
		placed[i] = min(placed[i], end-half[i])
		end = placed[i] - half[i]
	}
	start := from
	for i, h := range half {
		placed[i] = max(placed[i], start+h)
		start = placed[i] + h
	}
	return placed
}
