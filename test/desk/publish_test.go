package desk_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/stories"
)

// withEditions asks a worker of the page's own kind for the first story with these
// editions as a zip, and has what it answers in window.made: bytes as base64, or what is
// wrong behind a "!".
func withEditions(editions map[string][]byte) string {
	files := []map[string]string{{"name": stories.WitkoffPutin2025Name, "text": string(stories.WitkoffPutin2025())}}
	for name, contents := range editions {
		files = append(files, map[string]string{"name": name, "text": string(contents)})
	}
	list, err := json.Marshal(files)
	if err != nil {
		panic(err) // texts have no errors
	}
	return `window.made = ""; window.took = 0; {
		const w = new Worker(new URL("worker.js", document.querySelector("script[type=module]").src));
		let began = 0;
		w.onmessage = (e) => {
			if (e.data.ready) { began = performance.now(); w.postMessage({id: 1, type: "save", as: "zip", story: "` + stories.WitkoffPutin2025Name + `", files: ` + string(list) + `}); }
			if (e.data.id !== 1 || e.data.progress) return;
			window.took = performance.now() - began;
			w.terminate();
			if (!e.data.ok) { window.made = "!" + e.data.error.message; return; }
			const r = new FileReader();
			r.onload = () => { window.made = r.result.split("base64,")[1]; };
			r.readAsDataURL(new Blob([e.data.result.bytes]));
		};
	}`
}

// zipped are the files that a worker made.
func (p *tab) zipped() map[string][]byte {
	p.t.Helper()
	p.until("the worker has made the zip", "window.made !== ''")
	var contents []byte
	encoded := ask[string](p, "window.made")
	if err := json.Unmarshal([]byte(quoted(encoded)), &contents); err != nil {
		p.t.Fatalf("%.200s: %v", encoded, err)
	}
	r, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		p.t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			p.t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(in); err != nil {
			p.t.Fatal(err)
		}
	}
	return all
}

// withProcessors serves the desk with a worker that takes the machine to have so many
// processors. A helper runs helped at its beginning.
func withProcessors(t *testing.T, n int, helped string) *server {
	t.Helper()
	s := serveDesk(t)
	dir, err := shared.folder()
	if err != nil {
		t.Fatal(err)
	}
	s.files = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/worker.js") {
			http.FileServer(http.Dir(dir)).ServeHTTP(w, r)
			return
		}
		script, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(r.URL.Path)))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprintf(w, "Object.defineProperty(navigator, 'hardwareConcurrency', {value: %d});\n%s", n, script)
		if strings.HasPrefix(r.URL.RawQuery, "given") {
			fmt.Fprint(w, helped)
		}
	})
	return s
}

// A site is the same with helpers as without, and when these die in the midst of their
// work.
func TestHelpers(t *testing.T) {
	var want map[string][]byte
	for _, c := range []struct {
		name, helped string
		processors   int
	}{
		{"alone", "", 1},
		{"with three helpers", "", 8},
		{"with a helper that never comes", `throw new Error("never");`, 2},
		{"with a helper that dies", `{ const hear = self.onmessage; let n = 0; self.onmessage = (e) => { if (++n > 9) self.close(); else hear(e); }; }`, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := withProcessors(t, c.processors, c.helped)
			p := newTab(t, device{})
			// The page's own service worker would refuse a script that is not its version's.
			p.prepare(`Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined});`)
			p.navigate(s.URL + "/?lang=en")
			p.ready()
			p.run(withEditions(nil)) // what helpers do is the same for each language
			got := p.zipped()
			if want == nil {
				want = got
				return
			}
			if !maps.EqualFunc(got, want, bytes.Equal) {
				t.Errorf("of %d files some differ from the %d that a worker makes alone", len(got), len(want))
			}
		})
	}
}

// BenchmarkPublishing is how long the worker takes for the first story, alone and in four
// languages, with as many helpers as this machine has processors for.
// BARLINE_DESK_BEFORE=DIR, a folder that barline desk -o has written, measures that
// version, too.
func BenchmarkPublishing(b *testing.B) {
	dir, err := shared.folder()
	if err != nil {
		b.Fatal(err)
	}
	for _, editions := range []map[string][]byte{nil, stories.WitkoffPutin2025Editions()} {
		languages := fmt.Sprintf("languages=%d/", 1+len(editions))
		if before := os.Getenv("BARLINE_DESK_BEFORE"); before != "" {
			benchmarkPublishing(b, languages+"before", before, editions)
		}
		benchmarkPublishing(b, languages+"now", dir, editions)
	}
}

func benchmarkPublishing(b *testing.B, name, dir string, editions map[string][]byte) {
	b.Run(name, func(b *testing.B) {
		s := httptest.NewServer(http.FileServer(http.Dir(dir)))
		defer s.Close()
		p := newTab(b, device{})
		p.navigate(s.URL + "/?lang=en")
		p.ready()
		took := 0.0
		for b.Loop() {
			p.run(withEditions(editions))
			p.until("the worker has made the zip", "window.made !== ''")
			took += ask[float64](p, "window.took")
		}
		b.ReportMetric(took/float64(b.N), "ms/site")
	})
}
