// Package preview serves a site that is not published yet, on the machine of the
// person who writes it.
//
// Any page that the person has open meanwhile can send requests to this machine. So
// that none can read the story, other origins get no leave to, and requests are
// refused that came by another name than the machine's own: a page could let its name
// lead here. A sandboxed frame has no origin, as any page's frames can, and yet needs
// leave; for it the site is also served under a path that nobody can guess.
//
// Beside the story's page stands one for its desk, which shows that in several widths, and
// what is wrong with the story.
package preview

import (
	"crypto/rand"
	"net"
	"net/http"
	"os"
	"strings"

	"barline/publish"
)

// Handler serves a preview.
type Handler struct {
	site func() *publish.Site
	// host is what the person has called the machine, or empty.
	host  string
	open  string
	board *board
}

// New serves what site returns at the time. addr is the address that is listened at,
// as net.Listen is told it.
func New(site func() *publish.Site, addr string) *Handler {
	host, _, _ := net.SplitHostPort(addr)
	return &Handler{site: site, host: host, open: "/" + rand.Text() + "/", board: newBoard()}
}

// Open is the path under which the site may be read by any origin.
func (h *Handler) Open() string { return h.open }

// Show tells the desk's page how things stand.
func (h *Handler) Show(s State) { h.board.show(s) }

// ServeHTTP serves one file of the site.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !h.isOurs(r) {
		http.Error(w, "This preview answers to the address that barline serve has printed, and not to "+r.Host+".", http.StatusMisdirectedRequest)
		return
	}
	// What a page knows of the address it comes from stays here.
	w.Header().Set("Referrer-Policy", "same-origin")
	if strings.HasPrefix(r.URL.Path, h.open) {
		http.StripPrefix(strings.TrimSuffix(h.open, "/"), h.site()).ServeHTTP(w, r)
		return
	}
	if r.URL.Path == strings.TrimSuffix(Path, "/") {
		http.Redirect(w, r, Path, http.StatusMovedPermanently)
		return
	}
	if strings.HasPrefix(r.URL.Path, Path) {
		h.serveDesk(w, r)
		return
	}
	h.site().ServePrivately(w, r)
}

// isOurs reports whether a request came by a name of this machine: the address that it
// has reached, what the person calls it, or localhost. The port may be another, where
// it is forwarded.
func (h *Handler) isOurs(r *http.Request) bool {
	name := r.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if name == "localhost" || name == strings.ToLower(h.host) && name != "" {
		return true
	}
	if ip := net.ParseIP(name); ip != nil {
		reached, _ := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
		return ip.IsLoopback() || reached != nil && ip.Equal(reached.IP)
	}
	own, err := os.Hostname()
	return err == nil && name == strings.ToLower(own)
}
