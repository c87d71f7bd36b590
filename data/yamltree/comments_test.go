package yamltree_test

import (
	"strings"
	"testing"

	"barline/data/yamltree"
)

func TestComments(t *testing.T) {
	const text = "# Ours.\nid: a # the first\n\n# What happened.\nevents:\n  - {title: T, date: 2024} # sure?\n  # The second is not.\n  - title: U\n# The end.\n"
	got, kept := yamltree.Rewrite([]byte(text))
	if !kept {
		t.Fatal("not kept")
	}
	for _, comment := range []string{"# Ours.", "# the first", "# What happened.", "# sure?", "# The second is not.", "# The end."} {
		if strings.Count(string(got), comment) != 1 {
			t.Errorf("%q is lost:\n%s", comment, got)
		}
	}
	if !yamltree.HasComments([]byte(text)) || yamltree.HasComments([]byte("a: 'x # y'\nb: [1, 2]\n")) {
		t.Error("comments are found where there are none, or not where there are")
	}
	if _, kept := yamltree.Rewrite([]byte("a: [")); kept {
		t.Error("what is no YAML is rewritten")
	}
}
