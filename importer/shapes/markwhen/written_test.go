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
		"dates of languages":    {"19th century: A\nsiglo XX: B\n25 октября (7 ноября) 1917 г.: C\n1940-tallet: D\nweek 12 2020: E\n", []string{"18XX A", "19XX B", "1917-11-07 C", "194X D", "[2020-03-16..2020-03-22] E"}, nil},
		"first in words":        {"title: x\nearly 1950: A\nsummer 1968: B\n", []string{"1950 A", "1968-22 B"}, nil},
		"no date to be read":    {"1914: A\nChristmas 1915: B\nn.d.: C\n1916: D\n", []string{"1914 A", "1916 D"}, []int{2, 3}},
		"a day and words":       {"1914: A\n2021-01-01 - 2021-02-01 at some place: B\n1916: C\n", []string{"1914 A", "1916 C"}, []int{2}},
		"of no event":           {"1914: A\nChristmas 1915: B\nSome days later: C\nhttps://example.org: a link\n1916: D\n", []string{"1914 A", "1916 D"}, []int{2, 3}},
		"points":                {"1.2.2014: A\n5/6/2014: B\n", []string{"2014-02-01 A", "2014-05-06 B"}, nil},
		"years of two digits":   {"1961: A\n1964: B\n1969: C\nSpring '68: D\n", []string{"1961 A", "1964 B", "1969 C", "1968-21 D"}, nil},
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

// What could have been meant otherwise is said: lines with a colon that are texts, and
// days and months in an order that the file does not show.
func TestSaid(t *testing.T) {
	for text, want := range map[string][]string{
		"1914: A\nNote: first\nThe treaty of 1915 said: no more\n  Inside: a line\n- Item: a line\nhttps://example.org: a link\n1915: B\n": {"2 Note: first", "3 The treaty of 1915 said: no more"},
		"5/6/2014: A\n1/2/2014: B\n":              {"1 5/6/2014"},
		"5/6/2014: A\n1/25/2014: B\n":             {"1 5/6/2014"},
		"5/5/2014: A\n1/25/2014: B\n":             nil,
		"5/6/2014: A\n25/1/2014: B\n":             {"2 25/1/2014"},
		"dateFormat: d/M/y\n5/6/2014: A\n1914: B": nil,
	} {
		_, log := markwhen.Read(text, dates.Options{})
		var said []string
		for _, r := range log.Remarks() {
			if r.Kind == draft.Decided {
				said = append(said, fmt.Sprint(r.Line, " ", r.Value))
			}
		}
		if !slices.Equal(said, want) {
			t.Errorf("%q: %q, want %q", text, said, want)
		}
	}
}
