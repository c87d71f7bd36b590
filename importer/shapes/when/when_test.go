package when_test

import (
	"testing"

	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/importer/shapes/when"
)

func TestISO(t *testing.T) {
	for in, want := range map[string]string{
		"2014": "2014", "2014-04": "2014-04", "2014-4-2": "2014-04-02", "20140420": "2014-04-20",
		"2014-04-20T10:30": "2014-04-20T10:30", "2014-04-20 10:30:00": "2014-04-20T10:30",
		"2014-04-20T10:30:15.250Z": "2014-04-20T10:30:15Z", "2014-04-20T10:30+0130": "2014-04-20T10:30+01:30",
		"20140420T103000Z": "2014-04-20T10:30Z", "2014-04-20T10:30:00 +00:00": "2014-04-20T10:30Z",
		"-000400-01-01": "-0400-01-01", "+012014-01": "Y12014", "-0043-03-15T00:00:00Z": "-0043-03-15T00:00Z",
		"": "", "14-04-20": "", "2014-13": "", "2014-00": "", "2014-04-20T": "", "2014-04-20Tx": "", "20/04/2014": "", "2014-04T10:00": "", "2014-04-20T24:00": "",
	} {
		m, ok := when.ISO(in)
		got, err := m.EDTF()
		if !ok {
			got, err = "", nil
		}
		if err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestMillis(t *testing.T) {
	for in, want := range map[float64]string{0: "1970-01-01T00:00Z", 1398000000000: "2014-04-20T13:20Z", -1: "1969-12-31T23:59:59Z", -62167219200000: "0000-01-01T00:00Z"} {
		if m, ok := when.Millis(in); !ok || m.String() != want {
			t.Errorf("%v: %v, want %s", in, m, want)
		}
	}
	if _, ok := when.Millis(1e20); ok {
		t.Error("1e20 is beyond what is counted")
	}
}

func TestInUTC(t *testing.T) {
	m, _ := when.ISO("2014-01-01T00:30:00+01:00")
	if got := m.InUTC().String(); got != "2013-12-31T23:30Z" {
		t.Error(got)
	}
}

func TestAddMonths(t *testing.T) {
	for n, want := range map[int]string{0: "2012-01-31", 1: "2012-02-29", 11: "2012-12-31", 12: "2013-01-31", -1: "2011-12-31", -13: "2010-12-31"} {
		if got := (when.Moment{Year: 2012, Month: 1, Day: 31}).AddMonths(n).String(); got != want {
			t.Errorf("%d months: %s, want %s", n, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, c := range [][3]string{{"1914", "1918", "1914/1918"}, {"1914", "", "1914"}, {"1914", "1914", "1914"}, {"1914", "..", "1914/.."}} {
		if got, err := when.Join(c[0], c[1]); got != c[2] || err != nil {
			t.Errorf("%v: %s, %v", c, got, err)
		}
	}
	if _, err := when.Join("1918", "1914"); err == nil {
		t.Error("an end before the beginning is accepted")
	}
}

// Adding and taking away comes back, and what is said is EDTF.
func TestAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, _ := when.Millis(float64(rapid.Int64Range(-3e14, 2.5e14).Draw(t, "ms")))
		by := rapid.Int64Range(-1e9, 1e9).Draw(t, "seconds")
		back := m.Add(by).Add(-by)
		if back.Date() != m.Date() || back.Hour != m.Hour || back.Second != m.Second {
			t.Errorf("%v, and back %v", m, back)
		}
		if _, err := edtf.Parse(m.String()); err != nil && m.Year >= -9999 {
			t.Error(err)
		}
	})
}
