package publish_test

import (
	"fmt"
	"strings"
	"testing"
)

// The page of a live story looks at the story's file, that of many events at itself, and
// no other page carries the script for it.
func TestLivePages(t *testing.T) {
	few := "barline: 1\nid: s\nheadline: S\nlive: true\nevents:\n  - {id: a, title: A, date: 2025-04}\n  - {id: b, title: B, date: 2025-06}\n"
	var many strings.Builder
	many.WriteString("barline: 1\nid: s\nheadline: S\nlive: true\nevents:\n")
	for i := range 2100 {
		fmt.Fprintf(&many, "  - {id: e%d, title: Event %d, date: %d-%02d}\n", i, i, 1800+i/12, 1+i%12)
	}
	for _, c := range []struct{ name, text, file, script, looks, event string }{
		{"few", few, "s.yaml", "live.js", ` data-live="story.json"`, ` data-live="../../story.json"`},
		{"not live", strings.Replace(few, "live: true\n", "", 1), "s.yaml", "page.js", "", ""},
		{"many", many.String(), "s.yaml", "many-live.js", ` data-live="index.html"`, ""},
	} {
		s, _ := site(t, c.file, []byte(c.text))
		page := string(s["index.html"])
		if s.Named(c.script) == "" || !strings.Contains(page, `<script src="`+s.Named(c.script)+`"`) {
			t.Errorf("%s: the page's script is not %s", c.name, c.script)
		}
		if !strings.Contains(page, c.looks) || strings.Contains(page, "data-live=") != (c.looks != "") || strings.Contains(page, "data-newer") != (c.looks != "") || strings.Contains(page, `"everyMs":60000`) != (c.looks != "") {
			t.Errorf("%s: the page does not look where it should", c.name)
		}
		if event := string(s["e/a/index.html"]); !strings.Contains(event, c.event) {
			t.Errorf("%s: the page of an event does not look at %s", c.name, c.event)
		}
	}
}
