package csvtree

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"barline/data"
	"barline/data/tree"
)

// errStop ends going through the rows.
var errStop = errors.New("no more rows are wanted")

// row is one row of a table. Its cells are good until the next row comes.
type row struct {
	table *Table
	cells []Cell
	about RowType
}

// get is a row's cell in a column; it is empty where the row or the table does not
// have it.
func (r *row) get(c Column) Cell {
	if at := r.table.at[c]; at > 0 && at <= len(r.cells) {
		return r.cells[at-1]
	}
	return Cell{Line: r.cells[0].Line, Column: r.cells[0].Column}
}

// keep returns a copy that outlives the next row, and does not hold on to the text
// around it.
func (r *row) keep() *row {
	kept := *r
	kept.cells = slices.Clone(r.cells)
	for i := range kept.cells {
		kept.cells[i].Text = strings.Clone(kept.cells[i].Text)
	}
	return &kept
}

// row takes the apostrophes out of a row's cells and finds out what it is about.
func (t *Table) row(cells []Cell) (row, error) {
	r := row{table: t, cells: cells}
	if len(cells) > len(t.columns) {
		return r, cells[len(t.columns)].fail("this row has "+strconv.Itoa(len(cells))+" cells under "+strconv.Itoa(len(t.columns))+" columns", `put "…" around a cell that holds a separator`)
	}
	for i, c := range cells {
		if t.ours {
			cells[i].Text = Unguard(c.Text)
		} else {
			cells[i].Text = UnguardTyped(c.Text)
		}
	}
	if t.at[Type] == 0 {
		return r, nil
	}
	name, known := r.get(Type), false
	if r.about, known = rowTypeNamed(name.Text); !known {
		return r, name.fail(strconv.Quote(name.Text)+" is no type of a row", "write one of "+rowTypeNames()+", or nothing for an event")
	}
	for i, c := range t.columns {
		if i < len(cells) && cells[i].Text != "" && !r.about.takes(c) {
			return r, cells[i].fail("a row of the type "+r.about.String()+" has nothing in the column "+c.String(), "empty the cell, or correct the type")
		}
	}
	return r, nil
}

func (c Cell) node() *tree.Node {
	return &tree.Node{Kind: tree.String, Text: c.Text, Line: c.Line, Column: c.Column}
}

func (c Cell) fail(what, fix string) error {
	return &tree.Error{Line: c.Line, Column: c.Column, What: what, Fix: fix}
}

// object is a set of fields that stands where a cell does.
func (c Cell) object() *tree.Node {
	return &tree.Node{Kind: tree.Object, Line: c.Line, Column: c.Column}
}

// list is an empty list that stands where a cell does.
func (c Cell) list() *tree.Node {
	return &tree.Node{Kind: tree.Array, Line: c.Line, Column: c.Column}
}

func field(n *tree.Node, key string, value *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, KeyLine: value.Line, KeyColumn: value.Column, Value: value})
}

// text adds a field for a cell that is not empty.
func text(n *tree.Node, key string, c Cell) {
	if c.Text != "" {
		field(n, key, c.node())
	}
}

// named are the columns of a set of fields and what the fields are called.
type named []struct {
	column Column
	key    string
}

// fields are the cells of a row that are not empty.
func (r *row) fields(of named) []tree.Field {
	var n tree.Node
	for _, f := range of {
		text(&n, f.key, r.get(f.column))
	}
	return n.Fields
}

// date is start and end as one date.
func (r *row) date() Cell {
	date := r.get(Start)
	if end := r.get(End); end.Text != "" {
		date.Text += "/" + end.Text
	}
	return date
}

// event is what a row says of its event, but for the quotation.
func (r *row) event() *tree.Node {
	t := r.table
	e := r.get(ID).object()
	text(e, "id", r.get(ID))
	if kind := r.get(Kind); kind.Text != "" {
		kind.Text = t.kindID(kind.Text)
		text(e, "kind", kind)
	}
	title, whole := shortened(r.get(Title))
	text(e, "title", title)
	text(e, "short", r.get(Short))
	text(e, "lane", r.get(Lane))
	r.when(e)
	r.phases(e)
	if place := r.get(Place); place.Text != "" {
		field(e, "place", t.places.refer(place))
	}
	if people := r.people(); len(people) > 0 {
		list := r.get(People).list()
		for _, p := range people {
			list.Items = append(list.Items, t.people.refer(p))
		}
		field(e, "people", list)
	}
	summary := r.get(Summary)
	if whole.Text != "" {
		if summary.Text != "" {
			whole.Text += "\n" + summary.Text
		}
		summary = whole
	}
	text(e, "summary", summary)
	source := r.get(Source)
	source.Text = t.sourceID(source.Text)
	text(e, "source", source)
	r.links(e)
	if codes := r.codes(); codes != nil {
		field(e, "allow", codes)
	}
	if media := r.fields(named{{Media, "file"}, {MediaAlt, "alt"}, {MediaCredit, "credit"}, {MediaCaption, "caption"}, {MediaURL, "url"}}); media != nil {
		at := r.get(Media)
		o := at.object()
		o.Fields = media
		field(e, "media", o)
	}
	return e
}

// when adds the date, and how it is known.
func (r *row) when(e *tree.Node) {
	date := r.date()
	more := r.fields(named{{DateBasis, "basis"}, {DateNote, "note"}})
	if more == nil {
		text(e, "date", date)
		return
	}
	o := date.object()
	text(o, "value", date)
	o.Fields = append(o.Fields, more...)
	field(e, "date", o)
}

