package document

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"barline/importer/shell"
)

// HasFolder checks that the folder is there in which a file is to be written.
func HasFolder(path string) error {
	folder := filepath.Dir(path)
	there, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: the folder %s does not exist; make it first (mkdir -p %s), or name a file in another", path, folder, shell.Quoted(folder))
	case err == nil && !there.IsDir():
		return fmt.Errorf("%s: %s is a file and no folder; name a file in a folder", path, folder)
	}
	return err
}

// WriteWhole puts a file in its place once it is complete, and leaves nothing
// behind if it cannot.
func WriteWhole(path string, contents []byte) error { return putWhole(path, contents, 0o644) }

// RewriteWhole does the same with a file that is there, and whose permissions stay. One
// that may not be written to is left as it is.
func RewriteWhole(path string, contents []byte) error {
	was, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	about, err := was.Stat()
	if err = errors.Join(err, was.Close()); err != nil {
		return err
	}
	return putWhole(path, contents, about.Mode().Perm())
}

func putWhole(path string, contents []byte, mode fs.FileMode) error {
	if err := HasFolder(path); err != nil {
		return err
	}
	if there, err := os.Stat(path); err == nil && there.IsDir() {
		return fmt.Errorf("%s: there is a folder of this name; choose another name", path)
	}
	next, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-new-")
	if err != nil {
		return WhyNotWritten(path, err)
	}
	_, err = next.Write(contents)
	err = errors.Join(err, next.Chmod(mode), next.Close())
	if err == nil {
		err = os.Rename(next.Name(), path)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	return WhyNotWritten(path, err)
}

// WhyNotWritten says of the errors of a system that people meet why a file or a folder could
// not be written, and what helps. Other errors, and nil, stay as they are.
func WhyNotWritten(path string, err error) error {
	if err == nil {
		return nil
	}
	folder, whole := filepath.Dir(path), err
	// The name of the file that is written beside the path says nothing to anybody.
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	} else if e, ok := errors.AsType[*os.LinkError](err); ok {
		err = e.Err
	}
	switch {
	case isFull(err):
		return fmt.Errorf("%s: the disk is full; make room on it, or choose a folder on another: %w", path, err)
	case isTooLarge(err):
		return fmt.Errorf("%s: the file would be larger than this system lets it be; choose a folder on another disk: %w", path, err)
	case isReadOnly(err):
		return fmt.Errorf("%s: the disk of the folder %s cannot be written on; choose a folder on another: %w", path, folder, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: you may not write into the folder %s; choose another: %w", path, folder, err)
	}
	return whole
}
