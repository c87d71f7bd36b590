package dates_test

import (
	"testing"

	"barline/importer/dates"
)

// Days in numbers share the year after the second; the day comes first where
// Scandinavian languages are written, and is asked elsewhere.
func TestSharedYear(t *testing.T) {
	for _, written := range []string{"1/5-3/5 1945", "1/5–3/5 1945", "1/5 til 3/5 1945", "1.–3/5 1945", "1/5-3/5-1945"} {
		r, err := dates.Parse(written, dates.Options{Lang: "nb"})
		if err != nil || r.EDTF != "1945-05-01/1945-05-03" {
			t.Errorf("%q: %+v, %v", written, r, err)
		}
		if r, err := dates.Parse(written, dates.Options{}); outcome(r, err) != "asks dates" && r.EDTF != "1945-05-01/1945-05-03" {
			t.Errorf("%q in no language: %+v, %v", written, r, err)
		}
		r, err = dates.Parse(written, dates.Options{Order: dates.DayFirst})
		if err != nil || r.EDTF != "1945-05-01/1945-05-03" {
			t.Errorf("%q day first: %+v, %v", written, r, err)
		}
	}
}
