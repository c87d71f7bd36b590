package edtf_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"barline/data/edtf"
)

func TestUnixKnownDays(t *testing.T) {
	tests := []struct {
		year, month, day int
		want             int64
	}{
		{1970, 1, 1, 0},
		{1969, 12, 31, -86400},
		{2000, 3, 1, 951868800},
		{2025, 12, 2, 1764633600},
		{0, 1, 1, -62167219200},
		{2025, 13, 1, 1767225600},  // January 2026
		{2025, 0, 1, 1733011200},   // December 2024
		{2025, 3, 0, 1740700800},   // 28 February
		{2025, -11, 1, 1704067200}, // January 2024
	}
	for _, test := range tests {
		if got := edtf.Unix(test.year, test.month, test.day); got != test.want {
			t.Errorf("Unix(%d, %d, %d) = %d, want %d", test.year, test.month, test.day, got, test.want)
		}
	}
}

func TestDaysIn(t *testing.T) {
	for month, want := range []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31} {
		if got := edtf.DaysIn(2025, month+1); got != want {
			t.Errorf("month %d has %d days, want %d", month+1, got, want)
		}
	}
	for year, want := range map[int]int{2024: 29, 1900: 28, 2000: 29, 0: 29, -4: 29, -100: 28, -400: 29} {
		if got := edtf.DaysIn(year, 2); got != want {
			t.Errorf("February %d has %d days, want %d", year, got, want)
		}
		if edtf.IsLeap(year) != (want == 29) {
			t.Errorf("IsLeap(%d) = %v", year, edtf.IsLeap(year))
		}
	}
	if got := edtf.DaysIn(2023, 14); got != 29 {
		t.Errorf("month 14 of 2023 has %d days, want those of February 2024", got)
	}
}

// The standard library computes the same calendar, over the years that it is
// comfortable with.
func TestUnixAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(-20_000, 20_000).Draw(t, "year")
		month := rapid.IntRange(-30, 30).Draw(t, "month")
		day := rapid.IntRange(-40, 70).Draw(t, "day")
		want := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix()
		if got := edtf.Unix(year, month, day); got != want {
			t.Fatalf("Unix(%d, %d, %d) = %d, want %d", year, month, day, got, want)
		}
	})
}

func TestCivilRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const lastYear = 2_000_000_000
		unix := rapid.Int64Range(edtf.Unix(-lastYear, 1, 1), edtf.Unix(lastYear, 1, 1)).Draw(t, "unix")
		year, month, day := edtf.Civil(unix)
		if month < 1 || month > 12 || day < 1 || day > edtf.DaysIn(year, month) {
			t.Fatalf("Civil(%d) = %d, %d, %d", unix, year, month, day)
		}
		if midnight := edtf.Unix(year, month, day); unix < midnight || unix >= midnight+86400 {
			t.Fatalf("Civil(%d) = %d, %d, %d, which begins at %d", unix, year, month, day, midnight)
		}
	})
}

func TestDaysFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(-10_000, 10_000).Draw(t, "year")
		month := rapid.IntRange(1, 12).Draw(t, "month")
		length := edtf.Unix(year, month+1, 1) - edtf.Unix(year, month, 1)
		if length != int64(edtf.DaysIn(year, month))*86400 {
			t.Fatalf("month %d of %d lasts %d s", month, year, length)
		}
	})
}
