package session

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// dropped is a file that was not kept.
type dropped struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// isArchive reports whether a file is a zip of a folder, and no workbook or document that
// is a zip inside.
func isArchive(contents []byte) bool {
	if !bytes.HasPrefix(contents, []byte("PK\x03\x04")) && !bytes.HasPrefix(contents, []byte("PK\x05\x06")) {
		return false
	}
	r, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		return false // whoever reads it as what it is says what is wrong
	}
	for _, f := range r.File {
		if f.Name == "[Content_Types].xml" {
			return false
		}
	}
	return true
}

// unpacked are the files in a zip. What it says of their sizes is not believed: what
// unpacks to more than a document may have is an error.
func (t *task) unpacked(name string, contents []byte) (files map[string][]byte, left []dropped, err error) {
	r, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: it is no zip that can be read: %w; pack it anew", name, err)
	}
	if len(r.File) > mostFiles {
		return nil, nil, fmt.Errorf("%s: it holds %d files, and at most %d are opened; pack the story's folder alone", name, len(r.File), mostFiles)
	}
	files = map[string][]byte{}
	total := 0
	for i, f := range r.File {
		t.progress(i, len(r.File), "unpacking")
		if err := t.ctx.Err(); err != nil {
			return nil, nil, err
		}
		at := strings.ReplaceAll(f.Name, `\`, "/")
		switch mode := f.Mode(); {
		case strings.HasSuffix(at, "/") || isHidden(at):
			continue
		case !fs.ValidPath(at):
			left = append(left, dropped{f.Name, "its name leads out of the folder"})
			continue
		case !mode.IsRegular():
			left = append(left, dropped{f.Name, "it is no file but a link or a device"})
			continue
		}
		if _, twice := files[at]; twice {
			left = append(left, dropped{f.Name, "there is another file of this name before it"})
			continue
		}
		in, err := f.Open()
		if err != nil {
			left = append(left, dropped{f.Name, "it cannot be unpacked: " + err.Error()})
			continue
		}
		one, err := io.ReadAll(io.LimitReader(in, mostFileBytes+1))
		in.Close()
		if err != nil {
			left = append(left, dropped{f.Name, "it cannot be unpacked: " + err.Error()})
			continue
		}
		if total += len(one); len(one) > mostFileBytes || total > mostDocumentBytes {
			return nil, nil, fmt.Errorf("%s: its files unpack to more than is opened, %d MB each and %d MB together; pack the story's folder alone", name, mostFileBytes>>20, mostDocumentBytes>>20)
		}
		files[at] = one
	}
	return files, left, nil
}

// isHidden reports whether a file is a system's own.
func isHidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != ".." && part != "." || part == "__MACOSX" || strings.EqualFold(part, "Thumbs.db") || strings.EqualFold(part, "desktop.ini") {
			return true
		}
	}
	return false
}

// kindOf says what a file that belongs to a story is by its name, or "".
func kindOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg":
		return "image"
	case ".ttf", ".otf":
		return "font"
	case ".yaml", ".yml", ".json":
		return "other"
	}
	return ""
}
