package dates_test

import (
	"fmt"
	"testing"

	"barline/data/edtf"
	"barline/importer/dates"
)

// The days of the Solar Hijri calendar follow each other without a gap.
func TestSolarDaysFollowEachOther(t *testing.T) {
	last := int64(0)
	for year := 1370; year < 1410; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= 31; day++ {
				r, err := dates.Parse(fmt.Sprintf("%d/%d/%d", year, month, day), dates.Options{Lang: "fa"})
				if err != nil {
					if day < 29 || day < 30 && month < 12 {
						t.Fatal(err)
					}
					continue
				}
				d, err := edtf.Parse(r.EDTF)
				if err != nil {
					t.Fatal(err)
				}
				from, to := d.Bounds()
				if last != 0 && from != last {
					t.Fatalf("%d/%d/%d is %s, which does not follow the day before", year, month, day, r.EDTF)
				}
				last = to
			}
		}
	}
}
