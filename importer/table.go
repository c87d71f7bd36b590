package importer

import (
	"errors"
	"strings"

	"barline/data"
	"barline/importer/columns"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/markup"
	"barline/importer/sheet"
)

// table makes a draft of the rows of a table.
type table struct {
	sheet *sheet.Sheet
	m     columns.Mapping
	o     *Options
	when  *when
	// fields are the columns of each field.
	fields    map[columns.Field][]int
	splitters map[int]splitter
	kinds     map[string]bool // declared ones, by what cells say
	draft     *draft.Draft
	report    *Report
	questions []draft.Question
}

// ofTable makes a draft of a table. kinds are those that the file declares, in the
// column kindColumn.
func ofTable(s *sheet.Sheet, kinds []draft.Kind, kindColumn string, o *Options, d dates.Options, r *Report) (*draft.Draft, []draft.Question, error) {
	said := o.Map
	if kindColumn != "" && len(said["kind"]) == 0 {
		said = map[string][]string{"kind": {kindColumn}}
		for field, names := range o.Map {
			said[field] = names
		}
	}
	m, err := columns.Of(s, said)
	if err != nil {
		return nil, nil, err
	}
	olderTimelineJS(s, &m, o)
	exact := exactnessOf(s, &m)
	t := &table{sheet: s, m: m, o: o, draft: &draft.Draft{Kinds: kinds}, report: r, fields: map[columns.Field][]int{}, splitters: map[int]splitter{}, kinds: map[string]bool{}}
	for _, k := range kinds {
		t.kinds[k.ID] = true
	}
	for f := columns.ID; f <= columns.RowType; f++ {
		t.fields[f] = m.Of(f)
	}
	t.describe()
	r.add(m.Remarks...)
	if d.Lang == "" {
		t.draft.Lang, t.draft.LangBy = sheetLanguage(s, m)
		d.Lang = t.draft.Lang // whose calendar and names of months come first
	}
	when, remarks, questions := newWhen(s, m, d)
	t.when, when.exact = when, exact
	r.Order = when.order()
	r.add(remarks...)
	t.questions = append(m.Questions, questions...)
	if len(t.questions) > 0 && (len(m.Dates) == 0 || len(questions) > 0) {
		return nil, t.questions, nil
	}
	for _, c := range t.fields[columns.People] {
		t.splitters[c] = t.splitterOf(c)
	}
	t.above()
	t.draft.Events = make([]draft.Event, 0, len(s.Rows))
	for i, row := range s.Rows {
		o.tell(readingPass, i, len(s.Rows))
		t.row(i, row)
	}
	t.sourceless()
	r.add(t.when.alike()...)
	r.add(exact.remarks()...)
	return t.draft, t.questions, nil
}

// olderTimelineJS makes the columns Type and Tag of TimelineJS' older sheet what they
// are there, unless the options say otherwise: words that say what a row is, and lanes.
func olderTimelineJS(s *sheet.Sheet, m *columns.Mapping, o *Options) {
	at := map[string]int{}
	for i, name := range s.Columns {
		at[strings.ToLower(strings.TrimSpace(name))] = i + 1
	}
	for _, name := range []string{"start date", "end date", "headline", "text", "media", "type", "tag"} {
		if at[name] == 0 {
			return
		}
	}
	kind, tag := at["type"]-1, at["tag"]-1
	for _, row := range s.Rows {
		switch strings.ToLower(cell(row, kind).Text) {
		case "", "start", "title", "era":
		default:
			return
		}
	}
	for _, names := range o.Map {
		for _, name := range names {
			if strings.EqualFold(name, "type") || strings.EqualFold(name, "tag") {
				return
			}
		}
	}
	if lane := m.First(columns.Lane); lane >= 0 && lane != kind && lane != tag {
		return
	}
	m.Fields[kind], m.How[kind] = columns.RowType, "a sheet of TimelineJS"
	m.Fields[tag], m.How[tag] = columns.Lane, "a sheet of TimelineJS"
}

