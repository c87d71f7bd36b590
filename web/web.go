// Package web embeds the page's own files: its template, its styles and its
// script. They are plain files so that they can be read, linted and tested as
// what they are.
package web

import "embed"

//go:embed index.html barline.css page.js
var files embed.FS

// Template is the page's HTML template.
func Template() (string, error) {
	b, err := files.ReadFile("index.html")
	return string(b), err
}

// Read returns one of the files that are served as they are: barline.css or
// page.js.
func Read(name string) ([]byte, error) { return files.ReadFile(name) }
