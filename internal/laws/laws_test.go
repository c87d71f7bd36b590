// Package laws holds the laws of the rooms (ARCHITECTURE.md) by reading the
// source. A law that is broken fails with its own sentence.
package laws

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "barline/"

// file is one Go source file that is not a test.
type file struct {
	path    string // from the module's root, with slashes
	room    string // its folder, "." for the root
	imports []string
	syntax  *ast.File
}

// source parses every Go file of the module, whatever it is built for.
func source(t *testing.T) []file {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var files []file
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (strings.HasPrefix(name, ".") && path != root || strings.HasPrefix(name, "_") || name == "testdata" || name == "vendor" || name == "dist" || name == "node_modules") {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		f := file{path: filepath.ToSlash(rel), room: filepath.ToSlash(filepath.Dir(rel)), syntax: syntax}
		for _, i := range syntax.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, p)
		}
		files = append(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 50 {
		t.Fatalf("only %d files found: the walk is wrong", len(files))
	}
	return files
}

// in reports whether a folder is one of the rooms or inside one.
func in(folder string, rooms ...string) bool {
	for _, r := range rooms {
		if folder == r || strings.HasPrefix(folder, r+"/") {
			return true
		}
	}
	return false
}

func TestEbitengineStaysAtTheScreen(t *testing.T) {
	for _, f := range source(t) {
		for _, i := range f.imports {
			if strings.HasPrefix(i, "github.com/hajimehoshi/ebiten") && !in(f.room, "render/gpu", "host") && f.path != "main.go" {
				t.Errorf("%s imports %s: Ebitengine only in render/gpu, host and main.go, so that everything else is tested without a display", f.path, i)
			}
			if i == "syscall/js" && !in(f.room, "host", "cmd/desk", "cmd/deskstyles", "cmd/deskparquet") {
				t.Errorf("%s imports syscall/js: the browser only in host and in the programs of the desk's worker", f.path)
			}
		}
	}
}

func TestPureRoomsHaveNoSurroundings(t *testing.T) {
	forbidden := []string{"time", "math/rand", "math/rand/v2", "crypto/rand", "os", "os/exec", "io/ioutil", "net", "net/http", "path/filepath", "syscall", "runtime"}
	for _, f := range source(t) {
		if !in(f.room, "data", "importer", "check", "typeset", "scene", "timeline", "render", "exporter", "desk/session", "desk/review") {
			continue
		}
		for _, i := range f.imports {
			if i == "time" && f.room == "importer/shapes/zone" {
				continue // the offsets of time zones, from the copy in Go's library: no clock
			}
			if slices.Contains(forbidden, i) {
				t.Errorf("%s imports %s: no clock, randomness, file system or network in data, importer, check, typeset, scene, timeline, render, exporter or the desk's session; time arrives as Tick, bytes arrive as arguments", f.path, i)
			}
		}
	}
}

// may says which rooms a room may import, besides itself. What is not listed
// is not allowed.
func may() map[string][]string {
	return map[string][]string{
		"data":     {},
		"importer": {"data", "timeline"},
		"check":    {"data", "timeline"},
		"scene":    {},
		"assets":   {"data", "scene", "typeset"},
		"typeset":  {"scene"},
		"timeline": {"data", "scene", "typeset"},
		"render":   {"scene", "typeset"},
		"web":      {},
		"exporter": {"data", "timeline"},
		"publish":  {"data", "scene", "assets", "typeset", "timeline", "render", "web", "exporter"},
		"document": {"data", "importer"},
		"host":     {"data", "importer", "document", "scene", "assets", "typeset", "timeline", "render", "publish", "exporter"},
		"demo":     {"publish"},
		"desk":     {"data", "importer", "check", "publish", "exporter", "timeline", "scene", "render", "typeset", "assets"},
		"cmd":      {"data", "importer", "check", "document", "publish", "demo", "exporter", "timeline", "desk"},
		// It shows what the tests compare.
		"cmd/gallery": {"internal"},
		// It builds what publish/desk embeds.
		"internal/deskbuild": {"publish"},
		".":                  {"host"},
		"internal":           {"data", "scene", "assets", "typeset", "timeline", "render"},
		"bench":              {"data", "publish", "demo", "scene", "assets", "typeset", "render"},
		"test":               {"data", "publish", "demo", "internal", "scene", "assets", "timeline"},
	}
}

