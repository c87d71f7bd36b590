package spreadsheet

import (
	"strconv"
	"strings"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/edtf"
)

// row is the texts of a row, by their columns.
type row [csvtree.ColumnCount]string

// rows are those of a story's table.
type rows struct {
	story *data.Story
	lists *lists
	order []int // of events
	// everyday: nothing but events, in the everyday columns.
	everyday bool
	// quoteIDs: the quotations' ids are not those that reading would give them.
	quoteIDs bool
	// oneSource: reading gives a single source, which would go without saying.
	oneSource bool
	// own and further are the rows of the event at hand: of a million, none is kept.
	own, further row
}

// rowsOf are the rows that hold all of the story, events in the order of its file.
func rowsOf(s *data.Story) *rows {
	r := &rows{story: s, lists: listsOf(s), order: s.FileOrder()}
	r.lists.declare(s, r.order)
	r.lists.name()
	r.oneSource = len(s.Sources()) == 1
	n := 0
	for _, i := range r.order {
		for _, q := range s.Event(i).Quotes {
			n++
			r.quoteIDs = r.quoteIDs || q.ID != "q"+strconv.Itoa(n)
		}
	}
	return r
}

// everydayRowsOf are the rows of a story's events alone, in the order of their dates.
func everydayRowsOf(s *data.Story) *rows {
	r := &rows{story: s, lists: listsOf(s), everyday: true, order: make([]int, s.Len())}
	for i := range r.order {
		r.order[i] = i
	}
	r.lists.name()
	r.oneSource = namesOneSource(s)
	return r
}

// namesOneSource reports whether all sources that a story's events name have one name.
func namesOneSource(s *data.Story) bool {
	name := ""
	for i := range s.Len() {
		e := s.Event(i)
		sources := []*data.Source{e.Source}
		for _, q := range e.Quotes {
			sources = append(sources, q.Source)
		}
		for _, x := range sources {
			switch {
			case x == nil || x.Name == name:
			case name != "":
				return false
			default:
				name = x.Name
			}
		}
		if name != "" && len(s.Sources()) == 1 {
			return true
		}
	}
	return name != ""
}

func (l *lists) name() {
	l.people.name(true)
	l.places.name(false)
	l.sources.name(false)
	l.kinds.name(false)
}

// each goes through the rows. A row is good until the next one comes.
func (r *rows) each(do func(*row)) {
	if !r.everyday {
		r.head(do)
	}
	for _, i := range r.order {
		r.event(r.story.Event(i), do)
	}
	if !r.everyday {
		r.declarations(do)
	}
}

// head is the row of the story itself, and what readers see around its events.
func (r *rows) head(do func(*row)) {
	s := r.story
	story := row{csvtree.Type: csvtree.StoryRow.String(), csvtree.ID: s.ID(), csvtree.Title: s.Headline(), csvtree.Summary: s.Standfirst(), csvtree.Figure: s.Figure().String(), csvtree.Count: count(s.Count())}
	if s.Lang() != defaultLang {
		story[csvtree.Lang] = s.Lang()
	}
	story[csvtree.StoryDate], story[csvtree.Allow] = s.Date().String(), strings.Join(s.Allow(), "; ")
	for column, is := range map[csvtree.Column]bool{csvtree.Live: s.Live(), csvtree.Proof: s.Proof()} {
		if is {
			story[column] = "yes"
		}
	}
	if zone := s.Zone(); zone != (data.Zone{}) {
		story[csvtree.Zone], story[csvtree.Offset] = zone.Name, zone.Offset()
	}
	if open := s.Open(); !open.From.IsZero() {
		story[csvtree.Start], story[csvtree.End] = open.From.String(), open.To.String()
	}
	do(&story)
}

// defaultLang is the language of stories that name none.
const defaultLang = "en"

