package plural_test

import (
	"math"
	"testing"

	"barline/timeline/words/plural"
)

func TestOperands(t *testing.T) {
	for _, c := range []struct {
		number string
		want   plural.Operands
	}{
		{"", plural.Operands{}},
		{"0", plural.Operands{}},
		{"1", plural.Operands{I: 1}},
		{"1.", plural.Operands{I: 1}},
		{"1.0", plural.Operands{I: 1, V: 1}},
		{"1.5", plural.Operands{I: 1, V: 1, W: 1, F: 5, T: 5}},
		{"1.30", plural.Operands{I: 1, V: 2, W: 1, F: 30, T: 3}},
		{"1.03", plural.Operands{I: 1, V: 2, W: 2, F: 3, T: 3}},
		{"1.2030", plural.Operands{I: 1, V: 4, W: 3, F: 2030, T: 203}},
		{".5", plural.Operands{V: 1, W: 1, F: 5, T: 5}},
		{"-1,234.5", plural.Operands{I: 1234, V: 1, W: 1, F: 5, T: 5}},
		{"99999999999999999", plural.Operands{I: 99999999999999999}},
		{"100000000000000001", plural.Operands{I: 100000000000000001}},
		{"777000000000000000000012", plural.Operands{I: 100000000000000012}},
	} {
		if got := plural.Decimal(c.number); got != c.want {
			t.Errorf("%q: %+v, want %+v", c.number, got, c.want)
		}
	}
	for n, want := range map[int64]uint64{0: 0, 7: 7, -7: 7, math.MaxInt64: math.MaxInt64, math.MinInt64: 1 << 63} {
		if got := plural.Int(n); got != (plural.Operands{I: want}) {
			t.Errorf("%d: %+v", n, got)
		}
	}
}

func TestCategories(t *testing.T) {
	for c := range plural.Category(plural.NumCategories) {
		if parsed, ok := plural.ParseCategory(c.String()); !ok || parsed != c {
			t.Errorf("%s is read as %s", c, parsed)
		}
	}
	for _, name := range []string{"", "One", "invalid", plural.Category(200).String()} {
		if c, ok := plural.ParseCategory(name); ok || c != plural.Other {
			t.Errorf("%q is read as %s", name, c)
		}
	}
}
