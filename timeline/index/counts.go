package index

// Counts appends how many events start between each two neighbours of some rising
// times: columns of any calendar.
func (l *Lane) Counts(bounds []int64, dst []int) []int {
	if len(bounds) == 0 {
		return dst
	}
	before := l.since(bounds[0])
	for _, at := range bounds[1:] {
		n := before
		// Where nothing starts there is nothing to search.
		if before < len(l.starts) && l.starts[before] < at {
			n = l.since(at)
		}
		dst = append(dst, n-before)
		before = n
	}
	return dst
}
