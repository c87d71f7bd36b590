//go:build !js

package host

import (
	"context"
	"errors"

	"github.com/ncruces/zenity"
)

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
