package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What barline is made of is named by the tool, and in what it publishes.
func TestLicences(t *testing.T) {
	needEngine(t)
	dir := folder(t)
	code, printed, _ := call(dir, "licenses")
	if code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	for _, part := range []string{
		"Copyright 2009 The Go Authors", "SIL OPEN FONT LICENSE", "UNICODE LICENSE",
		"github.com/hajimehoshi/ebiten/v2 v", "Apache License", "github.com/go-text/typesetting v", "golang.org/x/image v",
		"github.com/evanw/esbuild v", "github.com/spf13/cobra v", "github.com/parquet-go/parquet-go v",
	} {
		if !strings.Contains(printed, part) {
			t.Errorf("it does not say %q", part)
		}
	}
	for _, test := range []string{"chromedp", "pgregory.net/rapid", "go-cmp"} {
		if strings.Contains(printed, test) {
			t.Errorf("it names %s, which is not built in", test)
		}
	}
	site := filepath.Join(dir, "dist")
	if code, _, problems := call(dir, "build", filepath.Join(dir, "good.yaml"), "-o", site); code != exitDone {
		t.Fatal(problems)
	}
	assets := filepath.Join(site, "assets")
	for begin, want := range map[string]string{"licenses.": printed, "wasm_exec.": ""} {
		at := slices.IndexFunc(names(t, assets), func(name string) bool {
			return strings.HasPrefix(name, begin) && strings.Count(name, ".") == 2
		})
		if at < 0 {
			t.Fatalf("no %s is published", begin)
		}
		got, err := os.ReadFile(filepath.Join(assets, names(t, assets)[at]))
		if err != nil {
			t.Fatal(err)
		}
		if want == "" {
			// The loader is the toolchain's, whose notice it keeps.
			if !strings.HasPrefix(string(got), "// Copyright 2018 The Go Authors. All rights reserved.") {
				t.Errorf("%s begins with %.80s", begin, got)
			}
		} else if string(got) != want {
			t.Errorf("%s is not what is printed", begin)
		}
	}
}
