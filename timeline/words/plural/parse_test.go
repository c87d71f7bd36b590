package plural_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"barline/timeline/words/plural"
)

func TestZeroRules(t *testing.T) {
	var r plural.Rules
	if r.Of(plural.Int(1)) != plural.Other || r.String() != "" || !slices.Equal(r.Categories(), []plural.Category{plural.Other}) {
		t.Errorf("the zero value is %q, with %v", r, r.Categories())
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		" \n":                                "",
		"other:":                             "",
		"one:n=1":                            "one: n = 1",
		"one : n%10!=1 , 2 .. 4;":            "one: n % 10 != 1,2..4",
		"few: v=0\n and c = 1; one: n = 007": "few: v = 0 and c = 1; one: n = 7",
		"one: n = 1; other: ; two: n = 2":    "one: n = 1; two: n = 2",
		"one: w = 0 or f = 1 and t != 0":     "one: w = 0 or f = 1 and t != 0",
	} {
		r, err := plural.Parse(text)
		if err != nil || r.String() != want {
			t.Errorf("%q is read as %q: %v", text, r, err)
		}
	}
}

// The first rule that holds is the one that counts, in whatever order they are
// written.
func TestOrder(t *testing.T) {
	r, err := plural.Parse("few: n = 1..3; zero: n = 0; one: n = 1")
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Of(plural.Int(1)); c != plural.Few {
		t.Errorf("1 is %s", c)
	}
	if got, want := r.Categories(), []plural.Category{plural.Zero, plural.One, plural.Few, plural.Other}; !slices.Equal(got, want) {
		t.Errorf("the categories are %v", got)
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"n = 1":              `plural rules, byte 0: expected zero, one, two, few, many or other, found "n"`,
		"One: n = 1":         `plural rules, byte 0: expected zero, one, two, few, many or other, found "One:"`,
		"one n = 1":          `plural rules, byte 4: expected ":", found "n"`,
		"one:":               `plural rules, byte 4: expected one of n, i, v, w, f, t, c and e, found the end of the text`,
		"one: x = 1":         `plural rules, byte 5: expected one of n, i, v, w, f, t, c and e, found "x"`,
		"one: n is 1":        `plural rules, byte 7: expected "=" or "!=", found "is"`,
		"one: n = ":          `plural rules, byte 9: expected a number, found the end of the text`,
		"one: n = 1.5":       `plural rules, byte 10: expected "and", "or", ";" or the end, found ".5"`,
		"one: n = 1 @int 1":  `plural rules, byte 11: expected "and", "or", ";" or the end, found "@int"`,
		"one: n = 4..2":      `plural rules, byte 9: a range goes from a number to a larger one`,
		"one: n = 2..2":      `plural rules, byte 9: a range goes from a number to a larger one`,
		"one: n % 0 = 2":     `plural rules, byte 9: no number can be divided by 0`,
		"one: n = 1 and":     `plural rules, byte 14: expected one of n, i, v, w, f, t, c and e, found the end of the text`,
		"one: n = 1; one:":   `plural rules, byte 12: the category one is there twice`,
		"other: n = 1":       `plural rules, byte 7: expected ";" or the end: the category other has no condition, found "n"`,
		";":                  `plural rules, byte 0: expected zero, one, two, few, many or other, found ";"`,
		"one: n = 1 ;; ":     `plural rules, byte 12: expected zero, one, two, few, many or other, found ";"`,
		"one: n = " + digits: `plural rules, byte 9: a number has at most 17 digits`,
		"one: é":             `plural rules, byte 5: expected one of n, i, v, w, f, t, c and e, found "é"`,
	} {
		r, err := plural.Parse(text)
		var at *plural.Error
		if !errors.As(err, &at) || err.Error() != want || r.String() != "" {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

var digits = strings.Repeat("1", 18)

// Whatever is read is written so that it is read as the same again.
func FuzzParse(f *testing.F) {
	for block := range strings.SplitSeq(samples, "\n\n") {
		for line := range strings.SplitSeq(block, "\n") {
			f.Add(line)
			condition, _, _ := strings.Cut(line, "@")
			f.Add(condition + "; other:")
		}
	}
	f.Add("one: n % 10 != 1,2..4 or c = 0;")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := plural.Parse(text)
		if err != nil {
			var at *plural.Error
			if !errors.As(err, &at) || at.Offset < 0 || at.Offset > len(text) {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		again, err := plural.Parse(r.String())
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Fatalf("%q is written as %q, and read as %q: %v", text, r, again, err)
		}
		for _, n := range []string{"0", "1", "2", "1.0", "1.5", "11", "1000000", "99999999999999999999"} {
			if c := r.Of(plural.Decimal(n)); !slices.Contains(r.Categories(), c) {
				t.Fatalf("%q: %s is %s, which it has not", text, n, c)
			}
		}
	})
}