// phases adds the length, and the wait before it or after it.
func (r *row) phases(e *tree.Node) {
	length, wait := r.get(Length), r.get(Waiting)
	more := r.fields(named{{LengthBasis, "basis"}, {LengthNote, "note"}, {LengthNoteBasis, "noteBasis"}})
	if wait.Text == "" && more == nil {
		text(e, "duration", length)
		return
	}
	phase := func(kind string, length Cell, more []tree.Field) *tree.Node {
		o := length.object()
		field(o, "kind", Cell{kind, length.Line, length.Column}.node())
		text(o, "duration", length)
		o.Fields = append(o.Fields, more...)
		return o
	}
	list := length.list()
	list.Items = append(list.Items, phase("talks", length, more))
	if wait.Text != "" {
		list.Items = append(list.Items, phase("waiting", wait, r.fields(named{{WaitingBasis, "basis"}, {WaitingNote, "note"}, {WaitingNoteBasis, "noteBasis"}})))
		if r.get(WaitingOrder).Text != WaitedAfter {
			slices.Reverse(list.Items)
		}
	}
	field(e, "phases", list)
}

// What the columns waiting order and quotes say: that the wait came after the talks,
// and that no quotation was reported.
const (
	WaitedAfter = "after"
	NoQuotes    = "none"
)

// check finds what the cells of an event cannot say together.
func (r *row) check() error {
	if c := r.get(WaitingOrder); c.Text != "" && c.Text != WaitedAfter && c.Text != "before" {
		return c.fail(strconv.Quote(c.Text)+" says not when they waited", "write after, for a wait after the talks, or nothing")
	}
	if c := r.get(Quotes); c.Text != "" && c.Text != NoQuotes {
		return c.fail(strconv.Quote(c.Text)+" is not known here", "write none where the source reports no quotation, or nothing")
	} else if c.Text != "" && r.get(Words).Text != "" {
		return c.fail("a quotation where there is said to be none", "empty this cell, or the column quote")
	}
	for _, c := range [...]Column{LengthBasis, LengthNote, LengthNoteBasis, Waiting} {
		if cell := r.get(c); cell.Text != "" && r.get(Length).Text == "" {
			return cell.fail("something in the column "+c.String()+" without a duration", "write how long it took into the column duration, or unknown")
		}
	}
	for _, c := range [...]Column{WaitingOrder, WaitingBasis, WaitingNote, WaitingNoteBasis} {
		if cell := r.get(c); cell.Text != "" && r.get(Waiting).Text == "" {
			return cell.fail("something in the column "+c.String()+" without a wait", "write how long it took into the column waiting, or unknown")
		}
	}
	return nil
}

// links adds the further reading: an address to a line, and its title behind it.
func (r *row) links(e *tree.Node) {
	links := r.get(Links)
	if links.Text == "" {
		return
	}
	list := links.list()
	for line := range strings.SplitSeq(links.Text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		url, title, _ := strings.Cut(line, " ")
		o := links.object()
		text(o, "url", Cell{url, links.Line, links.Column})
		text(o, "title", Cell{strings.TrimSpace(title), links.Line, links.Column})
		list.Items = append(list.Items, o)
	}
	field(e, "links", list)
}

// shortened cuts a title that is too long at a word; whole is then all of it.
func shortened(title Cell) (short, whole Cell) {
	text, cut := Shortened(title.Text, data.MaxTitle)
	if !cut {
		return title, Cell{}
	}
	whole = title
	title.Text = text
	return title, whole
}

// people are those that a row names, each in the place of the cell.
func (r *row) people() []Cell {
	all := r.get(People)
	if all.Text == "" {
		return nil
	}
	var people []Cell
	for name := range strings.SplitSeq(all.Text, ";") {
		if name = strings.TrimSpace(name); name != "" {
			people = append(people, Cell{name, all.Line, all.Column})
		}
	}
	return people
}

// mention takes note of whom and what an event's row names.
func (r *row) mention() {
	t := r.table
	if place := r.get(Place); place.Text != "" {
		t.places.mention(place)
	}
	for _, p := range r.people() {
		t.people.mention(p)
	}
	if source := r.get(Source); source.Text != "" && source.Text != data.NoSource {
		t.sources.mention(source)
		t.sourced = true
	}
	if kind := r.get(Kind); kind.Text != "" && !isBuiltIn(kind.Text) {
		t.kinds.mention(kind)
	}
}

func isBuiltIn(kind string) bool {
	return strings.EqualFold(kind, data.MeetingID) || strings.EqualFold(kind, data.ContextID)
}

// kindID is the kind that a row names: one that is built in, unless the table declares
// that anew, or one of this id or name.
func (t *Table) kindID(name string) string {
	if isBuiltIn(name) && t.kinds.ids[name] != name {
		return strings.ToLower(name)
	}
	return t.kinds.ids[name]
}

// sourceID is the source that an event's row names, or [data.NoSource]; "" is the only
// one that the table has, which goes without saying, or none if it has several.
func (t *Table) sourceID(name string) string {
	switch {
	case name != "" && name != data.NoSource:
		return t.sources.ids[name]
	case name != "" || t.sourced && t.sources.len() == 1:
		return data.NoSource // the only one would go without saying
	}
	return ""
}
