package main

import (
	"errors"
	"io/fs"
	"os"
)

// addSchema adds the schema of the story's format, of which the file's editor makes its
// completions. Where there is none it is empty, and nothing is completed.
func (f files) addSchema(path string) error {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		b, err = []byte("{}"), nil
	}
	f["story.schema.json"] = b
	return err
}
