package dates_test

import (
	"testing"

	"barline/importer/dates"
)

func TestDisplay(t *testing.T) {
	for _, test := range []struct{ date, words, want string }{
		{"1990", "circa 1990", "1990~"},
		{"1990", "1990?", "1990?"},
		{"1990", "c. 1990?", "1990%"},
		{"1967", "Spring 1967", "1967 note"},
		{"1914/1918", "1914-1918", "1914/1918"},
		{"1914/1918", "c. 1914 – 1918", "1914~/1918"},
		{"1915", ".", "1915"},
		{"1915", " - ", "1915"},
		{"1915", "", "1915"},
		{"2016-11-10", "November 10th 2016", "2016-11-10"},
		{"2016-11-10", "10/11/2016", "2016-11-10"},
		{"2016-11-10", "11/10/16", "2016-11-10"},
		{"1946-03", "Mar-46", "1946-03"},
		{"1905/1906", "1905-06", "1905/1906"},
		{"2012", "Jan-12", "2012 note"},
		{"2021", "November-December 2021", "2021 note"},
		{"1916", "March 1917", "1916 note contradicts"},
		{"1916", "during the war", "1916 note"},
		{"2014-07", "mid-July 2014", "2014-07 note"},
		{"2014-03-01", "March 2014", "2014-03-01 note"},
		{"2011-11-16T05:58:44", "16 November 2011", "2011-11-16T05:58:44"},
		{"-0043", "44 v. Chr.", "-0043"},
		{"1945-05-05", "5 de mayo de 1945", "1945-05-05"},
		{"2021-08-15", "۲۴ اسد ۱۴۰۰", "2021-08-15"},
		{"1994/..", "1994–present", "1994/.."},
		{"1994/..", "1994–2001", "1994/.. note"},
		{"1990?", "circa 1990", "1990? note"},
	} {
		r, contradicts, err := dates.Display(test.date, test.words, dates.Options{})
		got := r.EDTF
		if r.Note != "" {
			got += " note"
		}
		if contradicts {
			got += " contradicts"
		}
		if err != nil || got != test.want || r.Note != "" && r.Note != test.words {
			t.Errorf("Display(%q, %q) = %s (%+v), %v; want %s", test.date, test.words, got, r, err, test.want)
		}
	}
	if _, _, err := dates.Display("5 May 1945", "May", dates.Options{}); err == nil {
		t.Error("a date that is not EDTF is accepted")
	}
}
