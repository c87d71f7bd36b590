package schema_test

import (
	"strings"
	"testing"

	"barline/check"
	"barline/data"
	"barline/data/tree"
	"barline/data/yamltree"
)

// Two stories, which have every field of the format together.
const (
	withHead = `
$schema: story.schema.json
barline: 1
id: s
lang: en
headline: H
standfirst: A few words.
date: 2026-01-01
figure: spans
live: true
proof: false
open: {from: "1914", to: 1920-06}
zone: {name: Moscow time, offset: "+03:00"}
theme:
  base: modern
  background: {light: "#ffffff", dark: "#111111"}
  accent: "#cc0000"
  font: {heading: {regular: a.ttf, bold: b.otf}, text: serif}
  corners: "8"
  density: compact
  headline: "on"
  logo: {file: l.svg, dark: d.png, alt: The paper}
  credit: A desk
fonts: [{file: f/f.ttf, weight: bold, style: serif}]
kinds: [{id: war, name: war, plural: wars, paint: third}]
count: {one: war, other: wars}
lanes: [Europe, Asia]
periods: [{title: Long, date: 1789/1914}]
annotations:
  - {date: 1916-02/1916-12, text: Battle, source: none}
  - {length: PT2H, text: A play}
sources: [{id: src, name: Courier, title: Report, url: "https://a.example/x", file: report.txt}, {name: Other}]
people: [{id: ada, name: Ada, role: mayor}, {name: Per}]
places: [{id: here, name: The hall, short: Hall}]
corrections: [{date: 2026-01-02, event: e, what: Not this., why: A slip}]
allow: [no-source]
events:
  - {title: U, date: [1914..1916, "1918"], duration: "<PT3H", source: none}
`
	withEvents = `
barline: 1
id: s
headline: H
kinds: [{id: war, name: war}]
sources: [{id: src, name: Courier}, {name: Other}]
people: [{id: ada, name: Ada}, {name: Per}]
places: [{id: here, name: The hall}]
events:
  - id: e
    kind: war
    title: T
    short: t
    lane: Asia
    date: {value: 1914-07/1918-11, basis: outside, note: n}
    phases:
      - {kind: waiting, duration: ~PT8H, basis: reportedly, note: n, noteBasis: outside}
      - {kind: talks, duration: PT3H}
    place: here
    people: [ada, Per]
    summary: [One., Two.]
    source: src
    quotes:
      - {id: q1, speaker: ada, form: fragment, words: well, sentence: "He said {}.", circumstance: there, source: Other, lead: true}
      - {id: q2, speaker: Per, form: sentence, words: Well., lang: nb, translation: {words: Well then., by: a machine}}
    links: [{url: "https://b.example/", title: More}]
    media: {file: i/a.jpg, alt: A hall, credit: C, caption: Cap, url: "https://c.example/"}
    allow: [date-order]
`
)

// values are put in the place of every value of the story.
func values() []*tree.Node {
	all := []*tree.Node{{Kind: tree.Null}, {Kind: tree.Bool, Text: "true"}, {Kind: tree.Array}, {Kind: tree.Object},
		{Kind: tree.Array, Items: []*tree.Node{text("1914"), text("PT3H")}}, {Kind: tree.Object, Fields: []tree.Field{{Key: "x", Value: text("y")}}},
		{Kind: tree.Array, Items: []*tree.Node{{Kind: tree.Null}}}}
	for _, s := range []string{"", " ", "x", "X Y", "a\nb", "\u200b", "a\tb", "tab\t", " none ", "none", "event", "1914", "2025-02-30", "2025-13", "2025-03-14", " 2025-03-14 ", "2025-03-14T15:09+03:00",
		"1914/1918", "1918/1914", "../..", "../1914", "1914/", "1890~", "?1890-~05", "-?0043-03~", "1914-21", "1914-28", "196X-XX-XX", "2025-12-XX", "2025-12-1X", "2025-1X-12", "Y17E7", "Y1914", "1950S2", "[..1899, 1901..]", "{1914}", "March 1914",
		"PT3H", "~PT1.5H", "<<P2W", ">=P1DT2H30M5,5S", "P1Y", "PT0S", "pt3h", "PT3H2H", "P", "unknown", "~unknown", "PT", "P2WT1H", "P1.5DT1H",
		"en", "nb-NO", "english-long-tag", "no", "reported", "talks", "waiting", "bold", "sentence", "fragment", "He {} and {}.", "{}", "{{}",
		"https://a.example/b?c#d", "http://a b", "https://u@h/", "https://[::1]:80/", "ftp://a", "javascript:alert(1)", "https://a.example/<b>",
		"a.ttf", "../a.ttf", "a/b.JPG", "c:\\a.png", "x.svg", "./x.svg", "a/../x.svg", "t.yaml", "modern", "#c00", "c00c0", "AbCdEf", "16", "17", "0",
		"<b>bold</b>", "a < b > c", "<unknown>", "R&D; &nbsp;", "&#39;", "“Well.”", "“Well,” and “so”", "\"", "+03:00", "+15:00", "-05:30",
		strings.Repeat("x", 140), strings.Repeat("x", 141), strings.Repeat("ü", 200), " " + strings.Repeat("x", 200) + "\n", strings.Repeat("x", 201), strings.Repeat("x", 300), strings.Repeat("x", 301), strings.Repeat("x", 3001)} {
		all = append(all, text(s))
	}
	return all
}

