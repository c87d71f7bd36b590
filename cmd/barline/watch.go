package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"

	"barline/data"
	"barline/document"
)

// watch notices changes of the folder that a file on this machine is in.
func watch(file string) (*fsnotify.Watcher, error) {
	if file == "-" || isAddress(file) {
		return nil, errors.New("only files on this machine are watched")
	}
	return document.Watch(file)
}

// alsoWatch notices changes of other folders, too, where they are: of reports that are
// elsewhere, of the files that the page was made of, and of those that the story names.
func alsoWatch(w *fsnotify.Watcher, story string, sources, used []string, s *data.Story) {
	if w == nil {
		return
	}
	paths := slices.Concat(sources, used)
	if s != nil {
		for _, x := range s.Sources() {
			if x.File != "" {
				paths = append(paths, filepath.Join(filepath.Dir(story), filepath.FromSlash(x.File)))
			}
		}
	}
	for _, path := range paths {
		_ = w.Add(filepath.Dir(path)) // what is not there is said by the check
	}
}

// concerns reports whether a file that has changed is the story's, one of its
// editions, its record of proofs, one of others that are given by their paths, a font that
// it may bring, or one that it names, such as its theme's.
func concerns(changed, file string, others []string) bool {
	if filepath.Base(changed) == filepath.Base(proofOf(file)) {
		return true
	}
	for _, other := range others {
		if filepath.Clean(other) == filepath.Clean(changed) {
			return true
		}
	}
	return document.Concerns(changed, file)
}

// quiet is how long a folder must be still after a change: an editor that empties a file
// and then writes it is not asked in between.
const quiet = 15 * time.Millisecond

// next waits for a change that concerns a story, and until it is done; it reports whether
// there was one before ctx ended.
func next(ctx context.Context, w *fsnotify.Watcher, file string, others []string, log io.Writer) bool {
	var done <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return false
		case <-done:
			return true
		case e, ok := <-w.Events:
			if !ok {
				return false
			}
			if e.Op != fsnotify.Chmod && concerns(e.Name, file, others) {
				done = time.After(quiet)
			}
		case err, ok := <-w.Errors:
			if !ok {
				return false
			}
			fmt.Fprintln(log, err)
		}
	}
}
