package publish_test

import (
	"bytes"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// A draft is the page as published, but for its widths and its style sheet's form.
func TestDraft(t *testing.T) {
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	var made publish.Bundles
	o := publish.Options{Draft: &publish.Draft{WidthsPx: []float64{390, 1200}}, Bundles: &made}
	engine := publish.Engine{Loader: []byte("// Go\nvar x = 1\n"), Named: "engine.0123456789ab.wasm", Bytes: 9}
	s, err := publish.New(story, root, engine, o)
	if err != nil {
		t.Fatal(err)
	}
	for name := range s {
		if strings.HasPrefix(name, "e/") || strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".wasm") {
			t.Errorf("a draft has no %s", name)
		}
	}
	page := s["index.html"]
	for _, want := range []string{"r320", "r390", "r1200", "engine.0123456789ab.wasm", `"engineBytes":9`, `data-event="`} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("%s is not in the page", want)
		}
	}
	if bytes.Contains(page, []byte(`class="r700"`)) {
		t.Error("a picture is drawn that nobody looks at")
	}
	// What was bundled serves again, and is the same.
	full, err := publish.New(story, root, publish.Engine{WASM: []byte{0}, Loader: engine.Loader}, publish.Options{Bundles: &made})
	if err != nil {
		t.Fatal(err)
	}
	without, err := publish.New(story, root, publish.Engine{WASM: []byte{0}, Loader: engine.Loader}, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(full) != len(without) {
		t.Errorf("%d files with kept bundles, %d without", len(full), len(without))
	}
	for name, contents := range without {
		if !bytes.Equal(full[name], contents) {
			t.Errorf("%s is another with kept bundles", name)
		}
	}
	if n := len(made.All()); n != 5 {
		t.Errorf("%d bundles are kept, want the page's script, the loader, the late style and the two for articles", n)
	}
}
