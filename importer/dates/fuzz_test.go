package dates_test

import (
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/importer/dates"
)

// FuzzParse holds that no text ends in a panic, and that whatever is read is EDTF.
func FuzzParse(f *testing.F) {
	for _, n := range allNotations(f) {
		f.Add(n.written, n.lang, uint8(0))
	}
	for _, s := range []string{"-", "--", "/", "1/", "[", "(?)", "c.", "- -44", "44 BC - AD", "1–2–3–4–5–6–7", "12:", "12:5", "10:00+", "kl.", "в в в", "1e1e", strings.Repeat("1/", 99), "\xff\xfe1890", "Y99999999", "999999 BC", "century", "0th century", "00 BC", "1 BC", "99999 BC"} {
		f.Add(s, "", uint8(0))
	}
	f.Fuzz(func(t *testing.T, written, lang string, bits uint8) {
		o := dates.Options{
			Lang: lang, Order: dates.Order(bits & 3), Pair: dates.Pair(bits >> 2 % 3), BC: dates.BC(bits >> 4 % 3),
			Serial: bits&64 != 0, Compact: bits&128 != 0, MidnightIsDay: bits&32 != 0,
		}
		if bits&1 != 0 {
			o.Century, o.Day = 1900, "2024-03-26"
		}
		r, err := dates.Parse(written, o)
		if err != nil {
			if err.Error() == "" {
				t.Errorf("%q: an error without words", written)
			}
		} else if _, err := edtf.Parse(r.EDTF); err != nil {
			t.Errorf("%q was read as %q, which is not EDTF: %v", written, r.EDTF, err)
		}
		dates.Looks(written)
		dates.LooksClock(written)
		if r, err := dates.ParseEnd(written, o); err == nil && r.EDTF != dates.Ongoing {
			if joined, err := dates.Join("1800", r.EDTF); err == nil {
				if _, err := edtf.Parse(joined); err != nil {
					t.Errorf("1800 and %q were joined to %q, which is not EDTF: %v", r.EDTF, joined, err)
				}
			}
		}
		if r, err := dates.Parts(written, lang, written, written, o); err == nil {
			if _, err := edtf.Parse(r.EDTF); err != nil {
				t.Errorf("parts %q were read as %q, which is not EDTF: %v", written, r.EDTF, err)
			}
		}
		if _, _, err := dates.Display("1968-05", written, o); err != nil {
			t.Errorf("Display of %q: %v", written, err)
		}
		dates.Survey([][]string{{written, lang}, {written}}, o)
	})
}
