package desk_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/stories"
)

// fromWorker asks a worker of the page's own kind to save the first story, and returns
// the file.
func (p *tab) fromWorker(as string) []byte {
	p.t.Helper()
	name, err := json.Marshal(stories.WitkoffPutin2025Name)
	if err != nil {
		p.t.Fatal(err)
	}
	text, err := json.Marshal(string(stories.WitkoffPutin2025()))
	if err != nil {
		p.t.Fatal(err)
	}
	p.run(`window.savedFile = ""; {
		const w = new Worker(new URL("worker.js", document.querySelector("script[type=module]").src));
		w.onmessage = async (e) => {
			if (e.data.id !== 1 || e.data.progress) return;
			if (!e.data.ok) { window.savedFile = "!" + e.data.error.message; return; }
			const r = new FileReader();
			r.onload = () => { window.savedFile = r.result.split("base64,")[1]; w.terminate(); };
			r.readAsDataURL(new Blob([e.data.result.bytes]));
		};
		w.postMessage({id: 1, type: "save", as: "` + as + `", files: [{name: ` + string(name) + `, text: ` + string(text) + `}]});
	}`)
	p.until("the worker has saved the "+as, "window.savedFile !== ''")
	encoded := ask[string](p, "window.savedFile")
	if strings.HasPrefix(encoded, "!") {
		p.t.Fatal(encoded)
	}
	contents, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		p.t.Fatal(err)
	}
	return contents
}

// What a browser publishes is, byte for byte, what the command writes.
func TestBrowserPublishesWhatTheCommandDoes(t *testing.T) {
	s := serveDesk(t)
	dir := t.TempDir()
	story := filepath.Join(dir, stories.WitkoffPutin2025Name)
	if err := os.WriteFile(story, stories.WitkoffPutin2025(), 0o644); err != nil {
		t.Fatal(err)
	}
	site, one := filepath.Join(dir, "site"), filepath.Join(dir, "one.html")
	for _, args := range [][]string{{"-o", site}, {"--single", one}} {
		if out, err := exec.Command("go", append([]string{"run", "../../cmd/barline", "build", story}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	p := open(t, device{}, s)
	want, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.fromWorker("single"); !bytes.Equal(got, want) {
		t.Errorf("the one file has %d bytes from the browser and %d from the command, or others", len(got), len(want))
	}
	contents := p.fromWorker("zip")
	r, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		_, local, _ := strings.Cut(f.Name, "/")
		want, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(local)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is another file than the command's: %v", local, err)
		}
		files++
	}
	err = filepath.WalkDir(site, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files--
		}
		return err
	})
	if err != nil || files != 0 {
		t.Errorf("the zip has %d files more than the folder: %v", files, err)
	}
}

// A worker hears in the midst of its work that nobody wants it any more, and goes on with
// what comes next.
func TestWorkerIsInterrupted(t *testing.T) {
	p := open(t, device{}, serveDesk(t))
	p.run(`window.heard = []; {
		const w = new Worker(new URL("worker.js", document.querySelector("script[type=module]").src));
		let isCancelled = false;
		w.onmessage = (e) => {
			if (e.data.progress && e.data.progress.what === "the cards" && !isCancelled) { isCancelled = true; w.postMessage({cancel: 1}); }
			if ("ok" in e.data) window.heard.push(e.data.id + " " + (e.data.ok ? "done" : e.data.error.cancelled ? "cancelled" : e.data.error.message));
		};
		w.postMessage({id: 1, type: "publish", files: [{name: "a.yaml", text: "barline: 1\nid: a\nheadline: A\nevents:\n" + "  - {title: T, date: 2025}\n".repeat(40)}]});
		w.postMessage({id: 2, type: "understood", date: "1890~", lang: "en"});
		w.postMessage({id: 3, type: "understood", date: "1890~", lang: "en"});
		w.postMessage({cancel: 3});
	}`)
	p.until("all is answered", "window.heard.length === 3")
	if got := strings.Join(ask[[]string](p, "window.heard"), ", "); got != "1 cancelled, 2 done, 3 cancelled" {
		t.Errorf("the worker answers %s", got)
	}
}
