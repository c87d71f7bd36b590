package desk_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeNewer writes the desk as a newer version of it would be: other bytes under another
// name, and a page that says so. Where spoilt is the end of a file's name, that file is not
// the one that the list promises.
func writeNewer(t *testing.T, from, spoilt string) string {
	t.Helper()
	to := t.TempDir()
	var list struct {
		Version string `json:"version"`
		Files   []struct {
			Name   string `json:"name"`
			Bytes  int    `json:"bytes"`
			SHA256 string `json:"sha256"`
		} `json:"files"`
	}
	b, err := os.ReadFile(filepath.Join(from, "files.json"))
	if err == nil {
		err = json.Unmarshal(b, &list)
	}
	if err != nil {
		t.Fatal(err)
	}
	const newer = "00000000beef"
	put := func(name string, contents []byte) {
		t.Helper()
		at := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i := range list.Files {
		f := &list.Files[i]
		contents, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(f.Name)))
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case f.Name == "index.html":
			contents = []byte(strings.ReplaceAll(strings.Replace(string(contents), "<html ", `<html data-version="newer" `, 1), list.Version, newer))
		case f.Name == "service.js":
			contents = []byte(strings.ReplaceAll(string(contents), list.Version, newer))
		case strings.HasSuffix(f.Name, "/page.js"):
			contents = append(contents, "\nwindow.isNewer = true;\n"...)
		}
		f.Name = strings.Replace(f.Name, list.Version+"/", newer+"/", 1)
		sum := sha256.Sum256(contents)
		f.Bytes, f.SHA256 = len(contents), hex.EncodeToString(sum[:])
		if spoilt != "" && strings.HasSuffix(f.Name, spoilt) {
			contents = append(contents, " "...)
		}
		put(f.Name, contents)
	}
	list.Version = newer
	b, err = json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	put("files.json", b)
	return to
}

const saysNewer = `document.querySelector("[data-notice]").textContent.includes("newer version")`

// A newer version on the server takes nothing from tabs with the old one: they say that
// it is there, stay whole, and keep the draft.
func TestNewerVersion(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := open(t, device{}, s)
	p.blank()
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)

	// Half of a version is none.
	old := s.folder()
	s.serve(writeNewer(t, old, "/worker.js"))
	p.run(`window.failed = new Promise((done) => navigator.serviceWorker.getRegistration().then((r) => { r.addEventListener("updatefound", () => { const w = r.installing; w.addEventListener("statechange", () => { if (w.state === "redundant") done("redundant"); if (w.state === "installed") done("installed"); }); }); r.update(); }))`)
	p.expect("is not that of version")
	if got := ask[string](p, "failed"); got != "redundant" {
		t.Errorf("a version whose files are not those that it lists is %s", got)
	}
	if ask[bool](p, saysNewer) {
		t.Error("half of a version is offered")
	}
	q := p.another(device{})
	q.expect("is not that of version")
	q.navigate(s.URL + "/?lang=en")
	q.ready()
	if ask[bool](q, `window.isNewer === true || document.documentElement.dataset.version === "newer"`) {
		t.Error("a tab has half of the newer version")
	}

	s.serve(writeNewer(t, old, ""))
	q.navigate(s.URL + "/?lang=en")
	q.ready()
	for _, x := range []*tab{p, q} {
		x.until("it says that there is a newer version", saysNewer)
		if ask[bool](x, `window.isNewer === true || document.documentElement.dataset.version === "newer"`) {
			t.Error("a tab has the newer version before anybody asked for it")
		}
	}
	p.checkAccessible("newer version")
	q.run(`[...document.querySelectorAll("[data-notice] button")].find((b) => b.textContent === "Load it").click()`)
	q.until("the second tab has the newer version, whole", `window.isNewer === true && document.documentElement.dataset.version === "newer"`)
	q.ready()
	q.until("with the story", `document.querySelector("[data-headline]").textContent === `+quoted(typed))

	// The first goes on with the old one, though the server has only the new one: what it has
	// not fetched yet, as well.
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "Written in the old version")
	p.until("it is kept", `document.querySelector("[data-headline]").textContent === "Written in the old version" && document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.click("[data-view=text]")
	p.until("a script of the old version comes", `document.querySelector("[data-editor]")?.shadowRoot.querySelector(".cm-content")`)
	p.until("the preview goes on", `document.querySelector("iframe[data-preview]").contentDocument?.querySelector("h1")?.textContent === "Written in the old version"`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.until("loaded anew it is the newer version, with the draft", `window.isNewer === true && document.querySelector("[data-headline]").textContent === "Written in the old version"`)
}
