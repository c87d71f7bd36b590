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
	set(root, "plurals", str(w.plurals.String()))
	set(root, "ordinals", str(w.ordinals.String()))
	for _, l := range w.lists() {
		n := &tree.Node{Kind: tree.Array}
		for _, s := range l.at {
			n.Items = append(n.Items, str(s))
		}
		set(root, l.key, n)
	}
	for _, c := range w.byNumber() {
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
	for _, text := range append(w.texts(), w.optional()...) {
		*text.at = "x"
	}
	for _, l := range append(w.lists(), w.optionalLists()...) {
		for i := range l.at {
			l.at[i] = "x"
		}
	}
	for _, f := range w.byNumber() {
		f.at.other = "x"
	}
	var check func(v reflect.Value)
	check = func(v reflect.Value) {
		for i := range v.NumField() {
			f, name := v.Field(i), v.Type().Field(i).Name
			switch {
			case name == "incomparable", name == "Tag", name == "Name", name == "plurals", name == "ordinals", name == "names":
			case f.Kind() == reflect.String && f.String() == "", f.Kind() == reflect.Array && f.Index(0).String() == "",
				f.Type() == reflect.TypeFor[forms]() && f.FieldByName("other").String() == "":
				t.Errorf("%s is in no file", name)
			case f.Kind() == reflect.Struct && f.Type() != reflect.TypeFor[forms]():
				check(f)
			}
		}
	}
	check(reflect.ValueOf(*w))
}

func TestParse(t *testing.T) {
	english := string(tree.AppendJSON(nil, export(English())))
	w, missing, err := Parse([]byte(english))
	if err != nil || len(missing) > 0 || !reflect.DeepEqual(w, English()) {
		t.Errorf("English is not itself: %v, %v", missing, err)
	}
	w, missing, err = Parse([]byte(`{"tag": "xx", "play": "Los", "plurals": "few: n = 2..4", "languageNames": {"ru": "Russki"}}`))
	if err != nil || w.Tag != "xx" || w.UI.Play != "Los" || w.UI.Pause != "Pause" || len(missing) < 100 || w.NameOf("RU") != "Russki" || w.NameOf("he") != "he" {
		t.Errorf("%v, %v, %d missing", w, err, len(missing))
	}
	if got := w.form(&forms{few: "few", other: "other"}, 3) + w.form(&forms{few: "few", other: "other"}, 5) + w.form(&forms{other: "other"}, 3); got != "fewotherother" {
		t.Errorf("3 and 5 are %q", got)
	}
	for _, c := range []struct{ json, want string }{
		{`{"play": 1}`, "play is"}, {`{"plya": "x"}`, "there is no text plya"}, {`{"lengthHours": {"one": "x"}}`, "lacks the form other"},
		{`{"lengthHours": {"others": "x", "other": "y"}}`, "no form"}, {`{"months": ["a"]}`, "another number"}, {`{"seasonsOf": ["a"]}`, "another number"},
		{`{"plurals": "polish"}`, "plural rules"}, {`{"ordinals": "one: x = 1"}`, "plural rules"}, {`{"languageNames": []}`, "languageNames is"}, {`{"languageNames": {"ru": 1}}`, "the name of ru"}, {`{`, ""},
	} {
		if _, _, err := Parse([]byte(c.json)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one that says %q", c.json, err, c.want)
		}
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
	// What stands in a pattern that English does not need, or in another way.
	allowed := map[string]string{
		"eraYear": "{year}", "eraYears": "{years}", "centuryEra": "{n} {roman} {year}", "dayOf": "{date}", "yearOf": "{date}",
		"decadeOf": "{date} {year}", "centuryOf": "{date} {n} {roman} {year}", "untilThe": "{date}", "asideApprox": "", "asideUncertain": "", "untilCoarse": "{date}",
		"countedOne": "{count} {things}", "countedTwo": "{count} {things}", "andI": "{first} {last}", "orO": "{first} {last}", "andMiddle": "", "orMiddle": "",
		"hoursQuarter": "{hours} {n}", "hoursHalf": "{hours} {n}", "hoursThreeQuarters": "{hours} {n}", "century": "{n} {roman} {year}", "totalMany": "{n}",
	}
	within := func(name, key, s string) {
		for _, place := range places.FindAllString(s, -1) {
			if !strings.Contains(allowed[key], place) {
				t.Errorf("%s: %s is %q, and nothing is filled into %s", name, key, s, place)
			}
		}
		if allowed[key] != "" && s != "" && of(s) == "" {
			t.Errorf("%s: %s is %q, without a place for any of %s", name, key, s, allowed[key])
		}
	}
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
			if _, ok := allowed[text.key]; ok {
				within(name, text.key, *text.at)
			} else if want := of(*english.texts()[i].at); of(*text.at) != want {
				t.Errorf("%s: %s is %q, with places for %q instead of %q", name, text.key, *text.at, of(*text.at), want)
			}
		}
		for _, text := range w.optional() {
			within(name, text.key, *text.at)
		}
		for _, list := range w.optionalLists() {
			for _, s := range list.at {
				if list.key == "decades" || list.key == "seasonsOf" {
					for _, place := range places.FindAllString(s, -1) {
						if !strings.Contains("{n} {roman} {year} {next} {short}", place) {
							t.Errorf("%s: %s has %q", name, list.key, s)
						}
					}
				}
			}
		}
		for _, c := range w.byNumber() {
			if c.key == "century" {
				within(name, c.key, c.at.other)
			} else if of(c.at.other) != "{n}" {
				t.Errorf("%s: %s has no place for its number", name, c.key)
			}
		}
	}
}
