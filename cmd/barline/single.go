package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"barline/document"
	"barline/publish"
)

// buildSingle publishes a story as one file.
func buildSingle(c *cobra.Command, path, to, where string, flags *importFlags) error {
	if ending := strings.ToLower(filepath.Ext(to)); ending != ".html" && ending != ".htm" {
		return usageError{fmt.Errorf("--single %s: the file ends in .html", to)}
	}
	if err := document.HasFolder(to); err != nil {
		return err
	}
	ctx := c.Context()
	p := progressOn(c.ErrOrStderr())
	defer p.done()
	o := publish.Options{Context: ctx, URL: where, Progress: p.say}
	contents, err := untilStopped(ctx, func() ([]byte, error) {
		r, err := toPublish(c, path, flags, &o)
		if err != nil {
			return nil, err
		}
		e, err := readEngine()
		if err != nil {
			return nil, err
		}
		if err := advise(c.ErrOrStderr(), path, r.Story, o.Editions); err != nil {
			return nil, err
		}
		return publish.Single(r.Story, r.Root, e, o)
	})
	if err != nil {
		return err
	}
	if err := document.WriteWhole(to, contents); err != nil {
		return err
	}
	p.done()
	fmt.Fprintf(c.OutOrStdout(), "%s: %.1f MB\n", to, float64(len(contents))/1e6)
	return nil
}
