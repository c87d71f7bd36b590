package words_test

import (
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/timeline/scale"
	"barline/timeline/words"
)

func TestTicksInWords(t *testing.T) {
	w := words.English()
	at := func(year, month, day int) float64 { return float64(edtf.Unix(year, month, day)) }
	for _, c := range []struct {
		tick            scale.Tick
		name, era, time string
		strong          bool
	}{
		{scale.Tick{At: at(2024, 1, 1), Unit: scale.Years, Next: at(2025, 1, 1)}, "2024", "", "2024", false},
		{scale.Tick{At: at(2020, 1, 1), Unit: scale.Years, Next: at(2030, 1, 1)}, "2020", "", "2020–2029", false},
		{scale.Tick{At: at(-499, 1, 1), Unit: scale.Years, Next: at(-399, 1, 1)}, "500 BC", "", "500–401 BC", false},
		{scale.Tick{At: at(0, 1, 1), Unit: scale.Years, Next: at(1, 1, 1)}, "1 BC", "", "1 BC", false},
		{scale.Tick{At: at(1, 1, 1), Unit: scale.Years, Next: at(100, 1, 1)}, "1 AD", "", "1–99 AD", false},
		{scale.Tick{At: at(-9, 1, 1), Unit: scale.Years, Next: at(11, 1, 1)}, "10 BC", "", "10 BC – 10 AD", false},
		{scale.Tick{At: at(-999999, 1, 1), Unit: scale.Years, Next: at(-899999, 1, 1)}, "1,000,000 BC", "", "1,000,000–900,000 BC", false},
		{scale.Tick{At: at(-43, 3, 1), Unit: scale.Months, Next: at(-43, 4, 1)}, "Mar", "44 BC", "March 44 BC", false},
		{scale.Tick{At: at(-43, 1, 1), Unit: scale.Months, Next: at(-43, 2, 1)}, "44 BC", "44 BC", "January 44 BC", true},
		{scale.Tick{At: at(-43, 3, 15), Unit: scale.Days, Next: at(-43, 3, 16)}, "15", "Mar 44 BC", "15 Mar 44 BC", false},
		{scale.Tick{At: at(-43, 3, 15), Unit: scale.Hours, Next: at(-43, 3, 15) + 3600}, "15 Mar", "15 Mar 44 BC", "15 Mar 44 BC, 00:00–01:00", true},
		{scale.Tick{At: at(2024, 1, 1), Unit: scale.Months, Next: at(2024, 2, 1)}, "2024", "2024", "January 2024", true},
		{scale.Tick{At: at(2024, 10, 1), Unit: scale.Months, Next: at(2025, 1, 1)}, "Oct", "2024", "October – December 2024", false},
		{scale.Tick{At: at(2024, 3, 1), Unit: scale.Days, Next: at(2024, 3, 2)}, "Mar", "Mar 2024", "1 Mar 2024", true},
		{scale.Tick{At: at(2024, 3, 6), Unit: scale.Days, Next: at(2024, 3, 11)}, "6", "Mar 2024", "6–10 Mar 2024", false},
		{scale.Tick{At: at(2024, 3, 5), Unit: scale.Hours, Next: at(2024, 3, 5) + 3600}, "5 Mar", "5 Mar 2024", "5 Mar 2024, 00:00–01:00", true},
		{scale.Tick{At: at(2024, 3, 5) + 84600, Unit: scale.Minutes, Next: at(2024, 3, 6)}, "23:30", "5 Mar 2024", "5 Mar 2024, 23:30–24:00", false},
		{scale.Tick{At: at(1969, 3, 5) + 3600, Unit: scale.Hours, Next: at(1969, 3, 5) + 7200}, "01:00", "5 Mar 1969", "5 Mar 1969, 01:00–02:00", false},
	} {
		name, strong := w.Tick(c.tick, true)
		if name != c.name || strong != c.strong {
			t.Errorf("%s is %q, strong %v", c.time, name, strong)
		}
		if got := w.Era(c.tick.At+0.5, c.tick.Unit); got != c.era {
			t.Errorf("%s: the era is %q, want %q", c.time, got, c.era)
		}
		if got := w.Time(c.tick); got != c.time {
			t.Errorf("%q, want %q", got, c.time)
		}
	}
	if name, strong := w.Tick(scale.Tick{At: at(2024, 1, 1), Unit: scale.Months, Next: at(2024, 2, 1)}, false); name != "Jan" || strong {
		t.Errorf("in the one year there is, January is %q", name)
	}
}

func TestNumbersOfEvents(t *testing.T) {
	w := words.English()
	for n, want := range map[int]string{0: "0 events", 1: "1 event", 999: "999 events", 1000: "1,000 events", 1234567: "1,234,567 events"} {
		if got := w.Events(n); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if got := w.Large(-1234); got != "-1,234" {
		t.Errorf("%q", got)
	}
	for seconds, want := range map[int64]string{8: "8 seconds", 64: "1 minute", 2048: "34 minutes", 131072: "36 hours", 1 << 20: "12 days", 1 << 27: "4 years"} {
		if got := w.Stretch(seconds); got != want {
			t.Errorf("%d s: %q, want %q", seconds, got, want)
		}
	}
}

// Months on an axis stand alone: Russian has other words for them then.
func TestMonthsOnTheAxis(t *testing.T) {
	w := everyLanguage(t)["ru"]
	var names []string
	for month := 1; month <= 12; month++ {
		name, _ := w.Tick(scale.Tick{At: float64(edtf.Unix(2024, month, 1)), Unit: scale.Months, Next: float64(edtf.Unix(2024, month+1, 1))}, false)
		names = append(names, name)
	}
	if got := strings.Join(names, " "); got != "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек." {
		t.Error(got)
	}
	if got := w.DayMonth(5, 5); got != "5 мая" {
		t.Error(got)
	}
}

// The ends of a stretch of time are told apart, however short it is.
func TestTimeTellsItsEndsApart(t *testing.T) {
	for tag, w := range everyLanguage(t) {
		for _, seconds := range []float64{1, 5, 30, 60, 90, 3600} {
			for _, at := range []float64{1761471900, 1761471905, 1761436800} {
				said := w.Time(scale.Tick{Unit: scale.Minutes, At: at, Next: at + seconds})
				first, last, ok := strings.Cut(said, "–")
				if !ok || strings.HasSuffix(first, last) {
					t.Errorf("%s: %v seconds from %v are %q", tag, seconds, at, said)
				}
			}
		}
	}
}
