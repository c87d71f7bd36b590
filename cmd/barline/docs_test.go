package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What docs/import.md shows is what comes of its files.
func TestTheGuideShowsWhatComesOfItsFiles(t *testing.T) {
	guide := contents(t, "../../docs/import.md")
	_, at := desk(t, nil)
	t.Chdir("../../docs/import")
	for _, args := range [][]string{{"harbour.csv", "harbour.yaml"}, {"chronik.csv", "chronik.yaml", "--lang", "de"}, {"works.ics", "works.yaml"}} {
		out := at(args[1])
		code, said, errs := called(append([]string{"import", args[0], "-o", out}, args[2:]...)...)
		if code != exitDone {
			t.Fatal(errs)
		}
		file, err := os.ReadFile(args[0])
		if err != nil {
			t.Fatal(err)
		}
		said = strings.ReplaceAll(said, filepath.Dir(out)+string(filepath.Separator), "")
		for _, want := range []string{indented(string(file)), indented(said), "```yaml\n" + contents(t, out) + "```\n"} {
			if !strings.Contains(guide, want) {
				t.Errorf("docs/import.md does not show\n%s", want)
			}
		}
	}
}

func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("    " + line)
	}
	return b.String()
}
