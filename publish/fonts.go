package publish

import (
	"errors"
	"fmt"
	"math/bits"
	"path"
	"slices"
	"strings"
	"unicode"

	"barline/assets/fonts"
	"barline/assets/themes"
	"barline/data"
	"barline/publish/fontfile"
	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// fontName is a font file of a site.
type fontName struct {
	File string `json:"file"`
	// Faces are numbers: of bytes JSON would make a text.
	Faces   []int  `json:"faces"`
	letters string // it was cut for; empty: all, and the story brings it
	first   bool   // the theme brings it, and it goes before ours
}

func (f fontName) own() bool { return f.letters == "" && !f.first }

// isSet reports whether a face of the family with serifs, or without, is set in it.
func (f fontName) isSet(serif bool) bool {
	return slices.ContainsFunc(f.Faces, func(n int) bool { return scene.Face(n).Serif() == serif })
}

// said is which letters are set in each face.
type said [scene.NumFaces]letters

// letters is a set of runes, a bit for each.
type letters []uint64

// all are its runes in order.
func (l letters) all(yield func(rune) bool) {
	for i, word := range l {
		for ; word != 0; word &= word - 1 {
			if !yield(rune(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}

func (s *said) add(text string, faces ...scene.Face) {
	for _, r := range text {
		for _, face := range faces {
			s[face][r/64] |= 1 << (r % 64)
		}
	}
}

// has reports whether a letter is set in any face.
func (s *said) has(r rune) bool {
	return slices.ContainsFunc(s[:], func(l letters) bool { return l[r/64]&(1<<(r%64)) != 0 })
}

// saidIn is what a story's page sets: anything in the plain sans and the bold
// one, titles in the bold serif, quotations and annotations in the plain one. ui is what the
// interface says.
func saidIn(story *data.Story, w *words.Words, ui string) said {
	var s said
	for face := range s {
		s[face] = make(letters, unicode.MaxRune/64+1)
	}
	sans := []scene.Face{scene.Sans, scene.SansBold}
	s.add(ui, sans...)
	s.add(story.Headline(), scene.Sans, scene.SansBold, scene.SerifBold)
	s.add(story.Standfirst(), sans...)
	s.add(story.Zone().Name, sans...)
	for _, k := range story.Kinds() {
		s.add(k.Name+k.Plural, sans...)
	}
	for _, p := range story.Periods() {
		s.add(p.Title, sans...)
	}
	for _, a := range story.Annotations() {
		s.add(a.Text, sans...)                       // in the transcript
		s.add(a.Text+ui+"+0123456789…", scene.Serif) // in the figure, with dates in rows, or counted
	}
	count := story.Count()
	s.add(count.Zero+count.One+count.Two+count.Few+count.Many+count.Other, sans...)
	for _, source := range story.Sources() {
		s.add(source.Name+source.Title, sans...)
	}
	s.add(correctedWords(story, w), sans...)
	for i := range story.Len() {
		e := story.Event(i)
		s.add(e.Title, scene.Sans, scene.SansBold, scene.SerifBold)
		s.add(e.Short, sans...)
		s.add(e.Lane, sans...)
		s.add(e.DateNote, sans...)
		for _, p := range e.Phases {
			s.add(p.Note, sans...)
		}
		if e.Place != nil {
			s.add(e.Place.Name+e.Place.Short, sans...)
		}
		for _, p := range e.People {
			s.add(p.Name, sans...)
		}
		for _, paragraph := range e.Summary {
			s.add(paragraph, sans...)
		}
		for _, l := range e.Links {
			s.add(l.Title, sans...)
		}
		if e.Media != nil {
			s.add(e.Media.Alt+e.Media.Caption+e.Media.Credit, sans...)
		}
		for _, q := range e.Quotes {
			s.add(q.Before+q.Words+q.After+w.UI.OpenQuote+w.UI.CloseQuote, scene.Serif)
			s.add(q.Speaker.Name+q.Speaker.Role+q.Circumstance+q.Translation+q.TranslatedBy, sans...)
		}
	}
	return s
}

// fontsFor are the font files that a story's page sets words in: of Latin the
// face's, of any other script those with letters that are there, and those that
// the theme and the story bring. read reads these, and may be nil where there are none.
func fontsFor(story *data.Story, l *themes.Look, w *words.Words, ui string, read func(name string) ([]byte, error)) ([]fonts.File, error) {
	all, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	all = l.Families().Of(all)
	said := saidIn(story, w, ui)
	if l.Theme.Credit != "" {
		said.add(l.Theme.Credit, scene.Sans)
	}
	var needed []fonts.File
	latin := all[0].Letters
	for _, f := range all {
		for _, face := range f.Faces {
			if f.Letters == latin && said[face].any() || f.Letters != latin && said[face].anyOf(f.Holds) {
				needed = append(needed, f)
				break
			}
		}
	}
	theirs, err := fontsBrought(story, l, read)
	theirs.cut(func(r rune) bool {
		return typeset.Ignorable(r) || said.has(r) || slices.ContainsFunc(needed, func(f fonts.File) bool { return f.Holds(r) })
	})
	return theirs.around(needed), err
}

// brought are the fonts that are not ours: the theme's, before ours, and those that the
// story brings for letters that ours do not have, behind.
type brought struct{ theme, own []fonts.File }

// cut leaves in the files what a page may set: the letters of its words, and all of the
// scripts that these are in.
func (b brought) cut(keep func(rune) bool) {
	for _, files := range [][]fonts.File{b.theme, b.own} {
		for i := range files {
			files[i].Contents = fontfile.Cut(files[i].Contents, keep)
		}
	}
}

// around is the order in which letters are looked for.
func (b brought) around(ours []fonts.File) []fonts.File {
	return slices.Concat(b.theme, ours, b.own)
}

func fontsBrought(story *data.Story, l *themes.Look, read func(name string) ([]byte, error)) (b brought, err error) {
	if b.own, err = ownFonts(story, read); err != nil {
		return b, err
	}
	for i, file := range l.FontFiles() {
		contents, err := readFont(file.Name, read)
		if err != nil {
			return b, in("theme.font", fmt.Errorf("the theme's font %s: %w", file.Name, err))
		}
		b.theme = append(b.theme, fonts.Own(fmt.Sprintf("theme-%d%s", i+1, strings.ToLower(path.Ext(file.Name))), contents, file.Bold, &file.Serif))
	}
	return b, nil
}

// readFont reads a font that browsers can read.
func readFont(name string, read func(name string) ([]byte, error)) ([]byte, error) {
	if read == nil {
		return nil, errors.New("it cannot be read here")
	}
	contents, err := read(name)
	if err == nil {
		err = fontfile.Check(contents)
	}
	return contents, err
}

// ownFonts are those that a story brings, each of which browsers can read.
func ownFonts(story *data.Story, read func(name string) ([]byte, error)) ([]fonts.File, error) {
	var all []fonts.File
	for i, own := range story.Fonts() {
		contents, err := readFont(own.File, read)
		if err != nil {
			return nil, in(fmt.Sprintf("fonts[%d].file", i), fmt.Errorf("the story's font %s: %w", own.File, err))
		}
		all = append(all, fonts.Own(fmt.Sprintf("own-%d%s", i+1, strings.ToLower(path.Ext(own.File))), contents, own.Bold, own.Serif))
	}
	return all, nil
}

// everyFont sets in all that there are fonts for, the theme's and the story's own
// included.
func everyFont(story *data.Story, l *themes.Look, read func(name string) ([]byte, error)) (*typeset.Fonts, error) {
	theirs, err := fontsBrought(story, l, read)
	if err != nil {
		return nil, err
	}
	ours, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	return fonts.Set(theirs.around(l.Families().Of(ours)), story.Lang())
}

// whole lets a figure's pictures through if every font could be read.
func whole(f view.Figure) error { return f.Fonts().Damage() }

func (l letters) any() bool { return l.anyOf(func(rune) bool { return true }) }

func (l letters) anyOf(is func(rune) bool) bool {
	for r := range l.all {
		if is(r) {
			return true
		}
	}
	return false
}

// fontRules declare a site's fonts, each for its letters alone, so that a
// browser fetches what its words are in. Those that the theme and the story bring are
// families of their own, before ours and for what ours do not have.
func fontRules(files []fontName) string {
	var b strings.Builder
	for _, f := range files {
		for _, n := range f.Faces {
			face := scene.Face(n)
			family, weight, letters := "Barline", 400, ""
			if f.first {
				family += " Theme"
			} else if f.own() {
				family += " Own"
			} else {
				letters = " unicode-range: " + f.letters + ";"
			}
			if face.Serif() {
				family += " Serif"
			} else {
				family += " Sans"
			}
			if face.Bold() {
				weight = 700
			}
			fmt.Fprintf(&b, "@font-face { font-family: %q; font-weight: %d; font-display: swap; src: url(%q);%s }\n", family, weight, f.File, letters)
		}
	}
	return b.String()
}

// missing are the letters of a story's page that no font has, in order.
func missing(story *data.Story, w *words.Words, set *typeset.Fonts) []rune {
	var lacking []rune
	for face, letters := range saidIn(story, w, "") {
		for r := range letters.all {
			if !set.Has(scene.Face(face), r) && !typeset.Ignorable(r) && !slices.Contains(lacking, r) {
				lacking = append(lacking, r)
			}
		}
	}
	slices.Sort(lacking)
	return lacking
}

func numbers(faces []scene.Face) []int {
	n := make([]int, len(faces))
	for i, f := range faces {
		n[i] = int(f)
	}
	return n
}
