package words_test

import (
	"os"
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/timeline/words"
)

// Any date can be said, in any form.
func FuzzDate(f *testing.F) {
	for line := range strings.Lines(everyKindOfDate + everyKindOfTime) {
		f.Add(strings.TrimSpace(line))
	}
	english := words.English()
	var languages []*words.Words
	for _, tag := range []string{"ru", "ar", "fa"} {
		contents, err := os.ReadFile("languages/" + tag + ".json")
		if err != nil {
			f.Fatal(err)
		}
		w, _, err := words.Parse(contents)
		if err != nil {
			f.Fatal(err)
		}
		languages = append(languages, w)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.Parse(text)
		if err != nil {
			return
		}
		for _, w := range append(languages, english) {
			for _, form := range []words.Form{words.Full, words.Day, words.Short} {
				checkDate(t, w.Tag, text, w.Date(d, form))
				if w.DateTime(d, "", form) == "" {
					t.Errorf("%s: %s has no date and time", w.Tag, text)
				}
			}
			w.SolarDate(d)
			w.TimeOfDay(d, "here")
			w.Headline(d, d)
		}
	})
}

func TestNoDate(t *testing.T) {
	w := words.English()
	if got := w.Date(edtf.Date{}, words.Full) + w.DateTime(edtf.Date{}, "x", words.Full) + w.TimeOfDay(edtf.Date{}, "x") + w.SolarDate(edtf.Date{}); got != "" {
		t.Errorf("no date is %q", got)
	}
}

func TestYears(t *testing.T) {
	w := words.English()
	for year, want := range map[int]string{2025: "2025", 100: "100", 99: "99 AD", 1: "1 AD", 0: "1 BC", -43: "44 BC", 9999: "9999", 10000: "10,000", -9998: "9999 BC", -999999: "1,000,000 BC"} {
		if got := w.Year(year); got != want {
			t.Errorf("%d: %q, want %q", year, got, want)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range [][4]string{
		{"en", "1914", "1919-06-28", "Timeline, 1914 to 1919"},
		{"en", "1914-07", "1914-12", "Timeline, 1914"},
		{"en", "-0043", "0014", "Timeline, 44 BC – 14 AD"},
		{"en", "-0499", "-0043", "Timeline, 500 BC to 44 BC"},
		{"en", "18XX", "2019/..", "Timeline, 1800 to 2019"},
		{"en", "1968-24", "1968-24", "Timeline, 1968 to 1969"},
		{"de", "1914", "1919", "Zeitleiste, 1914 bis 1919"},
		{"fa", "1914", "1919", "گاه‌شمار، ۱۹۱۴ تا ۱۹۱۹"},
	} {
		from, err := edtf.Parse(c[1])
		to, err2 := edtf.Parse(c[2])
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if got := everyLanguage(t)[c[0]].Headline(from, to); got != c[3] {
			t.Errorf("%s to %s: %q, want %q", c[1], c[2], got, c[3])
		}
	}
}

func TestMonthsAndClock(t *testing.T) {
	w := words.English()
	for _, c := range [][2]string{
		{w.MonthName(1), "January"}, {w.MonthName(12), "December"}, {w.MonthShort(6), "Jun"}, {w.DayMonth(11, 4), "11 Apr"},
		{words.Clock(0), "00:00"}, {words.Clock(9*3600 + 30*60), "09:30"}, {words.Clock(86399), "23:59:59"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}
