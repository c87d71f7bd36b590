package icalendar

import (
	"testing"

	"pgregory.net/rapid"

	"barline/importer/dates"
	"barline/importer/shapes/when"
	"barline/importer/shapes/zone"
)

const berlin = `BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:x
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
END:VCALENDAR`

const newYork = `BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:x
BEGIN:STANDARD
DTSTART:20071104T020000
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20070311T020000
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
END:VTIMEZONE
END:VCALENDAR`

// A zone that a file describes has the offsets of the zone that it describes.
func TestRules(t *testing.T) {
	for name, text := range map[string]string{"Europe/Berlin": berlin, "America/New_York": newYork} {
		calendars, _, err := parse(text)
		if err != nil {
			t.Fatal(err)
		}
		zs := zones{known: map[string]*zone.Zone{}, file: map[string]*component{"x": calendars[0].inside[0]}}
		own, iana := zs.find("x"), zone.Find(name)
		if own == nil || iana == nil {
			t.Fatalf("zones %v, %v", own, iana)
		}
		rapid.Check(t, func(t *rapid.T) {
			// Clocks are put forward and back by night.
			m := when.Moment{Year: rapid.Int64Range(2008, 2036).Draw(t, "year"), Month: rapid.IntRange(1, 12).Draw(t, "month"), Day: rapid.IntRange(1, 28).Draw(t, "day"),
				Clock: true, Hour: rapid.IntRange(4, 23).Draw(t, "hour")}
			got, _ := own.On(m)
			if want, _ := iana.On(m); got != want {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
			if got, want := own.OfUTC(m), iana.OfUTC(m); got != want {
				t.Errorf("%s, %v of UTC: %v, want %v", name, m, got, want)
			}
		})
	}
}

func TestNthDay(t *testing.T) {
	for _, test := range []struct{ year, month, weekday, nth, want int }{
		{2026, 3, 6, -1, 29}, {2026, 10, 6, -1, 25}, {2026, 11, 6, 1, 1}, {2026, 3, 6, 2, 8}, {2024, 2, 3, 5, 29}, {2026, 2, 0, 5, 23},
	} {
		if got := nthDay(test.year, test.month, test.weekday, test.nth); got != test.want {
			t.Errorf("%+v: %d", test, got)
		}
	}
}

func TestDuration(t *testing.T) {
	for in, want := range map[string][2]int64{"P1D": {1, 0}, "PT2H30M": {0, 9000}, "P2W": {14, 0}, "P1DT12H": {1, 43200}, "+PT15S": {0, 15}} {
		days, seconds, err := duration(in)
		if int64(days) != want[0] || seconds != want[1] || err != nil {
			t.Errorf("%s: %d, %d, %v", in, days, seconds, err)
		}
	}
	for _, in := range []string{"", "P", "PT", "1D", "-P1D", "PT1D", "P1H", "P1", "P99999999999D", "PTT1H"} {
		if _, _, err := duration(in); err == nil && in != "PT" {
			t.Errorf("%q is accepted", in)
		}
	}
}

func TestLines(t *testing.T) {
	p, ok := parseLine(3, `attendee;CN="Doe; A: B";ROLE=X:mailto:a@b.example`)
	if !ok || p.name != "ATTENDEE" || p.parameter("CN") != "Doe; A: B" || p.parameter("ROLE") != "X" || p.value != "mailto:a@b.example" {
		t.Errorf("%+v, %v", p, ok)
	}
	for in, want := range map[string]string{`a\, b\; c\\n d\nE`: "a, b; c\\n d\nE", "plain": "plain"} {
		if got := unescaped(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	if got := listed(`a\,b,c,,d`); len(got) != 3 || got[0] != "a,b" || got[2] != "d" {
		t.Errorf("%q", got)
	}
}

// An event over the night on which clocks are put forward lasts as long as it says.
func TestDurationOverAChangeOfClocks(t *testing.T) {
	d, _, err := Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20260328T220000\nDURATION:PT8H\nSUMMARY:x\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20260328T220000\nDURATION:P1D\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR", options())
	if err != nil || d.Events[0].Date != "2026-03-28T22:00+01:00/2026-03-29T07:00+02:00" || d.Events[1].Date != "2026-03-28T22:00+01:00/2026-03-29T22:00+02:00" {
		t.Errorf("%+v, %v", d, err)
	}
}

func options() (o dates.Options) { return o }
