package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"barline/publish"
)

func serveCommand() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use:   "serve STORY",
		Short: "Serves a story on this machine, and publishes it anew when it changes",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			first, err := site(args[0])
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return fmt.Errorf("cannot serve at %s: %w; choose another with --addr", addr, err)
			}
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			s := &server{}
			s.site.Store(&first)
			go s.watch(ctx, args[0], c.ErrOrStderr())
			fmt.Fprintf(c.OutOrStdout(), "http://%s\n", listener.Addr())
			return s.serve(ctx, listener)
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "the address to serve at")
	c.SetContext(context.Background())
	return c
}

// server serves the site published last. A story that breaks while it is
// edited is reported and the page before it stays.
type server struct{ site atomic.Pointer[publish.Site] }

func (s *server) serve(ctx context.Context, l net.Listener) error {
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() { done <- web.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := web.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// ServeHTTP serves one file of the site.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	contents, ok := (*s.site.Load())[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("Content-Length", fmt.Sprint(len(contents)))
	h.Set("Cache-Control", "no-cache")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Access-Control-Allow-Origin", "*")
	if strings.HasSuffix(name, ".html") {
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'")
	}
	if r.Method == http.MethodHead {
		return
	}
	w.Write(contents) // a reader who leaves is no error of ours
}

// contentType does not ask the system, whose tables differ.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".wasm":
		return "application/wasm"
	case ".ttf":
		return "font/ttf"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// watch publishes the story anew when its file changes.
func (s *server) watch(ctx context.Context, file string, log io.Writer) {
	w, err := fsnotify.NewWatcher()
	if err == nil {
		defer w.Close()
		// Editors replace files: only the folder sees that.
		err = w.Add(path.Dir(file))
	}
	if err != nil {
		fmt.Fprintf(log, "changes to %s are not noticed: %v\n", file, err)
		return
	}
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if path.Base(e.Name) != path.Base(file) || e.Op == fsnotify.Chmod {
				continue
			}
			next, err := site(file)
			if err != nil {
				fmt.Fprintf(log, "%v\nthe page before this change stays\n", err)
				continue
			}
			s.site.Store(&next)
			fmt.Fprintf(log, "%s: published anew\n", file)
		case err, ok := <-w.Errors:
			if !ok {
				return
			}
			fmt.Fprintln(log, err)
		}
	}
}