// describe puts into the report what became of each column.
func (t *table) describe() {
	r := t.report
	r.Rows = len(t.sheet.Rows)
	if t.sheet.Format != "JSON" {
		r.HeaderLine = t.sheet.Header
	}
	for i := range t.sheet.Columns {
		use := ColumnUse{Name: columns.Label(t.sheet, i), How: t.m.How[i]}
		var as []string
		if f := t.m.Fields[i]; f != columns.None {
			as = append(as, f.String())
		}
		for _, k := range t.m.TitleOf {
			if k == i {
				as = append(as, "title")
			}
		}
		use.As = strings.Join(as, " and ")
		r.Columns = append(r.Columns, use)
	}
	if len(t.m.TitleOf) > 0 {
		var names []string
		for _, i := range t.m.TitleOf {
			names = append(names, columns.Label(t.sheet, i))
		}
		r.add(draft.Remark{Kind: draft.Decided, Text: "no column has titles: they are made of " + strings.Join(names, " and ")})
	} else if len(t.fields[columns.Title]) == 0 && len(t.fields[columns.Text]) > 0 {
		r.add(draft.Remark{Kind: draft.Decided, Text: "no column has titles: they are the first sentences of " + columns.Label(t.sheet, t.fields[columns.Text][0])})
	}
}

func (t *table) splitterOf(c int) splitter {
	cells := make([]string, 0, len(t.sheet.Rows))
	for _, row := range t.sheet.Rows {
		if text := cell(row, c).Text; text != "" {
			cells = append(cells, markup.Line(text))
		}
	}
	s, remark := newSplitter(columns.Label(t.sheet, c), cells)
	if remark != nil {
		t.report.add(*remark)
	}
	return s
}

// above takes the headline from the rows above the header.
func (t *table) above() {
	for i, text := range t.sheet.Above {
		if text = plainText(markup.Line(text)); text == "" {
			continue
		}
		if i == 0 || t.draft.Headline == "" {
			t.draft.Headline = text
		} else {
			t.draft.Standfirst = append(t.draft.Standfirst, text)
		}
	}
}

// first is what the first column of a field says in a row.
func (t *table) first(row sheet.Row, f columns.Field) sheet.Cell {
	for _, c := range t.fields[f] {
		if v := cell(row, c); v.Text != "" || v.Date != "" {
			return v
		}
	}
	return sheet.Cell{}
}

// line is the same as plain text on one line.
func (t *table) line(row sheet.Row, f columns.Field) string {
	return plainText(markup.Line(t.first(row, f).Text))
}

// row takes one row into the draft.
func (t *table) row(i int, row sheet.Row) {
	e := draft.Event{Line: row.Line}
	t.words(row, &e)
	if headline := t.line(row, columns.Headline); headline != "" && t.draft.Headline == "" {
		t.draft.Headline = headline
	}
	m, err := t.when.of(row)
	if err != nil {
		t.unread(row, err)
		return
	}
	kind := strings.ToLower(t.first(row, columns.RowType).Text)
	if kind == "start" && t.draft.Headline == "" && title(e) != "" {
		t.slide(row, e)
		return
	}
	switch {
	case m.date != "":
	case e.Title == "" && len(e.Summary) == 0:
		t.leaveOut(row, "", "neither a date nor a title")
		return
	case t.isTitleSlide(i, kind):
		t.slide(row, e)
		return
	default:
		t.leaveOut(row, clip(title(e)), "no date")
		return
	}
	e.Date, e.Note = m.date, plainText(m.note)
	t.report.add(m.remarks...)
	if kind == "era" {
		t.draft.Periods = append(t.draft.Periods, draft.Period{Title: title(e), Date: e.Date, Line: row.Line})
		return
	}
	t.things(row, &e)
	if e.Title == "" {
		e.Title = t.titleOf(row, e)
	}
	if e.Title == "" {
		t.leaveOut(row, e.Date, "nothing says what happened")
		return
	}
	t.draft.Events = append(t.draft.Events, e)
}

