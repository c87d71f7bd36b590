package main

import (
	"os"
	"os/exec"
	"path/filepath"
)

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
	// compiler is C's, with its options; empty: the system's own.
	compiler string
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

// targets are all that a Linux machine with an amd64 processor builds. The window for
// macOS is not among them: it needs Apple's headers, and scripts/mac.sh builds it on a
// Mac.
func targets(root string) []target {
	var all []target
	for _, system := range []string{"linux", "windows", "darwin"} {
		for _, processor := range []string{"amd64", "arm64"} {
			all = append(all, target{program: tool(), system: system, processor: processor})
		}
	}
	for _, processor := range []string{"amd64", "arm64"} {
		all = append(all, target{program: window(), system: "windows", processor: processor})
	}
	all = append(all, target{program: window(), system: "linux", processor: "amd64"})
	if compiler := armCompiler(root); compiler != "" {
		all = append(all, target{program: window(), system: "linux", processor: "arm64", compiler: compiler})
	}
	return all
}

// armLibraries is where scripts/arm64-libraries.sh puts X11's libraries for arm64, from
// the root.
const armLibraries = ".build/arm64/usr/lib/aarch64-linux-gnu"

// armCompiler is the C compiler for Linux on arm64, which Debian has as
// gcc-aarch64-linux-gnu, told where X11's libraries for that processor are. It is "" if
// either is missing. X11's headers are those of this machine; they are the same.
func armCompiler(root string) string {
	const name = "aarch64-linux-gnu-gcc"
	if _, err := exec.LookPath(name); err != nil {
		return ""
	}
	libraries := filepath.Join(root, filepath.FromSlash(armLibraries))
	if _, err := os.Stat(filepath.Join(libraries, "libX11.so")); err != nil {
		return ""
	}
	// What those libraries themselves need is not there, and not needed to link.
	return name + " -L" + libraries + " -Wl,--allow-shlib-undefined"
}
