package main

import (
	"context"
	"syscall/js"

	"barline/desk/session"
	"barline/publish"
)

func main() {
	given := js.Global().Get("barlineGiven") // by worker.js
	w := &worker{requests: make(chan request, 1024), cancels: map[int]context.CancelFunc{}}
	w.session = session.New(session.Options{
		Version: given.Get("version").String(),
		Engine:  w.engine,
		Stock: func(ctx context.Context) ([]byte, error) {
			return await(ctx, js.Global().Get("barlineFetch").Invoke("stock"))
		},
		Drafts:  publish.Engine{Loader: bytesOf(given.Get("loader")), Named: given.Get("engine").Get("name").String(), Bytes: given.Get("engine").Get("bytes").Int()},
		Bundles: bundles(given.Get("bundles")),
		Style:   style,
		Helpers: begin,
		Parquet: func(ctx context.Context, contents []byte) ([]byte, error) {
			return await(ctx, js.Global().Get("barlineParquet").Invoke(arraysOf([][]byte{contents}).Index(0)))
		},
	})
	w.loader = bytesOf(given.Get("loader"))
	js.Global().Set("barlineDesk", map[string]any{
		"request": js.FuncOf(w.take),
		"cancel":  js.FuncOf(w.cancel),
	})
	post := js.Global().Get("barlineReady")
	post.Invoke(string(w.session.Ready()))
	for r := range w.requests {
		w.answer(r)
	}
}

// request is one message of the page.
type request struct {
	id   int
	json string
	with [][]byte
	ctx  context.Context
}

// worker takes requests in their order.
type worker struct {
	session  *session.Session
	loader   []byte
	requests chan request
	cancels  map[int]context.CancelFunc
}

// take is called by worker.js: id, JSON, an array of Uint8Arrays.
func (w *worker) take(_ js.Value, args []js.Value) any {
	ctx, cancel := context.WithCancel(context.Background())
	r := request{id: args[0].Int(), json: args[1].String(), ctx: ctx}
	for i := range args[2].Length() {
		r.with = append(r.with, bytesOf(args[2].Index(i)))
	}
	w.cancels[r.id] = cancel
	select {
	case w.requests <- r:
	default:
		cancel()
		delete(w.cancels, r.id)
		js.Global().Get("barlineAnswer").Invoke(r.id, `{"ok":false,"error":{"message":"too many requests wait for their turn"}}`, js.Global().Get("Array").New())
	}
	return nil
}

func (w *worker) cancel(_ js.Value, args []js.Value) any {
	if cancel, known := w.cancels[args[0].Int()]; known {
		cancel()
	}
	return nil
}

// answer does what a request asks for.
func (w *worker) answer(r request) {
	// What came meanwhile may have cancelled it.
	breathe()
	told := js.Global().Get("barlineProgress")
	const toldMs = 30 // a page shows no more than that
	ctx, last := newPatient(r.ctx), int64(0)
	reply, with := w.session.Do(ctx, []byte(r.json), r.with, func(done, total int, what string) {
		if now := nowMs(); now-last >= toldMs {
			last = now
			told.Invoke(r.id, done, total, what)
			breathe()
		}
	})
	w.cancels[r.id]()
	delete(w.cancels, r.id)
	js.Global().Get("barlineAnswer").Invoke(r.id, string(reply), arraysOf(with))
}

// engine has worker.js fetch the engine and what is published with it.
func (w *worker) engine(ctx context.Context) (publish.Engine, error) {
	fetch := js.Global().Get("barlineFetch")
	e := publish.Engine{Loader: w.loader, Packed: map[string][]byte{}}
	for name, to := range map[string]*[]byte{"engine.wasm": &e.WASM, "licenses": &e.Licences} {
		contents, err := await(ctx, fetch.Invoke(name))
		if err != nil {
			return e, err
		}
		*to = contents
	}
	for _, ending := range []string{".br", ".gz"} {
		contents, err := await(ctx, fetch.Invoke("engine"+ending))
		if err != nil {
			return e, err
		}
		e.Packed[ending] = contents
	}
	return e, nil
}

// style has worker.js shorten a style sheet, by a program of its own.
func style(name string, css []byte) ([]byte, error) {
	return await(context.Background(), js.Global().Get("barlineStyle").Invoke(name, string(css)))
}

// bundles are the scripts that were joined when the desk was built.
func bundles(of js.Value) map[string][]byte {
	all := map[string][]byte{}
	keys := js.Global().Get("Object").Call("keys", of)
	for i := range keys.Length() {
		key := keys.Index(i).String()
		all[key] = []byte(of.Get(key).String())
	}
	return all
}

func bytesOf(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}
