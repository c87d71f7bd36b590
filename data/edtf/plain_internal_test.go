package edtf

import (
	"testing"

	"pgregory.net/rapid"
)

// likeDates draws texts of which many are dates, or nearly.
func likeDates(t *rapid.T) string {
	one := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	point := func() string {
		s := one("year", "2024", "0000", "9999", "1900", "-0044", "19", "196X", "Y17000", "..", "")
		if rapid.Bool().Draw(t, "monthly") {
			s += "-" + one("month", "01", "02", "11", "12", "00", "13", "21", "1", "XX")
			if rapid.Bool().Draw(t, "daily") {
				s += "-" + one("day", "01", "28", "29", "30", "31", "32", "00", "3", "XX")
				if rapid.Bool().Draw(t, "timed") {
					s += one("T", "T", "t", " ") + one("clock", "00:00", "23:59:59", "24:00", "12:60", "7:05", "12:30:60", "12:30:00.5", "12", "12:5") +
						one("zone", "", "Z", "z", "+03:00", "-00:00", "+0300", "+14:01", "-12:00", "+14:00", "+3:00", "+05:75", "?")
				}
			}
		}
		return s + one("mark", "", "", "", "", "~", "?", "%")
	}
	if rapid.Bool().Draw(t, "interval") {
		return point() + "/" + point()
	}
	return point()
}

// What is read the quick way is what all of EDTF would make of it.
func TestPlainDatesAreReadAsAllOthers(t *testing.T) {
	plain := 0
	rapid.Check(t, func(t *rapid.T) {
		s := likeDates(t)
		got, ok := parsePlain(s)
		if !ok {
			return
		}
		plain++
		if want, err := parse(s); err != nil || got != want {
			t.Fatalf("%q is read as %+v, not as %+v (%v)", s, got, want, err)
		}
	})
	if plain == 0 {
		t.Fatal("no text was a plain date")
	}
}

// The first day of a date without unspecified digits is found without a search.
func TestFirstDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, err := parse(likeDates(t))
		if err != nil {
			return
		}
		for _, p := range [...]point{d.start, d.end} {
			if p.precision == 0 {
				continue
			}
			year, month, day := p.firstDay()
			if y, m, d, _ := p.edge(false); y != year || m != month || d != day {
				t.Fatalf("%v begins on %d-%d-%d, not %d-%d-%d", p, y, m, d, year, month, day)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"2024-03-14", "2024-03-14T15:09:26Z/2024-03-15T00:00:00Z"} {
		b.Run(map[bool]string{true: "interval", false: "day"}[len(s) > 10], func(b *testing.B) {
			b.Run("plain", func(b *testing.B) {
				for b.Loop() {
					if _, ok := parsePlain(s); !ok {
						b.Fatal(s)
					}
				}
			})
			b.Run("any", func(b *testing.B) {
				for b.Loop() {
					if _, err := parse(s); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
