package shapes_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"barline/importer/dates"
	"barline/importer/shapes"
)

// Large files are read in seconds, and hostile ones are refused or read within the
// same bounds.
func TestLargeFiles(t *testing.T) {
	objects := "[" + strings.Repeat("{\"date\": \"2014-03-01\", \"title\": \"A title of some words\", \"text\": \"A text that is a little longer than the title\", \"group\": \"x\"},\n", 100_000) + "]"
	var differing strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&differing, "{\"date\": \"1914\", \"k%d\": 1}\n", i)
	}
	for name, test := range map[string]struct {
		text string
		ok   bool
	}{
		"100,000 objects":            {objects, true},
		"as many keys as objects":    {differing.String(), false},
		"100,000 keys in one object": {wideRow(100_000), false},
		"few cells far to the right": {"[" + strings.TrimSuffix(strings.TrimPrefix(wideRow(1900), "["), "]") + strings.Repeat(",\n{\"k1899\":1}", 500_000) + "]", false},
		"fields without end":         {`[{"content": "x", "start": "2014", ` + strings.TrimPrefix(wideRow(50_000), "[{"), true},
		"deep":                       {strings.Repeat("[", 1<<20), false},
		"deep objects":               {strings.Repeat(`{"a":`, 1<<20), false},
		"calls":                      {"x = " + strings.Repeat("new ", 1<<20) + "[", false},
		"one long text":              {`[{"date": "1914", "text": "` + strings.Repeat("x", 10<<20) + `"}]`, true},
		"events of a calendar":       {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nDTSTART;TZID=Europe/Oslo:20140301T100000\nDURATION:PT1H\nSUMMARY:x\nEND:VEVENT\n", 20_000) + "END:VCALENDAR\n", true},
		"a folded line":              {"BEGIN:VCALENDAR\nX:" + strings.Repeat("\n x", 1<<20) + "\nEND:VCALENDAR\n", true},
		"events of markwhen":         {"title: x\n" + strings.Repeat("2014-03-01 - 2 weeks: An event #tag\nWith a text\n", 20_000), true},
		"a line of colons":           {"2014: x\n2015: " + strings.Repeat("1:", 4<<20), true},
		"brackets of markwhen":       {"2014: x\n2015: " + strings.Repeat("[a](", 100_000), true},
		"too large":                  {"[" + strings.Repeat(" ", 65<<20) + "]", false},
	} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, ok, err := shapes.Read(test.text, dates.Options{})
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		t.Logf("%s: %d MB, %v, %d MB allocated", name, len(test.text)>>20, took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20)
		if (ok && err == nil) != test.ok {
			t.Errorf("%s: %v, %v", name, ok, err)
		}
		const most = 20 * time.Second // on a machine that does other things besides
		if took > most {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// wideRow is a list of one object with so many fields.
func wideRow(n int) string {
	var b strings.Builder
	b.WriteString(`[{"date": "1914"`)
	for i := range n {
		fmt.Fprintf(&b, ", \"k%d\": 1", i)
	}
	b.WriteString("}]")
	return b.String()
}
