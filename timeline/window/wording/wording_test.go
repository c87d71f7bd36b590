package wording

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"barline/timeline/words/languages"
)

// Every language of the interface has all of the window's words, and no others; patterns
// keep what is filled in.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	if !slices.Equal(Tags(), languages.Tags()) {
		t.Errorf("the window speaks %v, the interface %v", Tags(), languages.Tags())
	}
	english, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range Tags() {
		contents, err := files.ReadFile(tag + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var w Words
		d := json.NewDecoder(bytes.NewReader(contents))
		d.DisallowUnknownFields()
		if err := d.Decode(&w); err != nil {
			t.Errorf("%s: %v", tag, err)
			continue
		}
		is, in := reflect.ValueOf(w), reflect.ValueOf(english)
		for i := range is.NumField() {
			name, text := is.Type().Field(i).Name, is.Field(i).String()
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s lacks %s", tag, name)
			}
			for _, fill := range []string{"{why}", "{what}", "{path}"} {
				if strings.Contains(in.Field(i).String(), fill) != strings.Contains(text, fill) {
					t.Errorf("%s: %s is %q, in English %q", tag, name, text, in.Field(i).String())
				}
			}
		}
	}
}

func TestForFindsTheNearestLanguage(t *testing.T) {
	for tag, want := range map[string]string{"nb-NO": "nb", "no": "nb", "prs": "fa-AF", "fa-AF": "fa-AF", "de-AT": "de", "xx": "en", "": "en"} {
		got, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		wanted, err := read(want)
		if err != nil {
			t.Fatal(err)
		}
		if got != wanted {
			t.Errorf("%s has not the words of %s", tag, want)
		}
	}
}
