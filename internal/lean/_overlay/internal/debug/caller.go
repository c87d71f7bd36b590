// Package debug reports nothing: the engine is built without Ebitengine's
// debugging.
package debug

// CallerType tells whose code a caller is.
type CallerType int

// The types of callers.
const (
	CallerTypeNone CallerType = iota
	CallerTypeRegular
	CallerTypeInternal
)

// FirstCaller finds no caller. Ebitengine's own looks its source folder up
// with go/build, which a browser has not got.
func FirstCaller() (file string, line int, callerType CallerType) {
	return "", 0, CallerTypeNone
}
