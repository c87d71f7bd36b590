package xmlscan

import (
	"bytes"
	"io"
)

// window is the part of a text that is held.
type window struct {
	r        io.Reader
	buf      []byte
	pos, len int // what is held is buf[pos:len]
	err      error
}

// bytes are those that are held, from the place that is read.
func (w *window) bytes() []byte { return w.buf[w.pos:w.len] }

func (w *window) empty() bool { return w.pos == w.len }

func (w *window) skip(n int) { w.pos += n }

// firstWindow is how many bytes are held at first.
const firstWindow = 64 << 10

// more reads further bytes; it is false at the end, or when reading fails, which err
// then says. What was taken from bytes before is not good after it.
func (w *window) more() bool {
	if w.err != nil {
		return false
	}
	if w.pos > 0 {
		w.len = copy(w.buf, w.buf[w.pos:w.len])
		w.pos = 0
	}
	if w.len == len(w.buf) {
		grown := make([]byte, max(firstWindow, 2*len(w.buf)))
		copy(grown, w.buf)
		w.buf = grown
	}
	const patience = 100 // reads that bring nothing
	for range patience {
		n, err := w.r.Read(w.buf[w.len:])
		w.len += n
		if err != nil {
			w.err = err
		}
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	w.err = io.ErrNoProgress
	return false
}

// has reports whether so many bytes follow.
func (w *window) has(n int) bool {
	for w.len-w.pos < n {
		if !w.more() {
			return false
		}
	}
	return true
}

// find is where a mark stands from an offset on, or -1 if it does not.
func (w *window) find(mark string, from int) (int, error) {
	for {
		if b := w.bytes(); len(b) >= from {
			if i := bytes.Index(b[from:], []byte(mark)); i >= 0 {
				return from + i, nil
			}
			from = max(from, len(b)-len(mark)+1)
		}
		if w.len-w.pos > maxTag {
			return -1, fault("a tag of more than 1 MB")
		}
		if !w.more() {
			return -1, nil
		}
	}
}
