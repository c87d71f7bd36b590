//go:build !js && !linux

package host

import (
	"context"
	"os"
)

const pathSeparator = os.PathSeparator

// fileDialogue asks for a file by the system's dialogue.
func fileDialogue(ctx context.Context, title, dir string) (string, error) {
	return byZenity(ctx, title, dir)
}

// saveDialogue asks by the system's dialogue where a file is to be written; proposal is the
// path that it begins with.
func saveDialogue(ctx context.Context, title, proposal string) (string, error) {
	return saveByZenity(ctx, title, proposal)
}
