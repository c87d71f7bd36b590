package publish

import (
	"bytes"
	"path"
)

// sheetOf is the style sheet that stands in a page.
func sheetOf(page []byte) []byte {
	_, rest, _ := bytes.Cut(page, []byte("<style>"))
	sheet, _, _ := bytes.Cut(rest, []byte("</style>"))
	return sheet
}

// ContentType is the type of the file of a name in a site.
func ContentType(name string) string { return contentType(name) }

// contentType does not ask the system, whose tables differ.
func contentType(name string) string {
	ending := path.Ext(name)
	for _, t := range types() {
		if t[0] == ending {
			return t[1]
		}
	}
	if ending == "" || ending == ".conf" {
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}
