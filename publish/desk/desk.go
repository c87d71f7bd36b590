// Package desk embeds the desk: the page in which stories are made, with its worker, as
// make desk builds it into the folder files.
package desk

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"barline/publish"
)

//go:embed all:*
var files embed.FS

// ErrMissing says that this program was built without the desk.
var ErrMissing = errors.New("the desk is not built into this program: run `make desk`, which needs npm, then build it again with `make tool`")

// manifest is files.json, which lists all other files.
type manifest struct {
	Version string `json:"version"`
	Files   []struct {
		Name   string `json:"name"`
		Bytes  int    `json:"bytes"`
		SHA256 string `json:"sha256"`
	} `json:"files"`
}

// Read returns the desk as the files of a site.
func Read() (publish.Site, error) {
	list, err := fs.ReadFile(files, "files/files.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrMissing
	}
	if err != nil {
		return nil, err
	}
	var m manifest
	if err := json.Unmarshal(list, &m); err != nil {
		return nil, err
	}
	s := publish.Site{"files.json": list}
	for _, f := range m.Files {
		if s[f.Name], err = fs.ReadFile(files, "files/"+f.Name); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Policy is the Content-Security-Policy of the desk's page: its own files, nothing else.
// What is previewed has a policy of its own, by the service worker that serves it.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

// Handler serves the desk at the address of a listener alone: no page of another site
// reads it by giving its own name to this machine.
func Handler(s publish.Site) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		contents, there := s[name]
		if !there {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", contentType(name))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-cache")
		if strings.Contains(name, "/") {
			h.Set("Cache-Control", "public, max-age=31536000, immutable") // in the folder of its version
		}
		if name == "index.html" {
			h.Set("Content-Security-Policy", Policy)
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(contents))
	})
}

func contentType(name string) string {
	switch path.Ext(name) {
	case ".bin":
		return "application/octet-stream"
	case ".woff2":
		return "font/woff2"
	case ".webmanifest":
		return "application/manifest+json"
	}
	return publish.ContentType(name)
}
