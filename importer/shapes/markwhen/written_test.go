package markwhen_test

import (
	"fmt"
	"slices"
	"testing"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/markwhen"
)

// No line that begins with a date vanishes into the text of the event above.
func TestDatedLines(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		events []string
		unread []int
	}{
		"dates in words":        {"1949: D\nearly 1950: E\nsummer 1968: S\nAnd its text\n1970: T\n", []string{"1949 D", "1950 E", "1968-22 S", "1970 T"}, nil},
		"a plain list":          {"1914: War breaks out\n1915 - Gallipoli\nMay 1916: Jutland\n", []string{"1914 War breaks out", "1915 Gallipoli", "1916-05 Jutland"}, nil},
		"after an unread event": {"title: x\n1914: A\n99/99/2014: B\n1915 - C\n1916: D\n", []string{"1914 A", "1915 C", "1916 D"}, []int{3}},
		"lines that contradict": {"1914: A\n  1914 - the first of the years\n1915: B\n", []string{"1914 A", "1915 B"}, []int{2}},
		"a time without a day":  {"March 2024 - April 2024: H\n10am - 12pm: I\n2024-05-01: J\n10am - 12pm: K\n", []string{"2024-03/2024-04 H", "2024-05-01 J", "2024-05-01T10:00/2024-05-01T12:00 K"}, []int{2}},
		"a stretch stays one":   {"2012 - 2013: Two years\n2014 - May 2015: More\n", []string{"2012/2013 Two years", "2014/2015-05 More"}, nil},
	} {
		d, log := markwhen.Read(c.text, dates.Options{})
		var events []string
		for _, e := range d.Events {
			events = append(events, fmt.Sprint(e.Date, " ", e.Title))
		}
		var unread []int
		for _, r := range log.Remarks() {
			if r.Kind == draft.Unread {
				unread = append(unread, r.Line)
			}
		}
		if !slices.Equal(events, c.events) || !slices.Equal(unread, c.unread) {
			t.Errorf("%s: %q, unread %v; want %q, %v", name, events, unread, c.events, c.unread)
		}
	}
}
