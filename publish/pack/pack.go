// Package pack compresses files beforehand, so that a server need not.
package pack

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/bits"

	"github.com/andybalholm/brotli"
)

// Effort is how long to look for a smaller result.
type Effort int

const (
	// Quick takes under a tenth of a second for a page.
	Quick Effort = iota
	// Smallest takes seconds for a megabyte.
	Smallest
)

// Coding is one way to compress, as HTTP names it.
type Coding struct {
	// Name is its token in Content-Encoding; Ending is what a file's name gets.
	Name, Ending string
	// Pack compresses; Unpack reads what Pack wrote.
	Pack   func(contents []byte, e Effort) []byte
	Unpack func(io.Reader) (io.Reader, error)
}

// Codings are those that browsers understand, the smaller first.
func Codings() []Coding {
	return []Coding{
		{"br", ".br", packBrotli, func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
		{"gzip", ".gz", packGzip, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	}
}

func packBrotli(contents []byte, e Effort) []byte {
	quality := 6
	if e == Smallest {
		quality = brotli.BestCompression
	}
	var out bytes.Buffer
	// The window holds the whole: a page's pictures repeat each other far apart.
	// A larger one would only be memory to clear.
	window := min(max(bits.Len(uint(len(contents))), 16), 24)
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: quality, LGWin: window})
	return written(w, &out, contents)
}

func packGzip(contents []byte, e Effort) []byte {
	level := 6
	if e == Smallest {
		level = gzip.BestCompression
	}
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, level)
	if err != nil {
		panic("pack: " + err.Error()) // both levels exist
	}
	return written(w, &out, contents)
}

func written(w io.WriteCloser, out *bytes.Buffer, contents []byte) []byte {
	// Writing to memory does not fail.
	if _, err := w.Write(contents); err != nil {
		panic("pack: " + err.Error())
	}
	if err := w.Close(); err != nil {
		panic("pack: " + err.Error())
	}
	return out.Bytes()
}
