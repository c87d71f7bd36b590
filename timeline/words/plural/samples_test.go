package plural_test

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"testing"

	"barline/timeline/words/plural"
)

// samples is CLDR's plurals.json: blocks of lines with an empty line between them,
// in each the tags of the languages that have the same rules, and then the rules
// with the numbers that they hold for.
//
//go:embed testdata/samples.txt
var samples string

func TestSamplesOfCLDR(t *testing.T) {
	languages, numbers := 0, 0
	for block := range strings.SplitSeq(strings.TrimSpace(samples), "\n\n") {
		tags, lines, _ := strings.Cut(block, "\n")
		languages += len(strings.Fields(tags))
		var conditions []string
		var categories []plural.Category
		for line := range strings.SplitSeq(lines, "\n") {
			condition, _, _ := strings.Cut(line, " @")
			name, _, _ := strings.Cut(line, ":")
			c, ok := plural.ParseCategory(name)
			if !ok {
				t.Fatalf("%s: no category: %s", tags, line)
			}
			categories = append(categories, c)
			if c != plural.Other {
				conditions = append(conditions, condition)
			}
		}
		text := strings.Join(conditions, "; ")
		rules, err := plural.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", tags, err)
			continue
		}
		if rules.String() != text {
			t.Errorf("%s: %q is written as %q", tags, text, rules)
		}
		if got := rules.Categories(); !slices.Equal(got, categories) {
			t.Errorf("%s: the categories are %v, want %v", tags, got, categories)
		}
		for line := range strings.SplitSeq(lines, "\n") {
			name, _, _ := strings.Cut(line, ":")
			_, listed, _ := strings.Cut(line, "@")
			for _, n := range listedNumbers(t, listed) {
				numbers++
				if c := rules.Of(operands(t, n)); c.String() != name {
					t.Errorf("%s: %s is %s, want %s", tags, n, c, name)
				}
			}
		}
	}
	if languages < 200 || numbers < 3000 {
		t.Errorf("only %d numbers in %d languages were tested", numbers, languages)
	}
}

// listedNumbers are those of "integer 0, 2~16, … @decimal 0.0~1.5, …", with those
// between the ends of a range.
func listedNumbers(t *testing.T, listed string) []string {
	var numbers []string
	for _, item := range strings.FieldsFunc(listed, func(r rune) bool { return r == ' ' || r == ',' }) {
		from, to, isRange := strings.Cut(item, "~")
		switch {
		case item == "…" || item == "integer" || item == "@decimal" || item == "decimal":
		case isRange:
			numbers = append(numbers, between(t, from, to)...)
		default:
			numbers = append(numbers, item)
		}
	}
	return numbers
}

// between counts in steps of the last digit.
func between(t *testing.T, from, to string) []string {
	_, fraction, hasPoint := strings.Cut(from, ".")
	whole := func(s string) int {
		n, err := strconv.Atoi(strings.Replace(s, ".", "", 1))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	var numbers []string
	for n := whole(from); n <= whole(to); n++ {
		s := strconv.Itoa(n)
		if hasPoint {
			s = strings.Repeat("0", max(0, len(fraction)+1-len(s))) + s
			s = s[:len(s)-len(fraction)] + "." + s[len(s)-len(fraction):]
		}
		numbers = append(numbers, s)
	}
	return numbers
}

// operands reads a number with a compact exponent, if it has one: "1.25c1" is 12.5.
func operands(t *testing.T, s string) plural.Operands {
	digits, exponent, compact := strings.Cut(s, "c")
	if !compact {
		return plural.Decimal(s)
	}
	e, err := strconv.Atoi(exponent)
	if err != nil {
		t.Fatal(err)
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	fraction += strings.Repeat("0", max(0, e-len(fraction)))
	op := plural.Decimal(whole + fraction[:e] + "." + fraction[e:])
	op.E = e
	return op
}
