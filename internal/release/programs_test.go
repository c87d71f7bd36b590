package main

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"barline/internal/version"
)

// TestMain keeps what is compiled once for all tests.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "barline-release-test-")
	if err != nil {
		panic(err)
	}
	buildsFolder = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// someRelease is a tagged one, of a time that the tests know.
func someRelease() release {
	when := time.Date(2026, 11, 29, 13, 4, 56, 0, time.UTC)
	return release{build: version.Build{Version: "1.2.0", Commit: someCommit, Time: when}, before: "1.2.0", when: when}
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// buildsFolder is where they are.
var buildsFolder string

// builds make each program and package once, in whichever test wants it first.
var builds sync.Map

// compiled is a target of the sources here, as a release has it.
func compiled(t *testing.T, of target) built {
	t.Helper()
	if _, err := os.Stat(filepath.Join(root(t), "publish", "engine", "engine.wasm")); err != nil {
		t.Fatal("the engine is not built: run `make engine`")
	}
	once, _ := builds.LoadOrStore(of, sync.OnceValues(func() (built, error) {
		return someRelease().program(root(t), buildsFolder, of)
	}))
	b, err := once.(func() (built, error))()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func linuxTool() target   { return target{program: tool(), system: "linux", processor: "amd64"} }
func linuxWindow() target { return target{program: window(), system: "linux", processor: "amd64"} }

// debianFile is the package of what was compiled, in a file. It is made once.
func debianFile(t *testing.T) string {
	t.Helper()
	tool, window := compiled(t, linuxTool()), compiled(t, linuxWindow())
	once, _ := builds.LoadOrStore("deb", sync.OnceValues(func() (string, error) {
		d, err := someRelease().packDebian(root(t), buildsFolder, tool, window)
		if err != nil {
			return "", err
		}
		path := filepath.Join(buildsFolder, d.name)
		return path, os.WriteFile(path, d.contents, 0o644)
	}))
	path, err := once.(func() (string, error))()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func folderNames(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
