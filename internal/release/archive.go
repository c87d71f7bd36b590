package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"io/fs"
	"path"
	"slices"
	"time"
)

// item is a file of an archive or a package.
type item struct {
	name     string // its path, with slashes
	contents []byte
	program  bool // may be run
}

func (i item) mode() fs.FileMode {
	if i.program {
		return 0o755
	}
	return 0o644
}

// sorted are items in the order of their paths, so that the same files make the same
// bytes.
func sorted(items []item) []item {
	items = slices.Clone(items)
	slices.SortFunc(items, func(a, b item) int { return cmp.Compare(a.name, b.name) })
	return items
}

// tarball is a .tar.gz file of items in one folder, all root's and of one time.
func tarball(folder string, items []item, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	zipped, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(zipped)
	for _, i := range sorted(items) {
		h := &tar.Header{
			Typeflag: tar.TypeReg, Name: path.Join(folder, i.name), Size: int64(len(i.contents)),
			Mode: int64(i.mode()), ModTime: when, Uname: "root", Gname: "root", Format: tar.FormatPAX,
		}
		if err := t.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := t.Write(i.contents); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = zipped.Close()
	return b.Bytes(), err
}

// zipFile is a .zip file of items in one folder, all of one time.
func zipFile(folder string, items []item, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, i := range sorted(items) {
		h := &zip.FileHeader{Name: path.Join(folder, i.name), Method: zip.Deflate, Modified: when.UTC()}
		h.SetMode(i.mode())
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(i.contents); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// gzipped is a text as manuals lie in Linux systems, without a name or a time.
func gzipped(contents []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(contents); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}
