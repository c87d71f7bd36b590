package crash_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/host/crash"
)

// settings makes a folder the person's own for settings, on every system.
func settings(t *testing.T, dir string) {
	t.Helper()
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "HOME"} {
		t.Setenv(name, dir)
	}
}

func files(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func broken() error {
	var none []int
	return errors.New(string(rune(none[3])))
}

// A panic becomes a sentence that names a file, and the file has the trace.
func TestAPanicIsWrittenIntoAFile(t *testing.T) {
	dir := t.TempDir()
	settings(t, dir)
	e, ok := errors.AsType[*crash.Error](crash.Guard(broken))
	if !ok {
		t.Fatal("the panic is no error")
	}
	if strings.Contains(e.Report(), "goroutine") || !strings.Contains(e.Report(), e.Path) || e.Path == "" {
		t.Errorf("it says %q of the file %q", e.Report(), e.Path)
	}
	contents, err := os.ReadFile(e.Path)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Barline ", "index out of range [3]", "crash_test.broken", "goroutine"} {
		if !strings.Contains(string(contents), part) {
			t.Errorf("the file lacks %q:\n%s", part, contents)
		}
	}
}

// Other errors, and none, pass as they are, and leave no file.
func TestOtherErrorsPass(t *testing.T) {
	dir := t.TempDir()
	settings(t, dir)
	plain := errors.New("plain")
	if err := crash.Guard(func() error { return plain }); err != plain {
		t.Errorf("%v came out as %v", plain, err)
	}
	if err := crash.Guard(func() error { return nil }); err != nil {
		t.Error(err)
	}
	if all := files(t, dir); len(all) > 0 {
		t.Errorf("there are %v", all)
	}
}

// What runs beside hands its panic over.
func TestAPanicBeside(t *testing.T) {
	settings(t, t.TempDir())
	failed := make(chan error, 1)
	crash.Beside(func() { broken() }, func(err error) { failed <- err })
	if e, ok := errors.AsType[*crash.Error](<-failed); !ok || e.Path == "" {
		t.Errorf("it hands over %v", e)
	}
}

// Only the latest files are kept, and nothing else beside them is touched.
func TestOldFilesGo(t *testing.T) {
	dir := t.TempDir()
	settings(t, dir)
	var last *crash.Error
	for range 8 {
		last, _ = errors.AsType[*crash.Error](crash.Guard(broken))
	}
	other := filepath.Join(filepath.Dir(last.Path), "recent.json")
	if err := os.WriteFile(other, []byte("[]"), 0o644); err != nil {
		t.Fatal(err)
	}
	last, _ = errors.AsType[*crash.Error](crash.Guard(broken))
	all := files(t, dir)
	if len(all) != 6 {
		t.Errorf("%d files are kept: %v", len(all), all)
	}
	for _, path := range []string{other, last.Path} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

// Where no file can be written the trace is in the report.
func TestNowhereToWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	settings(t, file) // a file is no folder
	e, _ := errors.AsType[*crash.Error](crash.Guard(broken))
	if e.Path != "" || strings.Contains(e.Error(), "goroutine") || !strings.Contains(e.Report(), "crash_test.broken") {
		t.Errorf("without a folder it reports %q", e.Report())
	}
}
