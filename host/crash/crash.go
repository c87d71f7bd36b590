//go:build !js

package crash

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"barline/internal/version"
)

// Error is a panic in words.
type Error struct {
	// Path is the file that the trace was written into; empty: it could not be written.
	Path string
	// Trace is what it panicked with, and where.
	Trace string
}

// Error is a sentence without any trace.
func (e *Error) Error() string {
	const what = "an error in Barline itself; your files are as they were"
	if e.Path == "" {
		return what
	}
	return what + ". What happened stands in " + e.Path
}

// Report is Error, with the trace where no file has it.
func (e *Error) Report() string {
	if e.Path != "" {
		return e.Error()
	}
	return e.Error() + "\n\n" + e.Trace
}

// Catch puts a panic as an *Error, which has been written into a file, where err points. It
// is to be deferred itself.
func Catch(err *error) {
	if what := recover(); what != nil {
		*err = newError(what, debug.Stack())
	}
}

// Guard calls f, and returns a panic in it as an error.
func Guard(f func() error) (err error) {
	defer Catch(&err)
	return f()
}

// Beside runs f beside its caller. A panic in it is handed to failed, on the same goroutine.
func Beside(f func(), failed func(error)) {
	go func() {
		err := Guard(func() error {
			f()
			return nil
		})
		if err != nil {
			failed(err)
		}
	}()
}

// newError writes what is known of a panic into a file.
func newError(what any, stack []byte) *Error {
	e := &Error{Trace: fmt.Sprintf("panic: %v\n\n%s", what, stack)}
	dir, err := os.UserConfigDir()
	if err != nil {
		return e
	}
	dir = filepath.Join(dir, "barline")
	now := time.Now().UTC()
	head := fmt.Sprintf("Barline %s, %s, %s/%s, %s\n\n", version.Of().Details(), runtime.Version(), runtime.GOOS, runtime.GOARCH, now.Format(time.RFC3339))
	e.Path = write(dir, now, head+e.Trace)
	return e
}

const (
	begins = "crash-"
	ends   = ".txt"
	// mostKept is how many files of crashes are kept: the latest.
	mostKept = 5
)

// write puts a text into a new file of a folder, and returns its path; empty if it cannot.
func write(dir string, at time.Time, text string) string {
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	// The time comes first, so that names are in its order.
	f, err := os.CreateTemp(dir, begins+at.Format("20060102-150405.000")+"-*"+ends)
	if err != nil {
		return ""
	}
	_, err = f.WriteString(text)
	if closed := f.Close(); err != nil || closed != nil {
		os.Remove(f.Name()) // half a trace would mislead
		return ""
	}
	forget(dir)
	return f.Name()
}

// forget removes all files of crashes but the latest.
func forget(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), begins) && strings.HasSuffix(e.Name(), ends) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	for _, name := range names[:max(0, len(names)-mostKept)] {
		os.Remove(filepath.Join(dir, name))
	}
}
