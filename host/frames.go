package host

import (
	"slices"
	"time"
)

// frames measures the time between frames while something moves.
type frames struct {
	last    time.Time
	ring    [240]float64 // milliseconds
	n       int          // intervals measured
	drawn   int
	scratch [240]float64
}

// pause is how long a frame may have been away before nobody was looking: the
// page was hidden, or out of view. What moves then goes on where it was.
const pause = 500 * time.Millisecond

// tick notes a frame and returns the seconds since the one before; after a
// rest or a pause it is one frame of 60 a second.
func (f *frames) tick(rested bool) float64 {
	now := time.Now()
	dt := 1.0 / 60
	if since := now.Sub(f.last); !f.last.IsZero() && !rested && since < pause {
		dt = since.Seconds()
		f.ring[f.n%len(f.ring)] = dt * 1000
		f.n++
	}
	f.last = now
	return dt
}

// percentiles returns the last interval and two percentiles of the latest.
func (f *frames) percentiles() (last, p50, p95 float64) {
	n := min(f.n, len(f.ring))
	if n == 0 {
		return 0, 0, 0
	}
	sorted := f.scratch[:n]
	copy(sorted, f.ring[:n])
	slices.Sort(sorted)
	return f.ring[(f.n-1)%len(f.ring)], sorted[n/2], sorted[min(n-1, n*95/100)]
}
