// Package clipboard puts text and pictures on the system's clipboard, and reads text
// from it.
//
// On Windows and macOS golang.design/x/clipboard does it. Under X11 that library looks for
// libX11.so, which only those have who write programs, and hands on nothing that is longer
// than a request; so x11.go speaks to the X server itself, by the library that the tests
// drive it with.
package clipboard
