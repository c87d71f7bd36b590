package desk_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

// writeDesk writes the desk as the command does, for any web server.
func writeDesk(dir string) error {
	out, err := exec.Command("go", "run", "../../cmd/barline", "desk", "-o", dir).CombinedOutput()
	if err != nil {
		return fmt.Errorf("barline desk -o: %w\n%s", err, out)
	}
	return nil
}

// server is a plain file server with the desk, which can be cut off.
type server struct {
	*httptest.Server
	mu      sync.Mutex
	dir     string
	files   http.Handler // in the place of the folder's, unless nil
	off     bool
	refused []string // parts of paths that are not served
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	off, dir, files := s.off, s.dir, s.files
	for _, part := range s.refused {
		off = off || strings.Contains(r.URL.Path, part)
	}
	s.mu.Unlock()
	if off {
		http.Error(w, "not now", http.StatusServiceUnavailable)
		return
	}
	if files == nil {
		files = http.FileServer(http.Dir(dir))
	}
	files.ServeHTTP(w, r)
}

// folder is what is served.
func (s *server) folder() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dir
}

// serve serves another folder from now on.
func (s *server) serve(dir string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dir = dir
}

// cut makes the server refuse everything, or stop doing so.
func (s *server) cut(off bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.off = off
}

// serveDesk serves the desk; the test has its turn until it ends.
func serveDesk(t *testing.T, refused ...string) *server {
	t.Helper()
	dir, err := shared.folder()
	if err != nil {
		t.Fatal(err)
	}
	shared.turns <- struct{}{}
	s := &server{dir: dir, refused: refused}
	s.Server = httptest.NewServer(s)
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
		<-shared.turns
	})
	return s
}
