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
	"barline/host/crash"
	"barline/publish"
	"barline/publish/engine"
	deskwindow "barline/timeline/window"
)

// export asks by the system's dialogue where a file of a kind, or a site, is to be written,
// and writes it. Where there is no dialogue it is written beside the story, under a name that
// is free. All of it goes on beside the window.
func (w *window) export(kind string) {
	shown := w.docs.shown
	if shown == nil || w.tools.exporting != "" {
		return
	}
	e := &export{of: shown, kind: kind, name: w.desktop.ExportName(kind), picture: w.pictureOptions()}
	w.tools.exporting = e.name
	go func() {
		err := crash.Guard(func() (err error) {
			if e.path, err = e.proposal(); err != nil {
				return err
			}
			asked, err := saveDialogue(context.Background(), e.name, e.path)
			if err == nil {
				e.choose(asked)
			} else if errors.Is(err, errNoDialogue) {
				err = nil
			}
			return err
		})
		w.later(func() { w.placed(e, err) })
	}()
}

// export is something that is being written.
type export struct {
	of         *opened
	kind, name string
	picture    publish.PictureOptions
	path       string
	// unasked: there is something at the path, and nobody has been asked about it.
	unasked bool
}

// ending is that of its file's name; none for a site.
func (e *export) ending() string {
	if e.kind == "site" {
		return ""
	}
	return "." + e.kind
}

// proposal is a path beside the story at which there is nothing.
func (e *export) proposal() (string, error) {
	folder, base := e.of.beside()
	return free(folder, base, e.ending())
}

// choose takes the path that a person chose. A dialogue has asked about a file that is there,
// but not about a folder, nor about the file with the ending that a name lacks.
func (e *export) choose(path string) {
	e.path = path
	if ending := e.ending(); !strings.EqualFold(filepath.Ext(path), ending) && ending != "" {
		e.path += ending
	}
	there, err := os.Lstat(e.path)
	e.unasked = err == nil && (e.path != path || e.kind == "site") && !(there.IsDir() && isEmpty(e.path))
}

// isEmpty reports whether there is nothing in a folder.
func isEmpty(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err == nil && len(entries) == 0
}

// placed goes on once it is known where something is to be written.
func (w *window) placed(e *export, err error) {
	w.tools.exporting = ""
	switch {
	case errors.Is(err, errNothingChosen):
	case err != nil:
		w.say(fill(w.wording().NotWritten, "why", err.Error()))
	case e.unasked:
		w.askToReplace(e)
	default:
		w.writeExport(e)
	}
}

// askToReplace asks whether what is in the place of an export may go.
func (w *window) askToReplace(e *export) {
	own := w.wording()
	item := func(text, action string) deskwindow.DialogItem {
		return deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: text, Action: action}
	}
	content := deskwindow.Dialog{Title: fill(own.FileThere, "file", filepath.Base(e.path)), Items: []deskwindow.DialogItem{
		{Kind: deskwindow.DialogQuiet, Text: e.path},
		item(own.OtherName, "other"), item(own.ReplaceFile, "replace"), item(own.Cancel, "cancel"),
	}}
	w.openDialog(dialogReplace, content, func(action string) {
		w.dialog.close()
		switch action {
		case "other":
			w.export(e.kind)
		case "replace":
			w.writeExport(e)
		}
	})
}

// writeExport writes an export, says that it does, and what came of it.
func (w *window) writeExport(e *export) {
	if w.tools.exporting != "" {
		return
	}
	own := w.wording()
	w.tools.exporting = e.name
	w.say(fill(own.Writing, "what", e.name))
	progress := func(what string) {
		w.later(func() { w.say(fill(own.Writing, "what", e.name+": "+what)) })
	}
	go func() {
		var left []string
		err := crash.Guard(func() (err error) {
			left, err = e.write(progress)
			return err
		})
		w.later(func() {
			w.tools.exporting = ""
			if err != nil {
				w.say(fill(own.NotWritten, "why", err.Error()))
				return
			}
			w.say(strings.Join(append([]string{fill(own.Written, "path", e.path)}, left...), "\n"))
		})
	}()
}

// write writes the file or the site whole, or nothing, and returns what of the story is not
// in it.
func (e *export) write(progress func(what string)) (left []string, err error) {
	o, ending := e.of, e.ending()
	var contents []byte
	switch e.kind {
	case "site":
		site, err := o.publish(publish.Options{Context: context.Background(), Progress: progress})
		if err != nil {
			return nil, err
		}
		return nil, document.WhyNotWritten(e.path, site.Write(context.Background(), e.path, publish.WriteOptions{}))
	case "png", "svg", "pdf":
		contents, err = publish.Picture(o.story, "picture"+ending, e.picture)
	case "csv":
		f, known := exporter.Of("table" + ending)
		if !known {
			return nil, errors.New("no table can be written")
		}
		written, items, failed := exporter.Write(f, o.story, o.root)
		contents, err = written, failed
		for _, item := range items {
			left = append(left, item.String())
		}
	default:
		err = fmt.Errorf("no file of the kind %q can be written", e.kind)
	}
	if err != nil {
		return nil, err
	}
	return left, document.WriteWhole(e.path, contents)
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
