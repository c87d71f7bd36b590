//go:build !js

package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/host/crash"
	deskwindow "barline/timeline/window"
)

// showOpenPanel offers the system's dialogue for files, recent files, and the built-in
// story.
func (w *window) showOpenPanel() {
	say := w.wording()
	content := deskwindow.Dialog{Title: say.OpenStory}
	add := func(i deskwindow.DialogItem) { content.Items = append(content.Items, i) }
	add(deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: say.ChooseFile, Action: "choose"})
	add(deskwindow.DialogItem{Kind: deskwindow.DialogQuiet, Text: say.DropFile})
	files := recent()
	if len(files) > 0 {
		add(deskwindow.DialogItem{Kind: deskwindow.DialogStrong, Text: say.RecentFiles})
	}
	for i, path := range files {
		item := deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: filepath.Base(path), Note: shortFolder(path), Action: "recent:" + strconv.Itoa(i)}
		if _, err := os.Stat(path); err != nil {
			item.Action, item.Note = "", say.NotThere+": "+shortFolder(path)
		}
		add(item)
	}
	if len(files) > 0 {
		add(deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: say.ForgetFiles, Action: "forget"})
	}
	add(deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: say.BuiltInStory, Action: "builtin"})
	w.dialog.close()
	w.openDialog(dialogOpen, content, func(action string) {
		switch action {
		case "choose":
			w.chooseFile()
		case "forget":
			if err := forgetRecent(); err != nil {
				w.say(err.Error())
			}
			w.showOpenPanel()
		case "builtin":
			w.dialog.close()
			w.open("")
		default:
			if i, err := strconv.Atoi(strings.TrimPrefix(action, "recent:")); err == nil && i < len(files) {
				w.dialog.close()
				w.open(files[i])
			}
		}
	})
}

// shortFolder is a file's folder, with ~ for the person's own.
func shortFolder(path string) string {
	dir := filepath.Dir(path)
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if rest, ok := strings.CutPrefix(dir, home); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
			return "~" + rest
		}
	}
	return dir
}

// choice is what a person chose in the system's dialogue: a path, nothing, or why there
// is no dialogue.
type choice struct {
	path string
	err  error
}

// errNothingChosen: the dialogue was closed without a file.
var errNothingChosen = errors.New("no file was chosen")

// chooseFile asks for a file by the system's dialogue, which runs beside the window.
func (w *window) chooseFile() {
	d := &w.docs
	if d.choosing {
		return
	}
	d.choosing = true
	title, dir := w.wording().OpenStory, ""
	if d.path != "" {
		dir = filepath.Dir(d.path)
	}
	go func() {
		var c choice
		c.err = crash.Guard(func() (err error) {
			c.path, err = fileDialogue(context.Background(), title, dir)
			return err
		})
		d.chosen <- c
		wake()
	}()
}

// takeChoice opens the file that was chosen.
func (w *window) takeChoice(c choice) {
	w.docs.choosing = false
	switch {
	case errors.Is(c.err, errNothingChosen):
	case c.err != nil:
		w.say(fill(w.wording().NoChooser, "why", c.err.Error()))
	default:
		w.dialog.close()
		w.open(c.path)
	}
}

// takeDrop opens a file that was dropped onto the window; of several the first by name
// that can be a story.
func (w *window) takeDrop() {
	dropped := ebiten.DroppedFiles()
	if dropped == nil {
		return
	}
	paths, err := realPaths(dropped)
	if err != nil || len(paths) == 0 {
		if err != nil {
			w.say(err.Error())
		}
		return
	}
	path := likeliest(paths)
	w.dialog.close()
	w.open(path)
	if len(paths) > 1 {
		w.say(fill(w.wording().ManyDropped, "n", strconv.Itoa(len(paths)), "file", filepath.Base(path)))
	}
}

// realPaths are the paths of files that were dropped: Ebitengine shows them as a file
// system, whose files are those of the system.
func realPaths(dropped fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(dropped, ".")
	if err != nil {
		return nil, err
	}
	var paths []string
	var refused error
	for _, e := range entries {
		if e.Type()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice) != 0 {
			// Opening one may wait for ever.
			refused = fmt.Errorf("%s is no file but a pipe, a device or a socket; save what comes out of it as a file", e.Name())
			continue
		}
		f, err := dropped.Open(e.Name())
		if err != nil {
			return nil, err
		}
		if named, ok := f.(interface{ Name() string }); ok {
			paths = append(paths, named.Name())
		}
		f.Close()
	}
	if len(paths) == 0 {
		return nil, refused
	}
	return paths, nil
}

// likeliest is the file of several that is most likely a story: stories before tables
// before all else, by name.
func likeliest(paths []string) string {
	rank := func(path string) int {
		switch strings.ToLower(filepath.Ext(path)) {
		case ".yaml", ".yml":
			return 0
		case ".json", ".csv", ".tsv", ".xlsx", ".parquet", ".ics":
			return 1
		}
		return 2
	}
	sorted := append([]string(nil), paths...)
	sort.SliceStable(sorted, func(i, j int) bool {
		if a, b := rank(sorted[i]), rank(sorted[j]); a != b {
			return a < b
		}
		return sorted[i] < sorted[j]
	})
	return sorted[0]
}
