package languages

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"barline/timeline/words"
)

//go:embed *.json
var files embed.FS

// Language is one that was asked for.
type Language struct {
	Words *words.Words
	// File is what the words were read from, for the page to hand on; nil for
	// English, which everybody knows.
	File []byte
	// Missing are the keys of texts that are still English.
	Missing []string
	// Known is false where there are no words in the language: they are English.
	Known bool
}

// For finds the words for a language by its tag, or for what it is a kind of:
// those of nb for nb-NO.
func For(tag string) (Language, error) {
	for part := strings.ToLower(tag); part != ""; part = parent(part) {
		switch part {
		case "en":
			return Language{Words: words.English(), Known: true}, nil
		case "no":
			part = "nb" // what is written in Norway, unless it says otherwise
		case "prs":
			part = "fa-af" // Dari by its own code
		}
		name, ok := named(part)
		if !ok {
			continue
		}
		file, err := fs.ReadFile(files, name)
		if err != nil {
			return Language{}, err
		}
		w, missing, err := words.Parse(file)
		if err != nil {
			return Language{}, fmt.Errorf("languages/%s:%w", name, err)
		}
		return Language{Words: w, File: file, Missing: missing, Known: true}, nil
	}
	return Language{Words: words.English()}, nil
}

// named is the file of a language, whichever letters of its tag are capitals.
func named(tag string) (file string, ok bool) {
	for _, t := range Tags() {
		if strings.EqualFold(t, tag) {
			return t + ".json", true
		}
	}
	return "", false
}

// parent is a tag without its last part.
func parent(tag string) string {
	cut := strings.LastIndexByte(tag, '-')
	return tag[:max(0, cut)]
}

// Tags are the languages that there are words in.
func Tags() []string {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		panic(err) // the pattern is right
	}
	for i, n := range names {
		names[i] = strings.TrimSuffix(n, ".json")
	}
	return names
}
