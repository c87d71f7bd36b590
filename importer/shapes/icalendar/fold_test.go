package icalendar_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"barline/importer/dates"
	"barline/importer/shapes/icalendar"
)

// Wherever a line is folded, in the middle of letters as well, its text is whole.
func TestRepair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := "a" + rapid.StringMatching(`[éßж語😀a ]{0,20}`).Draw(t, "title") + "z"
		fold := rapid.SampledFrom([]string{"\r\n ", "\n "}).Draw(t, "fold")
		line := "SUMMARY:" + title
		for at := rapid.IntRange(9, 30).Draw(t, "width"); at < len(line); at += rapid.IntRange(8, 30).Draw(t, "width") {
			line = line[:at] + fold + line[at:]
			at += len(fold)
		}
		text := "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20140301T100000Z\r\n" + line + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		repaired := icalendar.Repair([]byte(text))
		if !utf8.Valid(repaired) || strings.Count(string(repaired), "\n") != strings.Count(text, "\n") {
			t.Fatalf("%q", repaired)
		}
		d, _, err := icalendar.Read(string(repaired), dates.Options{})
		if want := strings.Join(strings.Fields(title), " "); err != nil || d.Events[0].Title != want {
			t.Errorf("%q, %v; want %q", d.Events[0].Title, err, want)
		}
	})
}

func TestRepairLeavesOthersAlone(t *testing.T) {
	for _, text := range []string{"", "a,b\n \x80", "BEGIN:VCALENDAR\n \x80\x80\x80\x80"} {
		if got := icalendar.Repair([]byte(text)); string(got) != text {
			t.Errorf("%q: %q", text, got)
		}
	}
}
