package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// asked is what dpkg-deb says of a package.
func asked(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("dpkg-deb", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("dpkg-deb %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func TestDebianPackage(t *testing.T) {
	file := debianFile(t)
	if got := filepath.Base(file); got != "barline_1.2.0_amd64.deb" {
		t.Errorf("it is called %s", got)
	}
	for field, want := range map[string]string{
		"Package": "barline", "Version": "1.2.0", "Architecture": "amd64", "Section": "text", "Priority": "optional",
		"Maintainer": "The Barline authors", "Suggests": "ffmpeg, poppler-utils",
	} {
		if got := strings.TrimSpace(asked(t, "-f", file, field)); got != want {
			t.Errorf("%s is %q, not %q", field, got, want)
		}
	}
	depends := strings.Split(strings.TrimSpace(asked(t, "-f", file, "Depends")), ", ")
	for _, p := range []string{"libgl1", "libx11-6", "libxrandr2", "libxcursor1", "libxi6"} {
		if !slices.Contains(depends, p) {
			t.Errorf("it does not depend on %s: %v", p, depends)
		}
	}
	if !slices.ContainsFunc(depends, func(d string) bool { return strings.HasPrefix(d, "libc6 (>= 2.") }) {
		t.Errorf("it does not say which libc6 it needs: %v", depends)
	}
	if got := strings.Fields(asked(t, "--ctrl-tarfile", file)); len(got) == 0 {
		t.Error("it has no control files")
	}
	holds(t, file)
	isItself(t, file)
}

// holds holds what is in a package, whose it is, and from when.
func holds(t *testing.T, file string) {
	t.Helper()
	listed := asked(t, "--contents", file)
	for _, path := range []string{
		"usr/bin/barline", "usr/bin/barline-window",
		"usr/share/applications/barline-window.desktop", "usr/share/mime/packages/barline.xml",
		"usr/share/metainfo/" + appID + ".metainfo.xml",
		"usr/share/icons/hicolor/16x16/apps/barline-window.png", "usr/share/icons/hicolor/512x512/apps/barline-window.png",
		"usr/share/icons/hicolor/scalable/apps/barline-window.svg",
		"usr/share/man/man1/barline.1.gz", "usr/share/man/man1/barline-build.1.gz", "usr/share/man/man1/barline-window.1.gz",
		"usr/share/doc/barline/copyright", "usr/share/doc/barline/changelog.gz", "usr/share/doc/barline/licenses.txt.gz",
		"usr/share/doc/barline/licenses-window.txt.gz", "usr/share/doc/barline/barline.cdx.json", "usr/share/doc/barline/barline-window.cdx.json",
	} {
		if !strings.Contains(listed, " ./"+path+"\n") && !strings.Contains(listed, " /"+path+"\n") && !strings.Contains(listed, " "+path+"\n") {
			t.Errorf("it does not hold %s:\n%s", path, listed)
		}
	}
	for line := range strings.Lines(listed) {
		f := strings.Fields(line)
		want := "-rw-r--r--"
		switch {
		case strings.HasPrefix(f[0], "d"):
			want = "drwxr-xr-x"
		case strings.Contains(f[5], "/usr/bin/"):
			want = "-rwxr-xr-x"
		}
		if f[0] != want || f[1] != "root/root" || f[3] != "2026-11-29" {
			t.Errorf("%s", line)
		}
	}
}

// isItself holds that what is installed runs, and knows which version it is.
func isItself(t *testing.T, file string) {
	t.Helper()
	dir := t.TempDir()
	asked(t, "-x", file, dir)
	out, err := exec.Command(filepath.Join(dir, "usr/bin/barline"), "version").Output()
	if err != nil || string(out) != "barline 1.2.0 (commit 0123456789ab of 2026-11-29)\nstory format 1\n" {
		t.Errorf("%q, %v", out, err)
	}
	copyright, err := os.ReadFile(filepath.Join(dir, "usr/share/doc/barline/copyright"))
	if err != nil || !bytes.Contains(copyright, []byte("\n Permission is hereby granted, free of charge")) || !bytes.Contains(copyright, []byte("\n .\n THE SOFTWARE IS PROVIDED")) {
		t.Errorf("%v\n%s", err, copyright)
	}
}

// The same files make the same package, in whatever folder and order.
func TestDebianPackageIsTheSame(t *testing.T) {
	items := below("usr/share/doc/barline", someItems())
	one, err := someRelease().debianPackage("amd64", items, []string{"libc6"}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(items)
	two, err := someRelease().debianPackage("amd64", items, []string{"libc6"}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, two) {
		t.Error("the second package has other bytes")
	}
}

// A library that no package is known of stops the release.
func TestUnknownLibrary(t *testing.T) {
	if _, err := dependencies("/bin/bash"); err == nil || !strings.Contains(err.Error(), "say in deb.go") {
		t.Errorf("of bash, which needs libtinfo: %v", err)
	}
}
