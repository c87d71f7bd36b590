package publish_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"barline/publish"
)

// tree is every file below a folder, with its contents.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		contents, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(contents)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// entries are the names in a folder: what a failure may have left behind.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// contents is what a folder holds once the site is written.
func contents(s publish.Site) map[string]string {
	files := map[string]string{}
	for name, c := range s {
		files[name] = string(c)
	}
	list, err := json.Marshal(map[string]any{"barline": 1, "files": append(slices.Sorted(maps.Keys(s)), "barline.json")})
	if err != nil {
		panic(err) // strings only
	}
	files["barline.json"] = string(list)
	return files
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWrite(t *testing.T) {
	s, _ := site2025(t)
	parent := t.TempDir()
	dir := filepath.Join(parent, "deep", "down", "dist")
	if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(contents(s), tree(t, dir)) {
		t.Error("what is in the folder is not the site")
	}
	if diff := cmp.Diff([]string{"dist"}, entries(t, filepath.Dir(dir))); diff != "" {
		t.Error(diff)
	}
	// A web server is another user.
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm()&0o055 != 0o055 {
		t.Errorf("the folder is %v, %v", info.Mode(), err)
	}
}

func TestWriteReplacesAnOlderSite(t *testing.T) {
	s, _ := site2025(t)
	dir := filepath.Join(t.TempDir(), "dist")
	older := maps.Clone(s)
	older["left-from-before.js"], older["index.html"] = []byte("old"), []byte("old")
	for _, s := range []publish.Site{older, s, s} {
		if err := s.Write(t.Context(), dir+string(filepath.Separator), publish.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(contents(s), tree(t, dir)) {
			t.Error("what is in the folder is not the site written last")
		}
	}
	if diff := cmp.Diff([]string{"dist"}, entries(t, filepath.Dir(dir))); diff != "" {
		t.Error(diff)
	}
}

func TestWriteIntoAnEmptyFolder(t *testing.T) {
	s, _ := site2025(t)
	dir := t.TempDir()
	if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if len(tree(t, dir)) != len(s)+1 {
		t.Error("not everything was written")
	}
}

// A folder with somebody's files in it is refused and stays as it is: a site
// replaces whole folders.
func TestWriteRefusesForeignFiles(t *testing.T) {
	s, _ := site2025(t)
	for name, files := range map[string]map[string]string{
		"notes":                {"notes.txt": "mine"},
		"another site":         {"index.html": "<html>", "style.css": "p {}"},
		"a folder":             {"photos/one.jpg": "mine"},
		"the story's own home": {"story.json": `{"barline": 1}`, "notes.txt": "mine"},
		"another manifest":     {"barline.json": `{"files": []}`, "index.html": "mine"},
	} {
		parent := t.TempDir()
		dir := filepath.Join(parent, "dir")
		for file, text := range files {
			write(t, filepath.Join(dir, file), text)
		}
		err := s.Write(t.Context(), dir, publish.WriteOptions{})
		if err == nil || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "did not write") {
			t.Errorf("%s: %v", name, err)
		}
		if got := tree(t, dir); !maps.Equal(files, got) {
			t.Errorf("%s: now there are %v", name, slices.Sorted(maps.Keys(got)))
		}
		if got := entries(t, parent); len(got) != 1 {
			t.Errorf("%s: left behind: %v", name, got)
		}
	}
}

// Whatever fails, the site before stays whole and nothing else stays.
func TestWriteFailsWhole(t *testing.T) {
	s, _ := site2025(t)
	broken := maps.Clone(s)
	// index.html is a file by the time this one needs it as a folder.
	broken["index.html/part"] = []byte("x")
	parent := t.TempDir()
	dir := filepath.Join(parent, "dist")
	if err := broken.Write(t.Context(), dir, publish.WriteOptions{}); err == nil {
		t.Fatal("a file within a file was written")
	}
	if got := entries(t, parent); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
	if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := broken.Write(t.Context(), dir, publish.WriteOptions{}); err == nil {
		t.Fatal("a file within a file was written over a site")
	}
	if !maps.Equal(contents(s), tree(t, dir)) {
		t.Error("the site before is not whole")
	}
	if got := entries(t, parent); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
}

func TestWriteWhereNothingCanBeWritten(t *testing.T) {
	s, _ := site2025(t)
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "mine")
	for _, dir := range []string{file, filepath.Join(file, "dist"), filepath.Join(file, "deep", "dist")} {
		if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", dir, err)
		}
	}
	if got := tree(t, filepath.Dir(file)); len(got) != 1 || got["file"] != "mine" {
		t.Errorf("now there are %v", slices.Sorted(maps.Keys(got)))
	}
}