// declarations are the rows that say more of what events name.
func (r *rows) declarations(do func(*row)) {
	s := r.story
	for _, p := range s.Periods() {
		period := row{csvtree.Type: csvtree.PeriodRow.String(), csvtree.Title: p.Title}
		period[csvtree.Start], period[csvtree.End] = ends(p.Date)
		do(&period)
	}
	for _, a := range s.Annotations() {
		annotation := row{csvtree.Type: csvtree.AnnotationRow.String(), csvtree.Title: a.Text}
		if a.AtLength() {
			annotation[csvtree.Length] = a.Length.String()
		} else {
			annotation[csvtree.Start], annotation[csvtree.End] = ends(a.Date)
		}
		if a.Source != nil {
			annotation[csvtree.Source] = r.lists.sources.calls[a.Source.ID]
		}
		do(&annotation)
	}
	for _, name := range s.ListedLanes() {
		do(&row{csvtree.Type: csvtree.LaneRow.String(), csvtree.Title: name})
	}
	for _, l := range []*list{&r.lists.kinds, &r.lists.people, &r.lists.places, &r.lists.sources} {
		if l.declared {
			for i := range l.things {
				do(&l.things[i].row)
			}
		}
	}
	for _, c := range s.Corrections() {
		do(&row{csvtree.Type: csvtree.CorrectionRow.String(), csvtree.ID: c.Event, csvtree.Title: c.What, csvtree.Start: c.Date.String(), csvtree.Why: c.Why})
	}
	for _, f := range s.Fonts() {
		font := row{csvtree.Type: csvtree.FontRow.String(), csvtree.Title: f.File}
		font[csvtree.Weight] = choice(f.Bold, "bold", "regular")
		font[csvtree.Style] = choice(f.Serif, "serif", "sans")
		do(&font)
	}
	r.themeRows(do)
}

// themeRows are a row for each field of the story's theme.
func (r *rows) themeRows(do func(*row)) {
	for _, f := range r.story.Theme().Fields() {
		do(&row{csvtree.Type: csvtree.ThemeRow.String(), csvtree.Title: f.Path, csvtree.Summary: f.Value})
	}
}

func choice(is *bool, yes, no string) string {
	switch {
	case is == nil:
		return ""
	case *is:
		return yes
	}
	return no
}

// count is what a story calls what it counts, a form to a line.
func count(f data.Forms) string {
	var lines []string
	for _, form := range []struct{ key, words string }{{"zero", f.Zero}, {"one", f.One}, {"two", f.Two}, {"few", f.Few}, {"many", f.Many}, {"other", f.Other}} {
		if form.words != "" {
			lines = append(lines, form.key+": "+form.words)
		}
	}
	return strings.Join(lines, "\n")
}

// ends is a date as a table has it: in two columns if it has both ends.
func ends(d edtf.Date) (start, end string) {
	if first, last := d.Ends(); d.IsInterval() && first == edtf.Dated && last == edtf.Dated {
		return d.Start().String(), d.End().String()
	}
	return d.String(), ""
}

// leastOffset is the least offset from UTC, in minutes, that a date may name.
const leastOffset = -12 * 60

// event gives the rows of one event: its own, and one for every further quotation.
func (r *rows) event(e data.Event, do func(*row)) {
	c := &r.own
	*c = row{csvtree.ID: e.ID, csvtree.Title: e.Title, csvtree.Lane: e.Lane, csvtree.Summary: strings.Join(e.Summary, "\n")}
	date := e.Date
	if e.Zone != (data.Zone{}) && e.Zone.OffsetMinutes >= leastOffset {
		// Rows are read one by one, too: their times of day say their zone.
		date = date.At(e.Zone.OffsetMinutes)
	}
	c[csvtree.Start], c[csvtree.End] = ends(date)
	if talks, ok := e.Talks(); ok {
		c[csvtree.Length] = talks.Length.String()
	}
	c[csvtree.Kind] = e.Kind.ID
	if e.Kind.Name != "" {
		c[csvtree.Kind] = r.lists.kinds.calls[e.Kind.ID]
	}
	if e.Place != nil {
		c[csvtree.Place] = r.lists.places.calls[e.Place.ID]
	}
	if len(e.People) > 0 {
		names := make([]string, len(e.People))
		for i, p := range e.People {
			names[i] = r.lists.people.calls[p.ID]
		}
		c[csvtree.People] = strings.Join(names, "; ")
	}
	if e.Source != nil {
		c[csvtree.Source] = r.lists.sources.calls[e.Source.ID]
	} else if r.oneSource {
		c[csvtree.Source] = data.NoSource
	}
	if !r.everyday {
		r.more(c, e)
	}
	quotes := e.Quotes
	if len(quotes) > 0 && !r.ownSource(quotes[0], e) {
		r.quote(c, quotes[0])
		quotes = quotes[1:]
	}
	id := c[csvtree.ID]
	do(c)
	for _, q := range quotes {
		further := &r.further
		*further = row{csvtree.ID: id}
		if !r.everyday {
			further[csvtree.Type] = csvtree.QuoteRow.String()
		}
		if q.Source != nil {
			further[csvtree.Source] = r.lists.sources.calls[q.Source.ID]
		}
		r.quote(further, q)
		do(further)
	}
}