func TestImportsPointOneWay(t *testing.T) {
	rules := may()
	for _, f := range source(t) {
		room, _, _ := strings.Cut(f.room, "/")
		allowed, known := rules[f.room]
		if !known {
			allowed, known = rules[room]
		}
		if !known {
			t.Errorf("%s is in no room that the laws know: name it in ARCHITECTURE.md and here", f.path)
			continue
		}
		for _, i := range f.imports {
			to, ours := strings.CutPrefix(i, module)
			if !ours {
				continue
			}
			target, _, _ := strings.Cut(to, "/")
			// Programs say which they are.
			if to == "internal/version" && in(f.room, "cmd", "host", ".") {
				continue
			}
			if target != room && !slices.Contains(allowed, target) {
				t.Errorf("%s imports %s: imports point one way, and %s may use only %v", f.path, i, room, allowed)
			}
		}
	}
}

// Figures share a vocabulary and a toolbox, and are otherwise apart: adding one
// changes no other.
func TestFiguresAreApart(t *testing.T) {
	const figures = "timeline/figure"
	shared := []string{"view", "layout", "axis", "index", "scale", "words", "detail", "popover"}
	for _, f := range source(t) {
		if !in(f.room, figures) || f.room == figures {
			continue
		}
		for _, i := range f.imports {
			room, ours := strings.CutPrefix(i, module+"timeline/")
			if ours && i != module+f.room && !slices.Contains(shared, room) {
				t.Errorf("%s imports %s: a figure knows only %v of the timeline, and no other figure", f.path, i, shared)
			}
		}
	}
}

// The vocabulary and the toolbox know no figure, and so neither do those who are
// given one: only timeline/figure chooses which it is.
func TestOneConstructorKnowsTheFigures(t *testing.T) {
	for _, f := range source(t) {
		for _, i := range f.imports {
			if strings.HasPrefix(i, module+"timeline/figure/") && f.room != "timeline/figure" && !in(f.room, "internal") && i != module+f.room {
				t.Errorf("%s imports %s: only timeline/figure knows which figures there are; everybody else has a view.Figure", f.path, i)
			}
		}
	}
}

func TestRenderersKnowTheSceneAlone(t *testing.T) {
	for _, f := range source(t) {
		if !in(f.room, "render") {
			continue
		}
		for _, i := range f.imports {
			if strings.HasPrefix(i, module+"data") || strings.HasPrefix(i, module+"timeline") {
				t.Errorf("%s imports %s: renderers know the scene, never the story or the model; what a renderer needs, the scene says", f.path, i)
			}
		}
	}
}

func TestNoPackageVariables(t *testing.T) {
	for _, f := range source(t) {
		if in(f.room, "host", ".") {
			continue
		}
		for _, d := range f.syntax.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR || embedded(g) {
				continue
			}
			for _, s := range g.Specs {
				for _, name := range s.(*ast.ValueSpec).Names {
					if f.room == "internal/version" && name.Name == "noted" {
						continue // the linker sets it
					}
					if name.Name != "_" && !strings.HasPrefix(name.Name, "Err") && !strings.HasPrefix(name.Name, "err") {
						t.Errorf("%s: %s: no mutable package variables outside host and main, embedded files and error values aside", f.path, name.Name)
					}
				}
			}
		}
	}
}

// embedded reports whether a declaration is filled by go:embed.
func embedded(g *ast.GenDecl) bool {
	return g.Doc != nil && slices.ContainsFunc(g.Doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed") })
}

// What is in the viewer for the browser is paid for by every reader.
func TestTheViewerCarriesNoDeadWeight(t *testing.T) {
	built := t.TempDir()
	cmd := exec.Command("go", "run", "./internal/lean", "-o", built)
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd = exec.Command("go", "list", "-deps", "-modfile="+filepath.Join(built, "lean.mod"), ".")
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, module+"host") {
		t.Fatal("the list of dependencies lacks our own host: the command is wrong")
	}
	for _, d := range []string{"encoding/json", "go.yaml.in/yaml/v3", "github.com/parquet-go/parquet-go", "net/http", "html/template", "text/template", "go/build", "go/parser", "regexp", "encoding/xml", "image/png", "image/jpeg", "archive/zip", module + "assets/fonts", module + "data/yamltree", module + "data/parquetrows", module + "timeline/words/languages", module + "importer", module + "document", module + "check", module + "publish", module + "publish/engine", module + "exporter", module + "exporter/spreadsheet", module + "render/svg", module + "render/raster", module + "render/pdf", module + "render/animation", module + "timeline/reel", "image/gif", module + "internal/version", module + "assets/icon"} {
		if slices.Contains(deps, d) {
			t.Errorf("the viewer for the browser depends on %s: it belongs to the tool, the desktop or the tests", d)
		}
	}
}
