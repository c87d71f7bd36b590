package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"barline/publish"
	"barline/publish/engine"
	"barline/publish/pack"
)

// files are those of the folder of a version, by their names in it.
type files map[string][]byte

func (f files) addFile(name, from string) error {
	contents, err := os.ReadFile(from)
	f[name] = contents
	return err
}

// addStatic adds the files that are as they are.
func (f files) addStatic(folder string) error {
	return filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		name, err := filepath.Rel(folder, at)
		if err != nil {
			return err
		}
		return f.addFile(filepath.ToSlash(name), at)
	})
}

// addPage joins the page's scripts and style sheets. What it imports when it needs it are
// files of their own, named by their contents.
func (f files) addPage(source string) error {
	r := api.Build(api.BuildOptions{
		EntryPointsAdvanced: []api.EntryPoint{{InputPath: filepath.Join(source, "src", "main.ts"), OutputPath: "page"}, {InputPath: filepath.Join(source, "src", "main.css"), OutputPath: "page"}},
		Bundle:              true, Splitting: true, Format: api.FormatESModule, Outdir: "/out", Write: false, LogLevel: api.LogLevelSilent,
		Engines: []api.Engine{{Name: api.EngineChrome, Version: "109"}, {Name: api.EngineFirefox, Version: "115"}, {Name: api.EngineSafari, Version: "16.4"}},
		Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		Loader:     map[string]api.Loader{".md": api.LoaderText, ".ttf": api.LoaderFile, ".svg": api.LoaderFile},
		AssetNames: "[name].[hash]", ChunkNames: "[name].[hash]",
	})
	var errs []error
	for _, m := range append(r.Errors, r.Warnings...) {
		where := ""
		if m.Location != nil {
			where = fmt.Sprintf("%s:%d:%d: ", m.Location.File, m.Location.Line, m.Location.Column+1)
		}
		errs = append(errs, errors.New(where+m.Text))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for _, o := range r.OutputFiles {
		f[filepath.Base(o.Path)] = o.Contents
	}
	return nil
}

// parquet is fetched by those alone who open such a file.
const parquet = "parquet.gz.bin"

// addPrograms compiles the worker, the program that shortens style sheets and the one
// that reads Parquet.
func (f files) addPrograms() error {
	for name, from := range map[string]string{"desk.gz.bin": "./cmd/desk", "styles.gz.bin": "./cmd/deskstyles", parquet: "./cmd/deskparquet"} {
		tags := "-tags=desk"
		if name == parquet {
			tags = "-tags=" // what the tag leaves out is what it is for
		}
		to, err := os.CreateTemp("", "barline-desk-*.wasm")
		if err != nil {
			return err
		}
		to.Close()
		defer os.Remove(to.Name())
		cmd := exec.Command("go", "build", tags, "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", to.Name(), from)
		cmd.Env, cmd.Stderr = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"), os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("go build %s: %w", from, err)
		}
		wasm, err := os.ReadFile(to.Name())
		if err != nil {
			return err
		}
		f[name] = gzipped(wasm)
	}
	return nil
}

func gzipped(contents []byte) []byte {
	for _, c := range pack.Codings() {
		if c.Name == "gzip" {
			return c.Pack(contents, pack.Smallest)
		}
	}
	panic("there is no gzip")
}

// addEngine adds the engine of published pages, compressed as this build of it is, and
// what the worker must know of it.
func (f files) addEngine() error {
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		return err
	}
	for _, c := range pack.Codings() {
		contents := packed[c.Ending]
		if contents == nil {
			contents = c.Pack(wasm, publish.EngineEffort(c)) // as barline build does
		}
		f["engine"+c.Ending+".bin"] = contents
	}
	licences, err := engine.Licences()
	if err != nil {
		return err
	}
	stock, err := publish.Stock(publish.Engine{Loader: loader, Licences: licences})
	if err != nil {
		return err
	}
	if f["stock.bin"], err = stored(stock); err != nil {
		return err
	}
	f["licenses.gz.bin"] = gzipped(licences)
	f["wasm_exec.js"] = loader
	joined, err := publish.Joined(loader)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	for key, text := range joined {
		texts[key] = string(text)
	}
	if f["bundles.json"], err = json.Marshal(texts); err != nil {
		return err
	}
	f["about.json"], err = json.Marshal(map[string]any{"version": f.sum(""), "engine": map[string]any{"name": publish.AssetName("engine.wasm", wasm), "bytes": len(wasm)}})
	return err
}

// stored are files in a zip, as they are.
func stored(all map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		to, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(all[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// sum is a name for all files together, and for what else is given.
func (f files) sum(more string) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(f)) {
		sum := sha256.Sum256(f[name])
		fmt.Fprintf(h, "%s %x\n", name, sum)
	}
	fmt.Fprint(h, more)
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// versioned puts the files into the folder of their version, and adds the page that leads
// there, the service worker and the list of all.
func (f files) versioned(source string, licences []byte) (files, error) {
	all := files{"licenses.txt": licences}
	var templates string
	for _, name := range []string{"index.html", "service.js"} {
		contents, err := os.ReadFile(filepath.Join(source, name))
		if err != nil {
			return nil, err
		}
		all[name] = contents
		templates += string(contents)
	}
	version := f.sum(templates + string(licences))
	for _, name := range []string{"index.html", "service.js"} {
		all[name] = bytes.ReplaceAll(all[name], []byte("{version}"), []byte(version))
	}
	for name, contents := range f {
		all[version+"/"+name] = contents
	}
	type entry struct {
		Name   string `json:"name"`
		Bytes  int    `json:"bytes"`
		SHA256 string `json:"sha256"`
		// Later: it is stored for offline once it has been asked for.
		Later bool `json:"later,omitempty"`
	}
	list := struct {
		Version string  `json:"version"`
		Files   []entry `json:"files"`
	}{Version: version}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		sum := sha256.Sum256(all[name])
		list.Files = append(list.Files, entry{name, len(all[name]), hex.EncodeToString(sum[:]), path.Base(name) == parquet})
	}
	text, err := json.MarshalIndent(list, "", " ")
	all["files.json"] = append(text, '\n')
	return all, err
}
