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
		{"", "no duration; write PT3H30M for three and a half hours, or unknown"},
		{"3 hours", "not an ISO 8601 duration; write PT3H"},
		{"3h", "not an ISO 8601 duration; write PT3H"},
		{"pt3h", "write PT3H"},
		{"~pt3h", "write ~PT3H"},
		{"-PT3H", "a negative length; write PT3H without the minus"},
		{"PT-3H", "a negative length"},
		{"P", "without a length; write unknown, or leave the length out"},
		{"PT", "without a length"},
		{"P1DT", "write P1D"},
		{"PT0S", "a length of zero; write unknown, or leave the length out"},
		{"~PT0H0M", "a length of zero"},
		{"PT0.1S", "a length of zero"},
		{"P1Y", "a year has no fixed length; write P365D with days in place of years"},
		{"P1M", "a month has no fixed length; write P30D with days in place of months; minutes stand after a T"},
		{"P3H", "stand after a T; write PT3H with the T"},
		{"PT3D", "days and weeks stand before the T"},
		{"P1W2D", "weeks together with days; write P15D with days"},
		{"P1WT2H", "weeks together with a time; write P14DT2H with days"},
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
		{"< PT3H", "write <PT3H"},
		{"4 hours", "write PT4H"},
		{"4h30", "write PT4H30M"},
		{"about 90 min", "write ~PT1H30M"},
		{"less than 5 hours", "write <<PT5H"},
		{"at least 2 days and 3 hours", "write >=P2DT3H"},
		{"4:30", "write PT4H30M"},
		{"P0Y0M0DT3H0M0S", "write PT3H"},
		{"three hours", "space in a duration; write PT3H30M"},
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
		checkDurationFix(t, err)
	}
}

// checkDurationFix tries what an error says to write.
func checkDurationFix(t *testing.T, err error) {
	t.Helper()
	e, ok := err.(*data.ValueError)
	if !ok {
		t.Fatalf("error is %#v", err)
	}
	fix, ok := strings.CutPrefix(e.Fix, "write ")
	if !ok {
		t.Fatalf("%v does not say what to write", e)
	}
	fix, _, _ = strings.Cut(fix, " ")
	if _, err := data.ParseDuration(strings.TrimRight(fix, ",;")); err != nil {
		t.Errorf("%v: what it says to write is refused: %v", e, err)
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
			checkDurationFix(t, err)
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
