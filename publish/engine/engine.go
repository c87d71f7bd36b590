// Package engine embeds the viewer as built for the browser.
package engine

import (
	"bytes"
	"embed"
	"errors"
	"io"
	"io/fs"

	"barline/publish/pack"
)

//go:embed all:*
var files embed.FS

// ErrMissing says that this program was built without the engine.
var ErrMissing = errors.New("the engine is not built into this program: run `make engine`, then build it again")

// Read returns the engine, the loader of the toolchain that built it, and the
// engine compressed, by the endings that pack.Codings gives: none, if that has
// not been done (see the Makefile).
func Read() (wasm, loader []byte, packed map[string][]byte, err error) {
	wasm, err = files.ReadFile("engine.wasm")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil, ErrMissing
	}
	if err != nil {
		return nil, nil, nil, err
	}
	if loader, err = files.ReadFile("wasm_exec.js"); err != nil {
		return nil, nil, nil, err
	}
	packed = map[string][]byte{}
	for _, c := range pack.Codings() {
		if contents, err := files.ReadFile("engine.wasm" + c.Ending); err == nil && unpacksTo(c, contents, wasm) {
			packed[c.Ending] = contents
		}
	}
	return wasm, loader, packed, nil
}

// Licences returns the licences of all that is built into the engine and into this
// program, as collected when the engine was built.
func Licences() ([]byte, error) {
	text, err := files.ReadFile("licenses.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrMissing
	}
	return text, err
}

// unpacksTo reports whether a compressed file is of this engine, and not of
// one built before.
func unpacksTo(c pack.Coding, packed, want []byte) bool {
	r, err := c.Unpack(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	got, err := io.ReadAll(r)
	return err == nil && bytes.Equal(got, want)
}
