package publish

import (
	"cmp"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"barline/publish/pack"
)

// writeInside makes a site ready in a folder within the one that it is for, and then
// lets one file after another take its place, in an order in which no page names
// what is not there. Once that has begun it is not interrupted: it takes no longer
// than to rename the files.
func (s Site) writeInside(ctx context.Context, dir string, there *standing) error {
	next, err := s.stage(ctx, dir, stagingInside)
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	if ctx.Err() != nil {
		return errStopped
	}
	// Should the machine stop meanwhile, all that may be there is known to be ours.
	all := maps.Clone(there.before)
	for name := range s {
		all[name] = true
	}
	delete(all, manifestName)
	list, err := listOf(slices.Sorted(maps.Keys(all)))
	if err != nil {
		return err
	}
	now := filepath.Join(next, manifestName)
	final := now + "-final"
	if err := os.Rename(now, final); err != nil {
		return err
	}
	if err := put(now, list); err != nil {
		return err
	}
	if err := os.Rename(now, filepath.Join(dir, manifestName)); err != nil {
		return err
	}
	for _, name := range inOrder(s) {
		from, to := filepath.Join(next, filepath.FromSlash(name)), filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(from, to); err != nil {
			return err
		}
	}
	if err := s.remove(dir, there); err != nil {
		return err
	}
	return os.Rename(final, filepath.Join(dir, manifestName))
}

// remove takes away the files of a former site that this one does not have, and the
// folders that are empty for it.
func (s Site) remove(dir string, there *standing) error {
	for _, local := range there.gone {
		if err := os.Remove(filepath.Join(dir, local)); err != nil {
			return err
		}
		for at := filepath.Dir(local); at != "."; at = filepath.Dir(at) {
			if os.Remove(filepath.Join(dir, at)) != nil {
				break // it is not empty
			}
		}
	}
	return nil
}

// inOrder are the names of a site's files in the order in which they may take their
// places: what pages name, then pages, those deeper in the site first. The story's
// own page, which leads to all of it, is last.
func inOrder(s Site) []string {
	depth := func(name string) int {
		for _, c := range pack.Codings() {
			name = strings.TrimSuffix(name, c.Ending)
		}
		if filepath.Ext(name) != ".html" {
			return 1 << 10
		}
		return strings.Count(name, "/")
	}
	return slices.SortedFunc(maps.Keys(s), func(a, b string) int {
		return cmp.Or(cmp.Compare(depth(b), depth(a)), cmp.Compare(a, b))
	})
}