// In a folder that may not be written to, the site before stays, or the new
// one takes its place (some users may write anywhere), but never half of it.
func TestWriteInALockedFolder(t *testing.T) {
	s, _ := site2025(t)
	parent := t.TempDir()
	dir := filepath.Join(parent, "dist")
	if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	next := maps.Clone(s)
	next["index.html"] = []byte("next")
	if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(parent, 0o755) })
	want := contents(s)
	if err := next.Write(t.Context(), dir, publish.WriteOptions{}); err == nil {
		want = contents(next)
	}
	if !maps.Equal(want, tree(t, dir)) {
		t.Error("neither the site before nor the new one is whole")
	}
	if got := entries(t, parent); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
}

// Published again, the files of before that are named by their contents stay
// for pages in caches, until they are pruned; what somebody else put there
// stays in any case.
func TestWriteKeepsWhatIsStillAskedFor(t *testing.T) {
	before, _ := site2025(t)
	dir := filepath.Join(t.TempDir(), "dist")
	put := func(s publish.Site, o publish.WriteOptions) map[string]string {
		t.Helper()
		if err := s.Write(t.Context(), dir, o); err != nil {
			t.Fatal(err)
		}
		return tree(t, dir)
	}
	put(before, publish.WriteOptions{})
	write(t, filepath.Join(dir, "CNAME"), "timeline.example.org")
	write(t, filepath.Join(dir, "e", "notes.txt"), "mine")
	write(t, filepath.Join(dir, "assets", "logo.svg"), "mine")
	if err := os.Symlink("index.html", filepath.Join(dir, "start.html")); err != nil {
		t.Fatal(err)
	}

	after := maps.Clone(before)
	script := before.Named("page.js")
	delete(after, script)
	delete(after, "e/embassy/index.html")
	after["assets/page.0123456789ab.js"] = []byte("newer")
	mine := map[string]string{"CNAME": "timeline.example.org", "e/notes.txt": "mine", "assets/logo.svg": "mine", "start.html": string(after["index.html"])}
	want := contents(after)
	maps.Copy(want, mine)
	want[script] = string(before[script])
	// Twice: what was kept once is kept again.
	for range 2 {
		if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(put(after, publish.WriteOptions{})))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	if got := tree(t, dir); !maps.Equal(want, got) {
		t.Error("a file holds something else")
	}
	delete(want, script)
	if got := put(after, publish.WriteOptions{Prune: true}); !maps.Equal(want, got) {
		t.Errorf("pruned, there are %v", slices.Sorted(maps.Keys(got)))
	}
	if target, err := os.Readlink(filepath.Join(dir, "start.html")); err != nil || target != "index.html" {
		t.Errorf("the link leads to %q, %v", target, err)
	}

	// A name that somebody has taken is not taken from them.
	taken := maps.Clone(after)
	taken["CNAME"] = []byte("ours")
	if err := taken.Write(t.Context(), dir, publish.WriteOptions{}); err == nil || !strings.Contains(err.Error(), "CNAME is a file that barline did not write") {
		t.Errorf("got %v", err)
	}
	if got := tree(t, dir); !maps.Equal(want, got) {
		t.Error("refused, it changed something")
	}
}

// Told to stop, it leaves everything as it was.
func TestWriteInterrupted(t *testing.T) {
	s, _ := site2025(t)
	parent := t.TempDir()
	dir := filepath.Join(parent, "dist")
	if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	next := maps.Clone(s)
	next["index.html"] = []byte("next")
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := next.Write(stopped, dir, publish.WriteOptions{}); err == nil || err.Error() != "interrupted; "+dir+" is as it was" {
		t.Errorf("got %v", err)
	}
	if !maps.Equal(contents(s), tree(t, dir)) || len(entries(t, parent)) != 1 {
		t.Errorf("it changed something; beside it: %v", entries(t, parent))
	}
}

// What a build that was killed has left goes, once it is old enough that
// nobody writes it any more.
func TestWriteSweeps(t *testing.T) {
	s, _ := site2025(t)
	parent := t.TempDir()
	dir := filepath.Join(parent, "dist")
	old, young, other := ".dist-new-1", ".dist-new-2", ".distant-new-3"
	for _, name := range []string{old, young, other} {
		write(t, filepath.Join(parent, name, "index.html"), "half")
	}
	yesterday := time.Now().Add(-25 * time.Hour)
	for _, name := range []string{old, other} {
		if err := os.Chtimes(filepath.Join(parent, name), yesterday, yesterday); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Write(t.Context(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{young, other, "dist"}, entries(t, parent)); diff != "" {
		t.Error(diff)
	}
}
