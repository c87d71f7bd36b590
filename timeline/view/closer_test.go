package view_test

import (
	"testing"

	"barline/timeline/view"
)

func TestCloser(t *testing.T) {
	for _, c := range []struct {
		name  string
		times []float64
		want  bool
	}{
		{"none", nil, false},
		{"one", []float64{5}, false},
		{"two far apart", []float64{80, 10}, false},
		{"two at one time", []float64{40, 40}, true},
		{"two of three near", []float64{10, 92, 90}, true},
	} {
		if got := view.Closer(c.times, 0, 100); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
