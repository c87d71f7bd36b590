package icalendar_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"barline/exporter/icalendar"
	"barline/internal/storytest"
	"barline/timeline/words"
)

func calendar(t storytest.TB, events string) string {
	t.Helper()
	s := storytest.Decode(t, "barline: 1\nid: s\nheadline: H\n"+events)
	got, _, err := icalendar.Write(s, words.English())
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestDates(t *testing.T) {
	const zone = "zone: {name: Ellery time, offset: \"+02:00\"}\n"
	for _, c := range []struct{ head, date, want string }{
		{"", "2024-02-29", "DTSTART;VALUE=DATE:20240229 DTEND;VALUE=DATE:20240301"},
		{"", "2024-12-30/2025-01-02", "DTSTART;VALUE=DATE:20241230 DTEND;VALUE=DATE:20250103"},
		{"", "0079-08-24", "DTSTART;VALUE=DATE:00790824 DTEND;VALUE=DATE:00790825"},
		{"", "2024-06-11T08:00", "DTSTART:20240611T080000"},
		{"", "2024-06-11T23:30:15-04:00", "DTSTART:20240612T033015Z"},
		{"", "2024-06-11T08:00Z/2024-06-11T09:00+01:00", "DTSTART:20240611T080000Z DTEND:20240611T080000Z"},
		{"", "2024-06-11T08:00/2024-06-11T09:30", "DTSTART:20240611T080000 DTEND:20240611T093000"},
		{zone, "2024-06-11T08:00", "DTSTART:20240611T060000Z"},
		// A time of day and a whole day: the days.
		{"", "2024-06-11T08:00/2024-06-12", "DTSTART;VALUE=DATE:20240611 DTEND;VALUE=DATE:20240613"},
	} {
		got := calendar(t, c.head+"events: [{title: T, date: \""+c.date+"\"}]\n")
		var lines []string
		for line := range strings.SplitSeq(got, "\r\n") {
			if strings.HasPrefix(line, "DTSTART") || strings.HasPrefix(line, "DTEND") {
				lines = append(lines, line)
			}
		}
		if text := strings.Join(lines, " "); text != c.want {
			t.Errorf("%s is %s\nwant %s", c.date, text, c.want)
		}
	}
}

func TestWhatACalendarDoesNotHold(t *testing.T) {
	s := storytest.Decode(t, `
barline: 1
id: s
headline: H
events:
  - {id: bc, title: T, date: -0043-03-15}
  - {id: month, title: T, date: 2024-06}
  - {id: some-day, title: T, date: 2024-06-XX}
  - {id: about, title: T, date: 2024-06-11~}
  - {id: maybe, title: T, date: "2024-06-11?"}
  - {id: open, title: T, date: 2024-06-11/..}
  - {id: either, title: T, date: "[2024-06-11,2024-06-13]"}
  - {id: half, title: T, date: 2024-06-11T08:00/2024-06-11T09:00Z}
  - {id: day, title: T, date: 2024-06-11}
`)
	got, left, err := icalendar.Write(s, words.English())
	if err != nil || strings.Count(string(got), "BEGIN:VEVENT") != 1 {
		t.Errorf("%v\n%s", err, got)
	}
	var lines []string
	for _, item := range left {
		lines = append(lines, item.String())
	}
	if text := strings.Join(lines, "\n"); text != `left out: events before the year 1, or after 9999 (1): bc
left out: events whose day is not known (2): month, some-day
left out: events whose dates are approximate or uncertain (2): about, maybe
left out: events without a beginning or an end (1): open
left out: events on one of several dates (1): either
left out: events of which one end has no time zone (1): half` {
		t.Error(text)
	}
}

// Lines are as RFC 5545 wants them, whatever is in the story.
func TestLines(t *testing.T) {
	name := regexp.MustCompile(`^[A-Z-]+(;[A-Z]+=[A-Za-z0-9-]+)*:`)
	rapid.Check(t, func(t *rapid.T) {
		s, _ := storytest.WholeStory(t)
		got, _, err := icalendar.Write(s, words.English())
		if err != nil {
			return // none of its events has a day
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(string(got), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("the line %q", line)
			}
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(string(got), "\r\n ", ""), "\r\n"), "\r\n") {
			if !name.MatchString(line) {
				t.Fatalf("the unfolded line %q", line)
			}
		}
	})
}
