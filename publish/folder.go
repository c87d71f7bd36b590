package publish

import (
	"context"
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

// WriteOptions say how a site takes the place of one before it.
type WriteOptions struct {
	// Prune removes the files of former sites that are named by their contents.
	// They are kept otherwise: a page in somebody's cache still asks for them.
	Prune bool
}

// Write puts a site into a folder, which is made if it is not there; of a link, into
// the folder that it leads to. What barline wrote there before is replaced. Files
// that it did not write stay, and so do folders, with their modes and owners.
//
// The site is written beside the folder first and takes its place at the end, in one
// step where the system knows how. Where that cannot be, it is written inside: in a
// mount point, the folder that the program runs in, one whose parent may not be
// written to, and one with folders of somebody's in it, such as .git. Then files
// change one by one, pages last, so that no page ever names a file that is not there.
//
// If ctx ends before anything has changed, nothing has.
func (s Site) Write(ctx context.Context, dir string, o WriteOptions) error {
	return s.write(ctx, dir, o, takePlace)
}

// write is Write, with a way for one folder to take the place of another.
func (s Site) write(ctx context.Context, dir string, o WriteOptions, take func(next, dir string) error) error {
	dir, err := landing(dir)
	if err != nil {
		return err
	}
	sweep(dir)
	there, err := s.standingIn(dir, o)
	if err != nil {
		return inWords(dir, err)
	}
	if !there.mustStay && !holdsTheProgram(dir) && !isMountPoint(dir) {
		err := s.writeBeside(ctx, dir, there, take)
		if !there.exists || !cannotTakePlace(err) {
			return inWords(dir, err)
		}
	}
	return inWords(dir, s.writeInside(ctx, dir, there))
}

// errStopped says that ctx ended before anything changed.
var errStopped = errors.New("interrupted")

// inWords explains why a folder was not written.
func inWords(dir string, err error) error {
	switch {
	case errors.Is(err, errStopped):
		return fmt.Errorf("interrupted; %s is as it was", dir)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s cannot be written: %w; name a folder in which you may write", dir, err)
	}
	return err
}

// landing is the folder that a path leads to: the path itself, or where the link
// leads that it is. The folder need not be there.
func landing(dir string) (string, error) {
	dir = filepath.Clean(dir)
	for range 40 { // links, as many as Linux follows
		target, err := os.Readlink(dir)
		if err != nil {
			return dir, nil // no link
		}
		if !filepath.IsAbs(target) {
			parent, err := filepath.EvalSymlinks(filepath.Dir(dir))
			if err != nil {
				return "", err
			}
			target = filepath.Join(parent, target)
		}
		dir = target
	}
	return "", fmt.Errorf("%s is a link that leads nowhere", dir)
}

// holdsTheProgram reports whether this program runs in a folder or below: whoever
// started it there would find themselves in a folder that is gone.
func holdsTheProgram(dir string) bool {
	here, err := os.Getwd()
	if err != nil {
		return false
	}
	if here, err = filepath.EvalSymlinks(here); err != nil {
		return false
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return false
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return false
	}
	within, err := filepath.Rel(dir, here)
	return err == nil && within != ".." && !strings.HasPrefix(within, ".."+string(filepath.Separator))
}

// parentOf is the folder that a folder is in, also of one that is called by dots.
func parentOf(dir string) (string, error) {
	whole, err := filepath.Abs(dir)
	return filepath.Dir(whole), err
}

// staging begins the names of folders in which a site is made ready.
func staging(dir string) string { return "." + filepath.Base(dir) + "-new-" }

// stagingInside is the same in the folder itself.
const stagingInside = ".barline-new-"

// sweep removes what a build that was killed has left, once nobody can still be
// writing it.
func sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, stagingInside+"*"))
	if parent, err := parentOf(dir); err == nil {
		beside, _ := filepath.Glob(filepath.Join(parent, staging(dir)+"*"))
		left = append(left, beside...)
	}
	for _, path := range left {
		if info, err := os.Lstat(path); err == nil && info.IsDir() && time.Since(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(path)
		}
	}
}

// stage writes every file, and the list of them, into a new folder within parent.
// If ctx ends, or something fails, nothing is left of it.
func (s Site) stage(ctx context.Context, parent, name string) (next string, err error) {
	made, err := os.MkdirTemp(parent, name)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(made)
		}
	}()
	names := slices.Sorted(maps.Keys(s))
	list, err := listOf(names)
	if err != nil {
		return "", err
	}
	for _, name := range names {
		if ctx.Err() != nil {
			return "", errStopped
		}
		if err := put(filepath.Join(made, filepath.FromSlash(name)), s[name]); err != nil {
			return "", err
		}
	}
	return made, put(filepath.Join(made, manifestName), list)
}

// put writes a file, and the folders that it is in.
func put(path string, contents []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, contents, 0o644)
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
