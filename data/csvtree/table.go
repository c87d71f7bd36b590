package csvtree

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"barline/data/tree"
)

// Columns are those that a table may have, in the order in which barline
// writes them. The first three are required.
func Columns() []string {
	return []string{"id", "title", "start", "end", "duration", "lane", "kind", "place", "people", "summary", "quote", "speaker", "source"}
}

const required = 3

// Table is a table of events whose rows have been gone through once.
type Table struct {
	name    string
	rows    Rows
	columns []int // of Columns, by place in a row
	dots    bool  // no column says how long events took

	events  map[string]int       // the row of each event, by id
	further map[int][]*tree.Node // quotations of an event that have rows of their own, by its row
	people  names
	places  names
	sources names
	quotes  int
	own     *tree.Node // the source of what names none, where others do
}

// Read reads a table. Its errors are of type [*tree.Error].
func Read(name string, rows Rows) (*Table, error) {
	t := &Table{name: baseName(name), rows: rows, events: map[string]int{}, further: map[int][]*tree.Node{}}
	unsaid := false // a row names no source
	err := t.each(func(n int, r *row) error {
		first, known := t.events[r.id.Text]
		switch {
		case r.id.Text == "":
			return r.id.fail("this row has no id", "write one, of a-z, 0-9 and -")
		case !known:
			t.events[strings.Clone(r.id.Text)] = n
			unsaid = unsaid || r.source.Text == ""
			t.mention(r)
		default:
			if err := t.furtherQuote(r); err != nil {
				return err
			}
		}
		quote, err := t.quote(r)
		if known && quote != nil {
			t.further[first] = append(t.further[first], quote)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if unsaid || len(t.sources.list) == 0 {
		// What the table says without a source it says itself.
		own := t.sources.refer(Cell{t.name, 1, 1})
		if len(t.sources.list) > 1 {
			t.own = own
		}
	}
	return t, nil
}

// furtherQuote checks that a row that repeats an id is a quotation alone.
func (t *Table) furtherQuote(r *row) error {
	cells := r.cells()
	for _, k := range t.columns {
		switch c := cells[k]; c {
		case &r.id, &r.quote, &r.speaker, &r.source:
		default:
			if c.Text != "" {
				return c.fail("a second row with the id "+strconv.Quote(r.id.Text)+" says more than a quotation", "give it an id of its own, or leave all cells empty but quote, speaker and source")
			}
		}
	}
	if r.quote.Text == "" {
		return r.id.fail("a second row with the id "+strconv.Quote(r.id.Text), "give it an id of its own, or add a quotation to it")
	}
	return nil
}

// each goes through the rows below the header, counted from 0.
func (t *Table) each(do func(n int, r *row) error) error {
	n := -1
	for cells, err := range t.rows {
		if err != nil {
			return err
		}
		blank := true
		for i := range cells {
			cells[i].Text = strings.TrimSpace(cells[i].Text)
			blank = blank && cells[i].Text == ""
		}
		if blank {
			continue
		}
		if n < 0 {
			err = t.header(cells)
		} else {
			var r row
			if err = t.fill(&r, cells); err == nil {
				err = do(n, &r)
			}
		}
		if err != nil {
			return err
		}
		n++
	}
	if n < 0 {
		return &tree.Error{Line: 1, Column: 1, What: "the table is empty", Fix: "write a header row and a row for each event"}
	}
	return nil
}

func (t *Table) header(cells []Cell) error {
	known := Columns()
	t.columns = t.columns[:0]
	for _, c := range cells {
		name := strings.ToLower(c.Text)
		k := slices.Index(known, name)
		if k < 0 {
			return c.fail(strconv.Quote(c.Text)+" is no column that is known here", "remove it, or name it one of "+strings.Join(known, ", "))
		}
		if slices.Contains(t.columns, k) {
			return c.fail("a second column "+name, "keep one of them")
		}
		t.columns = append(t.columns, k)
	}
	for k, name := range known[:required] {
		if !slices.Contains(t.columns, k) {
			return cells[0].fail("the table has no column "+name, "add it; a table needs "+strings.Join(known[:required], ", "))
		}
	}
	t.dots = !slices.Contains(t.columns, slices.Index(known, "end")) && !slices.Contains(t.columns, slices.Index(known, "duration"))
	return nil
}

// Len is the number of events.
func (t *Table) Len() int { return len(t.events) }

// Tree is the story.
func (t *Table) Tree() *tree.Node {
	root := t.Head()
	events := &tree.Node{Kind: tree.Array, Line: 1, Column: 1}
	for e := range t.Events() {
		events.Items = append(events.Items, e)
	}
	field(root, "events", events)
	return root
}

// Head is the story without its events.
func (t *Table) Head() *tree.Node {
	text := func(s string) *tree.Node { return Cell{s, 1, 1}.node() }
	root := &tree.Node{Kind: tree.Object, Line: 1, Column: 1}
	field(root, "barline", &tree.Node{Kind: tree.Number, Text: "1", Line: 1, Column: 1})
	id := slug(t.name)
	if id == "" {
		id = "table"
	}
	field(root, "id", text(id))
	field(root, "headline", text(t.name))
	for _, list := range []struct {
		key   string
		names names
	}{{"sources", t.sources}, {"people", t.people}, {"places", t.places}} {
		if len(list.names.list) > 0 {
			field(root, list.key, list.names.node())
		}
	}
	return root
}

// Events are the story's events, in the order of the table.
func (t *Table) Events() iter.Seq[*tree.Node] {
	return func(yield func(*tree.Node) bool) {
		t.quotes = 0
		// Nothing is wrong with the rows, as the first time has shown.
		_ = t.each(func(n int, r *row) error {
			quote, err := t.quote(r)
			if err != nil || t.events[r.id.Text] != n {
				return err
			}
			e := t.event(r)
			if t.own != nil && e.Get("source") == nil {
				field(e, "source", t.own)
			}
			quotes := t.further[n]
			if quote != nil {
				quotes = append([]*tree.Node{quote}, quotes...)
			}
			if len(quotes) > 0 {
				field(e, "quotes", &tree.Node{Kind: tree.Array, Line: quotes[0].Line, Column: quotes[0].Column, Items: quotes})
			}
			if !yield(e) {
				return errStop
			}
			return nil
		})
	}
}
