package scale_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/timeline/scale"
)

// checkTicks holds for every view.
func checkTicks(t interface {
	Helper()
	Fatalf(string, ...any)
}, s scale.Scale, minPx float64) {
	t.Helper()
	ticks := s.Ticks(minPx)
	if len(ticks) == 0 {
		t.Fatalf("%+v has no ticks", s)
	}
	if ticks[0].At > s.From {
		t.Fatalf("the first tick stands %v s after the view begins", ticks[0].At-s.From)
	}
	if last := ticks[len(ticks)-1]; last.Next < s.To {
		t.Fatalf("the last tick leaves %v s without one", s.To-last.Next)
	}
	for i, tick := range ticks {
		if tick.Next <= tick.At {
			t.Fatalf("tick %d leads from %v to %v", i, tick.At, tick.Next)
		}
		if i > 0 && ticks[i-1].Next != tick.At {
			t.Fatalf("tick %d stands at %v, the one before leads to %v", i, tick.At, ticks[i-1].Next)
		}
		if tick.Unit != s.Unit(minPx) {
			t.Fatalf("tick %d counts %v, the view %v", i, tick.Unit, s.Unit(minPx))
		}
		checkBoundary(t, tick)
	}
	// Between the first tick and the end of the last. Months and years are
	// not all alike, and the last step of a month may be one and a half long
	// or half as long as the others.
	if mean := (ticks[len(ticks)-1].Next - ticks[0].At) / float64(len(ticks)) / s.SecondsPerPx(); mean < minPx*0.8 {
		t.Fatalf("ticks are %v px apart on average, want about %v", mean, minPx)
	}
}

// checkBoundary holds a tick to the calendar: what it counts begins there.
func checkBoundary(t interface {
	Helper()
	Fatalf(string, ...any)
}, tick scale.Tick) {
	t.Helper()
	if tick.At != math.Floor(tick.At) {
		t.Fatalf("a tick at %v, between two seconds", tick.At)
	}
	year, month, day := edtf.Civil(int64(tick.At))
	midnight := float64(edtf.Unix(year, month, day))
	switch tick.Unit {
	case scale.Minutes:
		if math.Mod(tick.Next-tick.At, scale.Minute) == 0 && math.Mod(tick.At, scale.Minute) != 0 {
			t.Fatalf("minutes at %v", tick.At)
		}
	case scale.Hours:
		if math.Mod(tick.At, scale.Hour) != 0 {
			t.Fatalf("hours at %v", tick.At)
		}
	case scale.Days:
		if tick.At != midnight {
			t.Fatalf("a day that begins at %v", tick.At)
		}
	case scale.Months:
		if tick.At != midnight || day != 1 {
			t.Fatalf("a month that begins on %d-%d-%d", year, month, day)
		}
	case scale.Years:
		if tick.At != midnight || day != 1 || month != 1 {
			t.Fatalf("a year that begins on %d-%d-%d", year, month, day)
		}
		checkRound(t, tick, year)
	}
}

// checkRound holds ticks of years to those that readers call round: 100 BC and not
// 101, 1 AD, and no year 0 among centuries.
func checkRound(t interface {
	Helper()
	Fatalf(string, ...any)
}, tick scale.Tick, year int) {
	t.Helper()
	next, _, _ := edtf.Civil(int64(tick.Next))
	step := 1
	for apart := next - year; step*10 <= apart+1; {
		step *= 10
	}
	name := year
	if year <= 0 {
		name = 1 - year // BC
	}
	if step > 1 && year != 1 && next != 1 && name%step != 0 {
		t.Fatalf("a tick of %d years at the year %d", next-year, year)
	}
}

func TestTicksOfEveryView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkTicks(t, drawScale(t), rapid.Float64Range(20, 120).Draw(t, "minPx"))
	})
}

// span is a view between two days, or two minutes of one.
func span(y0, m0, d0, y1, m1, d1 int, lengthPx float64) scale.Scale {
	return scale.Scale{From: float64(edtf.Unix(y0, m0, d0)), To: float64(edtf.Unix(y1, m1, d1)), LengthPx: lengthPx}
}

