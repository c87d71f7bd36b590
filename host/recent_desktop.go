//go:build !js

package host

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// mostRecent is how many files are remembered. Nothing else is: no contents, no place in
// a story, no size of the window.
const mostRecent = 10

// recentFile is where the recent files are listed, in the person's folder for settings.
func recentFile() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "barline", "recent.json"), nil
}

// recent are the paths of the files opened last, the latest first. A list that cannot be
// read is none.
func recent() []string {
	path, err := recentFile()
	if err != nil {
		return nil
	}
	contents, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	var files []string
	if json.Unmarshal(contents, &files) != nil {
		return nil
	}
	files = slices.DeleteFunc(files, func(f string) bool { return !filepath.IsAbs(f) })
	return files[:min(len(files), mostRecent)]
}

// remember puts a file first among the recent ones. Where the list cannot be written, it
// stays as it is: nobody's work depends on it.
func remember(path string) {
	file, err := recentFile()
	if err != nil {
		return
	}
	files := slices.DeleteFunc(recent(), func(f string) bool { return f == path })
	files = append([]string{path}, files...)
	contents, err := json.MarshalIndent(files[:min(len(files), mostRecent)], "", "  ")
	if err != nil || os.MkdirAll(filepath.Dir(file), 0o700) != nil {
		return
	}
	// Whole or not at all, also where two windows write.
	next, err := os.CreateTemp(filepath.Dir(file), ".recent-*")
	if err != nil {
		return
	}
	_, err = next.Write(append(contents, '\n'))
	if err = errors.Join(err, next.Close()); err == nil {
		err = os.Rename(next.Name(), file)
	}
	if err != nil {
		os.Remove(next.Name())
	}
}

// forgetRecent forgets all recent files.
func forgetRecent() error {
	file, err := recentFile()
	if err != nil {
		return err
	}
	if err := os.Remove(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