// title is an event's, or one of its text.
func title(e draft.Event) string {
	if e.Title != "" {
		return e.Title
	}
	return titleOf(e.Summary)
}

// titled gives the events of a draft that have a text and no title one made of their
// text, which stays, and says so once. d may be nil.
func titled(d *draft.Draft, r *Report) {
	if d == nil {
		return
	}
	n, line := 0, 0
	for i := range d.Events {
		e := &d.Events[i]
		if strings.TrimSpace(e.Title) != "" {
			continue
		}
		if e.Title = titleOf(plainParagraphs(e.Summary)); e.Title == "" {
			continue
		}
		if n++; n == 1 {
			line = e.Line
		}
	}
	if n > 0 {
		r.add(draft.Remark{Line: line, Kind: draft.Decided, Text: count(n, "event has no title: it is", "events have no titles: they are") + " made of the first sentences of their texts"})
	}
}

// isTitleSlide reports whether a row without a date says what the story is called:
// it is of the type title, or it is the first.
func (t *table) isTitleSlide(i int, kind string) bool {
	return t.draft.Headline == "" && (kind == "title" || i == 0 && len(t.sheet.Rows) > 1 && len(t.sheet.Above) == 0)
}

func (t *table) slide(row sheet.Row, e draft.Event) {
	t.draft.Headline, t.draft.Standfirst = title(e), e.Summary
	text := "this row has no date: its title is the story's headline"
	if strings.EqualFold(t.first(row, columns.RowType).Text, "start") {
		text = "this row is of the type start: its title is the story's headline, and its date is left out"
	}
	t.report.add(draft.Remark{Line: row.Line, Kind: draft.Decided, Text: text})
	for range append(e.Media, t.media(row)...) {
		t.report.add(draft.Remark{Line: row.Line, Kind: draft.LeftOut, Text: "the image of the title"})
		return
	}
}

// unread lists a row whose date cannot be read, or asks.
func (t *table) unread(row sheet.Row, err error) {
	if ask, ok := errors.AsType[*dates.AskError](err); ok {
		t.ask(ask.Question, row.Line)
		return
	}
	m := draft.Remark{Line: row.Line, Kind: draft.Unread, Text: reason(err)}
	if e, ok := errors.AsType[*unreadError](err); ok {
		m.Column, m.Value = e.column, e.value
	}
	t.report.add(m)
}

// ask keeps a question once, with the first lines that raise it.
func (t *table) ask(q draft.Question, line int) {
	const most = 5
	if q.Column == "" && len(t.m.Dates) > 0 {
		if at := t.m.Dates[0]; at.Start >= 0 {
			q.Column = columns.Label(t.sheet, at.Start)
		} else {
			q.Column = columns.Label(t.sheet, at.Year)
		}
	}
	for i := range t.questions {
		if have := &t.questions[i]; have.Option == q.Option && have.Column == q.Column {
			if len(have.Lines) < most {
				have.Lines = append(have.Lines, line)
			}
			return
		}
	}
	q.Lines = []int{line}
	t.questions = append(t.questions, q)
}

func (t *table) leaveOut(row sheet.Row, value, why string) {
	t.report.add(draft.Remark{Line: row.Line, Kind: draft.LeftOut, Value: value, Text: why})
}

