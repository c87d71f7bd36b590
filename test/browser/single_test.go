package browser_test

import (
	"bytes"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/engine"
)

// single writes the first story with its editions as one file, and returns its address.
func single(t *testing.T, change func(page []byte) []byte) string {
	t.Helper()
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		t.Fatal(err)
	}
	licences, err := engine.Licences()
	if err != nil {
		t.Fatal(err)
	}
	files := stories.WitkoffPutin2025Editions()
	editions, _, err := storyfile.Editions(story, stories.WitkoffPutin2025Name, slices.Sorted(maps.Keys(files)), func(name string) ([]byte, error) { return files[name], nil })
	if err != nil {
		t.Fatal(err)
	}
	var o publish.Options
	for _, e := range editions {
		o.Editions = append(o.Editions, publish.Edition{Story: e.Story, Root: e.Root})
	}
	page, err := publish.Single(story, root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed, Licences: licences}, o)
	if err != nil {
		t.Fatal(err)
	}
	const most = 4_500_000
	if len(page) > most {
		t.Errorf("the page has %d bytes, want at most %d", len(page), most)
	}
	file := filepath.Join(t.TempDir(), "six meetings.html")
	if err := os.WriteFile(file, change(page), 0o644); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: file}).String()
}

// A page that is one file opens from a disk and is live there, with all that a page can.
func TestOneFileFromADisk(t *testing.T) {
	address := single(t, func(page []byte) []byte { return page })
	p := openLive(t, device{}, address)
	p.settles()
	if inked := p.inked(p.boxOf("[data-stage]")); inked < 0.03 {
		t.Errorf("the engine does not draw: %v of the stage is inked", inked)
	}
	if n := ask[int](p, "[...document.fonts].filter((f) => f.status === 'loaded').length"); n == 0 {
		t.Error("no font of the page's own is there")
	}
	p.click(p.button("2025-12-02").middle())
	p.opened("2025-12-02")
	if hash := p.hash(); hash != "#2025-12-02" {
		t.Errorf("the address says %q", hash)
	}
	link := ask[string](p, "document.querySelector('[data-share=\"2025-12-02\"]').href")
	if !strings.HasPrefix(link, "file:") || !strings.HasSuffix(link, ".html#2025-12-02") {
		t.Errorf("the event's link leads to %s", link)
	}
	if got := ask[[]string](p, "performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith('data:'))"); len(got) > 0 {
		t.Errorf("the page asks for %q", got)
	}
	for name, prefix := range map[string]string{"json": `{"barline"`, "csv": "id,"} {
		if got := ask[string](p, "(async () => { const [, b] = document.querySelector('[data-more] a[download$=\""+name+"\"]').href.split('base64,'); return new TextDecoder().decode(Uint8Array.from(atob(b), (c) => c.charCodeAt(0))); })()"); !strings.HasPrefix(strings.TrimPrefix(got, "\ufeff"), prefix) {
			t.Errorf("the %s is %.60q", name, got)
		}
	}
}

// Where a browser cannot unpack the engine the page says so, and goes on as it is.
func TestOneFileWithoutDecompression(t *testing.T) {
	address := single(t, func(page []byte) []byte { return page })
	p := newTab(t, device{})
	p.prepare("delete globalThis.DecompressionStream")
	p.navigate(address)
	p.becomes("failed")
	if reason := ask[string](p, "document.documentElement.dataset.barlineReason"); !strings.Contains(reason, "DecompressionStream") {
		t.Errorf("the reason is %q", reason)
	}
	p.click(p.button("2025-12-02").middle())
	p.opened("2025-12-02")
}

// The policy of the page lets nothing run that somebody has put into it.
func TestOneFileRunsNothingElse(t *testing.T) {
	address := single(t, func(page []byte) []byte {
		return bytes.Replace(page, []byte("</body>"), []byte("<script>document.documentElement.dataset.foreign = 'ran'</script><img src=x onerror=\"document.documentElement.dataset.foreign = 'ran'\"></body>"), 1)
	})
	p := newTab(t, device{})
	p.expect("Content Security Policy", "request failed", "another origin")
	p.navigate(address)
	p.becomes("live")
	if ask[bool](p, "'foreign' in document.documentElement.dataset") {
		t.Error("a script runs that the page did not bring")
	}
}
