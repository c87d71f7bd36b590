package visitems_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/said"
	"barline/importer/shapes/visitems"
)

// read reads items with these starts.
func read(t *testing.T, o dates.Options, starts ...string) (*draft.Draft, *said.Log) {
	t.Helper()
	var items []string
	for _, s := range starts {
		items = append(items, fmt.Sprintf(`{"content": "x", "start": %s}`, s))
	}
	v, _, err := literal.Parse("[" + strings.Join(items, ",") + "]")
	if err != nil {
		t.Fatal(err)
	}
	d, ok := visitems.Find(v)
	if !ok {
		t.Fatal("no items")
	}
	return visitems.Read(d, o)
}

// Days that a browser in Berlin has written are evenings in UTC: that is asked, and
// with the zone they are days again.
func TestMidnightsElsewhere(t *testing.T) {
	starts := []string{`"2014-01-09T23:00:00.000Z"`, `"2014-07-09T22:00:00.000Z"`, `1389308400000`}
	_, log := read(t, dates.Options{}, starts...)
	if q := log.Questions(); len(q) != 1 || q[0].Option != "zone" || q[0].Lines[0] != 1 {
		t.Fatalf("%+v", q)
	}
	berlin := dates.Options{Zone: "Europe/Berlin", OffsetAt: func(_, month, _, _, _ int) (int, bool) {
		if month > 3 && month < 11 {
			return 120, true
		}
		return 60, true
	}}
	d, log := read(t, berlin, starts...)
	if len(log.Questions()) > 0 || d.Events[0].Date != "2014-01-10" || d.Events[1].Date != "2014-07-10" || d.Events[2].Date != "2014-01-10" {
		t.Errorf("%+v, %+v", log.Questions(), d.Events)
	}
}

func TestTimesThatAreTimes(t *testing.T) {
	for _, starts := range [][]string{
		{`"2014-01-09T23:00:00Z"`, `"2014-07-09T22:00:00Z"`},                           // two are too few to tell
		{`"2014-01-09T23:00:00Z"`, `"2014-07-09T22:00:00Z"`, `"2014-07-09T12:00:00Z"`}, // noon is no midnight nearby
		{`"2014-01-09T22:00:00"`, `"2014-07-09T22:00:00"`, `"2014-07-09T22:00:00"`},    // without a zone
		{`"2014-01-09T14:00:00Z"`, `"2014-07-09T14:00:00Z"`, `"2014-07-19T14:00:00Z"`},
		{`"2014-01-09T00:00:00Z"`, `"2014-07-09T12:00:00Z"`, `"2014-07-19T14:00:00Z"`},
	} {
		d, log := read(t, dates.Options{}, starts...)
		if len(log.Questions()) > 0 {
			t.Errorf("%v asks %+v", starts, log.Questions())
		}
		if !strings.Contains(d.Events[0].Date, "T") {
			t.Errorf("%v: %s", starts, d.Events[0].Date)
		}
	}
}

func TestStarts(t *testing.T) {
	for in, want := range map[string]string{
		`"2014-04-20"`: "2014-04-20", `"2014"`: "2014", `"2014-04"`: "2014-04", `"2014-04-20T10:30:00+02:00"`: "2014-04-20T10:30+02:00",
		`"-000400-01-01"`: "-0400-01-01", `"+012014-01-01"`: "Y12014", `"/Date(1398000000000)/"`: "2014-04-20T13:20Z", `1398000000000`: "2014-04-20T13:20Z",
		`"April 20, 2014"`: "2014-04-20", `"4/20/2014"`: "2014-04-20", `"4/5/2014"`: "2014-04-05", `2014`: "2014", `"soon"`: "", `1e300`: "",
	} {
		d, log := read(t, dates.Options{}, in)
		got := ""
		if len(d.Events) > 0 {
			got = d.Events[0].Date
		}
		if got != want {
			t.Errorf("%s: %q, want %q; %+v", in, got, want, log.Remarks())
		}
	}
}
