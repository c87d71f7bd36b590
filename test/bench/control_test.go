package main

import (
	"strings"
	"testing"
)

// The control page holds the story's words: it is the measure of arrival.
func TestControl(t *testing.T) {
	site, err := control()
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Six meetings, no breakthrough", "Yuri Ushakov", "senior foreign policy adviser; to reporters"} {
		if !strings.Contains(string(site["index.html"]), words) {
			t.Errorf("it does not say %q", words)
		}
	}
}
