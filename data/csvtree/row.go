package csvtree

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data"
	"barline/data/tree"
)

// errStop ends going through the rows.
var errStop = errors.New("no more rows are wanted")

// row is the cells of one row; those of columns that there are not are empty.
type row struct {
	id, title, start, end, duration, lane, kind, place, people, summary, quote, speaker, source, headline Cell
}

// cells are those of a row in the order of Columns.
func (r *row) cells() [14]*Cell {
	return [...]*Cell{&r.id, &r.title, &r.start, &r.end, &r.duration, &r.lane, &r.kind, &r.place, &r.people, &r.summary, &r.quote, &r.speaker, &r.source, &r.headline}
}

// fill takes the cells of a row to their columns.
func (t *Table) fill(r *row, cells []Cell) error {
	if len(cells) > len(t.columns) {
		return cells[len(t.columns)].fail("this row has "+strconv.Itoa(len(cells))+" cells under "+strconv.Itoa(len(t.columns))+" columns", `put "…" around a cell that holds a separator`)
	}
	to := r.cells()
	for i, k := range t.columns {
		c := Cell{Line: cells[0].Line, Column: cells[0].Column}
		if i < len(cells) {
			c = cells[i]
		}
		*to[k] = c
		switch to[k] {
		case &r.start, &r.end, &r.duration: // a minus before a year is no formula
		default:
			to[k].Text = unguarded(c.Text)
		}
	}
	return nil
}

func (c Cell) node() *tree.Node {
	return &tree.Node{Kind: tree.String, Text: c.Text, Line: c.Line, Column: c.Column}
}

func (c Cell) fail(what, fix string) error {
	return &tree.Error{Line: c.Line, Column: c.Column, What: what, Fix: fix}
}

// unguarded takes the apostrophe away that keeps spreadsheets from running a
// text.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@\t\r'", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

// event is what a row says of its event, but for the quotation.
func (t *Table) event(r *row) *tree.Node {
	e := &tree.Node{Kind: tree.Object, Line: r.id.Line, Column: r.id.Column}
	text := func(key string, c Cell) {
		if c.Text != "" {
			field(e, key, c.node())
		}
	}
	text("id", r.id)
	if r.kind.Text != "" {
		field(e, "kind", Cell{t.kindID(r.kind), r.kind.Line, r.kind.Column}.node())
	}
	title, whole := shortened(r.title)
	text("title", title)
	text("lane", r.lane)
	date := r.start
	if r.end.Text != "" {
		date.Text += "/" + r.end.Text
	}
	text("date", date)
	text("duration", r.duration)
	place, people, source := t.mention(r)
	node := func(key string, n *tree.Node) {
		if n != nil {
			field(e, key, n)
		}
	}
	node("place", place)
	node("people", people)
	if whole.Text != "" {
		if r.summary.Text != "" {
			whole.Text += "\n" + r.summary.Text
		}
		text("summary", whole)
	} else {
		text("summary", r.summary)
	}
	node("source", source)
	return e
}

// shortened cuts a title that is too long at a word; whole is then all of it.
func shortened(title Cell) (short, whole Cell) {
	if utf8.RuneCountInString(title.Text) <= data.MaxTitle {
		return title, Cell{}
	}
	whole, letters := title, 0
	for i := range title.Text {
		if letters++; letters == data.MaxTitle {
			title.Text = title.Text[:i]
			break
		}
	}
	if space := strings.LastIndexAny(title.Text, " \t\n"); space > 0 {
		title.Text = title.Text[:space]
	}
	title.Text = strings.TrimRight(title.Text, " ,;:.–-") + "…"
	return title, whole
}

// kindID is the kind of a row: one that is built in, or one that the table names.
func (t *Table) kindID(kind Cell) string {
	switch lower := strings.ToLower(kind.Text); lower {
	case data.MeetingID, data.ContextID:
		return lower
	}
	return t.kinds.refer(kind).Text
}

// mention gives ids to whom and what a row names; those it does not are nil.
func (t *Table) mention(r *row) (place, people, source *tree.Node) {
	if r.place.Text != "" {
		place = t.places.refer(r.place)
	}
	if r.people.Text != "" {
		people = &tree.Node{Kind: tree.Array, Line: r.people.Line, Column: r.people.Column}
		for name := range strings.SplitSeq(r.people.Text, ";") {
			if name = strings.TrimSpace(name); name != "" {
				people.Items = append(people.Items, t.people.refer(Cell{name, r.people.Line, r.people.Column}))
			}
		}
	}
	if r.source.Text != "" {
		source = t.sources.refer(r.source)
	}
	return place, people, source
}

// quote is the quotation in a row, or nil.
func (t *Table) quote(r *row) (*tree.Node, error) {
	words, speaker := r.quote, r.speaker
	if words.Text == "" {
		if speaker.Text != "" {
			return nil, speaker.fail("a speaker without a quotation", "write the words into the column quote, or remove the speaker")
		}
		return nil, nil
	}
	if speaker.Text == "" {
		return nil, words.fail("a quotation without a speaker", "name who said it in the column speaker")
	}
	t.quotes++
	q := &tree.Node{Kind: tree.Object, Line: words.Line, Column: words.Column}
	field(q, "id", Cell{"q" + strconv.Itoa(t.quotes), words.Line, words.Column}.node())
	field(q, "speaker", t.people.refer(speaker))
	field(q, "words", words.node())
	if r.source.Text != "" {
		field(q, "source", t.sources.refer(r.source))
	}
	return q, nil
}

func field(n *tree.Node, key string, value *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, KeyLine: value.Line, KeyColumn: value.Column, Value: value})
}
