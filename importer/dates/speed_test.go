package dates_test

import (
	"testing"

	"barline/importer/dates"
)

func BenchmarkParse(b *testing.B) {
	for _, written := range []string{"2014-03-01", "1915", "2014-03-01T10:00:00.000Z", "17/09/2025", "11-Mar-15", "5 de marzo de 1825", "28 April – 3 May 1945", "с 1994 г. по настоящее время", "22 بهمن 1357", "second half of the 19th century"} {
		b.Run(written, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := dates.Parse(written, dates.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
