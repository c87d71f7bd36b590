package window_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"barline/internal/xserver"
)

// smallDisk is a folder on a disk of its own with 64 kB; only root may make one.
func smallDisk(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("a small disk cannot be mounted: %v; TestALimitOfFiles tries the same without one", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// A full disk is said, nothing appears on it, and what was there stays.
func TestExportIntoAFullDisk(t *testing.T) {
	disk, p := smallDisk(t), &portal{}
	environment = []string{"DBUS_SESSION_BUS_ADDRESS=" + session(t, p)}
	defer func() { environment = nil }()
	w := openOn(t, xserver.Start(t, 700, 600), "-theme", "light", copyOf(t))
	w.until("the story is shown", func(r report) bool { return len(r.Boxes) == 10 })
	save(t, filepath.Join(disk, "old.png"), "mine")
	for _, e := range []struct{ kind, name string }{{"png", "new.png"}, {"png", "old.png"}, {"site", "page"}} {
		name := e.name
		p.saves(filepath.Join(disk, name))
		w.exports(e.kind)
		w.until("the full disk is said for "+name, func(r report) bool {
			return strings.HasPrefix(r.Notice, "Nothing was written") && strings.Contains(r.Notice, name+": the disk is full")
		})
		w.look("full-disk")
		if got := names(t, disk); got != "old.png" {
			t.Errorf("on the disk there are %s", got)
		}
	}
	if contents, err := os.ReadFile(filepath.Join(disk, "old.png")); err != nil || string(contents) != "mine" {
		t.Errorf("the file that was there is %q, %v", contents, err)
	}
	// Once there is room it is written.
	p.saves(filepath.Join(t.TempDir(), "page"))
	w.exports("site")
	w.until("the site is written", func(r report) bool { return strings.HasPrefix(r.Notice, "Written") })
}

// The system's limit for files does what a full disk does, and needs no rights.
func TestALimitOfFiles(t *testing.T) {
	story := copyOf(t)
	dir := t.TempDir()
	script := filepath.Join(dir, "limited")
	const limit = 32 // in blocks of 512 bytes
	if err := os.WriteFile(script, []byte(fmt.Sprintf("#!/bin/sh\nulimit -f %d && exec %q \"$@\"\n", limit, built)), 0o755); err != nil {
		t.Fatal(err)
	}
	was := built
	built = script
	defer func() { built = was }()
	environment = []string{"PATH=" + dir, "MESA_SHADER_CACHE_DISABLE=true"}
	defer func() { environment = nil }()
	w := open(t, "-size", "700x560", "-theme", "light", story)
	w.until("the story is shown", func(r report) bool { return len(r.Boxes) == 10 })
	for kind, name := range map[string]string{"png": "meetings.png", "site": "meetings"} {
		w.exports(kind)
		w.until("the limit is said", func(r report) bool {
			return r.Exporting == "" && strings.HasPrefix(r.Notice, "Nothing was written") && strings.Contains(r.Notice, name+": the file would be larger than this system lets it be")
		})
		if got := names(t, filepath.Dir(story)); got != "meetings.yaml" {
			t.Errorf("beside the story there are %s", got)
		}
		w.key(keyEscape)
	}
	w.exports("csv")
	w.until("what is small enough is written", func(r report) bool { return strings.HasPrefix(r.Notice, "Written") })
}

// A folder in which one may not write is said, with what helps.
func TestExportIntoALockedFolder(t *testing.T) {
	p := &portal{}
	environment = []string{"DBUS_SESSION_BUS_ADDRESS=" + session(t, p)}
	defer func() { environment = nil }()
	dir, want := t.TempDir(), "you may not write into the folder"
	if os.Geteuid() == 0 {
		// Root may write everywhere but on a disk that is read only.
		dir, want = smallDisk(t), "cannot be written on"
		if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			t.Fatal(err)
		}
	} else if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	w := openOn(t, xserver.Start(t, 700, 600), copyOf(t))
	w.until("the story is shown", func(r report) bool { return len(r.Boxes) == 10 })
	for _, kind := range []string{"svg", "site"} {
		p.saves(filepath.Join(dir, "talks-"+kind))
		w.exports(kind)
		w.until("it is said of "+kind, func(r report) bool {
			return strings.HasPrefix(r.Notice, "Nothing was written") && strings.Contains(r.Notice, "talks-"+kind) && strings.Contains(r.Notice, want)
		})
	}
}
