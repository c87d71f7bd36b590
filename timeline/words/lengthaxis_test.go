package words_test

import (
	"testing"

	"barline/timeline/words"
)

func TestTicksOfLengths(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		n    int
		unit words.LengthUnit
		said bool
		want string
	}{
		{45, words.LengthMinutes, true, "45 minutes"}, {1, words.LengthHours, true, "1 hour"}, {12, words.LengthHours, false, "12"},
		{17, words.LengthDays, true, "17 days"}, {10000, words.LengthYears, true, "10,000 years"}, {5000, words.LengthYears, false, "5,000"},
	} {
		if got := w.LengthTick(c.n, c.unit, c.said); got != c.want {
			t.Errorf("%d is called %q, not %q", c.n, got, c.want)
		}
	}
}
