// Command lean makes the copy of the Ebitengine module that the viewer for the
// browser is built with. Ebitengine compiles its shaders, written in Kage, when
// it starts; for that it carries a compiler, Go's parser and big numbers, and
// text/template to write its own shaders with. Our shaders do not change, so
// they are compiled here, by Ebitengine's own compilers, and the copy carries
// what came out instead of the compilers. That saves every reader about a
// quarter of the engine.
//
//	go run ./internal/lean -o .build
//
// writes .build/ebitengine, the copy, and .build/lean.mod, which names it:
//
//	go build -modfile=.build/lean.mod …
//
// The folder _overlay holds the files that differ. At its end lean asks the
// copy for every shader and compares with what the untouched module said.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"barline/render/gpu/kage"
)

const (
	module = "github.com/hajimehoshi/ebiten/v2"
	// version is the one that _overlay was written for: its files must keep
	// the names and the meaning of those that they replace.
	version = "v2.9.9"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", ".build", "the folder to write")
	flag.Parse()
	if err := produce(*out); err != nil {
		log.Fatal(err)
	}
}

// produce writes the copy into a folder below this one's module.
func produce(out string) error {
	// On a new machine nothing has asked for the module's source yet.
	if _, err := command("go", "mod", "download", module); err != nil {
		return err
	}
	found, err := command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", module)
	if err != nil {
		return err
	}
	at, source, _ := strings.Cut(strings.TrimSpace(found), " ")
	if at != version {
		return fmt.Errorf("Ebitengine is %s, but internal/lean/_overlay was written for %s: compare the files that it replaces, then name the new version in internal/lean", at, version)
	}
	out, err = filepath.Abs(out)
	if err != nil {
		return err
	}
	c := copied{dir: filepath.Join(out, "ebitengine"), modfile: filepath.Join(out, "lean.mod"), shaders: []string{filepath.Join(out, "mark.kage"), filepath.Join(out, "plain.kage")}}
	if err := errors.Join(os.MkdirAll(out, 0o755), os.RemoveAll(c.dir)); err != nil {
		return err
	}
	return c.write(source)
}

// copied is the copy of the module.
type copied struct {
	dir, modfile string
	shaders      []string // ours
}

func (c copied) write(source string) error {
	if err := copyTree(os.DirFS(source), c.dir, wanted); err != nil {
		return err
	}
	if err := c.name(); err != nil {
		return err
	}
	for i, source := range [][]byte{kage.Mark(), kage.Plain()} {
		if err := os.WriteFile(c.shaders[i], source, 0o644); err != nil {
			return err
		}
	}
	overlay := os.DirFS(filepath.Join("internal", "lean", "_overlay"))
	if err := copyTree(overlay, c.dir, func(name string) bool { return strings.HasPrefix(name, "internal/precompile") }); err != nil {
		return err
	}
	// While the compilers are still there.
	before, err := c.precompile(append([]string{"list"}, c.shaders...)...)
	if err != nil {
		return err
	}
	sources, err := c.precompile("sources")
	if err != nil {
		return err
	}
	programs, err := c.precompile(append([]string{"programs"}, c.shaders...)...)
	if err != nil {
		return err
	}
	// Now they go.
	glsl := filepath.Join(c.dir, "internal", "shaderir", "glsl")
	if err := os.RemoveAll(glsl); err != nil {
		return err
	}
	if err := copyTree(overlay, c.dir, func(string) bool { return true }); err != nil {
		return err
	}
	if err := c.quiet(); err != nil {
		return err
	}
	if err := errors.Join(
		os.WriteFile(filepath.Join(glsl, "programs.go"), []byte(programs), 0o644),
		os.WriteFile(filepath.Join(c.dir, "internal", "builtinshader", "sources.go"), []byte(sources), 0o644),
	); err != nil {
		return err
	}
	after, err := c.precompile(append([]string{"list"}, c.shaders...)...)
	if err != nil {
		return err
	}
	return same(before, after)
}

// A cut takes a passage out of one of the module's files.
type cut struct{ file, from, to, instead string }

