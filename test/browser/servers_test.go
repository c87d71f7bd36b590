package browser_test

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/engine"
	"barline/publish/pack"
)

// server is a real web server of the system's.
type server struct {
	program string
	// config is its own configuration, around what we publish for it.
	config func(root, dir, address string) string
	args   func(config, dir string) []string
}

func servers() map[string]server {
	return map[string]server{
		"nginx": {"nginx", func(root, dir, address string) string {
			return fmt.Sprintf(`daemon off; master_process off; pid %[2]s/pid; error_log stderr warn;
events {}
http {
	access_log off; client_body_temp_path %[2]s/a; proxy_temp_path %[2]s/b; fastcgi_temp_path %[2]s/c; uwsgi_temp_path %[2]s/d; scgi_temp_path %[2]s/e;
	server { listen %[3]s; root %[1]s; include %[1]s/servers/nginx.conf; }
}`, root, dir, address)
		}, func(config, dir string) []string { return []string{"-p", dir, "-c", config, "-e", "stderr"} }},
		"Caddy": {"caddy", func(root, dir, address string) string {
			return fmt.Sprintf("{\n\tadmin off\n\tauto_https off\n\tstorage file_system %[2]s\n}\nhttp://%[3]s {\n\troot * %[1]s\n\timport %[1]s/servers/Caddyfile\n}\n", root, dir, address)
		}, func(config, dir string) []string {
			return []string{"run", "--config", config, "--adapter", "caddyfile"}
		}},
	}
}

// start runs a server for a published folder until the test ends, and returns
// its address.
func (s server) start(t *testing.T, root string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	dir := t.TempDir()
	config := filepath.Join(dir, "config")
	if err := os.WriteFile(config, []byte(s.config(root, dir, address)), 0o644); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	program := s.program
	if _, err := exec.LookPath(program); err != nil {
		program = "/usr/sbin/" + program // where users do not look
	}
	c := exec.Command(program, s.args(config, dir)...)
	c.Stdout, c.Stderr, c.Env = &said, &said, append(os.Environ(), "HOME="+dir)
	if err := c.Start(); err != nil {
		t.Fatalf("%s: %v; scripts/test-deps.sh installs it", s.program, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	t.Cleanup(func() {
		c.Process.Kill()
		<-ended
		ended <- nil
	})
	for end := time.Now().Add(deadline); ; time.Sleep(10 * time.Millisecond) { // between looks at a state
		if conn, err := net.Dial("tcp", address); err == nil {
			conn.Close()
			return "http://" + address
		}
		select {
		case err := <-ended:
			ended <- nil
			t.Fatalf("%s ended: %v\n%s", s.program, err, said.String())
		default:
		}
		if time.Now().After(end) {
			t.Fatalf("%s does not answer\n%s", s.program, said.String())
		}
	}
}

// built is the first story as `barline build` writes it.
func built(t *testing.T) (publish.Site, string) {
	t.Helper()
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		t.Fatal(err)
	}
	site, err := publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed}, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Pack(publish.Options{}); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "dist")
	if err := site.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	// Servers run as somebody else.
	for d := dir; d != filepath.Dir(d) && strings.Contains(d, "Test"); d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return site, dir
}

// Real servers, given what we publish for them, say of every file what our own
// says: its type, how long it keeps, what the page may load; and they send the
// files that were compressed beforehand.
func TestServers(t *testing.T) {
	t.Parallel()
	site, dir := built(t)
	ours := serve(t, site)
	client := &http.Client{Transport: &http.Transport{DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	get := func(t *testing.T, address, accepts string) (*http.Response, string) {
		t.Helper()
		r, err := http.NewRequest("GET", address, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", accepts)
		got, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer got.Body.Close()
		b, err := io.ReadAll(got.Body)
		if err != nil {
			t.Fatal(err)
		}
		return got, string(b)
	}
	for name, s := range servers() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			theirs := s.start(t, dir)
			paths := []string{"", "e/2025-12-02/"}
			for _, file := range slices.Sorted(maps.Keys(site)) {
				// Those are for servers, and the others are sent in place of theirs.
				if file != "_headers" && !strings.HasPrefix(file, "servers/") && !strings.HasSuffix(file, ".br") && !strings.HasSuffix(file, ".gz") {
					paths = append(paths, file)
				}
			}
			for _, path := range paths {
				// Caddy leads from the file to its folder.
				if name == "Caddy" && strings.HasSuffix(path, "index.html") {
					continue
				}
				for _, accepts := range []string{"br, gzip", "gzip", "identity"} {
					want, wanted := get(t, ours+"/"+path, accepts)
					got, body := get(t, theirs+"/"+path, accepts)
					if got.StatusCode != 200 || body != wanted {
						t.Errorf("/%s for %s: %s, %d bytes of %d", path, accepts, got.Status, len(body), len(wanted))
					}
					for _, header := range []string{"Content-Type", "Content-Encoding", "Content-Security-Policy", "Cache-Control", "X-Content-Type-Options", "Access-Control-Allow-Origin"} {
						if g, w := got.Header.Values(header), want.Header.Values(header); !slices.Equal(g, w) {
							t.Errorf("/%s for %s: %s is %q, ours is %q", path, accepts, header, g, w)
						}
					}
					if packed := site[path+pack.Codings()[0].Ending]; len(packed) > 0 && !strings.Contains(strings.Join(got.Header.Values("Vary"), ","), "Accept-Encoding") {
						t.Errorf("/%s for %s: a cache would send one coding to all", path, accepts)
					}
				}
			}
			if got, _ := get(t, theirs+"/nothing", "br"); got.StatusCode != 404 {
				t.Errorf("what is not there: %s", got.Status)
			}
			if got, _ := get(t, theirs+"/e/2025-12-02", "br"); got.StatusCode/100 != 3 || !strings.HasSuffix(got.Header.Get("Location"), "/e/2025-12-02/") {
				t.Errorf("a folder without its slash: %s to %q", got.Status, got.Header.Get("Location"))
			}
			p := openLive(t, device{}, theirs+"/#2025-03")
			p.settles()
			p.opened("2025-03")
			p.checkPopover("2025-03")
			q := openLive(t, device{width: 360, touch: true, scale: 2}, theirs+"/e/embassy/")
			q.opened("embassy")
		})
	}
}
