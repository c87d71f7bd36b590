package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"barline/assets/fonts"
	"barline/typeset"
)

// Letters keeps fonts that were read, so that a program which looks at one story again
// and again does so once. The zero value is ready for use; its fonts are for one
// goroutine at a time, as all are.
type Letters struct {
	lock sync.Mutex
	sets map[string]*typeset.Fonts
}

// all are all fonts for a language, and a story's own.
func (l *Letters) all(lang string, own ...fonts.File) (*typeset.Fonts, error) {
	return l.of("all", lang, own, func() (*typeset.Fonts, error) { return fonts.All(lang, own...) })
}

// set are the fonts of some files.
func (l *Letters) set(files []fonts.File, lang string) (*typeset.Fonts, error) {
	return l.of("set", lang, files, func() (*typeset.Fonts, error) { return fonts.Set(files, lang) })
}

func (l *Letters) of(kind, lang string, files []fonts.File, read func() (*typeset.Fonts, error)) (*typeset.Fonts, error) {
	if l == nil {
		return read()
	}
	key := kind + " " + lang
	for _, f := range files {
		sum := sha256.Sum256(f.Contents)
		key += " " + f.Name + " " + f.Letters + " " + hex.EncodeToString(sum[:8])
	}
	l.lock.Lock()
	set, known := l.sets[key]
	l.lock.Unlock()
	if known {
		return set, nil
	}
	set, err := read()
	if err != nil {
		return nil, err
	}
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.sets == nil || len(l.sets) >= mostSets {
		l.sets = map[string]*typeset.Fonts{}
	}
	l.sets[key] = set
	return set, nil
}

// mostSets is how many sets of fonts are kept, some megabytes each.
const mostSets = 12

// Set is a set of all fonts for a language.
func (l *Letters) Set(lang string) (*typeset.Fonts, error) { return l.all(lang) }
