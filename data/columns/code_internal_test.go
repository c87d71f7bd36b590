package columns

import (
	"testing"

	"pgregory.net/rapid"

	"barline/data"
	"barline/data/edtf"
)

// A date has a code if it comes back from its bounds by that, and by no other.
func TestCodesBringDatesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
		point := func() string {
			return one("date", "2024", "-9999", "9999", "0000", "-0044", "2024-02", "2024-02-29", "2024-02-29T23:59", "2024-02-29T23:59Z", "9999-12-31T23:59:59", "2024-02-29T23:59:59Z",
				"2024-02-29T23:59:59+03:00", "2024~", "2024-02?", "196X", "2024-21", "2024-XX-29", "1950S2", "Y17E7", "..", "")
		}
		text := point()
		if rapid.Bool().Draw(t, "interval") {
			text += "/" + point()
		}
		date, err := edtf.Parse(text)
		if err != nil {
			t.Skip(err)
		}
		got := codeOf(data.Event{Date: date})
		from, to := date.Bounds()
		want := dateInRest
		for code := dateYear; code < dateCodes; code++ {
			if (code >= interval) != date.IsInterval() {
				continue
			}
			if back, err := edtf.Parse(code.text(from, to)); err == nil && back.Equal(date) {
				want = code
			}
		}
		if got != want {
			t.Fatalf("%s has the code %d, not %d", date, got, want)
		}
	})
}
