// Package fonts embeds the font files, for programs that carry their own:
// the desktop window, the newsroom's tool and the tests. The browser's viewer
// must not import it: there the page's own font files serve CSS and engine
// alike.
package fonts

import (
	"embed"
	"io/fs"

	"barline/assets"
	"barline/scene"
)

//go:embed *.ttf OFL.txt
var files embed.FS

// Read returns the font file of every face, indexed by scene.Face.
func Read() ([scene.NumFaces][]byte, error) {
	var faces [scene.NumFaces][]byte
	for face, name := range assets.FontFiles() {
		contents, err := files.ReadFile(name)
		if err != nil {
			return faces, err
		}
		faces[face] = contents
	}
	return faces, nil
}

// Licence returns the fonts' licence text, which travels with them.
func Licence() ([]byte, error) { return fs.ReadFile(files, "OFL.txt") }
