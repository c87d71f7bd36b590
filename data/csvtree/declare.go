package csvtree

import (
	"strconv"
	"strings"

	"barline/data"
	"barline/data/tree"
)

// declare takes in a row that is about no event.
func (t *Table) declare(r *row) error {
	r = r.keep()
	title := r.get(Title)
	if title.Text == "" && r.about != StoryRow {
		return r.cells[0].fail("a "+r.about.String()+" without a name", "write it into the column title")
	}
	switch r.about {
	case StoryRow:
		if t.story != nil {
			return r.cells[0].fail("a second row of the type story", "keep one of them")
		}
		t.story = r
		_, err := r.count()
		return err
	case PeriodRow:
		o := title.object()
		text(o, "title", title)
		text(o, "date", r.date())
		t.periods = append(t.periods, o)
	case AnnotationRow:
		t.annotations = append(t.annotations, r)
		if source := r.get(Source); source.Text != "" && source.Text != data.NoSource {
			t.sources.mention(source)
		}
	case LaneRow:
		t.lanes = append(t.lanes, title.node())
	case CorrectionRow:
		o := title.object()
		o.Fields = r.fields(named{{Start, "date"}, {ID, "event"}, {Title, "what"}, {Why, "why"}})
		t.corrections = append(t.corrections, o)
	case FontRow:
		o := title.object()
		o.Fields = r.fields(named{{Title, "file"}, {Weight, "weight"}, {Style, "style"}})
		t.fonts = append(t.fonts, o)
	case ThemeRow:
		if t.theme == nil {
			t.theme = title.object()
		}
		return intoTheme(t.theme, title, r.get(Summary))
	case KindRow:
		t.kinds.declare(r, named{{Plural, "plural"}, {Paint, "paint"}})
	case PersonRow:
		t.people.declare(r, named{{Role, "role"}})
	case PlaceRow:
		t.places.declare(r, named{{Short, "short"}})
	case SourceRow:
		if title.Text == data.NoSource && r.get(ID).Text == "" {
			return title.fail("a source named "+data.NoSource+", which says that there is no source", "write an id into its row, and that id into the column source")
		}
		t.sources.declare(r, named{{SourceTitle, "title"}, {SourceURL, "url"}, {SourceFile, "file"}})
	}
	return nil
}

// declare takes in a row that is about one of them.
func (n *names) declare(r *row, more named) {
	n.declared = append(n.declared, declaration{r.get(ID), r.get(Title), r.fields(more)})
}

// intoTheme puts a field of a theme into it, by its path such as accent.dark.
func intoTheme(theme *tree.Node, path, value Cell) error {
	set, key := theme, path.Text
	if within, last, deeper := strings.Cut(key, "."); deeper {
		key = last
		if set = theme.Get(within); set == nil {
			set = path.object()
			field(theme, within, set)
		}
		if set.Kind == tree.Object && strings.Contains(key, ".") {
			rest := path
			rest.Text = key
			return intoTheme(set, rest, value)
		}
	}
	if set.Kind != tree.Object || set.Get(key) != nil {
		return path.fail("the theme's "+strconv.Quote(path.Text)+" stands twice", "keep one of the rows")
	}
	field(set, key, value.node())
	return nil
}

// count is what the story calls the things that it counts: a form to a line, such
// as "other: wars". It is nil where the row does not say.
func (r *row) count() (*tree.Node, error) {
	c := r.get(Count)
	if c.Text == "" {
		return nil, nil
	}
	o := c.object()
	for line := range strings.SplitSeq(c.Text, "\n") {
		form, words, ok := strings.Cut(line, ":")
		if form = strings.TrimSpace(form); !ok || o.Get(form) != nil {
			return nil, c.fail(strconv.Quote(line)+" is no plural form with its words", "write each form once, on a line of its own, such as other: wars")
		}
		field(o, form, Cell{strings.TrimSpace(words), c.Line, c.Column}.node())
	}
	return o, nil
}

