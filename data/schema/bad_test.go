package schema_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"barline/check"
	"barline/data"
	"barline/data/storyfile"
)

// What the decoder says of the bad examples the schema says at the same place, or where
// the field belongs that is missing or unknown.
func TestRefusesTheBadExamples(t *testing.T) {
	s := compiled(t)
	told := map[string]bool{}
	for _, dir := range []string{"../testdata/bad", "../../testdata/bad"} {
		paths, err := filepath.Glob(filepath.Join(dir, "*.*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			switch filepath.Ext(path) {
			case ".yaml", ".yml", ".json":
			default:
				continue
			}
			contents, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = storyfile.Decode(path, contents)
			file, bad := errors.AsType[*data.FileError](err)
			value, ok := seen(t, path, contents)
			if !bad || !ok || isSyntax(file.Problems) {
				continue
			}
			at := locations(s.Validate(value))
			for _, p := range file.Problems {
				code := check.CodeOf(p)
				if beyond(p) || code == "more-errors" {
					continue
				}
				if isNumber(path, p) {
					continue // a number where a text stands is one in YAML
				}
				told[code] = true
				if !at[p.Path] && !at[parent(p.Path)] && !within(at, p.Path) {
					t.Errorf("%s: the schema is silent about %s [%s]", path, p, code)
				}
			}
		}
	}
	for _, code := range []string{"missing-field", "unknown-field", "wrong-kind", "too-long", "bad-id", "unknown-word", "bad-date", "bad-duration", "bad-address", "bad-language", "markup", "bad-characters", "bad-quotation", "bad-theme", "conflict"} {
		if !told[code] {
			t.Errorf("no bad example has %s in a way that the schema refuses", code)
		}
	}
}

// isSyntax reports problems of a file that is none of a story's notations.
func isSyntax(problems data.Problems) bool {
	switch check.CodeOf(problems[0]) {
	case "syntax", "not-text":
		return true
	}
	return strings.Contains(problems[0].What, "stands twice") && problems[0].Path == "" // a key
}

func isNumber(path string, p data.Problem) bool {
	return strings.HasSuffix(path, ".json") && strings.HasPrefix(p.What, "this is a number, not text")
}

// locations are where a schema's errors are, as the decoder writes paths.
func locations(err error) map[string]bool {
	at := map[string]bool{}
	var walk func(e *jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		path := ""
		for _, step := range e.InstanceLocation {
			if _, err := strconv.Atoi(step); err == nil {
				path += "[" + step + "]"
			} else if path != "" {
				path += "." + step
			} else {
				path = step
			}
		}
		if len(e.Causes) == 0 {
			at[path] = true
		}
		for _, cause := range e.Causes {
			walk(cause)
		}
	}
	if e, ok := errors.AsType[*jsonschema.ValidationError](err); ok {
		walk(e)
	}
	return at
}

// within reports whether there is an error inside the value at a path.
func within(at map[string]bool, path string) bool {
	for inner := range at {
		if strings.HasPrefix(inner, path+".") || strings.HasPrefix(inner, path+"[") {
			return true
		}
	}
	return false
}

// parent is the path of what is around a field, or of the list around an item.
func parent(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}
