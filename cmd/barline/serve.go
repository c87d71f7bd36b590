package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"barline/publish"
	"barline/publish/preview"
)

func serveCommand() *cobra.Command {
	var addr string
	var sources []string
	flags := importFlags{strict: true}
	c := &cobra.Command{
		Use:   "serve STORY",
		Short: "Serves a story on this machine, and follows it while it is written",
		Long: `Serves a story on this machine, and follows it while it is written.

At / is the page as build publishes it; it shows what is saved without being loaded
anew. At /preview/ is the desk's page: that page at several widths, light and dark, with
the engine and without, alone and in an article, and over it what check finds, with the
lines of the file. While the story cannot be published the last page stays. --source, and
file: at a source of the story, hold the quotations against their reports.

It answers to its own address alone, and lets no page of another site read what it
serves. A sandboxed frame counts as another site: for a preview in one there is an
address of its own, which is another each time.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			d := newWriting(c, args[0], &flags, sources)
			// What changes from here on is seen, also while the story is read.
			changes, blind := watch(d.path)
			if blind == nil {
				defer changes.Close()
			}
			ctx := c.Context()
			first, err := untilStopped(ctx, func() (publish.Site, error) {
				o := publish.Options{Context: ctx, Preview: true, Bundles: &d.bundles}
				s, story, err := d.publish(&o)
				if err == nil {
					err = advise(c.ErrOrStderr(), d.path, story, o.Editions)
				}
				return s, err
			})
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return fmt.Errorf("cannot serve at %s: %w; choose another with --addr", addr, err)
			}
			d.site.Store(&first)
			d.preview = preview.New(d.site.Load, addr)
			if blind != nil {
				fmt.Fprintf(c.ErrOrStderr(), "changes to %s are not noticed: %v\n", d.path, blind)
			}
			go d.follow(ctx, changes)
			where := "http://" + listener.Addr().String()
			fmt.Fprintf(c.OutOrStdout(), "%s\nin a sandboxed frame, and only there: %s%s\nfor those who write it, in several widths and with what is wrong: %s%s\n", where, where, d.preview.Open(), where, preview.Path)
			return serveUntil(ctx, listener, d.preview)
		},
	}
	flags.register(c)
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "the address to serve at")
	c.Flags().StringArrayVar(&sources, "source", nil, "a report that the quotations are from, as check takes it; may stand several times")
	return c
}

func serveUntil(ctx context.Context, l net.Listener, h http.Handler) error {
	// What is sent as long as somebody listens ends with ctx.
	web := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
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
