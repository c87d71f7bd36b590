package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"barline/publish/pack"
)

const folder = "bench"

// A contestant is a page, by the name of its script, and what it is called.
type contestant struct{ name, title string }

const (
	floorName   = "floor"
	barlineName = "barline"
)

func contestants() []contestant {
	return []contestant{{floorName, "floor"}, {barlineName, "Barline"}, {"vis-timeline", "vis-timeline"}, {"timelinejs", "TimelineJS"},
		{"echarts", "ECharts"}, {"plot", "Plot"}, {"d3", "D3, SVG"}, {"d3-canvas", "D3, canvas"}}
}

// install brings the other libraries from npm, exactly those that the lock
// file names.
func install(ctx context.Context) error {
	lock, err := os.Stat(folder + "/package-lock.json")
	if err != nil {
		return fmt.Errorf("%w: run this from the project's root", err)
	}
	if done, err := os.Stat(folder + "/node_modules/.package-lock.json"); err == nil && done.ModTime().After(lock.ModTime()) {
		return nil
	}
	return run(ctx, folder, nil, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
}

// run runs a command and returns what it complains of.
func run(ctx context.Context, dir string, env []string, name string, arguments ...string) error {
	cmd := exec.CommandContext(ctx, name, arguments...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		return fmt.Errorf("%s: %w: %s", filepath.Base(name), err, lines[len(lines)-1])
	}
	return nil
}

// files are a page's, by their names, each with what Brotli makes of it.
type files map[string]file

type file struct{ contents, packed []byte }

// add compresses as a site would that is published once and read often; what is
// very large would take minutes, and gets less effort.
func (f files) add(name string, contents []byte) {
	effort := pack.Smallest
	if len(contents) > 3<<20 {
		effort = pack.Quick
	}
	f[name] = file{contents, pack.Codings()[0].Pack(contents, effort)}
}

func (f files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	found, ok := f[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	contents := found.contents
	w.Header().Set("Content-Type", cmp.Or(mime.TypeByExtension(path.Ext(name)), "application/octet-stream"))
	if strings.Contains(r.Header.Get("Accept-Encoding"), "br") && found.packed != nil {
		w.Header().Set("Content-Encoding", "br")
		contents = found.packed
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(contents)))
	w.Write(contents)
}

// counted counts what a site sends.
type counted struct {
	http.Handler
	sent atomic.Int64
}

func (c *counted) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.Handler.ServeHTTP(counting{w, c}, r)
}

type counting struct {
	http.ResponseWriter
	counted *counted
}

func (c counting) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.counted.sent.Add(int64(n))
	return n, err
}

// bundle joins a page's script with what it uses of its library, and nothing
// else of it, as a desk would.
func bundle(name string) (files, error) {
	// TimelineJS's styles come compiled.
	loaders := map[string]api.Loader{".less": api.LoaderEmpty}
	for _, ending := range []string{".woff", ".woff2", ".ttf", ".eot", ".svg", ".png", ".gif"} {
		loaders[ending] = api.LoaderFile
	}
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{folder + "/pages/" + name + ".js"}, Bundle: true, Outdir: "/", EntryNames: "page", AssetNames: "[name]",
		Format: api.FormatIIFE, Target: api.ES2022, LogLevel: api.LogLevelSilent, LegalComments: api.LegalCommentsNone,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, Define: map[string]string{"process.env.NODE_ENV": `"production"`},
		Loader: loaders,
	})
	for _, m := range r.Errors {
		return nil, fmt.Errorf("%s: %s", name, m.Text)
	}
	page, err := os.ReadFile(folder + "/pages/page.html")
	if err != nil {
		return nil, err
	}
	f := files{}
	f.add("index.html", page)
	for _, out := range r.OutputFiles {
		f.add(filepath.Base(out.Path), out.Contents)
	}
	return f, nil
}

// sites makes the contestants' sites. What does not depend on the events is
// made once.
type sites struct {
	bundles map[string]files
	temp    string
}

// site is a contestant's page with these events.
func (s *sites) site(ctx context.Context, name string, e *events) (http.Handler, error) {
	if name == barlineName {
		return s.barline(ctx, e)
	}
	if s.bundles[name] == nil {
		b, err := bundle(name)
		if err == nil && name == floorName {
			err = s.floor(ctx, b)
		}
		if err != nil {
			return nil, err
		}
		s.bundles[name] = b
	}
	encode := e.json
	if name == "timelinejs" {
		encode = e.timelineJSON
	}
	data, err := encode()
	if err != nil {
		return nil, err
	}
	f := s.bundles[name]
	if name != floorName {
		f.add("events.json", data)
	}
	return f, nil
}

// floor compiles the floor with the same copy of Ebitengine as Barline.
func (s *sites) floor(ctx context.Context, f files) error {
	wasm, err := filepath.Abs(filepath.Join(s.temp, "engine.wasm"))
	if err != nil {
		return err
	}
	err = run(ctx, ".", []string{"GOOS=js", "GOARCH=wasm"}, "go", "build", "-modfile=.build/lean.mod", "-trimpath", "-ldflags=-s -w", "-o", wasm, "./"+folder+"/testdata/floor")
	if err != nil {
		return err
	}
	for name, from := range map[string]string{"engine.wasm": wasm, "wasm_exec.js": "publish/engine/wasm_exec.js"} {
		contents, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		f.add(name, contents)
	}
	return nil
}

// A table of a million events takes its time to publish, but not for ever.
const buildTimeout = 10 * time.Minute

// barline publishes the events as anybody would, and reads the site.
func (s *sites) barline(ctx context.Context, e *events) (files, error) {
	ctx, cancel := context.WithTimeout(ctx, buildTimeout)
	defer cancel()
	table, dir := filepath.Join(s.temp, "events.csv"), filepath.Join(s.temp, "site")
	var b bytes.Buffer
	err := errors.Join(e.csv(&b), os.WriteFile(table, b.Bytes(), 0o644), os.RemoveAll(dir))
	if err != nil {
		return nil, err
	}
	if err := run(ctx, ".", nil, "bin/barline", "build", table, "-o", dir); err != nil {
		if ctx.Err() != nil {
			err = fmt.Errorf("not built in %v", buildTimeout)
		}
		return nil, err
	}
	site := files{}
	return site, fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		contents, err := os.ReadFile(filepath.Join(dir, name))
		// What it has compressed stands beside it.
		packed, _ := os.ReadFile(filepath.Join(dir, name+".br"))
		site[name] = file{contents, packed}
		return err
	})
}

// versions are the libraries', by the lock file.
func versions() (map[string]string, error) {
	lock, err := os.ReadFile(folder + "/package-lock.json")
	if err != nil {
		return nil, err
	}
	var parsed struct {
		Packages map[string]struct {
			Version      string            `json:"version"`
			Dependencies map[string]string `json:"dependencies"`
		} `json:"packages"`
	}
	if err := json.Unmarshal(lock, &parsed); err != nil {
		return nil, err
	}
	found := map[string]string{}
	for name := range parsed.Packages[""].Dependencies {
		found[name] = parsed.Packages["node_modules/"+name].Version
	}
	return found, nil
}
