package importer_test

import (
	"slices"
	"strings"
	"testing"

	"barline/importer"
)

// Dates of tables of incidents say no more than their codes say is known.
func TestExactness(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		dates []string
		said  string
	}{
		"ACLED": {"event_id_cnty,event_date,year,time_precision,event_type,notes\nA1,01 January 2020,2020,1,Battles,One\nA2,08 January 2020,2020,2,Protests,Two\nA3,15 February 2020,2020,3,Protests,Three\nA4,16 February 2020,2020,,Protests,Four\n",
			[]string{"2020-01-01", "2020-01-08~", "2020-02-16", "2020-02"}, "1 date is about the day, 1 date is known to the month"},
		"UCDP": {"id,year,conflict_name,source_headline,date_prec,date_start,date_end\n1,2003,C,One,1,2003-01-01,2003-01-01\n2,2003,C,Two,2,2003-02-03,2003-02-06\n3,2003,C,Three,4,2003-03-01,2003-03-31\n4,2003,C,Four,5,2003-01-01,2003-12-31\n5,2003,C,Five,3,2003-05-05,2003-05-11\n",
			[]string{"2003-01-01", "2003", "[2003-02-03..2003-02-06]", "2003-03", "[2003-05-05..2003-05-11]"}, "2 dates are about the day, 1 date is known to the month, 1 date is known to the year"},
		"UCDP without an end": {"id,title,date,date_prec\n1,One,2003-01-05,1\n2,Two,2003-02-03,3\n3,Three,2003-03-01,4\n4,Four,2004-01-01,5\n",
			[]string{"2003-01-05", "2003-02-03~", "2003-03", "2004"}, "1 date is about the day"},
		"other codes": {"title,date,time_precision\nOne,2003-01-05,0\nTwo,2003-02-03,2\n", []string{"2003-01-05", "2003-02-03"}, ""},
		"all exact":   {"title,date,time_precision\nOne,2003-01-05,1\nTwo,2003-02-03,1\n", []string{"2003-01-05", "2003-02-03"}, ""},
	} {
		r, err := importer.Import([]byte(c.text), importer.Options{Name: "t.csv", Headline: "H"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for i := range r.Story.Len() {
			got = append(got, r.Story.Event(i).Date.String())
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(c.dates))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		said := ""
		for _, d := range r.Report.Decided {
			if strings.Contains(d.Text, "how much of the dates is known") {
				said = d.Text
			}
		}
		if (said == "") != (c.said == "") || !strings.Contains(said, c.said) {
			t.Errorf("%s: %q is said, want %q", name, said, c.said)
		}
	}
}
