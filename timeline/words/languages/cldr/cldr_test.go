package cldr_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/timeline/words/languages/cldr"
	"barline/timeline/words/plural"
)

func TestPluralRules(t *testing.T) {
	for _, c := range []struct{ tag, rules string }{
		{"en", "one: i = 1 and v = 0"},
		{"en-GB", "one: i = 1 and v = 0"},
		{"fa-AF", "one: i = 0 or n = 1"},
		{"prs", "one: i = 0 or n = 1"},
		{"nb", "one: n = 1"},
		{"no", "one: n = 1"},
		{"nb-NO", "one: n = 1"},
		{"ja", ""},
		{"he", "one: i = 1 and v = 0 or i = 0 and v != 0; two: i = 2 and v = 0"},
		{"iw", "one: i = 1 and v = 0 or i = 0 and v != 0; two: i = 2 and v = 0"},
		{"cs", "one: i = 1 and v = 0; few: i = 2..4 and v = 0; many: v != 0"},
		{"pt", "one: i = 0..1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"},
		{"PT-pt", "one: i = 1 and v = 0; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"},
		{"zh-Hant-TW", ""},
	} {
		rules, ok := cldr.PluralRules(c.tag)
		if !ok || rules != c.rules {
			t.Errorf("%s: %q, %v, want %q", c.tag, rules, ok, c.rules)
		}
	}
	for _, tag := range []string{"", "xx", "-", "x-klingon", "plx"} {
		if rules, ok := cldr.PluralRules(tag); ok {
			t.Errorf("%q: %q, want none", tag, rules)
		}
	}
}

func TestAllRulesAreRead(t *testing.T) {
	contents, err := os.ReadFile("plurals.txt")
	if err != nil {
		t.Fatal(err)
	}
	languages := 0
	for line := range strings.Lines(string(contents)) {
		tags, _, _ := strings.Cut(line, "\t")
		for tag := range strings.SplitSeq(tags, " ") {
			languages++
			text, ok := cldr.PluralRules(tag)
			rules, err := plural.Parse(text)
			if !ok || err != nil || rules.String() != text {
				t.Errorf("%s: %q, %v, is read as %q: %v", tag, text, ok, rules, err)
			}
		}
	}
	if languages < 200 {
		t.Errorf("rules for only %d languages", languages)
	}
}

// Node's ICU, which wrote the files in testdata, has CLDR's rules in its own form.
func TestRulesAgreeWithICU(t *testing.T) {
	files, err := filepath.Glob("../../testdata/cldr/*.json")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, name := range files {
		contents, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Plurals struct {
				Integers map[string][]int64
				Decimals map[string]string
			}
		}
		if err := json.Unmarshal(contents, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		tag := strings.TrimSuffix(filepath.Base(name), ".json")
		text, _ := cldr.PluralRules(tag)
		rules, err := plural.Parse(text)
		if err != nil {
			t.Fatalf("%s: %v", tag, err)
		}
		numbers := 0
		for want, integers := range file.Plurals.Integers {
			for _, n := range integers {
				numbers++
				if c := rules.Of(plural.Int(n)); c.String() != want {
					t.Errorf("%s: %d is %s, want %s", tag, n, c, want)
				}
			}
		}
		for n, want := range file.Plurals.Decimals {
			numbers++
			if c := rules.Of(plural.Decimal(n)); c.String() != want {
				t.Errorf("%s: %s is %s, want %s", tag, n, c, want)
			}
		}
		if numbers != 207 {
			t.Errorf("%s: %d numbers", tag, numbers)
		}
	}
}
