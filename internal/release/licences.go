package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// licences are the texts that go with a program: the tool's are collected when the
// engine is built, the window's now.
func licences(root, work string, p program) ([]byte, error) {
	if !p.window {
		return os.ReadFile(filepath.Join(root, "publish", "engine", "licenses.txt"))
	}
	out := filepath.Join(work, "licenses-window.txt")
	c := exec.Command("go", "run", "./internal/licences", "-window", "-o", out)
	c.Dir = root
	c.Env = environment(target{tool(), runtime.GOOS, runtime.GOARCH})
	if said, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the window's licences: %w\n%s", err, said)
	}
	return os.ReadFile(out)
}
