package words

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"barline/data/tree"
	"barline/internal/golden"
)

// export is a language as a file has it.
func export(w *Words) *tree.Node {
	root := &tree.Node{Kind: tree.Object}
	str := func(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }
	set := func(n *tree.Node, key string, v *tree.Node) {
		n.Fields = append(n.Fields, tree.Field{Key: key, Value: v})
	}
	set(root, "tag", str(w.Tag))
	set(root, "name", str(w.Name))
	set(root, "plurals", str(pluralNames()[w.plurals]))
	for _, l := range []struct {
		key  string
		list []string
	}{{"months", w.months[:]}, {"monthsShort", w.monthsShort[:]}, {"numbers", w.numbers[:]}, {"languageNames", w.names[:]}} {
		n := &tree.Node{Kind: tree.Array}
		for _, s := range l.list {
			n.Items = append(n.Items, str(s))
		}
		set(root, l.key, n)
	}
	for _, c := range w.counted() {
		n := &tree.Node{Kind: tree.Object}
		for _, f := range []struct{ name, text string }{{"zero", c.at.zero}, {"one", c.at.one}, {"two", c.at.two}, {"few", c.at.few}, {"many", c.at.many}, {"other", c.at.other}} {
			if f.text != "" {
				set(n, f.name, str(f.text))
			}
		}
		set(root, c.key, n)
	}
	for _, t := range w.texts() {
		set(root, t.key, str(*t.at))
	}
	return root
}

// languages/en.json is what a new language begins with.
func TestEnglishAsAFile(t *testing.T) {
	var out bytes.Buffer
	if err := json.Indent(&out, tree.AppendJSON(nil, export(English())), "", "  "); err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "../languages/en.json", out.String()+"\n")
}

// No text of a language is forgotten when files are read.
func TestEveryTextIsInFiles(t *testing.T) {
	w := &Words{}
	for _, text := range w.texts() {
		*text.at = "x"
	}
	for _, s := range []reflect.Value{reflect.ValueOf(*w), reflect.ValueOf(w.UI)} {
		for i := range s.NumField() {
			if f := s.Field(i); f.Kind() == reflect.String && f.String() == "" && s.Type().Field(i).Name != "Tag" && s.Type().Field(i).Name != "Name" {
				t.Errorf("%s is in no file", s.Type().Field(i).Name)
			}
		}
	}
}

func TestParse(t *testing.T) {
	english := string(tree.AppendJSON(nil, export(English())))
	w, missing, err := Parse([]byte(english))
	if err != nil || len(missing) > 0 || !reflect.DeepEqual(w, English()) {
		t.Errorf("English is not itself: %v, %v", missing, err)
	}
	w, missing, err = Parse([]byte(`{"tag": "xx", "play": "Los"}`))
	if err != nil || w.Tag != "xx" || w.UI.Play != "Los" || w.UI.Pause != "Pause" || len(missing) < 100 {
		t.Errorf("%v, %v, %d missing", w, err, len(missing))
	}
	for _, c := range []struct{ json, want string }{
		{`[]`, "no text"}, {`{"play": 1}`, "play is"}, {`{"plya": "x"}`, "there is no text plya"}, {`{"lengthHours": {"one": "x"}}`, "lacks the form other"},
		{`{"lengthHours": {"others": "x", "other": "y"}}`, "no form"}, {`{"months": ["a"]}`, "another number"}, {`{"plurals": "polish"}`, "no rule"}, {`{`, ""},
	} {
		if _, _, err := Parse([]byte(c.json)); c.json != `[]` && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want one that says %q", c.json, err, c.want)
		}
	}
}

func TestPlurals(t *testing.T) {
	f := forms{"zero", "one", "two", "few", "many", "other"}
	for _, c := range []struct {
		rule plurals
		want string // of 0, 1, 2, 3, 5, 11, 12, 21, 22, 100, 102, 111, 1000
	}{
		{oneOther, "other one other other other other other other other other other other other"},
		{upToOne, "one one other other other other other other other other other other other"},
		{eastSlavic, "many one few few many many many one few many few many many"},
		{arabic, "zero one two few few many many many many other other many other"},
	} {
		var got []string
		for _, n := range []int{0, 1, 2, 3, 5, 11, 12, 21, 22, 100, 102, 111, 1000} {
			got = append(got, c.rule.of(&f, n))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", pluralNames()[c.rule], s, c.want)
		}
	}
	if got := eastSlavic.of(&forms{one: "one", other: "other"}, 5); got != "other" {
		t.Errorf("a form that is missing is %q", got)
	}
}

// Every language has every text, with the same places to fill in.
func TestLanguages(t *testing.T) {
	names, err := filepath.Glob("languages/*.json")
	if err != nil || len(names) < 3 {
		t.Fatal(names, err)
	}
	places := regexp.MustCompile(`{[^}]*}`)
	of := func(s string) string {
		all := places.FindAllString(s, -1)
		slices.Sort(all)
		return strings.Join(all, " ")
	}
	english := English()
	for _, name := range names {
		contents, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		w, missing, err := Parse(contents)
		if err != nil {
			t.Fatalf("%s:%v", name, err)
		}
		if len(missing) > 0 {
			t.Errorf("%s lacks %v", name, missing)
		}
		if want := strings.TrimSuffix(filepath.Base(name), ".json"); w.Tag != want {
			t.Errorf("%s says that it is %s", name, w.Tag)
		}
		for i, text := range w.texts() {
			if want := of(*english.texts()[i].at); of(*text.at) != want {
				t.Errorf("%s: %s is %q, with places for %q instead of %q", name, text.key, *text.at, of(*text.at), want)
			}
		}
		for _, c := range w.counted() {
			if of(c.at.other) != "{n}" {
				t.Errorf("%s: %s has no place for its number", name, c.key)
			}
		}
	}
}
