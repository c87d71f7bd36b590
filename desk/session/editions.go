package session

import (
	"errors"
	"slices"
	"strings"

	"barline/check"
	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/data/yamledit"
	"barline/desk/review"
)

// edition is the story in another language, with what it lacks.
type edition struct {
	File  string `json:"file"`
	Lang  string `json:"lang"`
	Dir   string `json:"dir"`
	Model *model `json:"model"`
	Lacks []lack `json:"lacks"`
}

type lack struct {
	Path     string `json:"path"`
	At       []any  `json:"at"`
	Line     int    `json:"line"`
	Code     string `json:"code"`
	Text     string `json:"text"`
	Original string `json:"original"`
}

// editionModels are a document's editions, also those with errors, which are added to
// what was found.
func (d *document) editionModels(t *task, story *data.Story, root *tree.Node, found *[]check.Finding) []edition {
	all := []edition{}
	for _, name := range d.beside() {
		tag, ok := storyfile.EditionTag(name, pathBase(d.story))
		if !ok {
			continue
		}
		file := d.story[:len(d.story)-len(pathBase(d.story))] + name
		text := d.files[file]
		s, tr, err := storyfile.DecodeWith(t.reader(file), file, text)
		if err != nil {
			*found = append(*found, review.Failure(file, err)...)
			tr, _ = t.reader(file).Parse(text)
		}
		e := edition{File: file, Lang: tag, Dir: direction(tag), Model: modelOf(file, text, tr, s), Lacks: []lack{}}
		if story != nil && s != nil && strings.EqualFold(s.Lang(), tag) {
			for _, p := range storyfile.Disagreement(story, s, tr, tag) {
				e.Lacks = append(e.Lacks, lack{p.Path, steps(p.Path), p.Line, "edition", p.What, originalAt(root, p.Path)})
			}
		}
		if tr != nil && root != nil {
			e.Lacks = append(e.Lacks, untranslated(root, tr)...)
		}
		all = append(all, e)
	}
	return all
}

func pathBase(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// originalAt is the text at a path of the story.
func originalAt(root *tree.Node, path string) string {
	n := root
	for _, s := range steps(path) {
		if n == nil {
			return ""
		}
		switch s := s.(type) {
		case string:
			n = n.Get(s)
		case int:
			if s >= len(n.Items) {
				return ""
			}
			n = n.Items[s]
		}
	}
	return textOf(n)
}

// isTranslated reports whether a field of a story holds words in the story's language.
func isTranslated(key string) bool {
	return slices.Contains([]string{"headline", "standfirst", "title", "short", "summary", "note", "name", "role", "before", "after", "circumstance", "text", "alt", "caption", "lane", "plural", "lanes"}, key)
}

// untranslated is what an edition leaves out or has word for word as the story.
func untranslated(story, edition *tree.Node) []lack {
	var all []lack
	add := func(path, code, text string, at *tree.Node, original string) {
		all = append(all, lack{path, steps(path), at.Line, code, text, original})
	}
	var walk func(path string, of, in *tree.Node)
	walk = func(path string, of, in *tree.Node) {
		for _, f := range of.Fields {
			at := f.Key
			if path != "" {
				at = path + "." + f.Key
			}
			there := in.Get(f.Key)
			if there == nil || there.Kind == tree.Null {
				if isTranslated(f.Key) && f.Value.Kind != tree.Null {
					add(at, "missing", "this is not in the translation", in, textOf(f.Value))
				}
				continue
			}
			texts := isTranslated(f.Key) && f.Value.Kind == tree.String && there.Kind == tree.String
			if texts && f.Value.Text == there.Text && len(strings.Fields(f.Value.Text)) >= 4 {
				add(at, "untranslated", "this is word for word what the story says", there, f.Value.Text)
			}
			if f.Value.Kind == there.Kind {
				walk(at, f.Value, there)
			}
		}
		for i, item := range of.Items {
			if i < len(in.Items) && item.Kind == in.Items[i].Kind {
				walk(path+"["+itoa(i)+"]", item, in.Items[i])
			}
		}
	}
	walk("", story, edition)
	return all
}

// translate makes an edition of the story in another language, all texts as they are.
func (t *task) translate() (any, error) {
	var of struct {
		Lang string `json:"lang"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.document()
	if err != nil {
		return nil, err
	}
	if !data.IsLanguage(of.Lang) {
		return nil, errors.New(of.Lang + " is no language; write a tag such as nb or fa-AF")
	}
	name := storyfile.EditionName(d.story, of.Lang)
	if _, there := d.files[name]; there {
		return nil, errors.New("there is an edition in " + of.Lang + " already")
	}
	text, err := yamledit.Edit(d.text(), yamledit.Op{Path: yamledit.Path{{Key: "lang"}}, Value: &tree.Node{Kind: tree.String, Text: of.Lang}})
	if err != nil {
		return nil, err
	}
	return struct {
		Name string `json:"name"`
		Text string `json:"text"`
	}{name, string(text)}, nil
}
