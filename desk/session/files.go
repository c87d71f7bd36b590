package session

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/data/yamltree"
	"barline/publish"
)

// Limits of what is opened, in bytes.
const (
	mostFileBytes     = 64 << 20
	mostDocumentBytes = 256 << 20
	mostFiles         = 2000
)

// file is a file as the page sends it.
type file struct {
	Name  string    `json:"name"`
	Bytes *bytesRef `json:"bytes"`
	Text  *string   `json:"text"`
}

// contents are those of a file; there is false where it was not sent.
func (t *task) contents(f file) (contents []byte, there bool, err error) {
	switch {
	case f.Text != nil:
		return []byte(*f.Text), true, nil
	case f.Bytes == nil:
		return nil, false, nil
	case f.Bytes.N < 0 || f.Bytes.N >= len(t.in):
		return nil, false, fmt.Errorf("%s: there are no bytes number %d beside the request", f.Name, f.Bytes.N)
	}
	return t.in[f.Bytes.N], true, nil
}

// document is the story and what belongs to it.
type document struct {
	files map[string][]byte
	story string // the name of its file
}

// document reads what the request says of it, and keeps it.
func (t *task) document() (*document, error) {
	var of struct {
		Files []file `json:"files"`
		Story string `json:"story"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d := &document{files: map[string][]byte{}, story: of.Story}
	var missing []string
	total := 0
	for _, f := range of.Files {
		if !fs.ValidPath(f.Name) {
			return nil, fmt.Errorf("%q is no name of a file", f.Name)
		}
		contents, there, err := t.contents(f)
		if err != nil {
			return nil, err
		}
		if !there {
			if contents, there = t.files[f.Name]; !there {
				missing = append(missing, f.Name)
			}
		}
		if total += len(contents); total > mostDocumentBytes {
			return nil, fmt.Errorf("the files of the story have more than %d MB together; make its pictures smaller", mostDocumentBytes>>20)
		}
		d.files[f.Name] = contents
		if d.story == "" && isStoryName(f.Name) {
			d.story = f.Name
		}
	}
	if len(missing) > 0 {
		return nil, &missingError{missing}
	}
	if _, there := d.files[d.story]; !there {
		return nil, errors.New("there is no story among the files")
	}
	t.files = d.files
	maps.DeleteFunc(t.readers, func(name string, _ *yamltree.Reader) bool { return d.files[name] == nil })
	return d, nil
}

// isStoryName reports whether a file may be a story's by its name.
func isStoryName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return !strings.HasSuffix(name, ".import.json") && !strings.HasSuffix(name, ".proof.json")
	}
	return false
}

// read reads a file by its path from the story's.
func (d *document) read(name string) ([]byte, error) {
	at := path.Join(path.Dir(d.story), name)
	contents, there := d.files[at]
	if !there {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return contents, nil
}

// beside are the names of the files in the story's folder, in order.
func (d *document) beside() []string {
	var names []string
	for name := range d.files {
		if path.Dir(name) == path.Dir(d.story) {
			names = append(names, path.Base(name))
		}
	}
	slices.Sort(names)
	return names
}

// decoded is a document that can be published.
type decoded struct {
	*document
	story    *data.Story
	root     *tree.Node
	editions []storyfile.Edition
	leftOut  []string
}

// decode reads the story and its editions. Its errors are of type [*data.FileError].
func (d *document) decode(t *task) (*decoded, error) {
	story, root, err := storyfile.DecodeWith(t.reader(d.story), d.story, d.files[d.story])
	if err != nil {
		return nil, err
	}
	editions, leftOut, err := storyfile.Editions(story, d.story, d.beside(), d.read)
	return &decoded{d, story, root, editions, leftOut}, err
}

// options are those of publishing it.
func (d *decoded) options(t *task, url string) publish.Options {
	o := publish.Options{Context: t.ctx, URL: url, ReadFile: d.read, Bundles: &t.bundles, Letters: &t.letters, Progress: func(what string) { t.progress(0, 0, what) }}
	for _, e := range d.editions {
		o.Editions = append(o.Editions, publish.Edition{Story: e.Story, Root: e.Root})
	}
	return o
}

// text is the story's file.
func (d *document) text() []byte { return d.files[d.story] }

// isJSON reports whether a file is written in JSON.
func isJSON(name string, contents []byte) bool {
	if strings.EqualFold(path.Ext(name), ".json") {
		return true
	}
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(contents, []byte("\ufeff")), " \t\r\n"), []byte("{"))
}
