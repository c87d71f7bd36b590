package session

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/data/tree"
	"barline/timeline/words"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// model is a story as lists and forms show it.
type model struct {
	File     string       `json:"file"`
	Lang     string       `json:"lang"`
	Dir      string       `json:"dir"`
	Headline string       `json:"headline"`
	Root     node         `json:"root"`
	Events   []modelEvent `json:"events"`
	People   []named      `json:"people"`
	Places   []named      `json:"places"`
	Sources  []named      `json:"sources"`
	Kinds    []named      `json:"kinds"`
	Lanes    []string     `json:"lanes"`
}

type named struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Index int    `json:"index"`
}

type modelEvent struct {
	Index         int    `json:"index"`
	ID            string `json:"id"`
	AutoID        bool   `json:"autoId"`
	Line          int    `json:"line"`
	End           int    `json:"end"`
	Title         string `json:"title"`
	Date          string `json:"date"`
	DateWords     string `json:"dateWords"`
	Duration      string `json:"duration"`
	DurationWords string `json:"durationWords"`
	Order         int    `json:"order"`
}

// node is a part of the file with its place.
type node struct {
	Line   int     `json:"line"`
	Column int     `json:"column"`
	End    int     `json:"end"`
	Kind   string  `json:"kind"`
	V      any     `json:"v"`
	Items  []node  `json:"items,omitzero"`
	Fields []field `json:"fields,omitzero"`
}

type field struct {
	Key    string `json:"key"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Value  node   `json:"value"`
}

// modelOf is the model of a file that was parsed; story is nil where it has errors, and
// root where it is no tree.
func modelOf(file string, text []byte, root *tree.Node, story *data.Story) *model {
	if root == nil || root.Kind != tree.Object {
		return nil
	}
	m := &model{File: file, Lang: cmp.Or(textOf(root.Get("lang")), "en"), Headline: textOf(root.Get("headline")), Events: []modelEvent{}, Lanes: []string{}}
	m.Dir = direction(m.Lang)
	lines := bytes.Split(text, []byte("\n"))
	m.Root = placed{lines}.node(root, len(lines)+1)
	m.People, m.Places, m.Sources = namesIn(root, "people"), namesIn(root, "places"), namesIn(root, "sources")
	m.Kinds = append([]named{{data.MeetingID, data.MeetingID, -1}, {data.ContextID, data.ContextID, -1}}, namesIn(root, "kinds")...)
	l, err := languages.For(m.Lang)
	if err != nil {
		return m
	}
	m.events(root, l.Words)
	if story != nil {
		for i, at := range story.FileOrder() {
			if i < len(m.Events) {
				e := story.Event(at)
				m.Events[i].ID, m.Events[i].AutoID = e.ID, e.AutoID
			}
		}
	}
	return m
}

func direction(lang string) string {
	if typeset.RightToLeft(lang) {
		return "rtl"
	}
	return "ltr"
}

func textOf(n *tree.Node) string {
	if n == nil || n.Kind == tree.Object || n.Kind == tree.Array {
		return ""
	}
	return n.Text
}

func itemsOf(root *tree.Node, list string) []*tree.Node {
	if n := root.Get(list); n != nil {
		return n.Items
	}
	return nil
}

// namesIn are what events can refer to in one of a story's lists.
func namesIn(root *tree.Node, list string) []named {
	all := []named{}
	for i, n := range itemsOf(root, list) {
		name := cmp.Or(textOf(n.Get("name")), textOf(n.Get("title")), textOf(n.Get("id")))
		all = append(all, named{cmp.Or(textOf(n.Get("id")), name), name, i})
	}
	return all
}

// events fills in what is understood of the events, also of a story with errors.
func (m *model) events(root *tree.Node, w *words.Words) {
	type dated struct {
		index int
		at    int64
	}
	var order []dated
	seen := map[string]bool{}
	for i, n := range itemsOf(root, "events") {
		e := modelEvent{Index: i, Line: n.Line, Title: textOf(n.Get("title")), Order: -1}
		if i < len(m.items()) {
			e.End = m.items()[i].End
		}
		e.Date = valueOf(n.Get("date"))
		if date, err := edtf.Parse(e.Date); err == nil && e.Date != "" {
			e.DateWords = w.Date(date, words.Full)
			from, _ := date.Bounds()
			order = append(order, dated{i, from})
		}
		e.Duration = valueOf(n.Get("duration"))
		if length, err := data.ParseDuration(e.Duration); err == nil && e.Duration != "" {
			e.DurationWords = w.Length(length)
		}
		if lane := textOf(n.Get("lane")); lane != "" && !seen[lane] {
			seen[lane] = true
			m.Lanes = append(m.Lanes, lane)
		}
		m.Events = append(m.Events, e)
	}
	slices.SortStableFunc(order, func(a, b dated) int { return cmp.Compare(a.at, b.at) })
	for k, d := range order {
		m.Events[d.index].Order = k
	}
}

// items are the nodes of the events.
func (m *model) items() []node {
	for _, f := range m.Root.Fields {
		if f.Key == "events" {
			return f.Value.Items
		}
	}
	return nil
}

// valueOf is a text, or the value of a set of fields.
func valueOf(n *tree.Node) string {
	if n != nil && n.Kind == tree.Object {
		n = n.Get("value")
	}
	return strings.TrimSpace(textOf(n))
}

// placed makes nodes of a tree, with the lines behind their last ones.
type placed struct{ lines [][]byte }

// end is the line behind a value that begins at a line and ends before another: what is
// empty or a comment there belongs to what follows.
func (p placed) end(line, before int) int {
	for before--; before > line && before <= len(p.lines); before-- {
		if text := bytes.TrimSpace(p.lines[before-1]); len(text) > 0 && text[0] != '#' {
			break
		}
	}
	return max(before, line) + 1
}

// node is a tree that ends before a line.
func (p placed) node(n *tree.Node, before int) node {
	out := node{Line: n.Line, Column: n.Column, End: p.end(n.Line, before)}
	switch n.Kind {
	case tree.Object:
		out.Kind, out.Fields = "object", make([]field, len(n.Fields))
		for i, f := range n.Fields {
			next := before
			if i+1 < len(n.Fields) {
				next = n.Fields[i+1].KeyLine
			}
			out.Fields[i] = field{f.Key, f.KeyLine, f.KeyColumn, p.node(f.Value, next)}
		}
	case tree.Array:
		out.Kind, out.Items = "list", make([]node, len(n.Items))
		for i, item := range n.Items {
			next := before
			if i+1 < len(n.Items) {
				next = n.Items[i+1].Line
			}
			out.Items[i] = p.node(item, next)
		}
	case tree.Bool:
		out.Kind, out.V = "bool", n.Text == "true"
	case tree.Null:
		out.Kind = "null"
	default:
		out.Kind, out.V = "text", n.Text
	}
	return out
}
