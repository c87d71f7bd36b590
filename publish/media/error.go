package media

import (
	"strconv"
	"strings"
	"unicode"
)

// Error tells why an image cannot be published and what to do about it.
type Error struct {
	What string // "the file is a PNG image but is called x.jpg"
	Fix  string // "rename it x.png, and write that name in the story"
}

// Error returns both parts: what; fix.
func (e *Error) Error() string { return e.What + "; " + e.Fix }

// damaged is the error for an image that breaks off or makes no sense.
func damaged(f format) *Error {
	return &Error{
		What: "the " + f.String() + " image is damaged or cut short",
		Fix:  "get the file again, or open it in an image editor and export it anew",
	}
}

// unsupported is the error for an image whose format has a rare feature that
// cannot be decoded.
func unsupported(f format) *Error {
	return &Error{
		What: "the " + f.String() + " image is of a rare kind that cannot be read here",
		Fix:  "open it in an image editor and export it as an ordinary JPEG or PNG in RGB",
	}
}

// maxShownName is how many bytes of a file's name an error repeats.
const maxShownName = 80

// shown is a file's name for people: without control characters, and cut if it is
// long.
func shown(name string) string {
	if len(name) > maxShownName {
		name = strings.ToValidUTF8(name[:maxShownName], "") + "…"
	}
	for _, r := range name {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return strconv.Quote(name)
		}
	}
	return name
}
