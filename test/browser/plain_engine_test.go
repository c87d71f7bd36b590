package browser_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/engine"
)

// The page runs with Ebitengine and go-text as they are published, too: what the
// engine's lean copies of them leave out is not missed by either, and a version of
// theirs that behaves otherwise is noticed here.
func TestEbitengineAsPublished(t *testing.T) {
	wasm := filepath.Join(t.TempDir(), "plain.wasm")
	// As `make engine-plain` does.
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", wasm, ".")
	c.Dir = "../.."
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	contents, err := os.ReadFile(wasm)
	if err != nil {
		t.Fatal(err)
	}
	lean, loader, _, err := engine.Read()
	if err != nil {
		t.Fatal(err)
	}
	if len(contents) <= len(lean) {
		t.Errorf("it has %d bytes, and the lean engine %d", len(contents), len(lean))
	}
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	site, err := publish.New(story, root, publish.Engine{WASM: contents, Loader: loader}, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := openLive(t, device{}, serve(t, site))
	// It does not come to rest: what Ebitengine runs for its own sake is not cut.
	p.painted()
	if inked := p.inked(p.boxOf("[data-stage]")); p.wordsSeen() || inked < 0.03 || ask[int](p, "barline.stats().primitives") < 300 {
		t.Errorf("the engine does not draw: %v of the stage is inked", inked)
	}
	p.click(p.button("2025-12-02").middle())
	p.opened("2025-12-02")
	if open := p.selected(); open != "2025-12-02" {
		t.Errorf("%q is open", open)
	}
}
