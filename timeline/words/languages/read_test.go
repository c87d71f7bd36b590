package languages

import (
	"strings"
	"testing"
)

// A new language is one file: CLDR knows its plural rules, and what it calls others.
func TestNewLanguageIsOneFile(t *testing.T) {
	l, err := read([]byte(`{"tag": "pl", "countEvents": {"one": "{n} wydarzenie", "few": "{n} wydarzenia", "many": "{n} wydarzeń", "other": "{n} wydarzenia"}}`), []string{"ru"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range []int{1, 2, 5, 12, 22, 25} {
		got = append(got, l.Words.Events(n))
	}
	if s := strings.Join(got, ", "); s != "1 wydarzenie, 2 wydarzenia, 5 wydarzeń, 12 wydarzeń, 22 wydarzenia, 25 wydarzeń" {
		t.Error(s)
	}
	if name := l.Words.NameOf("ru"); name != "rosyjski" {
		t.Errorf("Russian is %q", name)
	}
	for _, key := range l.Missing {
		if key == "plurals" {
			t.Error("plural rules are missing")
		}
	}
}

// What is wrong in a file is told with its place in it.
func TestMistakesHavePlaces(t *testing.T) {
	_, err := read([]byte("{\n  \"tag\": \"pl\",\n  \"plya\": \"x\"\n}"), nil)
	if err == nil || !strings.Contains(err.Error(), "3:") {
		t.Errorf("%v, want one in line 3", err)
	}
}
