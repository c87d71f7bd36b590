package csvtree

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/data/tree"
)

// Columns are those that a table may have, in the order in which barline
// writes them. The first three are required.
func Columns() []string {
	return []string{"id", "title", "start", "end", "duration", "lane", "kind", "place", "people", "summary", "quote", "speaker", "source"}
}

const required = 3

// Parse reads a table. name is its file's name: a table has no name, headline
// or source of its own, and takes them from there. Cells are separated by
// commas, semicolons or tabs, whichever the header row has most of. Its errors
// are of type [*tree.Error].
func Parse(name string, text []byte) (*tree.Node, error) {
	if err := tree.Check(text); err != nil {
		return nil, err
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	p := parser{name: baseName(name), reader: csv.NewReader(bytes.NewReader(text))}
	p.reader.Comma = separator(text)
	p.reader.FieldsPerRecord = -1
	if err := p.header(); err != nil {
		return nil, err
	}
	for {
		err := p.row()
		if errors.Is(err, io.EOF) {
			return p.story(), nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// separator is what the first line has most of.
func separator(text []byte) rune {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	best := ','
	for _, r := range ";\t" {
		if bytes.ContainsRune(line, r) && bytes.Count(line, []byte(string(r))) > bytes.Count(line, []byte(string(best))) {
			best = r
		}
	}
	return best
}

// baseName is a file's name without folders and ending.
func baseName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	if name == "" {
		return "table"
	}
	return name
}

type parser struct {
	name    string
	reader  *csv.Reader
	columns []string // by place in a row
	events  []*event
	byID    map[string]*event
	people  names
	places  names
	sources names
	quotes  int
	unsaid  bool // a row names no source
}

type event struct {
	node   *tree.Node
	id     string
	quotes *tree.Node
}

// cell is a value with its place.
type cell struct {
	text         string
	line, column int
}

func (c cell) node() *tree.Node {
	return &tree.Node{Kind: tree.String, Text: c.text, Line: c.line, Column: c.column}
}

func (c cell) fail(what, mend string) error {
	return &tree.Error{Line: c.line, Column: c.column, What: what, Mend: mend}
}

// read reads the next record that is not blank.
func (p *parser) read() ([]cell, error) {
	for {
		record, err := p.reader.Read()
		if fault, ok := errors.AsType[*csv.ParseError](err); ok {
			return nil, &tree.Error{Line: fault.Line, Column: max(1, fault.Column), What: "this is no CSV: " + fault.Err.Error(),
				Mend: `put "…" around a cell that holds quotation marks, and write "" for each of them`}
		}
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(record, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			continue
		}
		cells := make([]cell, len(record))
		for i, text := range record {
			line, column := p.reader.FieldPos(i)
			cells[i] = cell{strings.TrimSpace(text), line, column}
		}
		return cells, nil
	}
}

func (p *parser) header() error {
	cells, err := p.read()
	if errors.Is(err, io.EOF) {
		return &tree.Error{Line: 1, Column: 1, What: "the table is empty", Mend: "write a header row and a row for each event"}
	}
	if err != nil {
		return err
	}
	known := Columns()
	for _, c := range cells {
		name := strings.ToLower(c.text)
		if !slices.Contains(known, name) {
			return c.fail(strconv.Quote(c.text)+" is no column that is known here", "remove it, or name it one of "+strings.Join(known, ", "))
		}
		if slices.Contains(p.columns, name) {
			return c.fail("a second column "+name, "keep one of them")
		}
		p.columns = append(p.columns, name)
	}
	for _, name := range known[:required] {
		if !slices.Contains(p.columns, name) {
			return cells[0].fail("the table has no column "+name, "add it; a table needs "+strings.Join(known[:required], ", "))
		}
	}
	p.byID = map[string]*event{}
	return nil
}

func (p *parser) has(column string) bool { return slices.Contains(p.columns, column) }

// row reads one row: an event, or a further quotation of one.
func (p *parser) row() error {
	cells, err := p.read()
	if err != nil {
		return err
	}
	if len(cells) > len(p.columns) {
		return cells[len(p.columns)].fail("this row has "+strconv.Itoa(len(cells))+" cells under "+strconv.Itoa(len(p.columns))+" columns", `put "…" around a cell that holds a separator`)
	}
	row := map[string]cell{}
	for i, name := range p.columns {
		c := cell{line: cells[0].line, column: cells[0].column}
		if i < len(cells) {
			c = cells[i]
		}
		if name != "start" && name != "end" && name != "duration" {
			c.text = unguarded(c.text)
		}
		row[name] = c
	}
	id := row["id"]
	e := p.byID[id.text]
	switch {
	case id.text == "":
		return id.fail("this row has no id", "write one, of a-z, 0-9 and -")
	case e == nil:
		e = p.event(row)
		p.byID[id.text] = e
		p.events = append(p.events, e)
	default:
		for _, name := range p.columns {
			if c := row[name]; c.text != "" && !slices.Contains([]string{"id", "quote", "speaker", "source"}, name) {
				return c.fail("a second row with the id "+strconv.Quote(id.text)+" says more than a quotation", "give it an id of its own, or leave all cells empty but quote, speaker and source")
			}
		}
		if row["quote"].text == "" {
			return id.fail("a second row with the id "+strconv.Quote(id.text), "give it an id of its own, or add a quotation to it")
		}
	}
	return p.quote(e, row)
}

// unguarded takes the apostrophe away that keeps spreadsheets from running a
// text.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@\t\r'", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

func (p *parser) event(row map[string]cell) *event {
	id := row["id"]
	e := &event{id: id.text, node: &tree.Node{Kind: tree.Object, Line: id.line, Column: id.column}}
	add := func(key string, n *tree.Node) { field(e.node, key, n) }
	text := func(key string) {
		if c := row[key]; c.text != "" {
			add(key, c.node())
		}
	}
	add("id", id.node())
	kind := row["kind"]
	if kind.text == "" && !p.has("duration") && !p.has("end") {
		// A table without lengths is one of moments, not of unknown lengths.
		kind = cell{"context", id.line, id.column}
	}
	if kind.text != "" {
		add("kind", kind.node())
	}
	text("title")
	text("lane")
	date, length := p.when(row)
	if date.text != "" {
		add("date", date.node())
	}
	if length.text != "" {
		add("duration", length.node())
	}
	if c := row["place"]; c.text != "" {
		add("place", p.places.refer(c))
	}
	if list := row["people"]; list.text != "" {
		n := &tree.Node{Kind: tree.Array, Line: list.line, Column: list.column}
		for name := range strings.SplitSeq(list.text, ";") {
			if name = strings.TrimSpace(name); name != "" {
				n.Items = append(n.Items, p.people.refer(cell{name, list.line, list.column}))
			}
		}
		add("people", n)
	}
	text("summary")
	if c := row["source"]; c.text != "" {
		add("source", p.sources.refer(c))
	} else {
		p.unsaid = true
	}
	return e
}

// when joins start and end; where both are moments, the time between them is
// the length if no other is given.
func (p *parser) when(row map[string]cell) (date, length cell) {
	date, length = row["start"], row["duration"]
	end := row["end"]
	if end.text == "" {
		return date, length
	}
	from, err := edtf.Parse(date.text)
	to, other := edtf.Parse(end.text)
	date.text += "/" + end.text
	moments := err == nil && other == nil && from.Precision() == edtf.Instant && to.Precision() == edtf.Instant
	if moments && length.text == "" && row["kind"].text != "context" {
		a, _ := from.Bounds()
		if b, _ := to.Bounds(); b > a {
			length = cell{"PT" + strconv.FormatInt(b-a, 10) + "S", end.line, end.column}
		}
	}
	return date, length
}

func (p *parser) quote(e *event, row map[string]cell) error {
	words, speaker := row["quote"], row["speaker"]
	if words.text == "" {
		if speaker.text != "" {
			return speaker.fail("a speaker without a quotation", "write the words into the column quote, or remove the speaker")
		}
		return nil
	}
	if speaker.text == "" {
		return words.fail("a quotation without a speaker", "name who said it in the column speaker")
	}
	if e.quotes == nil {
		e.quotes = &tree.Node{Kind: tree.Array, Line: words.line, Column: words.column}
	}
	p.quotes++
	q := &tree.Node{Kind: tree.Object, Line: words.line, Column: words.column}
	field(q, "id", cell{"q" + strconv.Itoa(p.quotes), words.line, words.column}.node())
	field(q, "speaker", p.people.refer(speaker))
	field(q, "words", words.node())
	if c := row["source"]; c.text != "" {
		field(q, "source", p.sources.refer(c))
	}
	e.quotes.Items = append(e.quotes.Items, q)
	return nil
}

// story puts the parts together.
func (p *parser) story() *tree.Node {
	at := cell{line: 1, column: 1}
	text := func(s string) *tree.Node { at.text = s; return at.node() }
	root := &tree.Node{Kind: tree.Object, Line: 1, Column: 1}
	field(root, "barline", &tree.Node{Kind: tree.Number, Text: "1", Line: 1, Column: 1})
	id := slug(p.name)
	if id == "" {
		id = "table"
	}
	field(root, "id", text(id))
	field(root, "headline", text(p.name))
	if p.unsaid || len(p.sources.list) == 0 {
		// What the table says without a source it says itself.
		own := p.sources.refer(cell{p.name, 1, 1})
		for _, e := range p.events {
			if e.node.Get("source") == nil && len(p.sources.list) > 1 {
				field(e.node, "source", own)
			}
		}
	}
	for _, list := range []struct {
		key   string
		names names
	}{{"sources", p.sources}, {"people", p.people}, {"places", p.places}} {
		if len(list.names.list) > 0 {
			field(root, list.key, list.names.node())
		}
	}
	events := &tree.Node{Kind: tree.Array, Line: 1, Column: 1}
	for _, e := range p.events {
		if e.quotes != nil {
			field(e.node, "quotes", e.quotes)
		}
		events.Items = append(events.Items, e.node)
	}
	field(root, "events", events)
	return root
}

func field(n *tree.Node, key string, value *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, KeyLine: value.Line, KeyColumn: value.Column, Value: value})
}

// names gives ids to what a table calls by name.
type names struct {
	list  []named
	ids   map[string]string // by name
	taken map[string]bool
}

type named struct {
	id   string
	name cell
}

// refer returns the id of a name, where it is used.
func (n *names) refer(name cell) *tree.Node {
	id, known := n.ids[name.text]
	if !known {
		if n.ids == nil {
			n.ids, n.taken = map[string]string{}, map[string]bool{}
		}
		base := slug(name.text)
		if base == "" {
			base = "n" + strconv.Itoa(len(n.list)+1)
		}
		id = base
		for i := 2; n.taken[id]; i++ {
			id = base + "-" + strconv.Itoa(i)
		}
		n.ids[name.text], n.taken[id] = id, true
		n.list = append(n.list, named{id, name})
	}
	return cell{id, name.line, name.column}.node()
}

func (n *names) node() *tree.Node {
	out := &tree.Node{Kind: tree.Array, Line: 1, Column: 1}
	for _, one := range n.list {
		o := &tree.Node{Kind: tree.Object, Line: one.name.line, Column: one.name.column}
		field(o, "id", cell{one.id, one.name.line, one.name.column}.node())
		field(o, "name", one.name.node())
		out.Items = append(out.Items, o)
	}
	return out
}

// slug is the part of a name that may stand in an id.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && b.String()[b.Len()-1] != '-':
			b.WriteByte('-')
		}
		if b.Len() >= 60 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}
