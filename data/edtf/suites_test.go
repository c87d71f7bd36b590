package edtf_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"barline/data/edtf"
)

// suites.tsv holds what public EDTF libraries and the specification of the
// Library of Congress test: a text, whether it is valid, its level, its bounds
// where one is given, and whether it is an example of the specification.
type suiteCase struct {
	text, verdict, level, from, to string
	spec                           bool
}

func suiteCases(t *testing.T) []suiteCase {
	t.Helper()
	contents, err := os.ReadFile("testdata/suites.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []suiteCase
	for line := range strings.Lines(string(contents)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if f[0] == "text" {
			continue
		}
		all = append(all, suiteCase{f[0], f[1], f[2], f[3], f[4], f[5] == "spec"})
	}
	return all
}

// isIntervalOfTimes reports whether a text is our own extension.
func isIntervalOfTimes(s string) bool { return strings.Contains(s, "T") && strings.Contains(s, "/") }

func TestPublicSuites(t *testing.T) {
	agreed, total := map[string]int{}, map[string]int{}
	for _, c := range suiteCases(t) {
		key := c.verdict + c.level
		if isIntervalOfTimes(c.text) && c.verdict == "invalid" {
			continue
		}
		d, err := edtf.Parse(c.text)
		total[key]++
		if (err == nil) == (c.verdict == "valid") {
			agreed[key]++
		} else if testing.Verbose() {
			t.Logf("%s %s: %v %v", key, c.text, d, err)
		}
		if c.spec && (c.level == "0" || c.level == "1") && err != nil {
			t.Errorf("an example of the specification is refused: %v", err)
		}
		if err == nil {
			if again, err := edtf.Parse(d.String()); err != nil || again != d {
				t.Errorf("%s is written %s, which reads %+v, %v", c.text, d, again, err)
			}
		}
	}
	for key, want := range map[string]float64{"valid0": 0.97, "valid1": 0.93, "valid2": 0.75, "invalid": 0.93} {
		share := float64(agreed[key]) / float64(total[key])
		t.Logf("%s: %d of %d", key, agreed[key], total[key])
		if share < want {
			t.Errorf("%s: %d of %d agree, fewer than %.0f %%", key, agreed[key], total[key], want*100)
		}
	}
}

// Where a library gives bounds that are the specification's own, they are ours.
func TestPublicBounds(t *testing.T) {
	// These libraries take the year of significant digits for exact, add ten years
	// to an unknown end, or end a winter with its year.
	own := []string{"1950S2", "1953S2", "1953S3", "Y171010000S3", "Y17101E4S3", "Y3388E2S3", "Y-20E2S3", "/2006", "1984-06-02?/", "2004-06-01/", "2010-24"}
	for _, c := range suiteCases(t) {
		d, err := edtf.Parse(c.text)
		if err != nil || slices.Contains(own, c.text) {
			continue
		}
		from, to := d.Bounds()
		start, end := d.Ends()
		if _, clock := d.Clock(); clock && !strings.Contains(c.from, "T") {
			continue // to the day alone
		}
		if c.from != "" && c.from != "-inf" && start == edtf.Dated {
			if want := suiteTime(t, c.from, false); from != want {
				t.Errorf("%s begins at %d, want %s (%d)", c.text, from, c.from, want)
			}
		}
		if c.to != "" && c.to != "inf" && end == edtf.Dated {
			if want := suiteTime(t, c.to, true); to != want {
				t.Errorf("%s ends at %d, want %s (%d)", c.text, to, c.to, want)
			}
		}
		if c.from == "-inf" && start == edtf.Dated || c.to == "inf" && end == edtf.Dated {
			t.Errorf("%s has ends %v %v", c.text, start, end)
		}
	}
}

// suiteTime reads a bound: a day, or a second, with more than four digits of
// the year if need be.
func suiteTime(t *testing.T, s string, end bool) int64 {
	t.Helper()
	day, clock, _ := strings.Cut(s, "T")
	parts := strings.Split(strings.TrimPrefix(day, "-"), "-")
	year := 0
	for _, r := range parts[0] {
		year = year*10 + int(r-'0')
	}
	if strings.HasPrefix(day, "-") {
		year = -year
	}
	two := func(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }
	at := edtf.Unix(year, two(parts[1]), two(parts[2]))
	switch {
	case clock == "" && end:
		return at + 86400
	case clock == "":
		return at
	}
	at += int64(two(clock[0:2])*3600 + two(clock[3:5])*60 + two(clock[6:8]))
	if end {
		at++
	}
	return at
}