// words reads title and texts.
func (t *table) words(row sheet.Row, e *draft.Event) {
	read := func(c sheet.Cell) []string {
		paragraphs, links, media := markup.Text(c.Text)
		e.Links, e.Media = append(e.Links, links...), append(e.Media, media...)
		if c.Link != "" {
			e.Links = append(e.Links, draft.Link{URL: c.Link})
		}
		return plainParagraphs(paragraphs)
	}
	if c := t.first(row, columns.Title); c.Text != "" {
		e.Title = strings.Join(read(c), " ")
	}
	for _, column := range t.fields[columns.Text] {
		if c := cell(row, column); c.Text != "" {
			e.Summary = append(e.Summary, read(c)...)
		}
	}
	if len(e.Summary) == 1 && e.Summary[0] == e.Title {
		e.Summary = nil // the same words twice
	}
	if e.Title == "" && len(t.m.TitleOf) == 0 {
		e.Title = titleOf(e.Summary)
	}
}

// titleOf makes a title of what a row says in few words.
func (t *table) titleOf(row sheet.Row, e draft.Event) string {
	var parts []string
	for _, c := range t.m.TitleOf {
		if text := plainText(markup.Line(cell(row, c).Text)); text != "" {
			parts = append(parts, text)
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, ", ")
	}
	if made := titleOf(e.Summary); made != "" {
		return made
	}
	for _, text := range []string{e.Lane, e.Place} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	if len(parts) > 0 {
		t.report.add(draft.Remark{Line: row.Line, Kind: draft.Decided, Text: "it has no title: its title is made of lane and place"})
	}
	return strings.Join(parts, ", ")
}

// things reads what a row says besides its words and its date.
func (t *table) things(row sheet.Row, e *draft.Event) {
	e.ID = t.first(row, columns.ID).Text
	e.Lane = t.line(row, columns.Lane)
	e.Place = t.line(row, columns.Place)
	t.kind(row, e)
	t.duration(row, e)
	for _, c := range t.fields[columns.People] {
		if text := cell(row, c).Text; text != "" {
			e.People = append(e.People, t.splitters[c].split(lines(text))...)
		}
	}
	t.source(row, e)
	t.urls(row, e)
	e.Media = append(e.Media, t.media(row)...)
	t.quote(row, e)
}

// lines is a text with its line breaks, without markup.
func lines(text string) string {
	paragraphs, _, _ := markup.Text(text)
	return strings.Join(plainParagraphs(paragraphs), "\n")
}

// kind reads the kind, where the file declares kinds or its column is said to hold
// them: then its values are the names of kinds.
func (t *table) kind(row sheet.Row, e *draft.Event) {
	e.Kind = plainText(t.first(row, columns.Kind).Text)
	if e.Kind == "" || t.kinds[e.Kind] {
		return
	}
	if lower := strings.ToLower(e.Kind); lower == data.MeetingID || lower == data.ContextID {
		e.Kind = lower
		return
	}
	t.kinds[e.Kind] = true
	t.draft.Kinds = append(t.draft.Kinds, draft.Kind{ID: e.Kind, Name: e.Kind})
}

func (t *table) duration(row sheet.Row, e *draft.Event) {
	text := t.first(row, columns.Duration).Text
	if text == "" {
		return
	}
	if _, err := data.ParseDuration(text); err != nil {
		t.report.add(draft.Remark{Line: row.Line, Column: columns.Label(t.sheet, t.fields[columns.Duration][0]), Kind: draft.LeftOut, Value: text, Text: "not a length in ISO 8601, such as PT3H30M"})
		return
	}
	e.Duration = text
}

func (t *table) source(row sheet.Row, e *draft.Event) {
	c := t.first(row, columns.Source)
	if c.Text == "" {
		return
	}
	paragraphs, links, media := markup.Text(c.Text)
	if c.Link != "" {
		links = append(links, draft.Link{URL: c.Link})
	}
	var more []draft.Link
	e.Source, more = sourceOf(strings.Join(paragraphs, " "), links, t.o.Base)
	e.Links, e.Media = append(e.Links, more...), append(e.Media, media...)
}

