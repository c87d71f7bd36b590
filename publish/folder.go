package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// manifestName is a file that lists what barline wrote into a folder: by it the
// folder is known to hold a site, and everything else in it to be somebody's.
const manifestName = "barline.json"

type manifest struct {
	Barline int      `json:"barline"`
	Files   []string `json:"files"`
}

// WriteOptions say how a site takes the place of one before it.
type WriteOptions struct {
	// Prune removes the files of former sites that are named by their contents.
	// They are kept otherwise: a page in somebody's cache still asks for them.
	Prune bool
}

// Write puts a site into a folder, whole or not at all: it is written beside
// the folder first and takes its place at the end, in one step where the system
// knows how. What barline wrote there before is replaced; files that it did not
// write stay. If ctx ends before that, nothing has changed.
func (s Site) Write(ctx context.Context, dir string, o WriteOptions) error {
	dir = filepath.Clean(dir)
	stays, err := s.staying(dir, o)
	if err != nil {
		return err
	}
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	sweep(dir)
	next, err := os.MkdirTemp(parent, tempPrefix(dir))
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	if err := s.writeAll(ctx, next); err != nil {
		if ctx.Err() != nil {
			return interrupted(dir)
		}
		return err
	}
	for _, name := range stays {
		if err := keep(filepath.Join(dir, name), filepath.Join(next, name)); err != nil {
			return err
		}
	}
	if err := os.Chmod(next, 0o755); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return interrupted(dir)
	}
	return takePlace(next, dir)
}

func interrupted(dir string) error { return fmt.Errorf("interrupted; %s is as it was", dir) }

func tempPrefix(dir string) string { return "." + filepath.Base(dir) + "-new-" }

// sweep removes what a build that was killed has left, once nobody can still be
// writing it.
func sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), tempPrefix(dir)+"*"))
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(path)
		}
	}
}

// writeAll writes every file, and the list of them.
func (s Site) writeAll(ctx context.Context, dir string) error {
	names := slices.Sorted(maps.Keys(s))
	list, err := json.Marshal(manifest{Barline: 1, Files: append(names, manifestName)})
	if err != nil {
		return err
	}
	write := func(name string, contents []byte) error {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, contents, 0o644)
	}
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := write(name, s[name]); err != nil {
			return err
		}
	}
	return write(manifestName, list)
}

// staying lists what stands in a folder and is to stay there: files that
// barline did not write, and former ones named by their contents. It fails for
// a folder that is not a site's, and where a new file would take another's
// place.
func (s Site) staying(dir string, o WriteOptions) ([]string, error) {
	entries, err := os.ReadDir(dir)
	switch {
	case os.IsNotExist(err) || err == nil && len(entries) == 0:
		return nil, nil
	case err != nil:
		return nil, err
	}
	var before manifest
	list, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil || json.Unmarshal(list, &before) != nil || before.Barline != 1 {
		return nil, fmt.Errorf("%s holds files that barline did not write: name a new or an empty folder", dir)
	}
	ours := map[string]bool{}
	for _, name := range before.Files {
		ours[name] = true
	}
	var stays []string
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		local, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(local)
		_, written := s[name]
		switch {
		case hashed(name):
			if !written && !o.Prune {
				stays = append(stays, local)
			}
		case ours[name]:
		case written || name == manifestName:
			return fmt.Errorf("%s is a file that barline did not write, and the site has one of that name: move it away", path)
		default:
			stays = append(stays, local)
		}
		return nil
	})
	return stays, err
}

// keep puts a file that stands in one place into another, too.
func keep(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	if os.Link(from, to) == nil {
		return nil
	}
	// Not every file system knows links.
	contents, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, contents, info.Mode().Perm())
}

// takePlace makes next the folder dir. Nobody who looks finds neither, where
// the system can exchange two folders; elsewhere for a moment.
func takePlace(next, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(next, dir)
	}
	if exchange(next, dir) == nil {
		return os.RemoveAll(next)
	}
	old := next + "-old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(next, dir); err != nil {
		// Put back what stood there.
		if back := os.Rename(old, dir); back != nil {
			return fmt.Errorf("%w; what stood in %s is now in %s", err, dir, old)
		}
		return err
	}
	return os.RemoveAll(old)
}

// Bytes is the size of all files together.
func (s Site) Bytes() int {
	n := 0
	for _, contents := range s {
		n += len(contents)
	}
	return n
}

// Named returns a site's file in the assets by what it is, without its hash:
// Named("engine.wasm") is assets/engine.0f3a….wasm. It returns "" if there is
// none.
func (s Site) Named(name string) string {
	ending := filepath.Ext(name)
	for _, full := range slices.Sorted(maps.Keys(s)) {
		if hashed(full) && filepath.Ext(full) == ending && strings.HasPrefix(full, assetsFolder+strings.TrimSuffix(name, ending)+".") {
			return full
		}
	}
	return ""
}
