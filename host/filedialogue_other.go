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
