package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"barline/check"
	"barline/data"
	"barline/data/schema"
	"barline/data/storyfile"
	"barline/data/tree"
)

func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("story.schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("story.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// seen is a story file as editors see it: numbers of YAML are numbers, anchors are
// written out.
func seen(t testing.TB, name string, contents []byte) (any, bool) {
	t.Helper()
	if strings.HasSuffix(name, ".json") {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.TrimPrefix(contents, []byte("\ufeff"))))
		return v, err == nil
	}
	var document yaml.Node
	if yaml.Unmarshal(contents, &document) != nil || len(document.Content) == 0 {
		return nil, false
	}
	return ofYAML(document.Content[0]), true
}

func ofYAML(n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return ofYAML(n.Alias)
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = ofYAML(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, item := range n.Content {
			l = append(l, ofYAML(item))
		}
		return l
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int":
		var i int64
		if n.Decode(&i) == nil {
			return json.Number(strconv.FormatInt(i, 10))
		}
	case "!!float":
		var f float64
		if n.Decode(&f) == nil {
			if text, err := json.Marshal(f); err == nil {
				return json.Number(text)
			}
		}
	}
	return n.Value
}

// files are all story files of the project, good and bad.
func files(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, dir := range []string{"../../data", "../../docs", "../../testdata", "../../importer", "../../exporter", "../../cmd", "../../demo", "../../test", "../../check"} {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				switch filepath.Ext(path) {
				case ".yaml", ".yml", ".json":
					all = append(all, path)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// Every story that the decoder takes is taken by the schema, as it stands and as the
// JSON that is published.
func TestTakesWhatTheDecoderTakes(t *testing.T) {
	s := compiled(t)
	good := 0
	for _, path := range files(t) {
		contents, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, root, err := storyfile.Decode(path, contents)
		if err != nil {
			continue
		}
		good++
		value, ok := seen(t, path, contents)
		if !ok {
			t.Errorf("%s cannot be seen", path)
			continue
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		published, _ := seen(t, "story.json", tree.AppendJSON(nil, root))
		if err := s.Validate(published); err != nil {
			t.Errorf("%s as JSON: %v", path, err)
		}
	}
	if good < 40 {
		t.Errorf("only %d good stories were found", good)
	}
}

// The committed file is what the package makes.
func TestIsNotTypedByHand(t *testing.T) {
	if len(data.FieldSets()) < 20 {
		t.Error("the decoder's tables are gone")
	}
	golden(t, "../story.schema.json", schema.Story(check.Silenced()))
}

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("go test ./data/schema -update writes it anew\n%s", diff)
	}
}