// ownSource reports whether a quotation needs a row of its own for its source.
func (r *rows) ownSource(q data.Quote, e data.Event) bool {
	return q.Source != nil && !(r.everyday && e.Source != nil && e.Source.ID == q.Source.ID)
}

// more fills the columns that only some tables have.
func (r *rows) more(c *row, e data.Event) {
	c[csvtree.Type] = csvtree.EventRow.String()
	if e.AutoID {
		c[csvtree.ID] = "" // the date makes it again
	}
	if e.Short != e.Title {
		c[csvtree.Short] = e.Short
	}
	c[csvtree.DateBasis], c[csvtree.DateNote] = basis(e.DateBasis, data.Reported), e.DateNote
	if talks, ok := e.Talks(); ok {
		c[csvtree.LengthBasis], c[csvtree.LengthNote], c[csvtree.LengthNoteBasis] = known(talks)
	}
	if wait, ok := e.Waiting(); ok {
		c[csvtree.Waiting] = wait.Length.String()
		c[csvtree.WaitingBasis], c[csvtree.WaitingNote], c[csvtree.WaitingNoteBasis] = known(wait)
		if e.Phases[0].Kind == data.Talks {
			c[csvtree.WaitingOrder] = csvtree.WaitedAfter
		}
	}
	if e.NoQuotes {
		c[csvtree.Quotes] = csvtree.NoQuotes
	}
	c[csvtree.Allow] = strings.Join(e.Allow, "; ")
	var links []string
	for _, l := range e.Links {
		links = append(links, strings.TrimSpace(l.URL+" "+l.Title))
	}
	c[csvtree.Links] = strings.Join(links, "\n")
	if m := e.Media; m != nil {
		c[csvtree.Media], c[csvtree.MediaAlt], c[csvtree.MediaCredit], c[csvtree.MediaCaption], c[csvtree.MediaURL] = m.File, m.Alt, m.Credit, m.Caption, m.URL
	}
}

// known says how a phase is known, where that is not what goes without saying.
func known(p data.Phase) (of, note, noteOf string) {
	return basis(p.Basis, data.Reported), p.Note, basis(p.NoteBasis, p.Basis)
}

func basis(b, otherwise data.Basis) string {
	if b == otherwise {
		return ""
	}
	return b.String()
}

// quote fills the columns of a quotation.
func (r *rows) quote(c *row, q data.Quote) {
	c[csvtree.Words], c[csvtree.Speaker] = q.Words, r.lists.people.calls[q.Speaker.ID]
	if r.everyday {
		return
	}
	if r.quoteIDs {
		c[csvtree.QuoteID] = q.ID
	}
	c[csvtree.QuoteLang], c[csvtree.Translation], c[csvtree.Translator], c[csvtree.Circumstance] = q.Lang, q.Translation, q.TranslatedBy, q.Circumstance
	if q.Lead {
		c[csvtree.QuoteLead] = "yes"
	}
	if q.Form == data.Fragment {
		c[csvtree.Sentence] = q.Before + "{}" + q.After
	}
}

// columns are those that the rows have something in, and the everyday ones.
func (r *rows) columns() []csvtree.Column {
	var used [csvtree.ColumnCount]bool
	if !r.everyday {
		r.each(func(c *row) {
			for i, text := range c {
				used[i] = used[i] || text != ""
			}
		})
	}
	var columns []csvtree.Column
	for _, c := range csvtree.All() {
		if used[c] || c.IsEveryday() {
			columns = append(columns, c)
		}
	}
	return columns
}
