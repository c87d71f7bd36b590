//go:build !js

package host

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/ncruces/zenity"
)

// errNoDialogue: the system has no dialogue for files.
var errNoDialogue = errors.New("the desktop has no portal for files, and neither zenity nor kdialog is installed; install one, or drop the file onto the window")

// patterns are the names of files that the system's dialogue shows.
func patterns() []string {
	return []string{"*.yaml", "*.yml", "*.json", "*.csv", "*.tsv", "*.xlsx", "*.parquet", "*.ics", "*.md", "*.mw", "*.txt"}
}

// byZenity asks for a file by zenity, matedialog or qarma, on Windows and macOS by the
// system itself.
func byZenity(ctx context.Context, title, dir string) (string, error) {
	options := []zenity.Option{zenity.Context(ctx), zenity.Title(title), zenity.FileFilters{{Name: "Stories and tables", Patterns: patterns(), CaseFold: true}, {Name: "All files", Patterns: []string{"*"}}}}
	if dir != "" {
		options = append(options, zenity.Filename(dir+string(pathSeparator)))
	}
	path, err := zenity.SelectFile(options...)
	if errors.Is(err, zenity.ErrCanceled) {
		err = errNothingChosen
	}
	return path, err
}

// saveByZenity asks by the same means where a file is to be written; proposal is the path
// that it begins with. It asks before it returns the path of a file that is there.
func saveByZenity(ctx context.Context, title, proposal string) (string, error) {
	ending := filepath.Ext(proposal)
	options := []zenity.Option{zenity.Context(ctx), zenity.Title(title), zenity.Filename(proposal), zenity.ConfirmOverwrite()}
	if ending != "" {
		options = append(options, zenity.FileFilters{{Name: title, Patterns: []string{"*" + ending}, CaseFold: true}, {Name: "All files", Patterns: []string{"*"}}})
	}
	path, err := zenity.SelectFileSave(options...)
	if errors.Is(err, zenity.ErrCanceled) {
		err = errNothingChosen
	}
	return path, err
}
