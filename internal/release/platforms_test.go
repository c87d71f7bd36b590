package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The tool is built for six platforms, the window for those that a Linux machine can
// build it for, and nothing twice.
func TestTargets(t *testing.T) {
	var names []string
	for _, of := range targets(t.TempDir()) {
		names = append(names, of.archive("1.2.0"))
	}
	want := []string{
		"barline-1.2.0-linux-amd64", "barline-1.2.0-linux-arm64", "barline-1.2.0-windows-amd64", "barline-1.2.0-windows-arm64",
		"barline-1.2.0-macos-amd64", "barline-1.2.0-macos-arm64",
		"barline-window-1.2.0-windows-amd64", "barline-window-1.2.0-windows-arm64", "barline-window-1.2.0-linux-amd64",
	}
	if !slices.Equal(names, want) {
		t.Errorf("%v", names)
	}
}

// With a cross compiler and the libraries the window for Linux on arm64 is one of them.
func TestTargetsWithACrossCompiler(t *testing.T) {
	project, commands := t.TempDir(), t.TempDir()
	for _, file := range []string{filepath.Join(project, armLibraries, "libX11.so"), filepath.Join(commands, "aarch64-linux-gnu-gcc")} {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", commands)
	all := targets(project)
	last := all[len(all)-1]
	if last.archive("1.2.0") != "barline-window-1.2.0-linux-arm64" || !strings.HasPrefix(last.compiler, "aarch64-linux-gnu-gcc -L"+project) {
		t.Errorf("%+v", last)
	}
	if env := environment(last); !slices.Contains(env, "CC="+last.compiler) || !slices.Contains(env, "CGO_ENABLED=1") {
		t.Errorf("%v", env)
	}
	t.Setenv("PATH", t.TempDir())
	if got := len(targets(project)); got != len(all)-1 {
		t.Errorf("without the compiler there are %d", got)
	}
}

// What a builder has set for builds of their own does not change a release.
func TestEnvironment(t *testing.T) {
	for _, name := range []string{"GOFLAGS", "GOAMD64", "CGO_CFLAGS", "GOEXPERIMENT"} {
		t.Setenv(name, "x")
	}
	for _, e := range environment(linuxTool()) {
		if strings.HasSuffix(e, "=x") {
			t.Errorf("%s is passed on", e)
		}
	}
	if env := environment(linuxTool()); !slices.Contains(env, "CGO_ENABLED=0") || !slices.Contains(env, "GOOS=linux") {
		t.Errorf("%v", env)
	}
}
