package importer_test

import (
	"errors"
	"strings"
	"testing"

	"barline/importer"
)

// Years of two digits in ends are decided by the beginnings of their rows, in columns of
// whole dates and of parts, and this is said.
func TestEndYears(t *testing.T) {
	for text, want := range map[string]string{
		"title,start,end\nA,1939,45\n":                                          "1939/1945",
		"title,start,end\nA,1899,02\n":                                          "1899/1902",
		"title,from,until\nA,Sept 1939,May 45\n":                                "1939-09/1945-05",
		"title,start date,end date\nA,13.9.1939,2.9.45\n":                       "1939-09-13/1945-09-02",
		"title,start,end\nA,1939,45\nB,Mar-46,1946\nC,1947,1948\nD,1949,1950\n": "1939/1945",
		"title,Year,End Year\nA,1899,02\nB,46,1946\nC,1947,1948\nD,1949,1950\n": "1899/1902",
		"title,Year,End Year\nA,1899,02\n":                                      "1899/1902",
		"title,Year,Month,End Year,End Month\nA,1939,9,45,5\n":                  "1939-09/1945-05",
	} {
		r, err := importer.Import([]byte(text), importer.Options{Name: "t.csv", Headline: "H"})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := r.Story.Event(0).Date.String(); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		said := false
		for _, d := range r.Report.Decided {
			said = said || strings.Contains(d.Text, "by the year in which it began")
		}
		if !said {
			t.Errorf("%q: nothing is said", text)
		}
	}
}

// Years of two digits from 00 to 30 are 2000 to 2030, said; later ones are asked in
// whatever form they stand, unless the years beside them decide.
func TestTwoDigits(t *testing.T) {
	for text, want := range map[string]string{
		"title,date\nA,13-05-12\n":                                 "asks dates",
		"title,date\nA,13/05/12\n":                                 "2012-05-13, said",
		"title,date\nA,13/05/46\n":                                 "asks century",
		"title,date\nA,13.05.46\n":                                 "asks century",
		"title,date\nA,Mar-15\n":                                   "2015-03, said",
		"title,date\nA,Mar-46\n":                                   "asks century",
		"title,date\nA,5-Mar-46\n":                                 "asks century",
		"title,date\nA,5 March 46\n":                               "asks century",
		"title,date\nA,Spring 46\n":                                "asks century",
		"title,Year,Month,Day\nA,15,3,4\n":                         "2015-03-04, said",
		"title,Year,Month,Day\nA,46,3,4\n":                         "asks century",
		"title,date\nA,Mar-46\nB,1940\nC,1941\nD,1949\n":           "1946-03, said",
		"title,Year,Month\nA,46,3\nB,1940,1\nC,1941,1\nD,1949,1\n": "1946-03, said",
	} {
		r, err := importer.Import([]byte(text), importer.Options{Name: "t.csv", Headline: "H"})
		got := ""
		var q *importer.QuestionsError
		switch {
		case errors.As(err, &q):
			got = "asks " + q.Questions[0].Option
		case err != nil:
			got = err.Error()
		default:
			for _, e := range r.Story.Events() {
				if e.Title == "A" {
					got = e.Date.String()
				}
			}
			for _, d := range r.Report.Decided {
				if strings.Contains(d.Text, "was read as") || strings.Contains(d.Text, "were read as") {
					got += ", said"
					break
				}
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
