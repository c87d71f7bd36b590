package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A story's editions are found beside it, held to agree with it, and published
// with it; whatever else lies there is left alone.
func TestEditionsBesideAStory(t *testing.T) {
	needEngine(t)
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	norwegian := strings.NewReplacer("id: good", "id: good\nlang: nb", "First version", "Første utgave", "title: Talks", "title: Samtaler").Replace(good)
	write("good.yaml", good)
	write("good.nb.yaml", norwegian)
	write("good.not a language.yaml", "nonsense")
	write("good.nb.yaml.bak", "nonsense")
	write("goods.nb.yaml", "nonsense")

	code, out, problems := call(dir, "check", "DIR/good.yaml")
	if code != 0 || !strings.Contains(out, "good.nb.yaml: says the same in nb") {
		t.Errorf("%d\n%s%s", code, out, problems)
	}
	if code, _, problems := call(dir, "build", "DIR/good.yaml", "-o", "DIR/site"); code != 0 {
		t.Fatalf("%d: %s", code, problems)
	}
	for _, name := range []string{"site/index.html", "site/nb/index.html", "site/nb/e/talks/index.html"} {
		page, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || !strings.Contains(string(page), `hreflang="nb"`) {
			t.Errorf("%s: %v", name, err)
		}
	}

	write("good.nb.yaml", strings.Replace(norwegian, "PT3H", "PT4H", 1))
	code, _, problems = call(dir, "check", "DIR/good.yaml")
	if code != 1 || !strings.Contains(problems, "good.nb.yaml:7:") || !strings.Contains(problems, "talks PT4H reported, in the story it is talks PT3H reported") {
		t.Errorf("%d: %s", code, problems)
	}
	if code, _, _ := call(dir, "build", "DIR/good.yaml", "-o", "DIR/site2"); code != 1 {
		t.Errorf("a site whose editions differ is published: %d", code)
	}
	if _, err := os.Stat(filepath.Join(dir, "site2")); err == nil {
		t.Error("something of it was written")
	}
	write("good.nb.yaml", strings.Replace(norwegian, "lang: nb", "lang: de", 1))
	if code, out, problems := call(dir, "check", "DIR/good.yaml"); code != 0 || !strings.Contains(out, "good.nb.yaml is left out: its name says nb, its lang de") {
		t.Errorf("%d: %s%s", code, out, problems)
	}
	write("good.en.yaml", good)
	if code, _, problems := call(dir, "check", "DIR/good.yaml"); code != 1 || !strings.Contains(problems, "good.en.yaml: lang: the story is in en itself") {
		t.Errorf("%d: %s", code, problems)
	}
}
