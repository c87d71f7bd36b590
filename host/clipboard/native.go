//go:build windows || (darwin && cgo)

package clipboard

import (
	"errors"

	"golang.design/x/clipboard"
)

// Board is the system's clipboard. The zero Board is ready for use.
type Board struct{ ready bool }

func (b *Board) init() error {
	if b.ready {
		return nil
	}
	if err := clipboard.Init(); err != nil {
		return err
	}
	b.ready = true
	return nil
}

func (b *Board) put(format clipboard.Format, contents []byte) error {
	if err := b.init(); err != nil {
		return err
	}
	if clipboard.Write(format, contents) == nil {
		return errors.New("the system does not take it")
	}
	return nil
}

// PutText copies text.
func (b *Board) PutText(s string) error { return b.put(clipboard.FmtText, []byte(s)) }

// PutPNG copies a picture, given as a PNG file.
func (b *Board) PutPNG(png []byte) error { return b.put(clipboard.FmtImage, png) }

// Text reads the text that was copied last, here or in another program.
func (b *Board) Text() (string, error) {
	if err := b.init(); err != nil {
		return "", err
	}
	return string(clipboard.Read(clipboard.FmtText)), nil
}

// Close has nothing to do: the system keeps what was copied.
func (b *Board) Close() {}
