package main

import (
	"strings"
	"testing"
)

// The control pages hold the story's words: they are the measure of arrival and
// of input.
func TestControl(t *testing.T) {
	for name, html := range map[string]string{"control": controlHTML, "popovers": popoversHTML} {
		site, err := control(name, html)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"Six meetings, no breakthrough", "Yuri Ushakov", "senior foreign policy adviser; to reporters"} {
			if !strings.Contains(string(site["index.html"]), words) {
				t.Errorf("%s does not say %q", name, words)
			}
		}
	}
}
