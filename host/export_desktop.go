//go:build !js

package host

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"barline/document"
	"barline/exporter"
	"barline/publish"
	"barline/publish/engine"
)

// export writes what is shown as a file of a kind, or as a site, beside the story, under a
// name that is free. It goes on beside the window, which says what is being written and
// what came of it.
func (w *window) export(kind string) {
	shown := w.docs.shown
	if shown == nil || w.tools.exporting != "" {
		return
	}
	own, name := w.wording(), w.desktop.ExportName(kind)
	w.tools.exporting = name
	w.say(fill(own.Writing, "what", name))
	options := w.pictureOptions()
	progress := func(what string) {
		w.later(func() { w.say(fill(own.Writing, "what", name+": "+what)) })
	}
	go func() {
		path, left, err := shown.exportAs(kind, options, progress)
		w.later(func() {
			w.tools.exporting = ""
			if err != nil {
				w.say(fill(own.NotWritten, "why", err.Error()))
				return
			}
			w.say(strings.Join(append([]string{fill(own.Written, "path", path)}, left...), "\n"))
		})
	}()
}

// exportAs writes a story as a file of a kind, or as a site, and returns where, and what
// of the story is not in it. Nothing is half written.
func (o *opened) exportAs(kind string, picture publish.PictureOptions, progress func(what string)) (path string, left []string, err error) {
	folder, base := o.beside()
	if kind == "site" {
		if path, err = free(folder, base, ""); err != nil {
			return "", nil, err
		}
		site, err := o.publish(publish.Options{Context: context.Background(), Progress: progress})
		if err != nil {
			return "", nil, err
		}
		return path, nil, site.Write(context.Background(), path, publish.WriteOptions{})
	}
	var contents []byte
	switch kind {
	case "png", "svg", "pdf":
		contents, err = publish.Picture(o.story, base+"."+kind, picture)
	case "csv":
		f, known := exporter.Of(base + ".csv")
		if !known {
			return "", nil, errors.New("no table can be written")
		}
		written, items, failed := exporter.Write(f, o.story, o.root)
		contents, err = written, failed
		for _, item := range items {
			left = append(left, item.String())
		}
	default:
		err = fmt.Errorf("no file of the kind %q can be written", kind)
	}
	if err != nil {
		return "", nil, err
	}
	if path, err = free(folder, base, "."+kind); err != nil {
		return "", nil, err
	}
	return path, left, document.WriteWhole(path, contents)
}

// publish makes the story's site, with its editions, compressed as servers send it.
func (o *opened) publish(options publish.Options) (publish.Site, error) {
	site, err := o.site(options)
	if err != nil {
		return nil, err
	}
	return site, site.Pack(options)
}

// site makes the story's site, with its editions. It may run beside the window.
func (o *opened) site(options publish.Options) (publish.Site, error) {
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		return nil, err
	}
	licences, err := engine.Licences()
	if err != nil {
		return nil, err
	}
	options.ReadFile = document.Beside(o.file)
	if o.path != "" && o.file == o.path {
		found, _, err := document.Editions(o.path, o.story)
		if err != nil {
			return nil, err
		}
		for _, e := range found {
			options.Editions = append(options.Editions, publish.Edition{Story: e.Story, Root: e.Root})
		}
	}
	return publish.New(o.story, o.root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed, Licences: licences}, options)
}

// beside is the folder of a story and its name without an ending; the built-in story is
// put where a person keeps documents.
func (o *opened) beside() (folder, base string) {
	if o.path != "" {
		base = filepath.Base(o.file)
		return filepath.Dir(o.path), strings.TrimSuffix(base, filepath.Ext(base))
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		home = documents
	}
	return home, o.story.ID()
}

func isFolder(path string) bool {
	there, err := os.Stat(path)
	return err == nil && there.IsDir()
}

// mostNames is how many names are tried.
const mostNames = 10_000

// free is a path in a folder at which there is nothing: talks.png, talks-2.png, …
func free(folder, base, ending string) (string, error) {
	for n := 1; n < mostNames; n++ {
		name := base + ending
		if n > 1 {
			name = base + "-" + strconv.Itoa(n) + ending
		}
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("%s: every name from %s to %s-%d is taken", folder, base+ending, base, mostNames)
}
