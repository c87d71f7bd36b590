// Command lean makes the copies of two modules that the viewer for the browser is
// built with: of Ebitengine, and of go-text/typesetting. Ebitengine compiles its shaders, written in Kage, when
// it starts; for that it carries a compiler, Go's parser and big numbers, and
// text/template to write its own shaders with. Our shaders do not change, so
// they are compiled here, by Ebitengine's own compilers, and the copy carries
// what came out instead of the compilers. That saves every reader about a
// quarter of the engine. From both modules goes what reads or writes pictures
// in files (PNG, JPEG, TIFF, ZIP, SVG): no picture of ours comes from one.
//
//	go run ./internal/lean -o .build
//
// writes .build/ebitengine and .build/typesetting, the copies, and
// .build/lean.mod, which names them:
//
//	go build -modfile=.build/lean.mod …
//
// The folder _overlay holds the files of Ebitengine that differ; cuts.go lists the
// passages that differ in other files. At its end lean asks the copy for every shader and compares with what the untouched module said.
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

// A module that is copied: its path, the version that _overlay and the cuts were
// written for, whose files must keep the names and the meaning of those that they
// replace, and the copy's folder.
type module struct{ path, version, folder string }

func ebitengine() module {
	return module{"github.com/hajimehoshi/ebiten/v2", "v2.9.9", "ebitengine"}
}

func typesetting() module {
	return module{"github.com/go-text/typesetting", "v0.3.5", "typesetting"}
}

func main() {
	log.SetFlags(0)
	out := flag.String("o", ".build", "the folder to write")
	flag.Parse()
	if err := produce(*out); err != nil {
		log.Fatal(err)
	}
}

// produce writes the copies into a folder below this one's module.
func produce(out string) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, m := range []module{typesetting(), ebitengine()} {
		source, err := m.source()
		if err != nil {
			return err
		}
		dir := filepath.Join(out, m.folder)
		if err := errors.Join(os.RemoveAll(dir), copyTree(os.DirFS(source), dir, wanted)); err != nil {
			return err
		}
	}
	if err := cutOut(filepath.Join(out, typesetting().folder), typesettingCuts()); err != nil {
		return err
	}
	if err := writeModfile(out); err != nil {
		return err
	}
	return newCopy(out).write()
}

// source finds the folder with the module's source.
func (m module) source() (string, error) {
	// On a new machine nothing has asked for it yet.
	if _, err := command("go", "mod", "download", m.path); err != nil {
		return "", err
	}
	found, err := command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", m.path)
	if err != nil {
		return "", err
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(found), " ")
	if version != m.version {
		return "", fmt.Errorf("%s is %s, but internal/lean was written for %s: compare the files that it changes, then name the new version in internal/lean", m.path, version, m.version)
	}
	return dir, nil
}

// copied is the copy of Ebitengine.
type copied struct {
	dir, modfile string
	shaders      []string // ours
}

func newCopy(out string) copied {
	return copied{
		dir:     filepath.Join(out, ebitengine().folder),
		modfile: filepath.Join(out, "lean.mod"),
		shaders: []string{filepath.Join(out, "mark.kage"), filepath.Join(out, "plain.kage")},
	}
}

// write turns the copy into one that has the shaders instead of the compilers.
func (c copied) write() error {
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
	if err := cutOut(c.dir, ebitengineCuts()); err != nil {
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

// writeModfile writes a go.mod that differs from the project's in naming the
// copies. It names them relative to this folder, for the path goes into what is
// built: a whole one would tell where the engine was built, and no two folders
// would build the same bytes.
func writeModfile(out string) error {
	contents, err := os.ReadFile("go.mod")
	if err != nil {
		return err
	}
	sums, err := os.ReadFile("go.sum")
	if err != nil {
		return err
	}
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	to, err := filepath.Rel(here, out)
	if err != nil {
		return err
	}
	for _, m := range []module{ebitengine(), typesetting()} {
		contents = fmt.Appendf(contents, "\nreplace %s => ./%s/%s\n", m.path, filepath.ToSlash(to), m.folder)
	}
	return errors.Join(
		os.WriteFile(filepath.Join(out, "lean.mod"), contents, 0o644),
		os.WriteFile(filepath.Join(out, "lean.sum"), sums, 0o644),
	)
}

// precompile runs the program of that name inside the copy.
func (c copied) precompile(args ...string) (string, error) {
	return command("go", append([]string{"run", "-modfile=" + c.modfile, ebitengine().path + "/internal/precompile"}, args...)...)
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
	// A folder of vendored modules does not hold what is copied, and is left aside.
	c.Env = append(os.Environ(), "GOOS=", "GOARCH=", "CGO_ENABLED=0", "GOFLAGS=-mod=readonly")
	var out, problems bytes.Buffer
	c.Stdout, c.Stderr = &out, &problems
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, problems.String())
	}
	return out.String(), nil
}
