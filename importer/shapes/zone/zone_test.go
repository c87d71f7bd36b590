package zone_test

import (
	"testing"

	"barline/importer/shapes/when"
	"barline/importer/shapes/zone"
)

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"Europe/Oslo": "Europe/Oslo", "/freeassociation.sourceforge.net/Europe/Oslo": "Europe/Oslo", "W. Europe Standard Time": "Europe/Berlin",
		"Pacific Standard Time": "America/Los_Angeles", "India Standard Time": "Asia/Calcutta", "Tokyo Standard Time": "Asia/Tokyo", "Afghanistan Standard Time": "Asia/Kabul",
		"": "", "Local": "", "../../etc/passwd": "", "No Such Zone": "",
	} {
		got := ""
		if z := zone.Find(name); z != nil {
			got = z.Name
		}
		if got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestOffsets(t *testing.T) {
	z := zone.Find("Europe/Berlin")
	for in, want := range map[string]string{"2026-01-07T09:00": "2026-01-07T09:00+01:00", "2026-07-07T09:00": "2026-07-07T09:00+02:00", "1850-07-07T09:00": "1850-07-07T09:00"} {
		m, _ := when.ISO(in)
		if on, _ := z.On(m); on.String() != want {
			t.Errorf("%s: %v", in, on)
		}
	}
	for in, want := range map[string]string{"2026-03-29T00:59": "2026-03-29T01:59+01:00", "2026-03-29T01:00": "2026-03-29T03:00+02:00", "2026-10-25T01:30": "2026-10-25T02:30+01:00", "2026-10-25T02:00": "2026-10-25T03:00+01:00"} {
		m, _ := when.ISO(in + "Z")
		if got := z.OfUTC(m); got.String() != want {
			t.Errorf("%s: %v, want %s", in, got, want)
		}
	}
}
