package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// licences are the texts that go with a program: the tool's are collected when the
// engine is built, the window's once for all that is made in the folder work.
func licences(root, work string, p program) ([]byte, error) {
	if !p.window {
		return os.ReadFile(filepath.Join(root, "publish", "engine", "licenses.txt"))
	}
	out := filepath.Join(work, "licenses-window.txt")
	if text, err := os.ReadFile(out); err == nil {
		return text, nil
	}
	c := exec.Command("go", "run", "./internal/licences", "-window", "-o", out)
	c.Dir = root
	c.Env = environment(target{program: tool(), system: runtime.GOOS, processor: runtime.GOARCH})
	if said, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the window's licences: %w\n%s", err, said)
	}
	return os.ReadFile(out)
}
