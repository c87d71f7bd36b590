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
	next, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-new-")
	if err != nil {
		return err
	}
	_, err = next.Write(contents)
	err = errors.Join(err, next.Chmod(mode), next.Close())
	if err == nil {
		err = os.Rename(next.Name(), path)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	return err
}
