package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// writeBeside makes a site ready beside a folder, with all that stays there, and
// lets it take the folder's place.
func (s Site) writeBeside(ctx context.Context, dir string, there *standing, take func(next, dir string) error) (err error) {
	parent, err := parentOf(dir)
	if err != nil {
		return err
	}
	made, err := makeFolders(parent)
	defer func() {
		if err != nil {
			for _, folder := range slices.Backward(made) {
				os.Remove(folder) // unless somebody uses it by now
			}
		}
	}()
	if err != nil {
		return err
	}
	next, err := s.stage(ctx, parent, staging(dir))
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	for _, name := range there.stays {
		if err := keep(filepath.Join(dir, name), filepath.Join(next, name)); err != nil {
			return err
		}
	}
	if err := os.Chmod(next, 0o755); err != nil {
		return err
	}
	for name, info := range there.folders {
		if err := dress(filepath.Join(next, name), info); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return errStopped
	}
	return take(next, dir)
}

// makeFolders makes a folder and those that it is in, and returns those that were not
// there, the outermost first.
func makeFolders(path string) (made []string, err error) {
	for at := path; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		made = append(made, at)
	}
	slices.Reverse(made)
	return made, os.MkdirAll(path, 0o755)
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
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", from, errCannotKeep)
	}
	contents, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, contents, 0o600); err != nil {
		return err
	}
	return dress(to, info)
}

// errCannotKeep says that something would not be as it was in another place.
var errCannotKeep = errors.New("it cannot be put into another folder as it is")

// dress gives a file or folder the mode and owner of another, if it is there.
func dress(path string, like fs.FileInfo) error {
	is, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = giveTo(path, is, like)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, errCannotKeep)
	}
	// After the owner: a change of owner takes away some bits.
	return os.Chmod(path, like.Mode()&(fs.ModePerm|fs.ModeSetuid|fs.ModeSetgid|fs.ModeSticky))
}

// cannotTakePlace reports whether a site can still be written inside a folder whose
// place it could not take: it is a mount point, or what it is in may not be changed.
func cannotTakePlace(err error) bool {
	for _, of := range []error{syscall.EBUSY, syscall.EXDEV, syscall.EROFS, syscall.EINVAL, fs.ErrPermission, errCannotKeep} {
		if errors.Is(err, of) {
			return true
		}
	}
	return false
}

// takePlace makes next the folder dir. Nobody who looks finds neither, where
// the system can exchange two folders; elsewhere for a moment.
func takePlace(next, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(next, dir)
	}
	if exchange(next, dir) == nil {
		return removeOld(next)
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
	return removeOld(old)
}

// removeOld removes the folder whose place was taken.
func removeOld(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("the site is in its place, but what was there before is left in %s: %v", dir, err)
	}
	return nil
}
