package check_test

import (
	"os"
	"strings"
	"testing"

	"barline/check"
)

// The list in docs/check.md is the table of codes.
func TestDocsHaveEveryCode(t *testing.T) {
	contents, err := os.ReadFile("../docs/check.md")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, c := range check.Codes() {
		want = append(want, "| `"+c.Name+"` | "+c.Severity.String()+" | "+c.What+" |")
	}
	for line := range strings.Lines(string(contents)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "| `") {
			got = append(got, line)
		}
	}
	if strings.Join(want, "\n") != strings.Join(got, "\n") {
		t.Errorf("write into docs/check.md:\n%s", strings.Join(want, "\n"))
	}
}

// A code is short and says what it is about; no two are the same.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range check.Codes() {
		if seen[c.Name] || strings.Trim(c.Name, "abcdefghijklmnopqrstuvwxyz-") != "" || !strings.HasSuffix(c.What, ".") {
			t.Errorf("%+v", c)
		}
		seen[c.Name] = true
	}
}