// ofTree is a tree as the published JSON has it.
func ofTree(n *tree.Node) any {
	switch n.Kind {
	case tree.Object:
		m := map[string]any{}
		for _, f := range n.Fields {
			m[f.Key] = ofTree(f.Value)
		}
		return m
	case tree.Array:
		l := []any{}
		for _, item := range n.Items {
			l = append(l, ofTree(item))
		}
		return l
	case tree.Bool:
		return n.Text == "true"
	case tree.Null:
		return nil
	}
	return n.Text
}

func text(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

// beyond are the faults that a grammar cannot tell, by their codes, with what says so.
// What two places of a file say, no schema compares.
func beyond(p data.Problem) bool {
	if strings.HasPrefix(p.Path, "annotations") && strings.Contains(p.What, "without lengths") {
		return true // of the events
	}
	switch code := check.CodeOf(p); code {
	case "duplicate", "unknown-reference", "bad-annotation":
		return true // of two places
	case "bad-language":
		return strings.Contains(p.What, "plural form") // of the language
	case "bad-date":
		for _, of := range []string{"has 28 days", "has 30 days", "ends before", "year beyond", "significant digits", "there is no such day", "there is no year", "season of an unspecified", "long after the last", "long before the first", "more than one date", "Y before"} {
			if strings.Contains(p.What, of) {
				return true // of the calendar
			}
		}
	case "bad-duration":
		return strings.Contains(p.What, "longer than") || strings.Contains(p.What, "zero") // of the event's date, and of sums
	case "bad-characters":
		// A tab may stand around a paragraph; pairs are not counted by patterns.
		return strings.Contains(p.What, "U+0009") || strings.Contains(p.What, "bidirectional")
	case "empty":
		return true // letters of which nothing is seen
	case "too-long":
		return strings.HasPrefix(p.Path, "standfirst") // of several paragraphs together
	case "bad-quotation":
		return strings.Contains(p.What, "times in the sentence")
	}
	return false
}

// In the place of every value, and beside every field, the schema takes what the decoder
// takes, and refuses what it refuses, but for what no grammar can tell.
func TestAgreesWithTheDecoder(t *testing.T) {
	tried, refused := 0, 0
	for _, story := range []string{withHead, withEvents} {
		more, of := agree(t, story)
		tried, refused = tried+more, refused+of
	}
	if tried < 8000 || refused < 3000 {
		t.Errorf("%d tried, %d refused", tried, refused)
	}
}

func agree(t *testing.T, story string) (tried, refused int) {
	t.Helper()
	root, err := yamltree.Parse([]byte(story))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := data.DecodeTree(root); err != nil {
		t.Fatal(err)
	}
	s := compiled(t)
	missed := map[string]bool{}
	try := func(path string) {
		t.Helper()
		tried++
		said := s.Validate(ofTree(root))
		_, err := data.DecodeTree(root)
		if err == nil {
			if said != nil {
				t.Errorf("%s: the decoder takes what the schema refuses: %v", path, said)
			}
			return
		}
		refused++
		if said != nil {
			return
		}
		for _, p := range err.(data.Problems) {
			if !beyond(p) && !missed[p.String()] {
				missed[p.String()] = true
				t.Errorf("%s: the schema takes %s [%s]", path, p, check.CodeOf(p))
			}
		}
	}
	all := values()
	var walk func(n *tree.Node, path string)
	walk = func(n *tree.Node, path string) {
		for i := range n.Fields {
			f := &n.Fields[i]
			was := f.Value
			for _, v := range all {
				f.Value = v
				try(path + "." + f.Key)
			}
			f.Value = was
			walk(was, path+"."+f.Key)
		}
		for i, was := range n.Items {
			for _, v := range all {
				n.Items[i] = v
				try(path + "[]")
			}
			n.Items[i] = was
			walk(was, path+"[]")
		}
		if n.Kind != tree.Object {
			return
		}
		fields := n.Fields
		n.Fields = append(fields[:len(fields):len(fields)], tree.Field{Key: "unknown", Value: text("x")})
		try(path + ".unknown")
		for i := range fields {
			n.Fields = append(append([]tree.Field{}, fields[:i]...), fields[i+1:]...)
			try(path + " without " + fields[i].Key)
		}
		n.Fields = fields
	}
	walk(root, "")
	return tried, refused
}

// The stories above have every field of every set.
func TestTheStoriesAreWhole(t *testing.T) {
	has := map[string]bool{}
	var walk func(n *tree.Node)
	walk = func(n *tree.Node) {
		for _, f := range n.Fields {
			has[f.Key] = true
			walk(f.Value)
		}
		for _, item := range n.Items {
			walk(item)
		}
	}
	for _, story := range []string{withHead, withEvents} {
		root, err := yamltree.Parse([]byte(story))
		if err != nil {
			t.Fatal(err)
		}
		walk(root)
	}
	for _, set := range data.FieldSets() {
		for _, field := range data.FieldsOf(set) {
			if !has[field] && set != "count" {
				t.Errorf("%s.%s is not in it", set, field)
			}
		}
	}
}
