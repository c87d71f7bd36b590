//go:build !js && !linux && !freebsd && !netbsd && !openbsd

package command

// display reports what is missing for a window; Windows and macOS have a display.
func display() error { return nil }
