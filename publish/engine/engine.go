// Package engine embeds the viewer as built for the browser.
package engine

import (
	"embed"
	"errors"
	"io/fs"
)

//go:embed all:*
var files embed.FS

// ErrMissing says that this program was built without the engine.
var ErrMissing = errors.New("the engine is not built into this program: run `make engine`, then build it again")

// Read returns the engine and the loader of the toolchain that built it.
func Read() (wasm, loader []byte, err error) {
	wasm, err = files.ReadFile("engine.wasm")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, ErrMissing
	}
	if err != nil {
		return nil, nil, err
	}
	loader, err = files.ReadFile("wasm_exec.js")
	return wasm, loader, err
}
