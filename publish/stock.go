//go:build !desk

package publish

import (
	"strings"

	"barline/assets/fonts"
)

// Stock are the files that many sites have in their assets, compressed as Pack does, for
// a program that compresses slowly: see Options.Packed. What a site of events alone has,
// such as a style sheet for its scripts, is not among them.
func Stock(engine Engine) (map[string][]byte, error) {
	s := Site{}
	files, err := fonts.Read()
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		s.addAsset(f.Name, f.Contents)
	}
	var made Bundles
	for _, name := range []string{"page.js", "many.js", stepsScript} {
		js, err := made.script(name)
		if err != nil {
			return nil, err
		}
		s.addAsset(name, js)
	}
	js, err := made.loader(engine.Loader)
	if err != nil {
		return nil, err
	}
	s.addAsset("wasm_exec.js", js)
	s.addAsset("licenses.txt", engine.Licences)
	if err := s.Pack(Options{}); err != nil {
		return nil, err
	}
	packed := map[string][]byte{}
	for name, contents := range s {
		if strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
			packed[name] = contents
		}
	}
	return packed, nil
}
