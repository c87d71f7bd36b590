package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every module that is built in is named, with a text, and so are the toolchain and
// what the project itself holds.
func TestCollect(t *testing.T) {
	t.Chdir("../..")
	tool := programs("")[1:]
	text, err := collect(tool)
	if err != nil {
		t.Fatal(err)
	}
	packages, err := tool[0].packages()
	if err != nil {
		t.Fatal(err)
	}
	modules := 0
	for _, p := range packages {
		if p.Module != nil && !p.Module.Main {
			modules++
			if !strings.Contains(string(text), "\n"+p.Module.Path+" "+p.Module.Version+"\n---") {
				t.Errorf("%s is not named", p.Module.Path)
			}
		}
	}
	if modules < 10 || !strings.Contains(string(text), "Copyright 2009 The Go Authors") || !strings.Contains(string(text), "SIL OPEN FONT LICENSE") {
		t.Errorf("of %d packages in modules:\n%.2000s", modules, text)
	}
}

// Licences lie in a module's folder, or in one on the way to the package; a package
// has its own and those around it, each once.
func TestReadUp(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"LICENSE": "MIT", "NOTICE.txt": "by us", "a/b/COPYING": "another", "a/license.go": "package a", "c/LICENSE": "elsewhere", "a/b/LICENCE.md": "MIT\r\n"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := part{}
	if err := p.readUp(filepath.Join(dir, "a", "b"), "/a/b"); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(p.texts, "|"); got != "another|MIT|by us" {
		t.Errorf("it reads %s", got)
	}
}
