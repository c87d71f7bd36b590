package session

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"slices"
)

// packedZip packs files, in the order of their names and all of one time, so that the
// same files make the same zip. What has a copy in gzip beside it is not compressed
// again.
func packedZip(t *task, files map[string][]byte, folder string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		t.progress(1, 1, "packing")
		if err := t.ctx.Err(); err != nil {
			return nil, err
		}
		if err := addToZip(w, folder+name, files[name], files[name+".gz"]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// A zip has the days from 1980 on: this one is the first, 1 January.
const firstDay = 1<<5 | 1

func addToZip(w *zip.Writer, name string, contents, gzip []byte) error {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: firstDay, CRC32: crc32.ChecksumIEEE(contents), UncompressedSize64: uint64(len(contents))}
	h.SetMode(0o644)
	packed := deflated(gzip, h.CRC32, len(contents))
	switch {
	case isPacked(name):
		h.Method, packed = zip.Store, contents
	case packed == nil:
		var b bytes.Buffer
		f, err := flate.NewWriter(&b, flate.DefaultCompression)
		if err != nil {
			return err
		}
		if _, err := f.Write(contents); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		packed = b.Bytes()
	}
	h.CompressedSize64 = uint64(len(packed))
	to, err := w.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, bytes.NewReader(packed))
	return err
}

// isPacked reports whether a file gains nothing by being compressed.
func isPacked(name string) bool {
	return slices.Contains([]string{".br", ".gz", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".zip", ".xlsx"}, path.Ext(name))
}

// deflated is the stream inside a gzip file that Go wrote, if it is of these contents.
func deflated(gzip []byte, sum uint32, size int) []byte {
	const head, tail = 10, 8
	if len(gzip) < head+tail || gzip[0] != 0x1f || gzip[1] != 0x8b || gzip[3] != 0 {
		return nil
	}
	end := gzip[len(gzip)-tail:]
	if binary.LittleEndian.Uint32(end) != sum || binary.LittleEndian.Uint32(end[4:]) != uint32(size) {
		return nil
	}
	return gzip[head : len(gzip)-tail]
}
