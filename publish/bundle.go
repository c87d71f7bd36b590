//go:build !desk

package publish

import (
	"bytes"
	"io/fs"
	"path"

	"github.com/evanw/esbuild/pkg/api"

	"barline/publish/shorten"
	"barline/web"
)

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
	if err := shorten.Failure(name, r.Errors); err != nil {
		return nil, err
	}
	return r.OutputFiles[0].Contents, nil
}

// style drops comments and spaces from a style sheet.
func style(name string, css []byte) ([]byte, error) { return shorten.Style(name, css) }

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
	return append(rights, r.Code...), shorten.Failure("wasm_exec.js", append(r.Errors, r.Warnings...))
}
