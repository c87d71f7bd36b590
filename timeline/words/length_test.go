package words_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

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
		// Seconds are said up to an hour; after that what is rounded is an estimate.
		{"PT20S", "20 seconds", "20 s"},
		{"PT90S", "1 minute 30 seconds", "1 min 30 s"},
		{"PT59M31S", "59 minutes 31 seconds", "59 min 31 s"},
		{"PT2H59M40S", "about 3 hours", "about 3 h"},
		{"<=PT2H59M20S", "at most 3 hours", "at most 3 h"},
		{">=PT3H0M40S", "at least 3 hours", "at least 3 h"},
		// Days from two of them on, always from a hundred hours on; then years.
		{"P2D", "2 days", "2 days"},
		{"PT50H", "50 hours", "50 h"},
		{"PT408H", "17 days", "17 days"},
		{"P9DT2H", "9 days 2 hours", "9 days 2 h"},
		{"P10DT2H", "about 10 days", "about 10 days"},
		{"P731D", "2 years", "2 years"},
		{"P800D", "about 2 years 2 months", "about 2 years 2 months"},
		{"P2190D", "about 6 years", "about 6 years"},
		{"~P800D", "about 2 years", "about 2 years"},
		{"P7400D", "about 20 years", "about 20 years"},
		{"P3652425D", "10,000 years", "10,000 years"},
		{"<PT3H", "just under 3 hours", "under 3 h"},
		{"~PT3H", "about 3 hours", "about 3 h"},
		{">PT3H", "over 3 hours", "over 3 h"},
		{"<=PT3H", "at most 3 hours", "at most 3 h"},
		{"<<PT3H", "less than 3 hours", "less than 3 h"},
		{">=PT3H", "at least 3 hours", "at least 3 h"},
		{">>PT3H", "more than 3 hours", "more than 3 h"},
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

// No length comes out as no time at all.
func TestLengthIsNeverZero(t *testing.T) {
	w := words.English()
	for _, in := range []string{"PT1S", "PT29S", "<PT1S", "~PT10S", ">=PT1H1S", "<=P2DT1S", ">=P10DT1S", ">=P730DT1S"} {
		d := duration(t, in)
		for _, got := range []string{w.Length(d), w.LengthShort(d)} {
			if strings.Contains(" "+got, " 0 ") {
				t.Errorf("%s: %q", in, got)
			}
		}
	}
}

func TestUnitsOfTheCalendar(t *testing.T) {
	const day = 86400
	for _, c := range []struct {
		tag     string
		months  int
		seconds int64
		want    string
	}{
		{"en", 0, 6 * 3600, "6 hours"}, {"en", 0, day, "1 day"}, {"en", 0, 7 * day, "1 week"}, {"en", 1, 0, "1 month"},
		{"en", 3, 0, "3 months"}, {"en", 12, 0, "1 year"}, {"en", 120, 0, "10 years"}, {"nb", 1, 0, "1 måned"},
		{"ru", 3, 0, "3 месяца"}, {"uk", 0, 7 * day, "1 тиждень"}, {"fr", 3, 0, "3 mois"}, {"de", 0, 7 * day, "1 Woche"},
	} {
		if got := everyLanguage(t)[c.tag].Period(c.months, c.seconds); got != c.want {
			t.Errorf("%s: %d months or %d s are %q, want %q", c.tag, c.months, c.seconds, got, c.want)
		}
	}
}

// What is rounded is never said to be exact, and bounds stay true.
func TestRoundedLengthsAreTrue(t *testing.T) {
	w := words.English()
	rapid.Check(t, func(t *rapid.T) {
		seconds := rapid.Int64Range(1, 5*366*86400).Draw(t, "seconds")
		exact := w.Length(data.Duration{Seconds: seconds})
		// Within an hour of a length that is said, another one is said differently, unless
		// it is an estimate.
		if other := w.Length(data.Duration{Seconds: seconds + 1}); exact == other && !strings.HasPrefix(exact, "about ") {
			t.Fatalf("%d and %d seconds are both %q", seconds, seconds+1, exact)
		}
		for _, q := range []data.Qualifier{data.AtMost, data.AtLeast, data.LessThan, data.MoreThan} {
			if got := w.Length(data.Duration{Seconds: seconds, Qualifier: q}); strings.Contains(got, "about") {
				t.Fatalf("%d seconds: %q", seconds, got)
			}
		}
	})
}
