//go:build !js

package host

import (
	"time"

	"github.com/fsnotify/fsnotify"

	"barline/document"
	"barline/host/crash"
)

// watching notices changes of a file and of what lies beside it and belongs to it.
type watching struct {
	folder *fsnotify.Watcher
	change chan struct{}
}

// quietFor is how long a file must have been at rest before it is read again: editors
// write in several steps.
const quietFor = 80 * time.Millisecond

// watch watches a file; nil where there is none, or where the system cannot. failed is told
// of an error of the program itself.
func watch(path string, failed func(error)) *watching {
	if path == "" {
		return nil
	}
	folder, err := document.Watch(path)
	if err != nil {
		return nil
	}
	w := &watching{folder: folder, change: make(chan struct{}, 1)}
	crash.Beside(func() { w.follow(path) }, failed)
	return w
}

// follow runs beside the window until the watcher is closed.
func (w *watching) follow(path string) {
	rest := time.NewTimer(time.Hour)
	defer rest.Stop()
	for {
		select {
		case e, ok := <-w.folder.Events:
			if !ok {
				return
			}
			if e.Op != fsnotify.Chmod && document.Concerns(e.Name, path) {
				rest.Reset(quietFor)
			}
		case _, ok := <-w.folder.Errors:
			if !ok {
				return
			}
			rest.Reset(quietFor) // changes may have been missed
		case <-rest.C:
			select {
			case w.change <- struct{}{}:
			default:
			}
			wake()
		}
	}
}

// changed reports whether something has changed since it was asked last.
func (w *watching) changed() bool {
	if w == nil {
		return false
	}
	select {
	case <-w.change:
		return true
	default:
		return false
	}
}

func (w *watching) close() {
	if w != nil {
		w.folder.Close()
	}
}
