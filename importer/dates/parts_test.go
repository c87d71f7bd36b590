package dates_test

import (
	"strings"
	"testing"

	"barline/importer/dates"
)

func TestEndYear(t *testing.T) {
	for _, test := range []struct{ begin, digits, want string }{
		{"1939", "45", "1945"}, {"1939-09-01", "45.0", "1945"}, {"1839", "45", "1845"}, {"1939", "38", ""}, {"1939", "39", "1939"}, {"1899", "02", "1902"}, {"1999-12-31", "01", "2001"}, {"1914", "65", ""}, {"1939", "1945", ""}, {"79", "85", ""}, {"1939/1940", "45", ""},
	} {
		if got, ok := dates.EndYear(test.begin, test.digits); got != test.want || ok != (test.want != "") {
			t.Errorf("EndYear(%q, %q) = %q, %t; want %q", test.begin, test.digits, got, ok, test.want)
		}
	}
}

func TestEndAfter(t *testing.T) {
	for _, test := range []struct{ begin, written, want string }{
		{"1939", "45", "1945"}, {"1939-09-01", "2.9.45", "1945-09-02"}, {"1939", "Sept 45", "1945-09"}, {"1939", "'45", "1945"}, {"1899", "02", "1902"}, {"1899-05", "Mar-02", "1902-03"},
		{"2014", "16", "2016"}, {"1939", "1945", ""}, {"1939", "38", ""}, {"1939", "present", ""}, {"39", "45", ""}, {"1939/1940", "45", ""}, {"1939", "May", ""},
	} {
		r, ok := dates.EndAfter(test.begin, test.written, dates.Options{})
		if r.EDTF != test.want || ok != (test.want != "") || ok && !strings.Contains(r.Remark, "by the year in which it began") {
			t.Errorf("EndAfter(%q, %q) = %+v, %t; want %q", test.begin, test.written, r, ok, test.want)
		}
		if r, ok := dates.EndAfter(test.begin, test.written, dates.Options{Century: 1900}); ok {
			t.Errorf("EndAfter(%q, %q) in a century that is said = %+v", test.begin, test.written, r)
		}
	}
}

// Dates that are written with two marks, and in which the order needs the language.
func TestScandinavianDates(t *testing.T) {
	for _, lang := range []string{"nb", "da", "sv", "nn"} {
		if r, err := dates.Parse("5/6 1944", dates.Options{Lang: lang}); err != nil || r.EDTF != "1944-06-05" {
			t.Errorf("%s: %+v, %v; want 1944-06-05", lang, r, err)
		}
	}
	if r, err := dates.Parse("9/4-1940", dates.Options{Order: dates.MonthFirst}); err != nil || r.EDTF != "1940-04-09" || r.Remark == "" {
		t.Errorf("without a language: %+v, %v; want 1940-04-09, said", r, err)
	}
}

func TestParts(t *testing.T) {
	for _, test := range []struct {
		year, month, day, clock string
		o                       dates.Options
		want                    string
	}{
		{"1972", "6", "5", "", dates.Options{}, "1972-06-05"},
		{"1958", "3", "", "", dates.Options{}, "1958-03"},
		{"1958", "March", "", "", dates.Options{}, "1958-03"},
		{"1958", "marzo", "2", "", dates.Options{Lang: "es"}, "1958-03-02"},
		{"1958", "0", "0", "", dates.Options{}, "1958"},
		{"1823", "2", "NA", "", dates.Options{}, "1823-02"},
		{"1914.0", "7.0", "28.0", "", dates.Options{}, "1914-07-28"},
		{"2011", "11", "16", "05:58:44", dates.Options{}, "2011-11-16T05:58:44"},
		{"2011", "11", "16", "5:58 pm", dates.Options{}, "2011-11-16T17:58"},
		{"c. 1890", "5", "", "", dates.Options{}, "1890-05~"},
		{"1890?", "", "", "", dates.Options{}, "1890?"},
		{"-4040", "", "", "", dates.Options{}, "-4039"},
		{"-600", "", "", "", dates.Options{BC: dates.Astronomical}, "-0600"},
		{"44 BC", "March", "15", "", dates.Options{}, "-0043-03-15"},
		{"79", "8", "25", "", dates.Options{Century: 1}, "0079-08-25"},
		{"538", "", "", "", dates.Options{}, "0538"},
		{"2014-03-01", "3", "1", "", dates.Options{}, "2014-03-01"},
		{"1914-1918", "", "", "", dates.Options{}, "1914/1918"},
		{"", "", "", "12:45 AM", dates.Options{Day: "2024-03-26"}, "2024-03-26T00:45"},
		{"1400", "5", "24", "", dates.Options{Lang: "fa"}, "2021-08-15"},
		{"۱۴۰۰", "اسد", "۲۴", "", dates.Options{Lang: "fa-AF"}, "2021-08-15"},
		{"1400", "1", "", "", dates.Options{Lang: "fa"}, "[2021-03-21..2021-04-20]"},
	} {
		r, err := dates.Parts(test.year, test.month, test.day, test.clock, test.o)
		if err != nil || r.EDTF != test.want {
			t.Errorf("Parts(%q, %q, %q, %q) = %+v, %v; want %s", test.year, test.month, test.day, test.clock, r, err, test.want)
		}
	}
	for _, wrong := range [][4]string{{"", "3", "1", ""}, {"1914", "13", "", ""}, {"1914", "2", "30", ""}, {"1914", "", "3", ""}, {"1914", "June", "", "10:00"}, {"1914", "x", "", ""}, {"1914", "6", "first", ""}, {"1914-1918", "6", "", ""}, {"2014-03-01", "4", "1", ""}, {"1914", "6", "1", "noonish"}, {"1850s", "6", "", ""}} {
		if r, err := dates.Parts(wrong[0], wrong[1], wrong[2], wrong[3], dates.Options{}); err == nil {
			t.Errorf("Parts(%q) = %+v, want an error", wrong, r)
		}
	}
}