// sourceless says how many events have no source, where others have one.
func (t *table) sourceless() {
	if len(t.fields[columns.Source]) == 0 {
		return
	}
	without := 0
	for i := range t.draft.Events {
		if t.draft.Events[i].Source.Name == "" {
			without++
		}
	}
	if without > 0 && without < len(t.draft.Events) {
		t.report.add(draft.Remark{Column: columns.Label(t.sheet, t.fields[columns.Source][0]), Kind: draft.Decided, Text: count(without, "event has", "events have") + " no source"})
	}
}

// urls reads columns of addresses: the first is that of a source that has a name and
// none, others are links.
func (t *table) urls(row sheet.Row, e *draft.Event) {
	for _, column := range t.fields[columns.URL] {
		c := cell(row, column)
		if c.Text == "" {
			continue
		}
		paragraphs, links, _ := markup.Text(c.Text)
		rest, found := splitAddresses(strings.Join(paragraphs, " "))
		for _, a := range found {
			links = append(links, draft.Link{URL: a})
		}
		if c.Link != "" {
			links = append(links, draft.Link{Title: rest, URL: c.Link})
		}
		if len(links) == 0 {
			if a := address(rest, t.o.Base); a != "" {
				links = append(links, draft.Link{URL: a})
			} else {
				t.report.add(draft.Remark{Line: row.Line, Column: columns.Label(t.sheet, column), Kind: draft.LeftOut, Value: c.Text, Text: "no address of the web"})
				continue
			}
		}
		if e.Source.Name != "" && e.Source.URL == "" {
			if a := address(links[0].URL, t.o.Base); a != "" {
				e.Source.URL, links = a, links[1:]
			}
		}
		e.Links = append(e.Links, links...)
	}
}

// media reads columns of images and films; caption and credit are the words for them.
func (t *table) media(row sheet.Row) []draft.Link {
	words := t.line(row, columns.MediaCaption)
	if credit := t.line(row, columns.MediaCredit); words == "" {
		words = credit
	} else if credit != "" {
		words += " (" + credit + ")"
	}
	var all []draft.Link
	for _, column := range t.fields[columns.Media] {
		c := cell(row, column)
		if c.Text == "" {
			continue
		}
		paragraphs, links, media := markup.Text(c.Text)
		media = append(media, links...)
		for _, path := range markup.Dropped(c.Text) {
			media = append(media, draft.Link{URL: path})
		}
		if len(media) == 0 {
			for field := range strings.FieldsSeq(strings.Join(paragraphs, " ")) {
				media = append(media, draft.Link{URL: strings.TrimRight(field, ",;")})
			}
		}
		for _, m := range media {
			if m.Title == "" {
				m.Title = words
			}
			all = append(all, m)
		}
	}
	return all
}

func (t *table) quote(row sheet.Row, e *draft.Event) {
	words := t.line(row, columns.Quote)
	if words == "" {
		return
	}
	speaker := t.line(row, columns.Speaker)
	if speaker == "" {
		t.report.add(draft.Remark{Line: row.Line, Column: columns.Label(t.sheet, t.fields[columns.Quote][0]), Kind: draft.LeftOut, Value: words, Text: "a quotation whose speaker nobody names; --map speaker=COLUMN names one"})
		return
	}
	e.Quote, e.Speaker = words, speaker
}

// describeTable says in the report what a table was read as.
func describeTable(s *sheet.Sheet, r *Report) {
	is := map[string]bool{}
	for _, c := range s.Columns {
		is[strings.ToLower(c)] = true
	}
	r.Encoding, r.Worksheet, r.Shape = s.Encoding, s.Name, s.Format
	switch s.Format {
	case "CSV":
		r.Separator = "comma"
	case "TSV":
		r.Separator = "tab"
	case "semicolons":
		r.Shape, r.Separator = "CSV", "semicolon"
	case "pipes":
		r.Shape, r.Separator = "CSV", "pipe"
	}
	if is["headline"] && is["year"] && is["end year"] {
		r.Shape = "TimelineJS sheet"
	}
	r.Shape += " with " + count(len(s.Rows), "row", "rows")
}
