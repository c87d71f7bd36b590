package lanes

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Columns are those of the calendar: days, weeks from Monday on, months, quarters,
// years and decades, the shortest that are wide enough.
func TestPeriods(t *testing.T) {
	const day = 86400
	at := time.Date(2024, 5, 16, 13, 45, 0, 0, time.UTC).Unix() // a Thursday
	for _, c := range []struct {
		secondsPerPx float64
		from, to     string
	}{
		{day / 4, "2024-05-16 00:00", "2024-05-17 00:00"},
		{day, "2024-05-13 00:00", "2024-05-20 00:00"},
		{5 * day, "2024-05-01 00:00", "2024-06-01 00:00"},
		{20 * day, "2024-04-01 00:00", "2024-07-01 00:00"},
		{100 * day, "2024-01-01 00:00", "2025-01-01 00:00"},
		{900 * day, "2020-01-01 00:00", "2030-01-01 00:00"},
	} {
		u := periodFor(c.secondsPerPx)
		from := u.floor(at)
		say := func(at int64) string { return time.Unix(at, 0).UTC().Format("2006-01-02 15:04") }
		if got, want := say(from)+" to "+say(u.next(from)), c.from+" to "+c.to; got != want {
			t.Errorf("at %v s a px columns are %s, want %s", c.secondsPerPx, got, want)
		}
		if u.about() < leastColumn*c.secondsPerPx {
			t.Errorf("at %v s a px columns are too narrow", c.secondsPerPx)
		}
	}
}

// Periods follow one another without a gap, at any time and scale.
func TestPeriodsFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := periodFor(rapid.Float64Range(1e-3, 1e9).Draw(t, "seconds per px"))
		at := rapid.Int64Range(-1e12, 1e12).Draw(t, "at")
		from := u.floor(at)
		to := u.next(from)
		if from > at || to <= at || u.floor(from) != from || u.floor(to-1) != from || u.floor(to) != to {
			t.Fatalf("%d lies from %d to %d", at, from, to)
		}
	})
}
