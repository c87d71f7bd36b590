package layout

// spread moves things that would overlap apart, each as little as possible:
// centres ascending, half[i] the room that i needs to either side. It is the
// pool-adjacent-violators method: whatever collides forms a group that stands
// around its members' mean.
func spread(centres, half []float64) []float64 {
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
