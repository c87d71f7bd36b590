package window_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"barline/internal/xserver"
)

// breaking builds the program with other text in some of its files: old, new, by path.
func breaking(t *testing.T, changes map[string][2]string) (program string) {
	t.Helper()
	dir := t.TempDir()
	replaced := map[string]string{}
	for path, change := range changes {
		from, err := filepath.Abs(filepath.Join("..", "..", path))
		if err != nil {
			t.Fatal(err)
		}
		contents, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(contents), change[0]) != 1 {
			t.Fatalf("%s does not have %q once", path, change[0])
		}
		to := filepath.Join(dir, filepath.Base(path))
		if err := os.WriteFile(to, []byte(strings.Replace(string(contents), change[0], change[1], 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		replaced[from] = to
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, overlay, 0o644); err != nil {
		t.Fatal(err)
	}
	program = filepath.Join(dir, "barline-window")
	if out, err := exec.Command("go", "build", "-overlay", list, "-o", program, "barline").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// A panic while a frame is made, while one is drawn, or beside the window ends it with a
// sentence and a file that has the trace; one while a story is opened ends nothing. The
// panics are built into a program for this test.
func TestAPanicIsSaid(t *testing.T) {
	program := breaking(t, map[string][2]string{
		"host/present_desktop.go": {"func (w *window) resizeText(by int) {\n", "func (w *window) resizeText(by int) {\n\tif by > 0 {\n\t\tpanic(\"in a frame\")\n\t}\n"},
		"host/window_desktop.go":  {"	if w.drawBlank(image) {\n", "	if w.tools.present.blank == \"white\" {\n\t\tpanic(\"while drawing\")\n\t}\n	if w.drawBlank(image) {\n"},
		"host/search_desktop.go":  {"		text, err := w.tools.board.Text()\n", "		text, err := w.tools.board.Text()\n\t\tpanic(\"beside\")\n"},
		"host/opening_desktop.go": {"	r, err := importer.Import(contents, options)\n", "	if options.Name == \"broken.yaml\" {\n\t\tpanic(\"while opening\")\n\t}\n	r, err := importer.Import(contents, options)\n"},
	})
	for _, c := range []struct {
		panics string
		does   func(w *window)
	}{
		{"in a frame", func(w *window) { w.display.KeyDown(keyControl); w.display.KeyDown('=') }},
		{"while drawing", func(w *window) { w.display.KeyDown('w') }},
		{"beside", func(w *window) {
			w.key('/')
			w.until("the field has the keyboard", func(r report) bool { return r.Control == "search" })
			w.display.KeyDown(keyControl)
			w.display.KeyDown('v')
		}},
	} {
		t.Run(c.panics, func(t *testing.T) {
			display := xserver.Start(t, 700, 600)
			w := &window{t: t, display: display, state: filepath.Join(t.TempDir(), "state.json")}
			cmd := command(t, display.Name, "-state", w.state, "-reduce-motion", filepath.Join("..", "..", "testdata", "looks", "g-register-300.csv"))
			cmd.Path = program
			var errs bytes.Buffer
			cmd.Stderr = &errs
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { cmd.Process.Kill() })
			w.until("the story is shown", func(r report) bool { return r.Controls["search"] != nil })
			c.does(w)
			cmd.Wait()
			said := errs.String()
			if code := cmd.ProcessState.ExitCode(); code != 1 || strings.Contains(said, "goroutine") || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "barline-window: an error in Barline itself") {
				t.Fatalf("exit %d: %s", code, said)
			}
			if trace := crashFile(t, cmd); !strings.Contains(said, filepath.Base(trace.path)) || !strings.Contains(trace.text, "panic: "+c.panics+"\n") || !strings.Contains(trace.text, "goroutine") {
				t.Errorf("the file has\n%s", trace.text)
			}
		})
	}
	t.Run("while opening", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "broken.yaml")
		save(t, path, story)
		was := built
		built = program
		defer func() { built = was }()
		w := open(t)
		w.until("the built-in story is shown", func(r report) bool { return len(r.Boxes) == 10 })
		w.display.Drop([]string{path})
		r := w.until("it is said", func(r report) bool { return r.Dialog == "problems" })
		if !r.says("an error in Barline itself") || !r.says("crash-") || len(r.Boxes) != 10 {
			t.Errorf("over %d events it says %q", len(r.Boxes), r.DialogTexts)
		}
	})
}

// crashFile is the only file of a crash in a program's folder for settings.
func crashFile(t *testing.T, cmd *exec.Cmd) (trace struct{ path, text string }) {
	t.Helper()
	for _, v := range cmd.Env {
		dir, ok := strings.CutPrefix(v, "XDG_CONFIG_HOME=")
		if !ok {
			continue
		}
		found, err := filepath.Glob(filepath.Join(dir, "barline", "crash-*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 1 {
			contents, err := os.ReadFile(found[0])
			if err != nil {
				t.Fatal(err)
			}
			trace.path, trace.text = found[0], string(contents)
			return trace
		}
		if len(found) > 1 {
			t.Fatalf("there are %v", found)
		}
	}
	t.Fatal("there is no file of the crash")
	return trace
}
