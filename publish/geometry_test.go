package publish

import (
	"io/fs"
	"strings"
	"testing"

	"barline/web"
)

// The style sheets use every size that Go shares with them, and none that there
// is not.
func TestSheetsShareThePagesSizes(t *testing.T) {
	all := ""
	for _, name := range []string{"barline.css", "many.css", "late.css"} {
		css, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := sized(name, css, regularGaps()); err != nil {
			t.Error(err)
		}
		all += string(css)
	}
	for name := range pageSizes(regularGaps()) {
		if !strings.Contains(all, "var(--page-"+name+")") {
			t.Errorf("no style sheet uses var(--page-%s)", name)
		}
	}
	if _, err := sized("x.css", []byte("h1 { width: var(--page-nothing) }"), gaps{}); err == nil || !strings.Contains(err.Error(), "nothing") {
		t.Errorf("an unknown size: %v", err)
	}
	out, err := sized("x.css", []byte("@container barline (width < var(--page-wide)) { h1 { color: var(--ink) } }"), gaps{})
	if want := "@container barline (width < 640px) { h1 { color: var(--ink) } }"; err != nil || string(out) != want {
		t.Errorf("%s, %v; want %s", out, err, want)
	}
}
