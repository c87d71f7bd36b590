package media

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// format is one that can be read.
type format int

const (
	unknown format = iota
	jpegFormat
	pngFormat
	gifFormat
	webpFormat
)

func (f format) String() string {
	return [...]string{"unknown", "JPEG", "PNG", "GIF", "WebP"}[f]
}

// ending is the usual ending of a file's name, with its dot.
func (f format) ending() string {
	return [...]string{"", ".jpg", ".png", ".gif", ".webp"}[f]
}

// formatOf recognises a format by the first bytes of a file.
func formatOf(contents []byte) format {
	switch {
	case bytes.HasPrefix(contents, []byte("\xff\xd8")):
		return jpegFormat
	case bytes.HasPrefix(contents, []byte("\x89PNG\r\n\x1a\n")):
		return pngFormat
	case bytes.HasPrefix(contents, []byte("GIF87a")), bytes.HasPrefix(contents, []byte("GIF89a")):
		return gifFormat
	case isRIFF(contents, "WEBP"):
		return webpFormat
	}
	return unknown
}

func isRIFF(contents []byte, form string) bool {
	return len(contents) >= 12 && string(contents[:4]) == "RIFF" && string(contents[8:12]) == form
}

// checkEnding reports an error if a name ends otherwise than its contents demand.
func checkEnding(name string, f format) error {
	ending := path.Ext(name)
	lower := strings.ToLower(ending)
	if lower == f.ending() || f == jpegFormat && lower == ".jpeg" {
		return nil
	}
	stem := name
	switch lower {
	case ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".gif", ".webp", ".svg", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".pdf", ".txt":
		stem = strings.TrimSuffix(name, ending)
	}
	return &Error{
		What: "the file is a " + f.String() + " image but is called " + shown(name),
		Fix:  "rename it " + shown(path.Base(stem)+f.ending()) + ", and write that name in the story",
	}
}

// notAnImage is the error for contents in none of the formats. It names what they
// are, where that can be recognised.
func notAnImage(contents []byte) *Error {
	const convert = "export it as a JPEG or PNG image"
	if len(contents) == 0 {
		return &Error{What: "the file is empty", Fix: "copy the image again, as JPEG, PNG, GIF or WebP"}
	}
	for _, k := range []struct {
		at        int
		start     string
		what, fix string
	}{
		{0, "%PDF-", "a PDF document", "export the page as a PNG image"},
		{0, "%!PS", "a PostScript file", "export it as a PNG image"},
		{0, "8BPS", "a Photoshop file", convert},
		{0, "II*\x00", "a TIFF image or a camera's raw file", convert},
		{0, "MM\x00*", "a TIFF image or a camera's raw file", convert},
		{0, "\x00\x00\x00\x0cJXL ", "a JPEG XL image", convert},
		{0, "\xff\x0a", "a JPEG XL image", convert},
		{0, "\x00\x00\x00\x0cjP  ", "a JPEG 2000 image", convert},
		{0, "\x00\x00\x01\x00", "an icon file", "export it as a PNG image"},
		{0, "PK\x03\x04", "a ZIP archive or an office document", "take the image out of it, and use that file"},
		{0, "\x1f\x8b", "a compressed file (gzip)", "unpack it, and " + convert},
		{0, "version https://git-lfs", "a Git LFS pointer instead of an image", "fetch the image with: git lfs pull"},
		{4, "ftypavi", "an AVIF image", convert},
		{4, "ftyphei", "a HEIC image", convert},
		{4, "ftyphev", "a HEIC image", convert},
		{4, "ftypmif1", "a HEIC or AVIF image", convert},
		{4, "ftypmsf1", "a HEIC or AVIF image", convert},
		{4, "ftyp", "a video or audio file", "take a still image from it as JPEG or PNG"},
		{0, "\x1aE\xdf\xa3", "a video file", "take a still image from it as JPEG or PNG"},
	} {
		if len(contents) >= k.at && bytes.HasPrefix(contents[k.at:], []byte(k.start)) {
			return &Error{What: "the file is " + k.what, Fix: k.fix}
		}
	}
	if len(contents) >= 14 && string(contents[:2]) == "BM" && string(contents[6:10]) == "\x00\x00\x00\x00" {
		return &Error{What: "the file is a BMP image", Fix: convert}
	}
	head := contents[:min(len(contents), 4096)]
	if !isText(head) {
		return &Error{What: "the file is no image that can be read here", Fix: "use a JPEG, PNG, GIF or WebP image"}
	}
	switch lower := bytes.ToLower(head); {
	case bytes.Contains(lower, []byte("<!doctype html")), bytes.Contains(lower, []byte("<html")):
		return &Error{What: "the file is a web page (HTML)", Fix: "save the image itself, not the page that shows it"}
	case bytes.Contains(lower, []byte("<svg")):
		return &Error{What: "the file is an SVG drawing, which may hold scripts", Fix: "export it as a PNG image, 1600 px wide"}
	}
	return &Error{What: "the file is text", Fix: "use a JPEG, PNG, GIF or WebP image"}
}

// isText reports whether bytes are the beginning of a text in UTF-8 or UTF-16.
func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	// The last character may be cut in two.
	for cut := 0; cut < utf8.UTFMax && cut < len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return true
		}
	}
	return false
}