func describe(ticks []scale.Tick) string {
	var all []string
	for _, tick := range ticks {
		year, month, day := edtf.Civil(int64(tick.At))
		s := fmt.Sprintf("%d-%02d-%02d", year, month, day)
		if seconds := int(tick.At - float64(edtf.Unix(year, month, day))); tick.Unit <= scale.Hours {
			s = fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
			if seconds%60 != 0 {
				s += fmt.Sprintf(":%02d", seconds%60)
			}
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestTicksByEye(t *testing.T) {
	day := span(2025, 12, 2, 2025, 12, 3, 700)
	for _, c := range []struct {
		what string
		s    scale.Scale
		want string
	}{
		{"millennia, of which year -999 is 1000 BC", span(-4000, 1, 1, 9999, 12, 31, 700), "-4999-01-01 -3999-01-01 -2999-01-01 -1999-01-01 -999-01-01 1-01-01 1000-01-01 2000-01-01 3000-01-01 4000-01-01 5000-01-01 6000-01-01 7000-01-01 8000-01-01 9000-01-01"},
		{"around the year 0, which is 1 BC", span(-3, 1, 1, 4, 1, 1, 500), "-3-01-01 -2-01-01 -1-01-01 0-01-01 1-01-01 2-01-01 3-01-01"},
		{"decades begin at round years", span(-23, 1, 1, 31, 1, 1, 400), "-29-01-01 -19-01-01 -9-01-01 1-01-01 10-01-01 20-01-01 30-01-01"},
		{"every second year, around the year 0", span(-5, 1, 1, 7, 1, 1, 400), "-5-01-01 -3-01-01 -1-01-01 1-01-01 4-01-01 6-01-01"},
		{"every fifth year, around the year 0", span(-12, 1, 1, 14, 1, 1, 400), "-14-01-01 -9-01-01 -4-01-01 1-01-01 5-01-01 10-01-01"},
		{"a million years", span(-999999, 1, 1, 2026, 1, 1, 400), "-999999-01-01 -799999-01-01 -599999-01-01 -399999-01-01 -199999-01-01 1-01-01"},
		{"the last year", span(9998, 1, 1, 10000, 1, 1, 100), "9998-01-01 9999-01-01"},
		{"quarters", span(2025, 1, 1, 2026, 7, 1, 400), "2025-01-01 2025-04-01 2025-07-01 2025-10-01 2026-01-01 2026-04-01"},
		{"months", span(2025, 1, 1, 2025, 7, 1, 400), "2025-01-01 2025-02-01 2025-03-01 2025-04-01 2025-05-01 2025-06-01"},
		{"tens of days in a leap year", span(2024, 2, 1, 2024, 4, 1, 480), "2024-02-01 2024-02-11 2024-02-21 2024-03-01 2024-03-11 2024-03-21"},
		{"fives of days begin anew with the month", span(2025, 2, 1, 2025, 3, 12, 600), "2025-02-01 2025-02-06 2025-02-11 2025-02-16 2025-02-21 2025-02-26 2025-03-01 2025-03-06 2025-03-11"},
		{"days over a leap day", span(2024, 2, 27, 2024, 3, 3, 400), "2024-02-27 2024-02-28 2024-02-29 2024-03-01 2024-03-02"},
		{"days without one", span(2100, 2, 27, 2100, 3, 3, 320), "2100-02-27 2100-02-28 2100-03-01 2100-03-02"},
		{"days over the year's end", span(2025, 12, 30, 2026, 1, 3, 320), "2025-12-30 2025-12-31 2026-01-01 2026-01-02"},
		{"hours", day, "00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00"},
		{"quarters of an hour", scale.Scale{From: day.From + scale.Hour, To: day.From + 3*scale.Hour, LengthPx: 500}, "01:00 01:15 01:30 01:45 02:00 02:15 02:30 02:45"},
		{"minutes", scale.Scale{From: day.From + 90, To: day.From + 330, LengthPx: 300}, "00:01 00:02 00:03 00:04 00:05"},
		{"seconds", scale.Scale{From: day.From + 50, To: day.From + 110, LengthPx: 300}, "00:00:45 00:01 00:01:15 00:01:30 00:01:45"},
		{"hours before 1970", scale.Scale{From: -2 * scale.Hour, To: 2 * scale.Hour, LengthPx: 300}, "22:00 23:00 00:00 01:00"},
	} {
		if diff := cmp.Diff(c.want, describe(c.s.Ticks(45))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestUnitsGrowWithTheSpan(t *testing.T) {
	last := scale.Minutes
	seen := map[scale.Unit]bool{}
	for span := scale.MinSpan; span <= scale.MaxSpan; span *= 1.3 {
		unit := scale.Scale{From: 0, To: span, LengthPx: 700}.Unit(40)
		if unit < last {
			t.Fatalf("a span of %v s counts %v, a shorter one %v", span, unit, last)
		}
		last = unit
		seen[unit] = true
	}
	if len(seen) != 5 {
		t.Errorf("only %v are in use", seen)
	}
}

// FuzzTicks looks for views that hang, panic or flood the axis.
func FuzzTicks(f *testing.F) {
	f.Add(0.0, scale.Year, 700.0, 38.0)
	f.Add(-3e11, 6e11, 1600.0, 1.0)
	f.Add(1735689600.0, 60.0, 320.0, 30.0)
	f.Add(-4.3e17, 5e17, 1000.0, 46.0)
	f.Fuzz(func(t *testing.T, from, span, length, minPx float64) {
		// The limits that Zoom and Clamp keep, and screens have.
		if !(math.Abs(from) < scale.MaxSpan) || !(span >= scale.MinSpan && span <= scale.MaxSpan) ||
			!(length >= 1 && length <= 1e5) || !(minPx >= 10 && minPx <= 1e4) {
			return
		}
		s := scale.Scale{From: from, To: from + span, LengthPx: length}
		if most := length/(minPx*0.7) + 4; float64(len(s.Ticks(minPx))) > most {
			t.Fatalf("%d ticks, %v at most expected", len(s.Ticks(minPx)), most)
		}
		if minPx <= length/4 {
			checkTicks(t, s, minPx)
		}
	})
}
