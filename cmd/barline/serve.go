package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
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
	flags := importFlags{strict: true}
	c := &cobra.Command{
		Use:   "serve STORY",
		Short: "Serves a story on this machine, and publishes it anew when it changes",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			// What changes from here on is seen, also while the story is read.
			changes, blind := watch(args[0])
			if blind == nil {
				defer changes.Close()
			}
			first, err := site(c, args[0], &flags, publish.Options{})
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
			if blind != nil {
				fmt.Fprintf(c.ErrOrStderr(), "changes to %s are not noticed: %v\n", args[0], blind)
			} else {
				go s.follow(ctx, changes, args[0], c.ErrOrStderr(), func() (publish.Site, error) { return site(c, args[0], &flags, publish.Options{}) })
			}
			fmt.Fprintf(c.OutOrStdout(), "http://%s\n", listener.Addr())
			return s.serve(ctx, listener)
		},
	}
	flags.register(c)
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "the address to serve at")
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
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.site.Load().ServeHTTP(w, r) }

// watch notices changes of the folder that a file is in: editors replace
// files, and only the folder sees that.
func watch(file string) (*fsnotify.Watcher, error) {
	if file == "-" || isAddress(file) {
		return nil, errors.New("only files on this machine are watched")
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(filepath.Dir(file)); err != nil {
		w.Close()
		return nil, err
	}
	return w, nil
}

// concerns reports whether a file that has changed is the story's, one of its
// editions, or a font that it may bring.
func concerns(changed, file string) bool {
	name, base, ending := filepath.Base(changed), filepath.Base(file), filepath.Ext(file)
	if font := strings.ToLower(filepath.Ext(name)); name == base || font == ".ttf" || font == ".otf" {
		return true
	}
	_, ok := editionTag(name, strings.TrimSuffix(base, ending), ending)
	return ok
}

// follow publishes the story anew when its file changes.
func (s *server) follow(ctx context.Context, w *fsnotify.Watcher, file string, log io.Writer, publishAnew func() (publish.Site, error)) {
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if !concerns(e.Name, file) || e.Op == fsnotify.Chmod {
				continue
			}
			next, err := publishAnew()
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
