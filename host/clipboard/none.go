//go:build darwin && !cgo

package clipboard

import "errors"

// Board is a clipboard that a program which was built without cgo cannot reach.
type Board struct{}

var errNone = errors.New("this program was built without cgo, which the clipboard of macOS needs")

// PutText copies nothing.
func (*Board) PutText(string) error { return errNone }

// PutPNG copies nothing.
func (*Board) PutPNG([]byte) error { return errNone }

// Text reads nothing.
func (*Board) Text() (string, error) { return "", errNone }

// Close has nothing to do.
func (*Board) Close() {}
