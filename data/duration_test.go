package data_test

import (
	"strings"
	"testing"

	"barline/data"
)

func TestParseDuration(t *testing.T) {
	const hour = 3600
	tests := []struct {
		in        string
		seconds   int64
		qualifier data.Qualifier
		canonical string // empty where it is the same
	}{
		{"PT3H30M", 3*hour + 1800, data.Exact, ""},
		{"PT45M", 2700, data.Exact, ""},
		{"PT90M", 5400, data.Exact, "PT1H30M"},
		{"P1DT2H", 26 * hour, data.Exact, ""},
		{"P2W", 14 * 24 * hour, data.Exact, "P14D"},
		{"P1.5W", 252 * hour, data.Exact, "P10DT12H"},
		{"PT1.5H", 5400, data.Exact, "PT1H30M"},
		{"PT1,5H", 5400, data.Exact, "PT1H30M"},
		{"P0.5D", 12 * hour, data.Exact, "PT12H"},
		{"PT0.6S", 1, data.Exact, "PT1S"},
		{"PT1H0M5S", hour + 5, data.Exact, "PT1H5S"},
		{"P3D", 72 * hour, data.Exact, ""},
		{"<PT3H", 3 * hour, data.Under, ""},
		{">PT3H", 3 * hour, data.Over, ""},
		{"~P1DT2H3M4S", 26*hour + 184, data.About, ""},
		{"unknown", 0, data.Unknown, ""},
		{"P3660000D", 3660000 * 24 * hour, data.Exact, ""},
	}
	for _, test := range tests {
		got, err := data.ParseDuration(test.in)
		if err != nil {
			t.Error(err)
			continue
		}
		if want := (data.Duration{Seconds: test.seconds, Qualifier: test.qualifier}); got != want {
			t.Errorf("%s: %+v, want %+v", test.in, got, want)
		}
		want := test.canonical
		if want == "" {
			want = test.in
		}
		if got.String() != want {
			t.Errorf("%s: String() = %q, want %q", test.in, got, want)
		}
	}
}

func TestParseDurationRefused(t *testing.T) {
	tests := []struct{ in, fragment string }{
		{"", "no duration; write hours and minutes such as PT3H30M, or unknown"},
		{"3 hours", "space in a duration"},
		{"3h", "not a duration; write hours and minutes such as PT3H30M"},
		{"pt3h", `small letters in a duration; write "PT3H"`},
		{"~pt3h", `write "~PT3H"`},
		{"-PT3H", "a negative length; write it without the minus"},
		{"PT-3H", "a negative length"},
		{"P", "without a length; write unknown or leave the phase out"},
		{"PT", "without a length"},
		{"P1DT", "nothing after the T"},
		{"PT0S", "a length of zero; write unknown or leave the phase out"},
		{"~PT0H0M", "a length of zero"},
		{"PT0.1S", "a length of zero"},
		{"P1Y", "a year has no fixed length; write days or weeks"},
		{"P1M", "a month has no fixed length; write days, such as P30D; minutes stand after a T"},
		{"P3H", "stand after a T; write it in, such as PT3H"},
		{"PT3D", "days and weeks stand before the T"},
		{"P1W2D", "weeks together with days; write days"},
		{"P1WT2H", "weeks together with a time; write days"},
		{"PT30M3H", "units out of order or twice"},
		{"PT3H3H", "units out of order or twice"},
		{"PT1.5H30M", "decimals before the last unit"},
		{"P1.5DT3H", "decimals before the last unit"},
		{"PT.5H", "not a number before H"},
		{"PT1.H", "not a number before H"},
		{"PT1.5.5H", "not a number before H"},
		{"PTH", "not a number before H"},
		{"PT3", "a number without its unit"},
		{"PT3H30", "a number without its unit"},
		{"PT3X", "not a duration"},
		{"PT3É", "not a duration"},
		{"PT1.0000000001H", "too many decimals"},
		{"PT99999999999999999999H", "longer than 10,000 years"},
		{"P3660000DT1S", "longer than 10,000 years"},
		{"~unknown", "a qualifier before unknown; write unknown alone"},
		{"~<PT3H", "not a duration"},
		{"< PT3H", "space in a duration"},
		{"~", "not a duration"},
		{"Unknown", "not a duration"},
	}
	for _, test := range tests {
		got, err := data.ParseDuration(test.in)
		if err == nil {
			t.Errorf("%q read as %v", test.in, got)
			continue
		}
		if !strings.Contains(err.Error(), test.fragment) {
			t.Errorf("%q: error %q lacks %q", test.in, err, test.fragment)
		}
		if e, ok := err.(*data.ValueError); !ok || e.What == "" || e.Fix == "" {
			t.Errorf("%q: error is %#v", test.in, err)
		}
	}
}

func TestZeroDurationHasAText(t *testing.T) {
	if got := (data.Duration{}).String(); got != "PT0S" {
		t.Errorf("String() = %q", got)
	}
}

func FuzzParseDuration(f *testing.F) {
	for _, s := range []string{"PT3H30M", "~P1DT2H", "<PT1.5H", "P2W", "unknown", "P1DT1H1M1.999999999S"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := data.ParseDuration(s)
		if err != nil {
			return
		}
		if d.Seconds < 0 || d.Known() != (d.Seconds > 0) {
			t.Fatalf("%q: %+v", s, d)
		}
		if again, err := data.ParseDuration(d.String()); err != nil || again != d {
			t.Fatalf("%q: %q reads back as %+v, %v", s, d, again, err)
		}
	})
}
