package publish

import (
	"fmt"
	"strings"

	"barline/assets/fonts"
	"barline/data"
	"barline/scene"
)

// fontName is a font file of a site.
type fontName struct {
	File    string     `json:"file"`
	Face    scene.Face `json:"face"`
	letters string     // it was cut for; empty: all
}

// said is what is set in each face.
type said [scene.NumFaces]map[rune]bool

func (s *said) add(text string, faces ...scene.Face) {
	for _, r := range text {
		for _, face := range faces {
			s[face][r] = true
		}
	}
}

// saidIn is what a story's page sets: anything in the plain sans and the bold
// one, titles in the bold serif, quotations in the plain one. ui is what the
// interface says.
func saidIn(story *data.Story, ui string) said {
	var s said
	for face := range s {
		s[face] = map[rune]bool{}
	}
	sans := []scene.Face{scene.Sans, scene.SansBold}
	s.add(ui, sans...)
	s.add(story.Headline(), scene.Sans, scene.SansBold, scene.SerifBold)
	s.add(story.Standfirst(), sans...)
	for _, source := range story.Sources() {
		s.add(source.Name+source.Title, sans...)
	}
	for i := range story.Len() {
		e := story.Event(i)
		s.add(e.Title, scene.Sans, scene.SansBold, scene.SerifBold)
		s.add(e.Short+e.Lane+e.DateNote, sans...)
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
		for _, q := range e.Quotes {
			s.add(q.Before+q.Words+q.After+"“”", scene.Serif)
			s.add(q.Speaker.Name+q.Speaker.Role+q.Circumstance, sans...)
		}
	}
	return s
}

// fontsFor are the font files that a story's page sets words in: of Latin the
// face's, of any other script those with letters that are there.
func fontsFor(story *data.Story, ui string) ([]fonts.File, error) {
	all, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	said := saidIn(story, ui)
	var needed []fonts.File
	latin := all[0].Letters
	for _, f := range all {
		if f.Letters == latin && len(said[f.Face]) > 0 || f.Letters != latin && anyOf(said[f.Face], f.Holds) {
			needed = append(needed, f)
		}
	}
	return needed, nil
}

func anyOf(letters map[rune]bool, is func(rune) bool) bool {
	for r := range letters {
		if is(r) {
			return true
		}
	}
	return false
}

// fontRules declare a site's fonts, each for its letters alone, so that a
// browser fetches what its words are in.
func fontRules(files []fontName) string {
	var b strings.Builder
	for _, f := range files {
		family, weight := "Barline Sans", 400
		if f.Face == scene.Serif || f.Face == scene.SerifBold {
			family = "Barline Serif"
		}
		if f.Face == scene.SansBold || f.Face == scene.SerifBold {
			weight = 700
		}
		fmt.Fprintf(&b, "@font-face { font-family: %q; font-weight: %d; font-display: swap; src: url(%q) format(\"truetype\"); unicode-range: %s; }\n", family, weight, f.File, f.letters)
	}
	return b.String()
}
