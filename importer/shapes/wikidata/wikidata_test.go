package wikidata

import (
	"strings"
	"testing"

	"barline/importer/shapes/literal"
)

func TestPrecisions(t *testing.T) {
	for _, test := range []struct {
		year  int64
		known int
		want  string
	}{
		{1965, decade, "196X"}, {1900, century, "18XX"}, {1901, century, "19XX"}, {1850, century, "18XX"}, {2000, millennium, "1XXX"}, {1500, year, "1500"},
		{-43, year, "-0043"}, {-499, century, "-0499~"}, {-13798000000, 3, "Y-13798000000"}, {1900, 5, ""}, {1, century, "00XX"},
	} {
		if got := roundYear(test.year, test.known); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

// How the first of January is read depends on how many of a column's dates it is.
func TestJanuary(t *testing.T) {
	for _, test := range []struct {
		januaries, others int
		want, said        string
	}{
		{1, 0, "1990", "all dates are 1 January"}, {30, 0, "1990", "all dates"}, {1, 3, "1990", "1 of 4"}, {5, 100, "1990", "5 of 105"},
		{1, 200, "1990-01-01", "read as days"}, {0, 5, "", ""},
	} {
		text := "[" + strings.Repeat(`{"item": "http://www.wikidata.org/entity/Q1", "date": "1990-01-01T00:00:00Z"},`, test.januaries) +
			strings.Repeat(`{"item": "http://www.wikidata.org/entity/Q2", "date": "1990-05-06T00:00:00Z"},`, test.others) + "]"
		v, _, err := literal.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		table, ok := Find(v)
		if !ok {
			t.Fatalf("%+v is not found", test)
		}
		s, log := Read(table)
		if got := s.Rows[0].Cells[1].Date; test.januaries > 0 && got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
		if got := s.Rows[len(s.Rows)-1].Cells[1].Date; test.others > 0 && got != "1990-05-06" {
			t.Errorf("%+v: %s", test, got)
		}
		words := ""
		for _, r := range log.Remarks() {
			if r.Column == "date" {
				words = r.Text
			}
		}
		if !strings.Contains(words, test.said) || test.said == "" && words != "" {
			t.Errorf("%+v: %q", test, words)
		}
	}
}

func TestOtherListsAreNone(t *testing.T) {
	for _, text := range []string{`[{"date": "1914", "url": "https://example.org/Q1"}]`, `[]`, `{"head": {"vars": ["a"]}, "results": {"bindings": []}}`, `[{"item": "http://www.wikidata.org/entity/Q1", "more": {}}]`, `{"head": {}}`} {
		v, _, err := literal.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := Find(v); ok {
			t.Errorf("%s is taken for an answer of Wikidata", text)
		}
	}
}
