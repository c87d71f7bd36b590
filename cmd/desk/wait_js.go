package main

import (
	"context"
	"errors"
	"sync/atomic"
	"syscall/js"
)

// breathe lets the browser's loop of events run once, so that messages which came
// meanwhile are taken: a cancellation among them.
func breathe() {
	done := make(chan struct{})
	var f js.Func
	f = js.FuncOf(func(js.Value, []js.Value) any {
		f.Release()
		close(done)
		return nil
	})
	js.Global().Get("barlineTurn").Invoke(f)
	<-done
}

// patient is a context that lets the browser's loop run when it has not for a while:
// whoever asks whether to go on is at a place where that does no harm.
type patient struct {
	context.Context
	last *atomic.Int64 // ms of the browser's clock
}

// turnMs is how long work goes on without looking for messages.
const turnMs = 50

func newPatient(ctx context.Context) patient {
	p := patient{ctx, new(atomic.Int64)}
	p.last.Store(nowMs())
	return p
}

func nowMs() int64 { return int64(js.Global().Get("performance").Call("now").Float()) }

// Err is the context's, after a look at what came meanwhile.
func (p patient) Err() error {
	if now := nowMs(); now-p.last.Load() > turnMs {
		breathe()
		p.last.Store(nowMs())
	}
	return p.Context.Err()
}

// await waits for a promise of a Uint8Array, or until ctx ends.
func await(ctx context.Context, promise js.Value) ([]byte, error) {
	type outcome struct {
		contents []byte
		err      error
	}
	done := make(chan outcome, 1)
	var good, bad js.Func
	settle := func(o outcome) any {
		good.Release()
		bad.Release()
		done <- o
		return nil
	}
	good = js.FuncOf(func(_ js.Value, args []js.Value) any { return settle(outcome{contents: bytesOf(args[0])}) })
	bad = js.FuncOf(func(_ js.Value, args []js.Value) any {
		return settle(outcome{err: errors.New(args[0].Call("toString").String())})
	})
	promise.Call("then", good, bad)
	select {
	case o := <-done:
		if o.err == nil {
			o.err = ctx.Err()
		}
		return o.contents, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
