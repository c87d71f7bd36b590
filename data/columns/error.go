package columns

import "strconv"

// Error is a file that is no table, or a story that makes none.
type Error struct {
	Offset    int64 // in bytes, of the part of the file that is at fault
	What, Fix string
}

// Error returns byte offset: what; fix.
func (e *Error) Error() string {
	text := e.What + "; " + e.Fix
	if e.Offset > 0 {
		return "byte " + strconv.FormatInt(e.Offset, 10) + ": " + text
	}
	return text
}

// Whoever reads a table can do no more about it than load it again; whoever
// wrote it can write it again.
const (
	loadAgain  = "load it again"
	writeAgain = "publish the story again"
)
