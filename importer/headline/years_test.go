package headline_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/importer/headline"
	"barline/timeline/words/languages"
)

func tags() []string {
	return []string{"en", "de", "es", "fr", "nb", "ru", "uk", "tr", "ar", "fa", "fa-AF", "ps"}
}

// The years of dates, also of those that are not known to the year.
func TestYears(t *testing.T) {
	for _, c := range []struct {
		dates []string
		lang  string
		want  string
	}{
		{[]string{"1914-07-28", "1918"}, "", "Timeline, 1914 to 1918"},
		{[]string{"1914-07-28", "1918"}, "en-GB", "Timeline, 1914 to 1918"},
		{[]string{"1914-07-28", "1918"}, "de", "Zeitleiste, 1914 bis 1918"},
		{[]string{"2024"}, "es", "Cronología, 2024"},
		{[]string{"2024"}, "fa", "گاه‌شمار، ۲۰۲۴"},
		{[]string{"00XX~"}, "en", "Timeline, 1 AD to 99 AD"},
		{[]string{"000X"}, "en", "Timeline, 1 AD to 9 AD"},
		{[]string{"00XX/0150"}, "en", "Timeline, 1 AD to 150"},
		{[]string{"0000"}, "en", "Timeline, 1 BC"},
		{[]string{"-00XX"}, "en", "Timeline, 100 BC to 1 BC"},
		{[]string{"-0699~", "-0043-03-15"}, "de", "Zeitleiste, 700 v. Chr. bis 44 v. Chr."},
		{[]string{"-0043-03-15", "0014"}, "es", "Cronología, 44 a. C. – 14 d. C."},
		{[]string{"-1249", "1911"}, "en", "Timeline, 1250 BC – 1911 AD"},
		{[]string{"-0043"}, "ru", "Хронология, 44 г. до н. э."},
		{[]string{"18XX", "1850S2"}, "en", "Timeline, 1800 to 1899"},
		{[]string{"../1900"}, "en", "Timeline, 1900"},
		{[]string{"XXXX-12-25", "1950"}, "en", "Timeline, 1950"},
		{[]string{"XXXX-12-25"}, "en", "Timeline"},
		{nil, "tr", "Zaman çizelgesi"},
		{[]string{"1914", "1918"}, "it", "1914–1918"},
		{[]string{"1914"}, "it", "1914"},
		{[]string{"-0043"}, "it", "Timeline, 44 BC"},
	} {
		var y headline.Years
		for _, text := range c.dates {
			d, err := edtf.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			y.Add(d)
		}
		if got := y.In(c.lang); got != c.want {
			t.Errorf("%v in %s: %q, want %q", c.dates, c.lang, got, c.want)
		}
	}
}

// The years of any dates are said as the interface says those of the first and the last.
func TestAsTheInterface(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tag := rapid.SampledFrom(tags()).Draw(t, "language")
		first := rapid.IntRange(-9998, 9999).Draw(t, "first")
		last := rapid.IntRange(first, min(9999, first+rapid.IntRange(0, 400).Draw(t, "years"))).Draw(t, "last")
		date := func(year int) edtf.Date {
			text := fmt.Sprintf("%04d", year)
			if year < 0 {
				text = fmt.Sprintf("-%04d", -year)
			}
			d, err := edtf.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		var y headline.Years
		y.Add(date(first))
		y.Add(date(last))
		l, err := languages.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := y.In(tag), l.Words.Headline(date(first), date(last)); got != want {
			t.Errorf("%s, %d to %d: %q, want %q", tag, first, last, got, want)
		}
	})
}
