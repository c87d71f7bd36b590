package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// run runs the go command in a folder.
func run(t *testing.T, dir string, env []string, args ...string) {
	t.Helper()
	c := exec.Command("go", args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// sources copies what the engine is built from.
func sources(t *testing.T, to string) {
	t.Helper()
	err := copyTree(os.DirFS("../.."), to, func(name string) bool {
		switch folder, _, _ := strings.Cut(name, "/"); folder {
		case ".git", ".build", "bin", "dist", "bench", "test", "docs", "vendor":
			return false
		}
		return !strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "publish/engine/engine.wasm")
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Two folders build the same engine, in which neither is told, also where the modules
// are vendored in one of them. It is built as the Makefile does.
func TestTwoFoldersBuildTheSame(t *testing.T) {
	var engines [][]byte
	for _, vendored := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "a-folder-to-look-for")
		if vendored {
			dir = filepath.Join(dir, "deeper")
		}
		sources(t, dir)
		if vendored {
			run(t, dir, nil, "mod", "vendor")
		}
		run(t, dir, nil, "run", "./internal/lean", "-o", ".build")
		run(t, dir, []string{"GOOS=js", "GOARCH=wasm"}, "build", "-mod=readonly", "-modfile=.build/lean.mod", "-tags=lean", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", "engine.wasm", ".")
		wasm, err := os.ReadFile(filepath.Join(dir, "engine.wasm"))
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"a-folder-to-look-for", os.TempDir() + "/", "vcs.revision"} {
			if bytes.Contains(wasm, []byte(secret)) {
				t.Errorf("the engine says %q", secret)
			}
		}
		engines = append(engines, wasm)
	}
	if !bytes.Equal(engines[0], engines[1]) {
		t.Errorf("two folders build %d and %d bytes, and not the same", len(engines[0]), len(engines[1]))
	}
}
