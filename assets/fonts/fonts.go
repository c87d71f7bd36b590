// Package fonts embeds the font files, for programs that carry their own:
// the desktop window, the newsroom's tool and the tests. The browser's viewer
// must not import it: there the page's own font files serve CSS and engine
// alike.
package fonts

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"barline/scene"
	"barline/typeset"
)

//go:embed *.ttf OFL.txt scripts.txt
var files embed.FS

// File is a font file: a face's letters of one script.
type File struct {
	typeset.File
	// Letters are those that it was cut for, as style sheets write them
	// (unicode-range); empty for a story's own font.
	Letters string
	ranges  [][2]rune
}

// Holds reports whether the file was cut for a letter.
func (f *File) Holds(r rune) bool {
	for _, of := range f.ranges {
		if of[0] <= r && r <= of[1] {
			return true
		}
	}
	return false
}

// Read returns every font file, the most common script first.
func Read() ([]File, error) {
	list, err := files.ReadFile("scripts.txt")
	if err != nil {
		return nil, err
	}
	var all []File
	for line := range strings.Lines(string(list)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		script, letters, _ := strings.Cut(strings.TrimSpace(line), " ")
		ranges, err := parse(letters)
		if err != nil {
			return nil, fmt.Errorf("scripts.txt, %s: %w", script, err)
		}
		first := len(all)
		for face := range scene.NumFaces {
			name := [...]string{scene.Sans: "Sans-Regular", scene.SansBold: "Sans-Bold", scene.Serif: "Serif-Regular", scene.SerifBold: "Serif-Bold"}[face] + "-" + script + ".ttf"
			contents, err := files.ReadFile(name)
			if errors.Is(err, fs.ErrNotExist) && len(all) > first {
				// A script that does without a face is set in its plain one.
				all[first].Faces = append(all[first].Faces, face)
				continue
			}
			if err != nil {
				return nil, err
			}
			all = append(all, File{typeset.File{Faces: []scene.Face{face}, Name: name, Contents: contents}, letters, ranges})
		}
	}
	return all, nil
}

// Own is a font that a story brings, for bold or plain faces, with serifs or
// without; nil is for both.
func Own(name string, contents []byte, bold, serif *bool) File {
	f := File{File: typeset.File{Name: name, Contents: contents}}
	for face := range scene.NumFaces {
		if (bold == nil || *bold == face.Bold()) && (serif == nil || *serif == face.Serif()) {
			f.Faces = append(f.Faces, face)
		}
	}
	return f
}

// parse reads a list such as U+0400-045F,U+20BD.
func parse(letters string) ([][2]rune, error) {
	var ranges [][2]rune
	for part := range strings.SplitSeq(letters, ",") {
		from, to, several := strings.Cut(strings.TrimPrefix(part, "U+"), "-")
		if !several {
			to = from
		}
		first, err := strconv.ParseInt(from, 16, 32)
		if err != nil {
			return nil, err
		}
		last, err := strconv.ParseInt(to, 16, 32)
		if err != nil {
			return nil, err
		}
		ranges = append(ranges, [2]rune{rune(first), rune(last)})
	}
	return ranges, nil
}

// Set is what typeset makes of some files, for a language.
func Set(files []File, lang string) (*typeset.Fonts, error) {
	list := make([]typeset.File, len(files))
	for i := range files {
		list[i] = files[i].File
	}
	return typeset.New(list, lang)
}

// All sets in every script that there are fonts for, and in a story's own.
func All(lang string, own ...File) (*typeset.Fonts, error) {
	files, err := Read()
	if err != nil {
		return nil, err
	}
	return Set(append(files, own...), lang)
}

// Licence returns the fonts' licence text, which travels with them.
func Licence() ([]byte, error) { return fs.ReadFile(files, "OFL.txt") }
