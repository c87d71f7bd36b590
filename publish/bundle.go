package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"

	"github.com/evanw/esbuild/pkg/api"

	"barline/web"
)

// bundles are the scripts of a site, each joined once for all of its languages.
type bundles struct {
	mu   sync.Mutex
	made map[string]func() ([]byte, error)
}

// get makes something by its name, or returns what was made of it before.
func (b *bundles) get(name string, make func() ([]byte, error)) ([]byte, error) {
	b.mu.Lock()
	if b.made == nil {
		b.made = map[string]func() ([]byte, error){}
	}
	do, known := b.made[name]
	if !known {
		do = sync.OnceValues(make)
		b.made[name] = do
	}
	b.mu.Unlock()
	return do()
}

// script joins a script and the modules that it imports into one classic
// script, without comments and spaces.
func script(name string) ([]byte, error) {
	// The modules are inside this program, not on a disk.
	embedded := api.Plugin{Name: "web", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: path.Join(path.Dir(args.Importer), args.Path), Namespace: "web"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "web"}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			source, err := fs.ReadFile(web.Files(), args.Path)
			contents := string(source)
			return api.OnLoadResult{Contents: &contents}, err
		})
	}}
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{name}, Plugins: []api.Plugin{embedded}, Bundle: true,
		Format: api.FormatIIFE, Target: api.ESNext, Engines: pressable(), Charset: api.CharsetUTF8, LogLevel: api.LogLevelSilent,
		// Safari 14 and Chrome 87 err in one rare form of each, which esbuild takes for all.
		Supported:        map[string]bool{"destructuring": true, "optional-chain": true},
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, LegalComments: api.LegalCommentsNone,
		// Private members, which the oldest of these browsers do not have.
		MangleProps: `[a-z]_$`,
	})
	if err := failure(name, r.Errors); err != nil {
		return nil, err
	}
	return r.OutputFiles[0].Contents, nil
}

// style drops comments and spaces from a style sheet.
func style(name string, css []byte) ([]byte, error) {
	r := api.Transform(string(css), api.TransformOptions{
		Loader: api.LoaderCSS, Charset: api.CharsetUTF8, LogLevel: api.LogLevelSilent, Target: api.ESNext, Engines: readable(),
		MinifyWhitespace: true, MinifySyntax: true,
	})
	return r.Code, failure(name, append(r.Errors, r.Warnings...))
}

// loader is the toolchain's loader without comments and spaces, but for the words
// about its rights, with which it begins.
func loader(js []byte) ([]byte, error) {
	r := api.Transform(string(js), api.TransformOptions{
		Loader: api.LoaderJS, Charset: api.CharsetUTF8, LogLevel: api.LogLevelSilent, Target: api.ESNext, Engines: live(),
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
	})
	var rights []byte
	for line := range bytes.Lines(js) {
		if !bytes.HasPrefix(line, []byte("//")) {
			break
		}
		rights = append(rights, line...)
	}
	return append(rights, r.Code...), failure("wasm_exec.js", append(r.Errors, r.Warnings...))
}

func failure(name string, messages []api.Message) error {
	var errs []error
	for _, m := range messages {
		if m.Location == nil {
			errs = append(errs, fmt.Errorf("web/%s: %s", name, m.Text))
			continue
		}
		errs = append(errs, fmt.Errorf("web/%s:%d:%d: %s", m.Location.File, m.Location.Line, m.Location.Column+1, m.Text))
	}
	return errors.Join(errs...)
}
