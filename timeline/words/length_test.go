package words_test

import (
	"testing"

	"barline/data"
	"barline/timeline/words"
)

func duration(t *testing.T, s string) data.Duration {
	t.Helper()
	d, err := data.ParseDuration(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLength(t *testing.T) {
	w := words.English()
	for _, c := range []struct{ in, long, short string }{
		{"PT3H", "3 hours", "3 h"},
		{"PT3H30M", "3½ hours", "3½ h"},
		{"PT4H15M", "4¼ hours", "4¼ h"},
		{"PT4H45M", "4¾ hours", "4¾ h"},
		{"PT1H", "1 hour", "1 h"},
		{"PT1H30M", "1½ hours", "1½ h"},
		{"PT1H20M", "1 hour 20 minutes", "1 h 20 min"},
		{"PT2H1M", "2 hours 1 minute", "2 h 1 min"},
		{"PT45M", "45 minutes", "45 min"},
		{"PT30M", "30 minutes", "30 min"},
		{"PT1M", "1 minute", "1 min"},
		{"P1D", "24 hours", "24 h"},
		{"P1DT2H", "26 hours", "26 h"},
		// Seconds are rounded to the minute, also where that makes an hour.
		{"PT90S", "2 minutes", "2 min"},
		{"PT59M31S", "1 hour", "1 h"},
		{"PT2H59M40S", "3 hours", "3 h"},
		{"<PT3H", "just under 3 hours", "under 3 h"},
		{"~PT3H", "about 3 hours", "about 3 h"},
		{">PT3H", "more than 3 hours", "over 3 h"},
		{"<PT1H20M", "just under 1 hour 20 minutes", "under 1 h 20 min"},
		{"~PT1H", "about 1 hour", "about 1 h"},
		{"unknown", "length unknown", "unknown"},
	} {
		d := duration(t, c.in)
		if got := w.Length(d); got != c.long {
			t.Errorf("%s: %q, want %q", c.in, got, c.long)
		}
		if got := w.LengthShort(d); got != c.short {
			t.Errorf("%s in short: %q, want %q", c.in, got, c.short)
		}
	}
}

// Less than half a minute must not come out as no time at all.
func TestLengthIsNeverZero(t *testing.T) {
	w := words.English()
	for _, in := range []string{"PT1S", "PT29S", "<PT1S", "~PT10S"} {
		d := duration(t, in)
		for _, got := range []string{w.Length(d), w.LengthShort(d)} {
			if got == "0 minutes" || got == "0 min" || got == "just under 0 minutes" || got == "under 0 min" || got == "about 0 minutes" || got == "about 0 min" {
				t.Errorf("%s: %q", in, got)
			}
		}
	}
}

func TestHoursOnTheAxis(t *testing.T) {
	w := words.English()
	for _, c := range []struct {
		hours float64
		unit  bool
		want  string
	}{{2, false, "2"}, {8, true, "8 hours"}, {1, true, "1 hour"}, {0.5, false, "0.5"}, {0.25, true, "0.25 hours"}} {
		if got := w.HoursShort(c.hours, c.unit); got != c.want {
			t.Errorf("%v: %q, want %q", c.hours, got, c.want)
		}
	}
}
