package dates_test

import (
	"strings"
	"testing"

	"barline/importer/dates"
)

func TestLooks(t *testing.T) {
	for _, s := range []string{"1915", "2014-03-01", "3/4/2014", "Mar-46", "31 February 1999", "c. 1890", "1914–1918", "5 мая 1945", "19th century", "2014-03-01T10:00:00Z", "-4040", "1393632000", "20140301"} {
		if !dates.Looks(s) {
			t.Errorf("%q does not look like a date", s)
		}
	}
	for _, s := range []string{"", "5", "44", "123", "9999", "Ada", "May be", "12:45 AM EST", "The committee meets in 1915", "41699", "3.14", "+49 30 123456", "A-12", "25:99", strings.Repeat("x", 1000)} {
		if dates.Looks(s) {
			t.Errorf("%q looks like a date", s)
		}
	}
	for s, want := range map[string]bool{"12:45 AM EST": true, "20:38": true, "17 Uhr": true, "17h30": true, "5 pm": true, "1915": false, "3 May 2014 10:00": false, "S/D": false, "": false} {
		if dates.LooksClock(s) != want {
			t.Errorf("LooksClock(%q) is %v", s, !want)
		}
	}
}
