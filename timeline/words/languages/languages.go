package languages

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"barline/data"
	"barline/data/tree"
	"barline/timeline/words"
	"barline/timeline/words/languages/cldr"
)

//go:embed *.json
var files embed.FS

// Language is one that was asked for.
type Language struct {
	Words *words.Words
	// File is what the words can be read from again, for the page to hand on; nil for
	// English that names no other language, which everybody knows.
	File []byte
	// Missing are the keys of texts that are still English.
	Missing []string
	// Known is false where there are no words in the language: they are English.
	Known bool
}

// For finds the words for a language by its tag, or for what it is a kind of:
// those of nb for nb-NO. named are the tags of languages that are to have a name in
// it: those in which a story quotes.
func For(tag string, named ...string) (Language, error) {
	name, known := find(tag)
	contents, err := fs.ReadFile(files, name)
	if err != nil {
		return Language{}, err
	}
	l, err := read(contents, named)
	if err != nil {
		return Language{}, fmt.Errorf("languages/%s:%w", name, err)
	}
	l.Known = known
	return l, nil
}

// ForStory finds the words for a story, with names of the languages in which it
// quotes.
func ForStory(s *data.Story) (Language, error) {
	return For(s.Lang(), s.QuoteLanguages()...)
}

// read makes a language of a file.
func read(contents []byte, named []string) (Language, error) {
	if _, _, err := words.Parse(contents); err != nil {
		return Language{}, err // which says where it is
	}
	root, err := tree.ParseJSON(contents)
	if err != nil {
		return Language{}, err
	}
	lang := ""
	if tag := root.Get("tag"); tag != nil {
		lang = tag.Text
	}
	names := namesOf(root, lang, named)
	if lang == "en" {
		// English is in the viewer already.
		root = &tree.Node{Kind: tree.Object}
	}
	complete(root, lang, names)
	l := Language{File: tree.AppendJSON(nil, root)}
	if l.Words, l.Missing, err = words.Parse(l.File); err != nil {
		return Language{}, err
	}
	if lang == "en" {
		l.Missing = nil
		if names == nil {
			l.File = nil
		}
	}
	return l, nil
}

// find is the file of the words for a language; known is false where there are none
// and they are English.
func find(tag string) (file string, known bool) {
	for part := strings.ToLower(tag); part != ""; part = parent(part) {
		switch part {
		case "no":
			part = "nb" // what is written in Norway, unless it says otherwise
		case "prs":
			part = "fa-af" // Dari by its own code
		}
		if file, ok := named(part); ok {
			return file, true
		}
	}
	return "en.json", false
}

// complete puts into a file what CLDR knows of its language, and the names of those
// languages that are needed in place of all that it has.
func complete(root *tree.Node, lang string, names *tree.Node) {
	var fields []tree.Field
	for _, f := range root.Fields {
		if f.Key != "languageNames" {
			fields = append(fields, f)
		}
	}
	if rules, ok := cldr.PluralRules(lang); ok && root.Get("plurals") == nil && lang != "en" {
		fields = append(fields, tree.Field{Key: "plurals", Value: &tree.Node{Kind: tree.String, Text: rules}})
	}
	if names != nil {
		fields = append(fields, tree.Field{Key: "languageNames", Value: names})
	}
	root.Fields = fields
}

// namesOf are the names of languages by their tags, those of the file before those
// of CLDR; nil if there are none. A language without a name is called by its tag.
func namesOf(root *tree.Node, lang string, tags []string) *tree.Node {
	names := &tree.Node{Kind: tree.Object}
	own := root.Get("languageNames")
	for _, tag := range tags {
		if tag == "" || names.Get(tag) != nil {
			continue
		}
		name := ownName(own, tag)
		if name == "" {
			name, _ = cldr.LanguageName(lang, tag)
		}
		if name != "" {
			names.Fields = append(names.Fields, tree.Field{Key: tag, Value: &tree.Node{Kind: tree.String, Text: name}})
		}
	}
	if len(names.Fields) == 0 {
		return nil
	}
	return names
}

// ownName is the name that a file itself has for a language, or for what that is a
// kind of; empty if it has none.
func ownName(own *tree.Node, tag string) string {
	if own == nil {
		return ""
	}
	for part := tag; part != ""; part = parent(part) {
		for _, f := range own.Fields {
			if strings.EqualFold(f.Key, part) {
				return f.Value.Text
			}
		}
	}
	return ""
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
