package csvtree

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/data/tree"
)

// Table is a table of events whose rows have been gone through once.
type Table struct {
	name    string
	rows    Rows
	columns []Column         // those of the table, in its order
	at      [ColumnCount]int // the place of each column in a row, from 1; 0: the table has it not

	n       int               // events
	events  rowsByID          // the row of each event that has an id
	repeats bool              // some rows repeat the id of an event
	further map[int][]further // quotations of an event that have rows of their own, by its row
	early   []further         // those that come before their event

	story                          *row
	periods, lanes, fonts          []*tree.Node
	annotations                    []*row // whose sources have ids when all rows are read
	corrections                    []*tree.Node
	theme                          *tree.Node // nil: the table has none
	people, places, sources, kinds names

	// ours: barline wrote the table, as its columns show, and guarded its cells.
	ours bool
	// sourced: an event names a source, so that one with an empty cell has none.
	sourced bool

	quotes   int
	leads    bool // a quotation leads
	headline Cell
	years    Years // of all dates
	foreign  bool  // there are dates that are no EDTF
}

// Read reads a table. Its errors are of type [*tree.Error].
func Read(name string, rows Rows) (*Table, error) {
	t := &Table{name: baseName(name), rows: rows, further: map[int][]further{}}
	above := -1 // the row of the event above
	err := t.each(func(n int, r *row) error {
		if c := r.get(Headline); t.headline.Text == "" && c.Text != "" {
			t.headline = c
			t.headline.Text = strings.Clone(c.Text)
		}
		switch {
		case r.about == QuoteRow:
			return t.takeFurther(r, above)
		case r.about != EventRow:
			return t.declare(r)
		}
		id := r.get(ID).Text
		if first, repeated := t.events.find(id); repeated {
			t.repeats = true
			if err := r.checkFurther(); err != nil {
				return err
			}
			return t.addFurther(r, first)
		}
		above = n
		if id != "" {
			t.events.add(id, n)
		}
		t.count(r)
		r.mention()
		if err := r.check(); err != nil {
			return err
		}
		_, err := r.takeQuote()
		return err
	})
	if err == nil {
		err = t.finish()
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// finish gives ids to all that the rows name.
func (t *Table) finish() error {
	for _, list := range []struct {
		names *names
		thing string
		made  Names
	}{{&t.people, "person", Names{}}, {&t.places, "place", Names{}}, {&t.sources, "source", SourceNames()}, {&t.kinds, "kind", KindNames()}} {
		if err := list.names.finish(list.thing, list.made); err != nil {
			return err
		}
	}
	// Quotations that come before their event in the table wait for it until now.
	for _, q := range t.early {
		first, known := t.events.find(q.row.get(ID).Text)
		if !known {
			id := q.row.get(ID)
			return id.fail("no event has the id "+strconv.Quote(id.Text), "write the id of the event that the quotation belongs to")
		}
		t.further[first] = append(t.further[first], q)
		slices.SortFunc(t.further[first], func(a, b further) int { return a.number - b.number })
	}
	return nil
}

// takeFurther takes in a row of the type quote. Without an id it belongs to the
// event above.
func (t *Table) takeFurther(r *row, above int) error {
	id := r.get(ID)
	if r.get(Words).Text == "" {
		return r.cells[0].fail("a row of the type quote without a quotation", "write the words into the column quote, or remove the row")
	}
	if id.Text == "" {
		if above < 0 {
			return r.cells[0].fail("a quotation without an event", "put it below its event, or write the event's id")
		}
		return t.addFurther(r, above)
	}
	if first, known := t.events.find(id.Text); known {
		return t.addFurther(r, first)
	}
	if _, err := r.takeQuote(); err != nil {
		return err
	}
	t.early = append(t.early, further{r.keep(), t.quotes})
	return nil
}

// addFurther adds a row's quotation to the event of another row.
func (t *Table) addFurther(r *row, first int) error {
	has, err := r.takeQuote()
	if has {
		t.further[first] = append(t.further[first], further{r.keep(), t.quotes})
	}
	return err
}

// count takes an event's years into those of the table.
func (t *Table) count(r *row) {
	for _, c := range [...]Column{Start, End} {
		cell := r.get(c)
		if cell.Text == "" && c == End {
			continue
		}
		d, err := edtf.Parse(cell.Text)
		if err != nil {
			// A problem that is reported with the event.
			t.foreign = true
			continue
		}
		t.years.Add(d)
	}
	t.n++
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
			if r, err = t.row(cells); err == nil {
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
	t.columns, t.at = t.columns[:0], [ColumnCount]int{}
	for i, cell := range cells {
		c, known := columnNamed(cell.Text)
		if !known {
			return cell.fail(strconv.Quote(cell.Text)+" is no column that is known here", "remove it, or name it one of "+strings.Join(Columns(), ", ")+", headline, or of the others that data/FORMAT.md lists")
		}
		if t.at[c] > 0 {
			return cell.fail("a second column "+c.String(), "keep one of them")
		}
		t.columns, t.at[c] = append(t.columns, c), i+1
	}
	t.ours = t.at[Type] > 0 || slices.Equal(t.columns, everyday())
	for _, c := range needed() {
		if t.at[c] == 0 {
			return cells[0].fail("the table has no column "+c.String(), "add it; a table needs title and start")
		}
	}
	return nil
}

// IsEDTF reports whether every event has a start in EDTF, and no end is anything else.
func (t *Table) IsEDTF() bool { return !t.foreign }

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

// Events are the story's events, in the order of the table.
func (t *Table) Events() iter.Seq[*tree.Node] {
	return func(yield func(*tree.Node) bool) {
		for e := range t.Entries() {
			if !yield(e.Node()) {
				return
			}
		}
	}
}

// Entries are the story's events, in the order of the table. Each is good until the next
// one comes.
func (t *Table) Entries() iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		e := Entry{}
		// Nothing is wrong with the rows, as the first time has shown.
		_ = t.each(func(n int, r *row) error {
			quoted := r.get(Words).Text != "" && r.about <= QuoteRow
			if quoted {
				e.quotes++
			}
			if r.about != EventRow || t.repeats && t.isRepeated(n, r) {
				return nil
			}
			e.n, e.row, e.quoted = n, r, quoted
			if !yield(&e) {
				return errStop
			}
			return nil
		})
	}
}

// isRepeated reports whether an event of a row's id stands in another row, above.
func (t *Table) isRepeated(n int, r *row) bool {
	first, known := t.events.find(r.get(ID).Text)
	return known && first != n
}
