package document

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// MostBytes is how large a file may be that is read: a million events have some 100 MB.
const MostBytes = 1 << 30

// mostTries is how often a file is read anew that changes meanwhile.
const mostTries = 5

// Read reads a whole file. Folders, pipes and devices are refused, as are files of more
// than MostBytes. A file that changes while it is read is read again; what is returned
// was in the file at one time. progress, which may be nil, is told how many of the
// bytes have been read.
func Read(ctx context.Context, path string, progress func(read, total int64)) ([]byte, error) {
	for range mostTries {
		contents, changed, err := readOnce(ctx, path, progress)
		if err != nil {
			return nil, inWords(path, err)
		}
		if !changed {
			return contents, nil
		}
	}
	return nil, fmt.Errorf("%s: it changes while it is read; open it when it is written", path)
}

// readOnce reads a file, and reports whether it changed meanwhile.
func readOnce(ctx context.Context, path string, progress func(read, total int64)) (contents []byte, changed bool, err error) {
	// A pipe that is opened waits for a writer: it is refused before.
	before, err := os.Stat(path)
	if err != nil {
		return nil, false, err
	}
	if err := readable(before); err != nil {
		return nil, false, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	if before, err = f.Stat(); err != nil {
		return nil, false, err
	}
	total := before.Size()
	contents = make([]byte, 0, total+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, false, err
		}
		if cap(contents) == len(contents) {
			return nil, true, nil // it has grown
		}
		n, err := f.Read(contents[len(contents):min(cap(contents), len(contents)+1<<20)])
		contents = contents[:len(contents)+n]
		if progress != nil {
			progress(int64(len(contents)), total)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, false, err
		}
	}
	after, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	return contents, int64(len(contents)) != total || after.Size() != total || !after.ModTime().Equal(before.ModTime()), nil
}

// readable reports why a file cannot be a story.
func readable(info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return errors.New("this is a folder; open a file in it")
	case mode&fs.ModeNamedPipe != 0:
		return errors.New("this is a pipe, which can be read only once; save what comes out of it as a file")
	case !mode.IsRegular():
		return errors.New("this is no file but a device or a socket; open a file")
	case info.Size() > MostBytes:
		return fmt.Errorf("it has %.1f GB, and files of up to %.0f GB are opened; keep fewer columns or events", float64(info.Size())/(1<<30), float64(MostBytes)/(1<<30))
	}
	return nil
}

// inWords says why a file cannot be read, its name first.
func inWords(path string, err error) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file; it may have been moved or renamed: %w", path, fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: you may not read it; ask its owner, or open a copy: %w", path, fs.ErrPermission)
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}

// Beside reads files by their paths from a story's, which are written with slashes.
func Beside(path string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(filepath.Dir(path), filepath.FromSlash(name)))
	}
}
