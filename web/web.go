// Package web embeds the page's own files: its template, its styles and its
// scripts. They are plain files so that they can be read, linted and tested as
// what they are.
package web

import (
	"embed"
	"io/fs"
)

//go:embed index.html event.html barline.css many.css late.css page.js many.js live.js many-live.js page embed.js steps.js single.js
var files embed.FS

// Files holds the files by name: index.html, the page's template, and event.html,
// that of an event's page in a long story; barline.css, which stands in
// the page, and late.css, which follows it; page.js, which imports the modules
// in page/; embed.js, for articles that hold the page in a frame, and steps.js, for
// those with steps; and single.js, for a page that is one file.
func Files() fs.FS { return files }
