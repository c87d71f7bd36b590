// Command licences collects the licences of all that is built into the viewer for the
// browser and into the newsroom's tool, or into the window, which their authors ask to
// be passed on:
//
//	go run ./internal/licences -modfile .build/lean.mod -o publish/engine/licenses.txt
//	go run ./internal/licences -window -o licenses-window.txt
//
// It asks the go command which packages are built in, and reads the licences and
// notices that lie with them, from their folders up to their modules'. The toolchain's
// own licence, which is that of Go's library, and those of the fonts and of CLDR are
// among them. A module without any is an error: somebody must look for it.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	modfile := flag.String("modfile", ".build/lean.mod", "the go.mod that the viewer is built with")
	out := flag.String("o", "publish/engine/licenses.txt", "the file to write")
	window := flag.Bool("window", false, "collect those of the window instead, on every system")
	flag.Parse()
	of := programs(*modfile)
	if *window {
		of = windows()
	}
	text, err := collect(of)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, text, 0o644); err != nil {
		log.Fatal(err)
	}
}

// A program is what is built: the arguments of go list, and what it is built for.
type program struct {
	args []string
	env  []string
}

func programs(modfile string) []program {
	return []program{
		{[]string{"-mod=readonly", "-modfile=" + modfile, "-tags=lean", "."}, []string{"GOOS=js", "GOARCH=wasm"}},
		{[]string{"./cmd/barline"}, []string{"CGO_ENABLED=0"}},
	}
}

// windows are the window on each system, whose parts differ.
func windows() []program {
	var all []program
	for system, cgo := range map[string]string{"linux": "1", "windows": "0", "darwin": "1"} {
		all = append(all, program{[]string{"."}, []string{"GOOS=" + system, "GOARCH=amd64", "CGO_ENABLED=" + cgo}})
	}
	return all
}

// pkg is what go list says of a package.
type pkg struct {
	ImportPath, Dir string
	Standard        bool
	Module          *struct {
		Path, Version string
		Main          bool
	}
}

// part is something with licences of its own.
type part struct {
	name  string
	texts []string
}

// collect is the text of all licences, the project's own first.
func collect(all []program) ([]byte, error) {
	parts := map[string]*part{}
	for _, p := range all {
		packages, err := p.packages()
		if err != nil {
			return nil, err
		}
		for _, of := range packages {
			if of.Standard || of.Module == nil || of.Module.Main {
				continue
			}
			// With a version both programs may have one of their own.
			name := of.Module.Path
			if of.Module.Version != "" {
				name += " " + of.Module.Version
			}
			if parts[name] == nil {
				parts[name] = &part{name: name}
			}
			if err := parts[name].readUp(of.Dir, strings.TrimPrefix(of.ImportPath, of.Module.Path)); err != nil {
				return nil, err
			}
		}
	}
	own, err := given()
	if err != nil {
		return nil, err
	}
	for name, p := range parts {
		// Some systems keep the toolchain's licence elsewhere; its authors' other
		// works have the same.
		if toolchain := &own[len(own)-1]; len(toolchain.texts) == 0 && strings.HasPrefix(name, "golang.org/x/") {
			toolchain.texts = p.texts
		}
	}
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		own = append(own, *parts[name])
	}
	var b bytes.Buffer
	b.WriteString("Barline is made of the following works, under the licences that follow them.\n")
	for _, p := range own {
		if len(p.texts) == 0 {
			return nil, fmt.Errorf("%s has no file with its licence: look for it before it is published", p.name)
		}
		fmt.Fprintf(&b, "\n%s\n%s\n", strings.Repeat("=", 80), p.name)
		for _, text := range p.texts {
			fmt.Fprintf(&b, "%s\n\n%s\n", strings.Repeat("-", 80), text)
		}
	}
	return b.Bytes(), nil
}

// packages are all that is built into a program.
func (p program) packages() ([]pkg, error) {
	c := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Dir,Standard,Module"}, p.args...)...)
	c.Env = append(os.Environ(), p.env...)
	var problems bytes.Buffer
	c.Stderr = &problems
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, problems.String())
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var one pkg
		err := d.Decode(&one)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
}

// given are the project's own licence and those of what it holds, and, last, the
// toolchain's.
func given() ([]part, error) {
	var all []part
	for _, g := range [][]string{
		{"Barline", "LICENSE"},
		{"Noto Sans and Noto Serif, cut for Barline", "assets/fonts/OFL.txt"},
		{"Unicode CLDR", "timeline/words/languages/cldr/LICENSE-Unicode.txt"},
	} {
		p := part{name: g[0]}
		if err := p.read(g[1]); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	goes := part{name: "Go, its library and the loader of what it compiles"}
	if err := goes.readAll(strings.TrimSpace(string(root))); err != nil {
		return nil, err
	}
	return append(all, goes), nil
}

// readUp reads what lies in a package's folder and in those that it is in, up to its
// module's. below is where the package is in the module.
func (p *part) readUp(dir, below string) error {
	for {
		if err := p.readAll(dir); err != nil {
			return err
		}
		if below = strings.Trim(below, "/"); below == "" {
			return nil
		}
		dir = filepath.Dir(dir)
		if at := strings.LastIndexByte(below, '/'); at >= 0 {
			below = below[:at]
		} else {
			below = ""
		}
	}
}

// readAll reads every licence and notice in a folder.
func (p *part) readAll(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type().IsRegular() && isLicence(e.Name()) {
			if err := p.read(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// isLicence reports whether a file has a name that licences and notices have.
func isLicence(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	if ending == ".go" {
		return false
	}
	base := strings.ToUpper(name)
	for _, begin := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS", "UNLICENSE"} {
		if strings.HasPrefix(base, begin) {
			return true
		}
	}
	return false
}

func (p *part) read(file string) error {
	contents, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(strings.ReplaceAll(string(contents), "\r\n", "\n"))
	if !slices.Contains(p.texts, text) {
		p.texts = append(p.texts, text)
	}
	return nil
}
