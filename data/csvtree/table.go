package csvtree

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/data/tree"
)

// Columns are those of the tables that barline writes, in their order. A table
// that is read needs title and start.
func Columns() []string {
	return []string{"id", "title", "start", "end", "duration", "lane", "kind", "place", "people", "summary", "quote", "speaker", "source"}
}

// known are all columns that a table may have.
func known() []string { return append(Columns(), "headline") }

// needed are the columns without which there are no events.
func needed() []string { return []string{"title", "start"} }

// Table is a table of events whose rows have been gone through once.
type Table struct {
	name    string
	rows    Rows
	columns []int // of known, by place in a row

	n        int                  // events
	events   map[string]int       // the row of each event that has an id, by that
	further  map[int][]*tree.Node // quotations of an event that have rows of their own, by its row
	people   names
	places   names
	sources  names
	kinds    names
	quotes   int
	headline Cell
	from, to int  // first and last year of all dates
	dated    bool // there are dates
}

// Read reads a table. Its errors are of type [*tree.Error].
func Read(name string, rows Rows) (*Table, error) {
	t := &Table{name: baseName(name), rows: rows, events: map[string]int{}, further: map[int][]*tree.Node{}}
	err := t.each(func(n int, r *row) error {
		if t.headline.Text == "" && r.headline.Text != "" {
			t.headline = r.headline
			t.headline.Text = strings.Clone(t.headline.Text)
		}
		first, repeated := t.events[r.id.Text]
		if repeated {
			if err := t.furtherQuote(r); err != nil {
				return err
			}
		} else {
			if r.id.Text != "" {
				t.events[strings.Clone(r.id.Text)] = n
			}
			t.count(r)
			t.mention(r)
			if r.kind.Text != "" {
				t.kindID(r.kind)
			}
		}
		quote, err := t.quote(r)
		if repeated && quote != nil {
			t.further[first] = append(t.further[first], quote)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// count takes an event's years into those of the table.
func (t *Table) count(r *row) {
	for _, c := range [...]Cell{r.start, r.end} {
		d, err := edtf.Parse(c.Text)
		if err != nil {
			continue // an empty end, or a problem that is reported with the event
		}
		first, last := d.Earliest().Year(), d.Latest().Year()
		if !t.dated {
			t.from, t.to, t.dated = first, last, true
		}
		t.from, t.to = min(t.from, first), max(t.to, last)
	}
	t.n++
}

// furtherQuote checks that a row that repeats an id is a quotation alone.
func (t *Table) furtherQuote(r *row) error {
	cells := r.cells()
	for _, k := range t.columns {
		switch c := cells[k]; c {
		case &r.id, &r.quote, &r.speaker, &r.source, &r.headline:
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
	all := known()
	t.columns = t.columns[:0]
	for _, c := range cells {
		name := strings.ToLower(c.Text)
		k := slices.Index(all, name)
		if k < 0 {
			return c.fail(strconv.Quote(c.Text)+" is no column that is known here", "remove it, or name it one of "+strings.Join(all, ", "))
		}
		if slices.Contains(t.columns, k) {
			return c.fail("a second column "+name, "keep one of them")
		}
		t.columns = append(t.columns, k)
	}
	for _, name := range needed() {
		if !slices.Contains(t.columns, slices.Index(all, name)) {
			return cells[0].fail("the table has no column "+name, "add it; a table needs "+strings.Join(needed(), " and "))
		}
	}
	return nil
}

// Len is the number of events.
func (t *Table) Len() int { return t.n }

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
	id := data.Slug(t.name)
	if id == "" {
		id = "table"
	}
	field(root, "id", text(id))
	if t.headline.Text != "" {
		field(root, "headline", t.headline.node())
	} else {
		field(root, "headline", text(t.neutralHeadline()))
	}
	for _, list := range []struct {
		key   string
		names names
	}{{"kinds", t.kinds}, {"sources", t.sources}, {"people", t.people}, {"places", t.places}} {
		if len(list.names.list) > 0 {
			field(root, list.key, list.names.node())
		}
	}
	return root
}

// neutralHeadline names a table that has no headline of its own by its years.
func (t *Table) neutralHeadline() string {
	first, last := yearWords(t.from), yearWords(t.to)
	switch {
	case !t.dated:
		return "Timeline"
	case first == last:
		return "Timeline, " + first
	}
	return "Timeline, " + first + " to " + last
}

// yearWords is a year as EDTF counts, as people say it.
func yearWords(year int) string {
	switch {
	case year >= 100:
		return strconv.Itoa(year)
	case year > 0:
		return strconv.Itoa(year) + " AD" // 79 alone could be 1979
	}
	return strconv.Itoa(1-year) + " BC"
}

// Events are the story's events, in the order of the table.
func (t *Table) Events() iter.Seq[*tree.Node] {
	return func(yield func(*tree.Node) bool) {
		t.quotes = 0
		// Nothing is wrong with the rows, as the first time has shown.
		_ = t.each(func(n int, r *row) error {
			quote, err := t.quote(r)
			if first, repeats := t.events[r.id.Text]; err != nil || repeats && first != n {
				return err
			}
			e := t.event(r)
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
