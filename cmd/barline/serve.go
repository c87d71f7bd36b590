package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"barline/desk/review"
	"barline/publish"
	"barline/publish/preview"
)

func serveCommand() *cobra.Command {
	var addr string
	flags := importFlags{strict: true}
	c := &cobra.Command{
		Use:   "serve STORY",
		Short: "Serves a story on this machine, and publishes it anew when it changes",
		Long: `Serves a story on this machine, and publishes it anew when it changes.

It answers to its own address alone, and lets no page of another site read what it
serves. A sandboxed frame counts as another site: for a preview in one there is an
address of its own, which is another each time.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			// What changes from here on is seen, also while the story is read.
			changes, blind := watch(args[0])
			if blind == nil {
				defer changes.Close()
			}
			ctx := c.Context()
			again := func() (publish.Site, error) { return site(c, args[0], &flags, publish.Options{Context: ctx}) }
			first, err := untilStopped(ctx, again)
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return fmt.Errorf("cannot serve at %s: %w; choose another with --addr", addr, err)
			}
			s := &server{}
			s.site.Store(&first)
			if blind != nil {
				fmt.Fprintf(c.ErrOrStderr(), "changes to %s are not noticed: %v\n", args[0], blind)
			} else {
				go s.follow(ctx, changes, args[0], c.ErrOrStderr(), again)
			}
			private := preview.New(s.site.Load, addr)
			where := "http://" + listener.Addr().String()
			fmt.Fprintf(c.OutOrStdout(), "%s\nin a sandboxed frame, and only there: %s%s\n", where, where, private.Open())
			return serveUntil(ctx, listener, private)
		},
	}
	flags.register(c)
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "the address to serve at")
	return c
}

// server serves the site published last. A story that breaks while it is
// edited is reported and the page before it stays.
type server struct{ site atomic.Pointer[publish.Site] }

func serveUntil(ctx context.Context, l net.Listener, h http.Handler) error {
	web := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() { done <- web.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), time.Second/2)
	defer cancel()
	if err := web.Shutdown(grace); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return web.Close()
}

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
// editions, a font that it may bring, or one that it names, such as its theme's.
func concerns(changed, file string) bool {
	name, base := filepath.Base(changed), filepath.Base(file)
	if font := strings.ToLower(filepath.Ext(name)); name == base || font == ".ttf" || font == ".otf" {
		return true
	}
	if _, ok := review.EditionTag(name, base); ok {
		return true
	}
	story, err := os.ReadFile(file)
	return err == nil && bytes.Contains(story, []byte(name))
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
			if ctx.Err() != nil {
				return
			}
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
