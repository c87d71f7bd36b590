package dates_test

import (
	"testing"

	"barline/importer/dates"
)

func TestParseEnd(t *testing.T) {
	for written, want := range map[string]string{
		"present": "..", "Present": "..", "until today": "..", "heute": "..", "bis heute": "..", "по настоящее время": "..",
		"actualidad": "..", "i dag": "..", "unknown": "?", "unbekannt": "?", "неизвестно": "?", "günümüz": "..", "تاکنون": "..", "..": "..", "1918": "1918", "5 May 1945": "1945-05-05",
	} {
		if r, err := dates.ParseEnd(written, dates.Options{}); err != nil || r.EDTF != want {
			t.Errorf("ParseEnd(%q) = %v, %v; want %s", written, r, err, want)
		}
	}
	for _, wrong := range []string{"", "May", "the", "presently"} {
		if r, err := dates.ParseEnd(wrong, dates.Options{}); err == nil {
			t.Errorf("ParseEnd(%q) = %v, want an error", wrong, r)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"1914", "1918", "1914/1918"},
		{"1914", "1914", "1914"},
		{"1914", "", "1914"},
		{"", "1918", "/1918"},
		{"1990~", "1995", "1990~/1995"},
		{"1990", "1995?", "1990/1995?"},
		{"2019", "..", "2019/.."},
		{"2011-11-16T05:58:44", "2011-11-16T07:30:00", "2011-11-16T05:58:44/2011-11-16T07:30:00"},
		{"1920/1930", "1930", "1920/1930"},
		{"1994/..", "..", "1994/.."},
		{"1994", "?", "1994/"},
		{"[2021-03-21..2022-03-20]", "[2023-03-21..2024-03-19]", "2021~/2023~"},
		{"[2021-03-21..2021-04-20]", "2022", "2021-03~/2022"},
	} {
		if got, err := dates.Join(test.from, test.to); err != nil || got != test.want {
			t.Errorf("Join(%q, %q) = %q, %v; want %q", test.from, test.to, got, err, test.want)
		}
	}
	for _, wrong := range [][2]string{{"", ""}, {"1918", "1914"}, {"[..1899]", "1918"}, {"1900", "[1901..]"}, {"1920/1930", "1931"}, {"1920", "1930/1931"}, {"x", "1930"}, {"1930", "x"}} {
		if got, err := dates.Join(wrong[0], wrong[1]); err == nil {
			t.Errorf("Join(%q, %q) = %q, want an error", wrong[0], wrong[1], got)
		}
	}
}
