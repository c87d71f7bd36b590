package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	"barline/check"
	"barline/data"
	"barline/data/yamltree"
	"barline/publish"
)

// Progress is told how far something has come; total is 0 where that is not known.
type Progress func(done, total int, what string)

// Options are what a session is begun with.
type Options struct {
	Version string
	// Engine are the engine and what is published with it, whole; it may take a while, and
	// is asked for by what needs it.
	Engine func(ctx context.Context) (publish.Engine, error)
	// Stock are files of assets that were compressed before, in a zip; nil: there are none.
	Stock func(ctx context.Context) ([]byte, error)
	// Drafts is the engine without its bytes, for previews, which say where it is.
	Drafts publish.Engine
	// Bundles are scripts that were joined before; it may be empty.
	Bundles map[string][]byte
	// Style shortens style sheets where that is not built in; nil: it is.
	Style func(name string, css []byte) ([]byte, error)
	// Parquet reads a file in that format by another program, as sheet.HandParquet does;
	// nil: this program reads it by itself.
	Parquet func(ctx context.Context, contents []byte) ([]byte, error)
	// Helpers begins further workers, each with this request; it may be nil.
	Helpers func(request []byte, with [][]byte) Helpers
}

// Session is the work of one page. It does one thing at a time.
type Session struct {
	options Options
	bundles publish.Bundles
	files   map[string][]byte // as sent last
	shown   map[string]string // sums of what the last preview had, by name
	letters publish.Letters
	packs   publish.Packs
	// prepared is nil until a site has been made, and drawings until this worker helps
	// another one.
	prepared *prepared
	drawings *publish.Drawings
	readers  map[string]*yamltree.Reader // of the document's files, by name
}

// reader remembers what a file said.
func (s *Session) reader(name string) *yamltree.Reader {
	if s.readers[name] == nil {
		s.readers[name] = &yamltree.Reader{}
	}
	return s.readers[name]
}

// New begins a session.
func New(o Options) *Session {
	s := &Session{options: o, files: map[string][]byte{}, shown: map[string]string{}, readers: map[string]*yamltree.Reader{}}
	s.bundles.Take(o.Bundles)
	s.bundles.Style = o.Style
	return s
}

// task is one request that is being answered.
type task struct {
	*Session
	ctx      context.Context
	progress Progress
	request  []byte
	in       [][]byte // bytes of the request
	out      [][]byte // bytes of the answer
}

// bytesRef stands in JSON for bytes beside it.
type bytesRef struct {
	N int `json:"$bytes"`
}

// send puts bytes beside the answer.
func (t *task) send(b []byte) bytesRef {
	t.out = append(t.out, b)
	return bytesRef{len(t.out) - 1}
}

// read reads the request.
func (t *task) read(to any) error {
	if err := json.Unmarshal(t.request, to); err != nil {
		return fmt.Errorf("the request is not as desk/protocol.d.ts has it: %w", err)
	}
	return nil
}

// answer is what goes back to the page.
type answer struct {
	OK     bool     `json:"ok"`
	Result any      `json:"result,omitempty"`
	Error  *failure `json:"error,omitempty"`
}

type failure struct {
	Message   string    `json:"message"`
	Cancelled bool      `json:"cancelled,omitempty"`
	Restart   bool      `json:"restart,omitempty"`
	Problems  []problem `json:"problems,omitempty"`
	Missing   []string  `json:"missing,omitempty"`
}

// Do answers a request: its JSON without id, with {"$bytes": n} for the bytes at n. What
// it returns is written in the same way.
func (s *Session) Do(ctx context.Context, request []byte, bytes [][]byte, p Progress) (reply []byte, with [][]byte) {
	if p == nil {
		p = func(int, int, string) {}
	}
	t := &task{Session: s, ctx: ctx, progress: p, request: request, in: bytes}
	result, err := t.run()
	a := answer{OK: err == nil, Result: result}
	if err != nil {
		a.Error, t.out = failureOf(ctx, err), nil
	}
	reply, err = json.Marshal(a)
	if err != nil {
		reply, t.out = []byte(`{"ok":false,"error":{"message":"the answer cannot be written","restart":true}}`), nil
	}
	return reply, t.out
}

// brokenError is a mistake of ours.
type brokenError struct{ text string }

func (e *brokenError) Error() string { return e.text }

func (t *task) run() (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, &brokenError{fmt.Sprintf("a mistake of the program's own, which is begun anew: %v\n%s", p, debug.Stack())}
		}
	}()
	var head struct {
		Type string `json:"type"`
	}
	if err := t.read(&head); err != nil {
		return nil, err
	}
	do, known := t.tasks()[head.Type]
	if !known {
		return nil, fmt.Errorf("there is no request of the type %q", head.Type)
	}
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	return do()
}

// tasks are what a page may ask for, by the types of the protocol.
func (t *task) tasks() map[string]func() (any, error) {
	return map[string]func() (any, error){
		"open": t.open, "example": t.example, "blank": t.blank, "translate": t.translate,
		"check": t.check, "edit": t.edit, "understood": t.understood,
		"preview": t.preview, "prove": t.prove, "save": t.save, "publish": t.publish, "prepare": t.prepare, "embed": t.embed,
		"assist": t.assist, "draw": t.draw, "pack": t.pack,
	}
}

// missingError names files whose bytes must be sent.
type missingError struct{ names []string }

func (e *missingError) Error() string { return "the bytes of some files are not here any more" }

func failureOf(ctx context.Context, err error) *failure {
	f := &failure{Message: err.Error()}
	var missing *missingError
	var broken *brokenError
	var file *data.FileError
	switch {
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		f.Message, f.Cancelled = "cancelled", true
	case errors.As(err, &missing):
		f.Missing = missing.names
	case errors.As(err, &broken):
		f.Restart = true
	case errors.As(err, &file):
		f.Problems = problemsOf(check.Errors(file.File, file.Problems))
	}
	return f
}
