// Command deskbuild builds the desk into the folder publish/desk/files, which the program
// barline embeds: the page with its scripts, from npm packages that a lock file pins, and
// the worker, which is Go compiled to WebAssembly. The same bytes come of it wherever and
// whenever it is run.
//
//	desk/src --esbuild--> page.js, page.css     \
//	cmd/desk --go build--> desk.gz.bin           > VERSION/ -> index.html, service.js, files.json
//	publish/engine ------> engine.gz.bin, .br.bin/
//
// With -types it builds nothing, and checks the types of the page's scripts.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "publish/desk/files", "the folder to write")
	types := flag.Bool("types", false, "check the types of the page's scripts, and build nothing")
	flag.Parse()
	if *types {
		if err := checkTypes("desk"); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run("desk", *out); err != nil {
		log.Fatal(err)
	}
}

func run(source, out string) error {
	lock, err := install(source, false)
	if err != nil {
		return err
	}
	licences, err := licences(source, lock)
	if err != nil {
		return err
	}
	inside := files{}
	for _, add := range []func(files) error{
		func(f files) error { return f.addPage(source) },
		func(f files) error { return f.addStatic(filepath.Join(source, "static")) },
		func(f files) error { return f.addSchema(filepath.Join("data", "story.schema.json")) },
		func(f files) error { return f.addFile("worker.js", filepath.Join(source, "worker.js")) },
		files.addPrograms, files.addEngine,
	} {
		if err := add(inside); err != nil {
			return err
		}
	}
	all, err := inside.versioned(source, licences)
	if err != nil {
		return err
	}
	return all.write(out)
}

// write puts all files into a folder, whose place they take once they are complete.
func (f files) write(out string) error {
	next, err := os.MkdirTemp(filepath.Dir(out), "."+filepath.Base(out)+"-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	for name, contents := range f {
		at := filepath.Join(next, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(at, contents, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(next, 0o755); err != nil {
		return err
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.Rename(next, out)
}
