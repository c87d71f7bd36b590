//go:build unix

package publish_test

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/publish"
)

// small is a site of a few files.
func small(page string) publish.Site {
	return publish.Site{"index.html": []byte(page), "index.html.gz": []byte(page), "e/one/index.html": []byte(page), "nb/index.html": []byte(page), "story.json": []byte("{}"), "assets/page.0123456789ab.js": []byte("js")}
}

// look is everything below a folder: what it is, its mode and, of a file, what is in
// it.
func look(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		contents := ""
		if info.Mode().IsRegular() {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			contents = string(b)
		}
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)] = info.Mode().String() + " " + contents
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A checkout with its .git, folders of somebody's, empty or not, and their modes are
// there after a site was written as they were before, and are the same folders.
func TestWriteKeepsFolders(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	if err := small("old").Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{".git/refs/heads", ".git/objects/pack", "drafts", "e/drafts", ".well-known/acme-challenge"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(dir, ".git", "HEAD"), "ref: refs/heads/gh-pages\n")
	write(t, filepath.Join(dir, ".git", "index.html"), "of the same name, and somebody's")
	for folder, mode := range map[string]fs.FileMode{"drafts": 0o700, ".git/objects/pack": 0o775, "e": 0o750} {
		if err := os.Chmod(filepath.Join(dir, filepath.FromSlash(folder)), mode); err != nil {
			t.Fatal(err)
		}
	}
	before, git := look(t, dir), stat(t, filepath.Join(dir, ".git"))
	if err := small("new").Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	for name := range before {
		if strings.Contains(name, "index.html") && !strings.HasPrefix(name, ".git") {
			before[name] = strings.ReplaceAll(before[name], "old", "new")
		}
	}
	if diff := cmp.Diff(before, look(t, dir)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	if !os.SameFile(git, stat(t, filepath.Join(dir, ".git"))) {
		t.Error(".git is another folder")
	}
}

func stat(t *testing.T, path string) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// The folders of the site itself may have been made ready for a server: their modes
// and owners stay where the whole folder is exchanged, too.
func TestWriteKeepsModesAndOwners(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	if err := small("old").Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	for folder, mode := range map[string]fs.FileMode{".": 0o750 | fs.ModeSetgid, "assets": 0o700, "e/one": 0o711} {
		path := filepath.Join(dir, filepath.FromSlash(folder))
		if os.Getuid() == 0 {
			if err := os.Chown(path, 12, 34); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := small("new").Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir)["index.html"]; got != "new" {
		t.Errorf("the page is %q", got)
	}
	for folder, mode := range map[string]fs.FileMode{".": 0o750 | fs.ModeSetgid, "assets": 0o700, "e/one": 0o711, "nb": 0o755} {
		info := stat(t, filepath.Join(dir, filepath.FromSlash(folder)))
		if got := info.Mode() &^ fs.ModeDir; got != mode {
			t.Errorf("%s has the mode %v, want %v", folder, got, mode)
		}
		if os.Getuid() == 0 && folder != "nb" && owner(info) != "12:34" {
			t.Errorf("%s is owned by %s", folder, owner(info))
		}
	}
}

// A link is followed, also to a folder that is not there yet, and stays a link.
func TestWriteFollowsLinks(t *testing.T) {
	for name, target := range map[string]string{"to a site": "../site", "to what is not there": "../new/deep", "to a link": "other"} {
		parent := t.TempDir()
		links := filepath.Join(parent, "links")
		if err := os.Mkdir(links, 0o755); err != nil {
			t.Fatal(err)
		}
		if name == "to a site" {
			if err := small("old").Write(t.Context(), filepath.Join(parent, "site"), publish.WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		link := filepath.Join(links, "public")
		if err := errors.Join(os.Symlink(target, link), os.Symlink("../site", filepath.Join(links, "other"))); err != nil {
			t.Fatal(err)
		}
		if err := small("new").Write(t.Context(), link, publish.WriteOptions{}); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, err := os.Readlink(link); err != nil || got != target {
			t.Errorf("%s: the link leads to %q, %v", name, got, err)
		}
		if got, err := os.ReadFile(filepath.Join(link, "index.html")); err != nil || string(got) != "new" {
			t.Errorf("%s: the page is %q, %v", name, got, err)
		}
		if diff := cmp.Diff([]string{"other", "public"}, entries(t, links)); diff != "" {
			t.Error(name, diff)
		}
	}
	loop := filepath.Join(t.TempDir(), "loop")
	if err := os.Symlink("loop", loop); err != nil {
		t.Fatal(err)
	}
	if err := small("new").Write(t.Context(), loop, publish.WriteOptions{}); err == nil || !strings.Contains(err.Error(), "leads nowhere") {
		t.Errorf("a link to itself: %v", err)
	}
}

// In the folder that the program runs in it is written inside: whoever stands there
// stays where they are.
func TestWriteWhereItRuns(t *testing.T) {
	for _, where := range []string{".", "drafts"} {
		dir := filepath.Join(t.TempDir(), "dist")
		if err := small("old").Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, where), 0o755); err != nil {
			t.Fatal(err)
		}
		t.Chdir(filepath.Join(dir, where))
		before := stat(t, dir)
		to := "."
		if where != "." {
			to = ".."
		}
		if err := small("new").Write(t.Context(), to, publish.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		if !os.SameFile(before, stat(t, dir)) {
			t.Errorf("in %s: it is another folder", where)
		}
		got := tree(t, dir)
		if !maps.Equal(got, contents(small("new"))) {
			t.Errorf("in %s there are %v", where, slices.Sorted(maps.Keys(got)))
		}
	}
	// An empty one, as in a container that starts in it.
	t.Chdir(t.TempDir())
	if err := small("new").Write(t.Context(), ".", publish.WriteOptions{}); err != nil || len(tree(t, ".")) != len(small(""))+1 {
		t.Errorf("an empty folder: %v", err)
	}
}

// A volume that is mounted, as in a container, cannot be exchanged.
func TestWriteIntoAMount(t *testing.T) {
	if os.Getuid() != 0 || runtime.GOOS != "linux" {
		t.Skip("only root on Linux may mount")
	}
	parent := t.TempDir()
	for _, how := range [][]string{{"-t", "tmpfs", "none"}, {"--bind", t.TempDir()}} {
		dir := filepath.Join(parent, "mounted"+how[0])
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("mount", append(how, dir)...).CombinedOutput(); err != nil {
			t.Skipf("mounting is not allowed here: %s", out)
		}
		t.Cleanup(func() { exec.Command("umount", dir).Run() })
		for _, page := range []string{"old", "new"} {
			if err := small(page).Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
				t.Fatal(err)
			}
			if got := tree(t, dir); !maps.Equal(got, contents(small(page))) {
				t.Errorf("%v: there are %v", how, slices.Sorted(maps.Keys(got)))
			}
		}
		for _, name := range entries(t, parent) {
			if strings.Contains(name, "-new-") {
				t.Errorf("left behind: %s", name)
			}
		}
	}
}

// Stopped or failing, nothing is left of it, not even the folders on the way.
func TestWriteLeavesNoFolders(t *testing.T) {
	parent := t.TempDir()
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := small("new").Write(stopped, filepath.Join(parent, "deep", "down", "dist"), publish.WriteOptions{}); err == nil {
		t.Error("it was written")
	}
	if got := entries(t, parent); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
	t.Chdir(parent)
	if err := small("new").Write(stopped, ".", publish.WriteOptions{}); err == nil || err.Error() != "interrupted; . is as it was" {
		t.Errorf("it says %v", err)
	}
	if got := entries(t, parent); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
}

// Where nobody may write, it says so.
func TestWriteWhereOneMayNot(t *testing.T) {
	if os.Getuid() == 0 || os.Getenv("BARLINE_AS_NOBODY") != "" {
		err := asNobody(t, func(dir string) error { return small("new").Write(context.Background(), dir, publish.WriteOptions{}) })
		if err == "" {
			t.Skip("another user cannot be tried here")
		}
		if !strings.Contains(err, "cannot be written") || !strings.Contains(err, "name a folder in which you may write") {
			t.Errorf("it says %q", err)
		}
		return
	}
	parent := t.TempDir()
	if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	err := small("new").Write(t.Context(), filepath.Join(parent, "dist"), publish.WriteOptions{})
	if err == nil || !strings.Contains(err.Error(), "name a folder in which you may write") {
		t.Errorf("it says %v", err)
	}
}

// A folder whose parent may not be written to is written inside.
func TestWriteWhereTheParentIsLocked(t *testing.T) {
	for _, cause := range []error{syscall.EBUSY, syscall.EXDEV, syscall.EACCES} {
		dir := filepath.Join(t.TempDir(), "dist")
		if err := small("old").Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		before := stat(t, dir)
		if err := publish.WriteWith(small("new"), t.Context(), dir, func(next, dir string) error { return &fs.PathError{Op: "rename", Path: dir, Err: cause} }); err != nil {
			t.Errorf("%v: %v", cause, err)
		}
		if got := tree(t, dir); !maps.Equal(got, contents(small("new"))) || !os.SameFile(before, stat(t, dir)) {
			t.Errorf("%v: there are %v", cause, slices.Sorted(maps.Keys(got)))
		}
		if got := entries(t, filepath.Dir(dir)); len(got) != 1 {
			t.Errorf("%v: left behind: %v", cause, got)
		}
	}
}

// Written inside, a site's files take their places in an order in which no page names
// what is not there, and what a former site alone had goes last.
func TestOrderInside(t *testing.T) {
	order := publish.InOrder(small(""))
	want := []string{"assets/page.0123456789ab.js", "story.json", "e/one/index.html", "nb/index.html", "index.html", "index.html.gz"}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Error(diff)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	old := small("old")
	old["e/gone/index.html"], old["assets/page.ffffffffffff.js"] = []byte("old"), []byte("old")
	for _, s := range []publish.Site{old, small("new")} {
		if err := s.Write(t.Context(), ".", publish.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	want = slices.Sorted(maps.Keys(contents(small(""))))
	want = append(want, "assets/page.ffffffffffff.js") // pages in caches ask for it
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(tree(t, ".")))); diff != "" {
		t.Error(diff)
	}
	if _, err := os.Stat("e/gone"); err == nil {
		t.Error("an empty folder of the former site is left")
	}
}