// codes are those of warnings that are not to be given, separated by ;. It is nil where
// the row says none.
func (r *row) codes() *tree.Node {
	c := r.get(Allow)
	if c.Text == "" {
		return nil
	}
	list := c.list()
	for code := range strings.SplitSeq(c.Text, ";") {
		list.Items = append(list.Items, Cell{strings.TrimSpace(code), c.Line, c.Column}.node())
	}
	return list
}

// truth is a cell as true where it says yes; what else it says is for the story's decoder
// to refuse.
func (c Cell) truth() *tree.Node {
	n := c.node()
	if strings.EqualFold(c.Text, yes) {
		n.Kind, n.Text = tree.Bool, "true"
	}
	return n
}

// Head is the story without its events.
func (t *Table) Head() *tree.Node {
	words := func(s string) *tree.Node { return Cell{s, 1, 1}.node() }
	root := &tree.Node{Kind: tree.Object, Line: 1, Column: 1}
	field(root, "barline", &tree.Node{Kind: tree.Number, Text: "1", Line: 1, Column: 1})
	story := t.story
	if story == nil {
		story = &row{table: &Table{}, cells: []Cell{{Line: 1, Column: 1}}}
	}
	switch id := story.get(ID); {
	case id.Text != "":
		text(root, "id", id)
	case data.Slug(t.name) != "":
		field(root, "id", words(data.Slug(t.name)))
	default:
		field(root, "id", words("table"))
	}
	text(root, "lang", story.get(Lang))
	switch headline := story.get(Title); {
	case headline.Text != "":
		text(root, "headline", headline)
	case t.headline.Text != "":
		text(root, "headline", t.headline)
	default:
		field(root, "headline", words(t.years.Headline()))
	}
	root.Fields = append(root.Fields, story.fields(named{{Summary, "standfirst"}, {Figure, "figure"}, {StoryDate, "date"}})...)
	for _, c := range []Column{Live, Proof} {
		if cell := story.get(c); cell.Text != "" {
			field(root, c.String(), cell.truth())
		}
	}
	if codes := story.codes(); codes != nil {
		field(root, "allow", codes)
	}
	sets := func(key string, fields []tree.Field) {
		if fields != nil {
			field(root, key, &tree.Node{Kind: tree.Object, Line: fields[0].KeyLine, Column: fields[0].KeyColumn, Fields: fields})
		}
	}
	sets("zone", story.fields(named{{Zone, "name"}, {Offset, "offset"}}))
	sets("open", story.fields(named{{Start, "from"}, {End, "to"}}))
	if count, err := story.count(); err == nil && count != nil {
		field(root, "count", count)
	}
	lists := func(key string, items []*tree.Node) {
		if len(items) > 0 {
			field(root, key, &tree.Node{Kind: tree.Array, Line: items[0].Line, Column: items[0].Column, Items: items})
		}
	}
	if t.theme != nil {
		field(root, "theme", t.theme)
	}
	lists("fonts", t.fonts)
	for _, list := range []struct {
		key   string
		names *names
	}{{"kinds", &t.kinds}, {"sources", &t.sources}, {"people", &t.people}, {"places", &t.places}} {
		if list.names.len() > 0 {
			field(root, list.key, list.names.node())
		}
	}
	lists("lanes", t.lanes)
	lists("periods", t.periods)
	var annotations []*tree.Node
	for _, r := range t.annotations {
		annotations = append(annotations, r.annotation())
	}
	lists("annotations", annotations)
	lists("corrections", t.corrections)
	return root
}

// annotation is what a row says of one.
func (r *row) annotation() *tree.Node {
	o := r.get(Title).object()
	text(o, "text", r.get(Title))
	text(o, "date", r.date())
	text(o, "length", r.get(Length))
	if source := r.get(Source); source.Text != "" && source.Text != data.NoSource {
		field(o, "source", r.table.sources.refer(source))
	}
	return o
}
