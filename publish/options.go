package publish

import (
	"context"
	"sync"
)

// Engine is the viewer for the browser, as built. Packed holds the WASM
// compressed, by the ending of a coding; it and Licences may be empty.
type Engine struct {
	WASM, Loader []byte
	Packed       map[string][]byte
	// Licences are those of all that a site holds: the engine's, the loader's and the
	// fonts'.
	Licences []byte
	// Named and Bytes are the name that the WASM has in the assets, if it is known, and its
	// size, for a draft, which does without the WASM itself.
	Named string
	Bytes int
}

// size is the number of bytes of the engine.
func (e Engine) size() int { return max(e.Bytes, len(e.WASM)) }

// Options say how to publish. The zero value will do.
type Options struct {
	// Context ends the work early, with its error; it may be nil. What takes longest
	// in one piece, a file that is compressed, is not interrupted.
	Context context.Context
	// URL is where the site will stand, with a slash at its end. Without it
	// everything is left out that must be an absolute address.
	URL string
	// Progress is told what is being made; it may be nil.
	Progress func(what string)
	// Counted is told, instead of Progress, how many of some parts are done: pictures, of
	// each language by itself, and compressed files. It may be nil.
	Counted func(what string, done, total int)
	// ReadFile reads a file by its path from the story's: a font that it brings.
	// It may be nil where stories bring none.
	ReadFile func(name string) ([]byte, error)
	// Editions are the story in other languages.
	Editions []Edition
	// Preview makes pages that follow every change at once, as live ones do once a
	// minute: for the machine of the person who writes the story.
	Preview bool
	// Proven is shown on the page; that of an edition is its own.
	Proven Proven
	// Later, if it is set, is handed what makes all that the story's own page does not
	// need: the pages of events, the pictures for download and those for social networks.
	// New leaves them out.
	Later func(rest func() (Site, error))
	// Bundles keeps scripts for the next site; it may be nil.
	Bundles *Bundles
	// Packed are files of the assets that were compressed before, by their names with the
	// ending of a coding: what is named by its contents is the same in every site.
	Packed map[string][]byte
	// Packs keeps what was compressed for the next site; it may be nil.
	Packs *Packs
	// Pool does parts of the work elsewhere; it may be nil.
	Pool Pool
	// Letters keeps fonts for the next site; it may be nil. A program that has one
	// publishes one thing at a time.
	Letters *Letters
	// Draft is set for a site that is only looked at.
	Draft *Draft

	single bool // the page becomes one file
}

func (o Options) context() context.Context {
	if o.Context == nil {
		return context.Background()
	}
	return o.Context
}

func (o Options) tell(what string) {
	if o.Progress != nil {
		o.Progress(what)
	}
}

// count tells Counted, or else Progress.
func (o Options) count(what string, done, total int) {
	if o.Counted == nil {
		o.tell(what)
		return
	}
	o.Counted(what, done, total)
}

// eventPages reports whether events have pages of their own.
func (o Options) eventPages() bool { return o.Draft == nil && !o.single }

// inTurn lets Progress be told by several at once.
func (o Options) inTurn() Options {
	if told := o.Progress; told != nil {
		var turn sync.Mutex
		o.Progress = func(what string) {
			turn.Lock()
			defer turn.Unlock()
			told(what)
		}
	}
	if told := o.Counted; told != nil {
		var turn sync.Mutex
		o.Counted = func(what string, done, total int) {
			turn.Lock()
			defer turn.Unlock()
			told(what, done, total)
		}
	}
	return o
}
