package main

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shared writes what a desktop reads below share/ into a folder.
func shared(t *testing.T) string {
	t.Helper()
	all, err := someRelease().share(root(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, it := range all {
		path := filepath.Join(dir, filepath.FromSlash(it.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, it.contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// passes holds that a checker has nothing to say.
func passes(t *testing.T, program string, args ...string) {
	t.Helper()
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Errorf("%s %v: %v (scripts/test-deps.sh installs it)\n%s", program, args, err, out)
	}
}

// The desktop's own checkers accept the files, and every icon that they name is there.
func TestDesktopFiles(t *testing.T) {
	dir := shared(t)
	passes(t, "desktop-file-validate", filepath.Join(dir, "applications", "barline-window.desktop"))
	passes(t, "appstreamcli", "validate", "--no-net", filepath.Join(dir, "metainfo", appID+".metainfo.xml"))
	for _, px := range []string{"16x16", "24x24", "32x32", "48x48", "64x64", "128x128", "256x256", "512x512"} {
		if _, err := os.Stat(filepath.Join(dir, "icons", "hicolor", px, "apps", entry(t, dir, "Icon")+".png")); err != nil {
			t.Error(err)
		}
	}
}

// entry is a field of the desktop entry.
func entry(t *testing.T, dir, key string) string {
	t.Helper()
	contents, err := os.ReadFile(filepath.Join(dir, "applications", "barline-window.desktop"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(contents)) {
		if value, ok := strings.CutPrefix(line, key+"="); ok {
			return strings.TrimSpace(value)
		}
	}
	t.Fatalf("the entry has no %s", key)
	return ""
}

// The entry, the types and what software centres show name the same types, and no type
// that is not ours: a program that is listed for YAML or CSV may become the one that
// opens them.
func TestTypesAgree(t *testing.T) {
	dir := shared(t)
	var info struct {
		Types []struct {
			Type string `xml:"type,attr"`
		} `xml:"mime-type"`
	}
	contents, err := os.ReadFile(filepath.Join(dir, "mime", "packages", "barline.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(contents, &info); err != nil {
		t.Fatal(err)
	}
	var types []string
	for _, ty := range info.Types {
		types = append(types, ty.Type)
	}
	if got := strings.Split(strings.TrimSuffix(entry(t, dir, "MimeType"), ";"), ";"); !slices.Equal(got, types) {
		t.Errorf("the entry opens %v, the types are %v", got, types)
	}
	centre, err := os.ReadFile(filepath.Join(dir, "metainfo", appID+".metainfo.xml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, ty := range types {
		if !bytes.Contains(centre, []byte("<mediatype>"+ty+"</mediatype>")) {
			t.Errorf("software centres are not told of %s", ty)
		}
	}
	if !bytes.Contains(centre, []byte(`<release version="1.2.0" date="2026-11-29"/>`)) {
		t.Errorf("software centres are not told of the version:\n%s", centre)
	}
}

// With the system's own types, stories are known by their names, and other files are
// what they were.
func TestTypesOfFiles(t *testing.T) {
	dir := shared(t)
	system, err := os.ReadFile("/usr/share/mime/packages/freedesktop.org.xml")
	if err != nil {
		t.Fatalf("%v (scripts/test-deps.sh installs shared-mime-info)", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "mime", "packages", "freedesktop.org.xml"), system, 0o644); err != nil {
		t.Fatal(err)
	}
	passes(t, "update-mime-database", filepath.Join(dir, "mime"))
	for name, want := range map[string]string{
		"six.barline.yaml": "application/x-barline-story+yaml",
		"six.barline.yml":  "application/x-barline-story+yaml",
		"six.barline.json": "application/x-barline-story+json",
		"compose.yaml":     "yaml",
		"barline.yaml":     "yaml",
		"package.json":     "application/json",
		"events.csv":       "text/csv",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("a: 1\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		c := exec.Command("gio", "info", "-a", "standard::content-type", path)
		c.Env = append(os.Environ(), "XDG_DATA_HOME="+dir, "XDG_DATA_DIRS="+dir)
		out, err := c.Output()
		if err != nil {
			t.Fatalf("gio: %v (scripts/test-deps.sh installs libglib2.0-bin)", err)
		}
		if _, got, _ := strings.Cut(string(out), "standard::content-type: "); !strings.HasSuffix(strings.TrimSpace(got), want) {
			t.Errorf("%s is %q, not %q", name, strings.TrimSpace(got), want)
		}
	}
}

// Manuals are packed, and say what they are of.
func TestManuals(t *testing.T) {
	dir := shared(t)
	for name, says := range map[string]string{"barline.1.gz": "BARLINE", "barline-check.1.gz": "BARLINE-CHECK", "barline-window.1.gz": `BARLINE\-WINDOW`} {
		f, err := os.Open(filepath.Join(dir, "man", "man1", name))
		if err != nil {
			t.Error(err)
			continue
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(z)
		f.Close()
		if err != nil || !strings.Contains(string(text), says) {
			t.Errorf("%s: %v, %.200s", name, err, text)
		}
	}
}
