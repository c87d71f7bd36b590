package main

import (
	"context"
	"syscall/js"

	"barline/desk/session"
	"barline/publish"
)

// helpers are further workers, which worker.js begins and ends.
type helpers struct{ of js.Value }

// begin begins as many as the machine has processors to spare, each with a request.
func begin(request []byte, with [][]byte) session.Helpers {
	return helpers{js.Global().Get("barlineHelpers").Invoke(string(request), arraysOf(with))}
}

func (h helpers) Size() int { return h.of.Get("size").Int() }

func (h helpers) End() { h.of.Call("end") }

func (h helpers) Ask(ctx context.Context, request []byte, with ...[]byte) ([]byte, error) {
	answer, err := await(ctx, h.of.Call("ask", string(request), arraysOf(with)))
	if err != nil && err.Error() == "Error: lost" { // as worker.js says
		err = publish.ErrLost
	}
	return answer, err
}

// arraysOf copies bytes for the browser.
func arraysOf(all [][]byte) js.Value {
	list := js.Global().Get("Array").New(len(all))
	for i, b := range all {
		array := js.Global().Get("Uint8Array").New(len(b))
		js.CopyBytesToJS(array, b)
		list.SetIndex(i, array)
	}
	return list
}
