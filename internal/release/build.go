package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// compile builds a target of the sources at root into dir, and returns its path.
func (r release) compile(root, dir string, t target) (string, error) {
	path := filepath.Join(dir, t.archive("build"), t.file())
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	// Without symbols, which are two fifths of the bytes; Go's traces need none. The
	// build's id would differ where the compiler's flags do.
	link := "-s -w -buildid= -X 'barline/internal/version.noted=" + r.build.Note() + "'"
	if t.window && t.system == "windows" {
		link += " -H=windowsgui"
	}
	c := exec.Command("go", "build", "-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags", link, "-o", path, t.path)
	c.Dir = root
	c.Env = environment(t)
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s for %s on %s: %w\n%s", t.name, t.system, t.processor, err, out)
	}
	if t.system == "windows" {
		return path, r.addResources(root, path, t)
	}
	return path, nil
}

// environment is what a build sees: of the builder's own settings none that would change
// what is built.
func environment(t target) []string {
	cgo := "0"
	if t.cgo() {
		cgo = "1"
	}
	var env []string
	for _, e := range os.Environ() {
		switch name, _, _ := strings.Cut(e, "="); name {
		case "GOFLAGS", "GOEXPERIMENT", "GOAMD64", "GOARM64", "GOOS", "GOARCH", "GOWORK", "CGO_ENABLED", "CGO_CFLAGS", "CGO_LDFLAGS":
		default:
			env = append(env, e)
		}
	}
	if t.compiler != "" {
		env = append(env, "CC="+t.compiler)
	}
	return append(env, "GOWORK=off", "GOOS="+t.system, "GOARCH="+t.processor, "CGO_ENABLED="+cgo)
}
