package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"barline/scene"
)

// go-text panics over some damaged fonts: when it parses them, or only when it sets
// one of their letters. All that reads a font's tables goes through here. A font
// that fails is left out from then on, as if it had no letters, and Damage names it.

// Damage returns an error that names the fonts which could not be read, or nil.
// They are found when their letters are set.
func (f *Fonts) Damage() error { return errors.Join(f.damage...) }

// Try reads all that is in a font file, of so many glyphs, and returns an error that
// names the file if go-text cannot read some of it.
func Try(file File, glyphs int) error {
	for face := range scene.NumFaces {
		file.Faces = append(slices.Clip(file.Faces), face)
	}
	f, err := New([]File{file}, "")
	if err != nil {
		return err
	}
	for id := range glyphs {
		f.Outline(0, uint32(id))
	}
	// As many letters at once as a long paragraph has.
	var letters []rune
	set := func() {
		f.paragraph(string(letters), scene.Style{SizePx: 1}, itsOwn)
		letters = letters[:0]
	}
	for all := f.fonts[0].Cmap.Iter(); f.damage[0] == nil && all.Next(); {
		r, _ := all.Char()
		if letters = append(letters, r); len(letters) == 500 {
			set()
		}
	}
	set()
	return f.Damage()
}

// parse reads a font file.
func parse(file File) (face *font.Face, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			face, err = nil, damaged(file.Name, problem)
		}
	}()
	face, err = font.ParseTTF(bytes.NewReader(file.Contents))
	if err != nil {
		return nil, damaged(file.Name, err)
	}
	return face, nil
}

func damaged(name string, problem any) error {
	return fmt.Errorf("font %s: damaged, or no font: %v", name, problem)
}

// reads does something with the fonts. It reports false if that panicked: the font
// that was noted last is then left out, and the same can be done with those that
// remain. A panic before any font was noted goes on.
func (f *Fonts) reads(do func()) (done bool) {
	f.read = nil
	defer func() {
		if !done && f.read != nil {
			f.leaveOut(f.read, recover())
		}
		f.read = nil
	}()
	do()
	return true
}

// noting is a face whose tables are read from now on.
func (f *Fonts) noting(face *font.Face) *font.Face {
	f.read = face.Font
	return face
}

// leaveOut takes a font out of every stack, and forgets what was set in it.
func (f *Fonts) leaveOut(file *font.Font, problem any) {
	number := slices.Index(f.fonts, file)
	f.damage[number] = damaged(f.names[number], problem)
	for i, stack := range f.stacks {
		f.stacks[i] = slices.DeleteFunc(slices.Clone(stack), func(face *font.Face) bool { return face.Font == file })
	}
	clear(f.lines)
	clear(f.blocks)
	// What they were at is not known.
	f.shaper, f.split = shaping.HarfbuzzShaper{}, shaping.Segmenter{}
}
