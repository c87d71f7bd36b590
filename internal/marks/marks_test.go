package marks

import (
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"barline/internal/golden"
)

// The drawings in docs/marks are those of today, and there are no others. -update draws
// them anew.
func TestDrawings(t *testing.T) {
	var want []string
	for _, m := range All() {
		drawing, err := m.Picture()
		if err != nil {
			t.Errorf("%s: %v", m.Name, err)
			continue
		}
		golden.Small(t, filepath.Join("..", "..", "..", "docs", "marks", m.Name+".png"), drawing)
		want = append(want, m.Name+".png")
	}
	entries, err := os.ReadDir("../../docs/marks")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("docs/marks has %v, want %v", got, want)
	}
}

// data/FORMAT.md shows each of them, with what it means for those who cannot see it.
func TestTheFormatShowsThem(t *testing.T) {
	text, err := os.ReadFile("../../data/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := ""
	for _, m := range All() {
		rows += "| `" + strings.ReplaceAll(m.Written, "|", "\\|") + "` | <img src=\"../docs/marks/" + m.Name + ".png\" alt=\"" + html.EscapeString(m.Means) + "\" width=\"360\"> |\n"
	}
	if !strings.Contains(string(text), rows) {
		t.Errorf("write into data/FORMAT.md:\n%s", rows)
	}
}
