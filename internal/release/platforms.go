package main

// program is one of the two that a release has.
type program struct {
	name string // of the file, without an ending
	path string // of its package, from the root
	// looks after a window: on Windows it has no console, and elsewhere it needs cgo.
	window bool
}

func tool() program   { return program{name: "barline", path: "./cmd/barline"} }
func window() program { return program{name: "barline-window", path: ".", window: true} }

// target is a program for a platform, in Go's words.
type target struct {
	program
	system, processor string
}

// cgo reports whether a target needs a C compiler and the platform's headers.
func (t target) cgo() bool { return t.window && t.system != "windows" }

// file is the name of the program's file.
func (t target) file() string {
	if t.system == "windows" {
		return t.name + ".exe"
	}
	return t.name
}

// archive is the name of what is downloaded, without its ending.
func (t target) archive(version string) string {
	system := t.system
	if system == "darwin" {
		system = "macos"
	}
	return t.name + "-" + version + "-" + system + "-" + t.processor
}

// targets are all that a Linux machine with an amd64 processor builds.
//
// The window for macOS needs Apple's headers: scripts/mac.sh builds it on a Mac. The
// window for Linux on arm64 needs a compiler and X11's headers for that processor, as a
// machine with one has.
func targets() []target {
	var all []target
	for _, system := range []string{"linux", "windows", "darwin"} {
		for _, processor := range []string{"amd64", "arm64"} {
			all = append(all, target{tool(), system, processor})
		}
	}
	return append(all,
		target{window(), "windows", "amd64"},
		target{window(), "windows", "arm64"},
		target{window(), "linux", "amd64"})
}
