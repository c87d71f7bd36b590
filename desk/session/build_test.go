package session_test

import (
	"bytes"
	"context"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// build writes the first story with some of its editions as the command does.
func build(t *testing.T, dir string, names ...string) {
	t.Helper()
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	editions := stories.WitkoffPutin2025Editions()
	found, _, err := storyfile.Editions(story, stories.WitkoffPutin2025Name, names, func(name string) ([]byte, error) { return editions[name], nil })
	if err != nil {
		t.Fatal(err)
	}
	var o publish.Options
	for _, e := range found {
		o.Editions = append(o.Editions, publish.Edition{Story: e.Story, Root: e.Root})
	}
	engine := publish.Engine{WASM: bytes.Repeat([]byte("\x00asm engine "), 5000), Loader: []byte("// The loader.\nglobalThis.Go = class { run() {} };\n"), Licences: []byte("Licences.\n")}
	site, err := publish.New(story, root, engine, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Pack(o); err != nil {
		t.Fatal(err)
	}
	if err := site.Write(context.Background(), dir, publish.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
}