// cuts are what the browser's loop does for its own sake: a clock that watches
// ten times a second whether sound should pause; a look for game controllers
// in every frame, of which some browsers complain; a pass over the whole screen
// to clear it, which our picture covers anyway; and the rule that only a frame
// that drew on the offscreen is shown, for which each frame would have to.
func cuts() []cut {
	const loop, context, driver = "internal/ui/ui_js.go", "internal/ui/context.go", "internal/graphicsdriver/opengl/graphics.go"
	return []cut{
		{loop, "\tgo func() {\n\t\tdefer close(resStopAudioCh)\n", "\treturn <-errCh\n", "\tgo func() {\n\t\t<-reqStopAudioCh\n\t\tclose(resStopAudioCh)\n\t}()\n\n"},
		{loop, "\tif err := gamepad.Update(); err != nil {\n", "\tw, h := u.outsideSize()\n", ""},
		{loop, "\t\"github.com/hajimehoshi/ebiten/v2/internal/gamepad\"\n", "\t\"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver\"\n", ""},
		{driver, "func (g *Graphics) NeedsClearingScreen() bool {\n", "}\n\nfunc (g *Graphics) MaxImageSize() int {\n", "func (g *Graphics) NeedsClearingScreen() bool {\n\treturn false\n"},
		{context, "\tconst maxSkipCount = 4\n", "\t// screen can be nil for some edge cases", ""},
	}
}

// quiet makes the cuts.
func (c copied) quiet() error {
	for _, cut := range cuts() {
		name := filepath.Join(c.dir, filepath.FromSlash(cut.file))
		contents, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		before, rest, found := strings.Cut(string(contents), cut.from)
		_, after, ends := strings.Cut(rest, cut.to)
		if !found || !ends || strings.Contains(after, cut.from) {
			return fmt.Errorf("%s: not found once, from %q to %q: compare it with internal/lean", name, cut.from, cut.to)
		}
		if err := os.WriteFile(name, []byte(before+cut.instead+cut.to+after), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// same compares what the module said of its shaders with what the copy says.
func same(before, after string) error {
	if before == after {
		return nil
	}
	b, a := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Errorf("the copy's shaders are not the module's; line %d of the list:\n%s\ninstead of\n%s", i+1, a[i], b[i])
		}
	}
	return fmt.Errorf("the copy's list of shaders has %d lines, the module's %d", len(a), len(b))
}

// name writes a go.mod beside the project's that differs in one thing.
func (c copied) name() error {
	contents, err := os.ReadFile("go.mod")
	if err != nil {
		return err
	}
	sums, err := os.ReadFile("go.sum")
	if err != nil {
		return err
	}
	contents = fmt.Appendf(contents, "\nreplace %s => %s\n", module, filepath.ToSlash(c.dir))
	return errors.Join(
		os.WriteFile(c.modfile, contents, 0o644),
		os.WriteFile(strings.TrimSuffix(c.modfile, ".mod")+".sum", sums, 0o644),
	)
}

// precompile runs the program of that name inside the copy.
func (c copied) precompile(args ...string) (string, error) {
	return command("go", append([]string{"run", "-modfile=" + c.modfile, module + "/internal/precompile"}, args...)...)
}

// wanted says which of the module's files are copied: the examples alone are
// most of it.
func wanted(name string) bool {
	for _, folder := range []string{"examples", "cmd", "docs", ".github", ".git", "_resources"} {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			return false
		}
	}
	return !strings.HasSuffix(name, "_test.go")
}

// copyTree copies the files whose names pass; modules in the cache are
// read-only, copies are not.
func copyTree(from fs.FS, to string, pass func(name string) bool) error {
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !pass(name) {
			return err
		}
		contents, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, contents, 0o644)
	})
}

// command runs a program and returns what it prints.
func command(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	// What runs here is for this machine, whatever is being built.
	c.Env = append(os.Environ(), "GOOS=", "GOARCH=", "CGO_ENABLED=0")
	var out, problems bytes.Buffer
	c.Stdout, c.Stderr = &out, &problems
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, problems.String())
	}
	return out.String(), nil
}
