//go:build !desk

package publish

import (
	"fmt"
	"net/http"
	"path"
	"strings"

	"barline/publish/pack"
)

// ServeHTTP serves one file of the site, with the headers that it should have
// anywhere: its type, how long it keeps, a strict policy for what the page may
// load, and leave for other origins, since a sandboxed frame is one. Where a
// compressed file stands beside it, that is sent to those who understand it.
func (s Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set(allowOrigin, "*")
	s.ServePrivately(w, r)
}

const allowOrigin = "Access-Control-Allow-Origin"

// ServePrivately is ServeHTTP without leave for other origins: no page of another
// site can read what is served.
func (s Site) ServePrivately(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	contents, ok := s[name]
	if !ok {
		if _, folder := s[name+"/index.html"]; folder {
			// Relative, so that it works under any path.
			w.Header().Set("Location", path.Base(name)+"/")
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", fresh)
	if hashed(name) {
		h.Set("Cache-Control", forever)
	}
	if strings.HasSuffix(name, ".html") {
		h.Set("Content-Security-Policy", policy(sheetOf(contents)))
	}
	for _, c := range pack.Codings() {
		packed, there := s[name+c.Ending]
		if !there {
			continue
		}
		h.Set("Vary", "Accept-Encoding")
		if accepts(r, c.Name) {
			h.Set("Content-Encoding", c.Name)
			contents = packed
			break
		}
	}
	h.Set("Content-Length", fmt.Sprint(len(contents)))
	if r.Method == http.MethodHead {
		return
	}
	w.Write(contents) // a reader who leaves is no error of ours
}

// accepts reports whether a request takes a coding; one that it gives no
// weight at all it does not.
func accepts(r *http.Request, coding string) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), coding) {
			return strings.Trim(strings.ReplaceAll(weight, " ", ""), ".0") != "q="
		}
	}
	return false
}
