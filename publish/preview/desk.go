package preview

import (
	"embed"
	"fmt"
	"net/http"
	"path"
	"strings"
)

// Path is where the desk's page is: beside the story's own, which stays at / as it will
// be published. No edition is called so, for editions are called after languages.
const Path = "/preview/"

//go:embed page
var files embed.FS

// deskPolicy allows the desk's page what lies beside it, and the story's page in frames.
const deskPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// serveDesk serves the desk's page, the article in which it shows the story, and changes.
func (h *Handler) serveDesk(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, Path)
	switch name {
	case "changes":
		h.serveChanges(w, r)
		return
	case "":
		name = "desk.html"
	case "article":
		name = "article.html"
	}
	contents, err := files.ReadFile("page/" + name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	head := w.Header()
	head.Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}[path.Ext(name)])
	head.Set("Cache-Control", "no-cache")
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Content-Security-Policy", deskPolicy)
	if name == "article.html" {
		// embed.js sizes the frame by styles of its element.
		head.Set("Content-Security-Policy", strings.Replace(deskPolicy, "style-src 'self'", "style-src 'self' 'unsafe-inline'", 1))
	}
	head.Set("Content-Length", fmt.Sprint(len(contents)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(contents)
	}
}

// serveChanges sends the state, and every other one after it, as long as somebody
// listens.
func (h *Handler) serveChanges(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "this connection cannot be kept open", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	for {
		text, next := h.board.now()
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %s\n\n", text); err != nil {
			return
		}
		flusher.Flush()
		select {
		case <-next:
		case <-r.Context().Done():
			return
		}
	}
}
