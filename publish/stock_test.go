package publish_test

import (
	"bytes"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// A site with files from stock is the same as without.
func TestStock(t *testing.T) {
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	engine := publish.Engine{WASM: []byte{0}, Loader: []byte("// Go\nvar x = 1\n"), Licences: bytes.Repeat([]byte("Licence.\n"), 100)}
	stock, err := publish.Stock(engine)
	if err != nil {
		t.Fatal(err)
	}
	packed := func(o publish.Options) publish.Site {
		s, err := publish.New(story, root, engine, o)
		if err != nil {
			t.Fatal(err)
		}
		for name := range s {
			if len(name) > 2 && name[:2] == "e/" {
				delete(s, name) // they are all alike
			}
		}
		if err := s.Pack(o); err != nil {
			t.Fatal(err)
		}
		return s
	}
	with, without := packed(publish.Options{Packed: stock}), packed(publish.Options{})
	taken := 0
	for name, contents := range without {
		if !bytes.Equal(with[name], contents) {
			t.Errorf("%s is another with stock", name)
		}
		if stock[name] != nil {
			taken++
		}
	}
	if taken < 12 || len(with) != len(without) {
		t.Errorf("%d files are from stock; %d files with it, %d without", taken, len(with), len(without))
	}
}
