package importer

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/parquetrows"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/importer/columns"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes"
	"barline/importer/sheet"
)

// Result is a story that was imported.
type Result struct {
	Story *data.Story
	// Root is the tree of its story file; nil for tables of more than
	// storyfile.MostInTree events.
	Root   *tree.Node
	Report Report
	// Own reports that the file was a story already, and is unchanged.
	Own bool
}

// Import reads a story out of a file of any kind. Its errors are a *QuestionsError;
// a [*data.FileError] with lines; an *OptionError or a [*columns.UnknownError] for
// options that say nothing that is known.
func Import(contents []byte, o Options) (*Result, error) {
	d, err := o.dates()
	if err != nil {
		return nil, err
	}
	r, table, err := own(contents, &o)
	if r != nil || err != nil {
		return r, err
	}
	r = &Result{Report: Report{File: o.Name}}
	found, questions, err := read(contents, table, &o, d, &r.Report)
	if err != nil {
		if _, ok := errors.AsType[*tree.Error](err); ok {
			err = &data.FileError{File: o.Name, Problems: data.Problems{data.ProblemOf(err)}}
		}
		return nil, err
	}
	if len(questions) > 0 {
		return nil, &QuestionsError{File: o.Name, Questions: questions, Dates: o.Dates}
	}
	if n := len(r.Report.Unread); n > 0 && (o.Strict || len(found.Events) == 0) {
		if err := faultsOfOwn(contents, &o, n); err != nil {
			return nil, err
		}
		return nil, unreadable(&o, r.Report.Unread, len(found.Events) == 0)
	}
	if len(found.Events) == 0 {
		return nil, noEvents(o.Name, &r.Report)
	}
	if o.Lang == "" {
		r.Report.add(language(found))
	}
	if err := r.story(found, &o); err != nil {
		return nil, err
	}
	r.Report.Unread = append(r.Report.Unread, r.Report.unfit...)
	r.Report.sort()
	return r, nil
}

// own reads a file that is a story, or a table of ours whose dates are EDTF; nil
// without an error if it is neither. table is that of a workbook that had to be read to
// know that it is not ours, else nil.
func own(contents []byte, o *Options) (r *Result, table *sheet.Sheet, err error) {
	name, shape := o.Name, "Barline story"
	var events *csvtree.Table
	switch {
	case isOwnStory(name, contents):
	case bytes.HasPrefix(contents, []byte("PAR1")):
		if len(o.Map) > 0 {
			return nil, nil, nil
		}
		shape = "Barline table of events"
		if events, err = parquetrows.Read(name, contents); err != nil || !events.IsEDTF() {
			return nil, nil, nil
		}
	case bytes.HasPrefix(contents, []byte("PK\x03\x04")):
		if len(o.Map) > 0 {
			return nil, nil, nil
		}
		return ownWorkbook(contents, o)
	default:
		if len(o.Map) > 0 {
			return nil, nil, nil
		}
		shape = "Barline table of events"
		if events, err = csvtree.ReadCSV(name, contents); err != nil || !events.IsEDTF() || events.Len() == 0 {
			return nil, nil, nil
		}
	}
	if events != nil {
		r, err = ownTable(events, shape, o)
		return r, nil, err
	}
	story, root, err := storyfile.Decode(name, contents)
	r, err = ownResult(story, root, err, shape, o)
	return r, nil, err
}

// ownTable is what comes of a table of ours.
func ownTable(events *csvtree.Table, shape string, o *Options) (*Result, error) {
	decode := storyfile.DecodeTable
	if o.Compact {
		decode = storyfile.DecodeCompact
	}
	story, root, err := decode(o.Name, events)
	return ownResult(story, root, err, shape, o)
}

// ownWorkbook reads a workbook that holds a table of ours, as exported; if it holds
// anything else, what is returned is its table.
func ownWorkbook(contents []byte, o *Options) (*Result, *sheet.Sheet, error) {
	s, err := sheet.Read(o.Name, contents, sheet.Options{Sheet: o.Sheet})
	if err != nil {
		return nil, nil, nil // whatever is wrong with it is said when it is read as a table of others
	}
	if s.Header == 0 || len(s.Above) > 0 {
		return nil, s, nil
	}
	for _, name := range s.Columns {
		if !slices.ContainsFunc(csvtree.All(), func(c csvtree.Column) bool { return c.String() == name }) {
			return nil, s, nil
		}
	}
	t, err := csvtree.Read(o.Name, rowsOf(s))
	if err != nil || !t.IsEDTF() || t.Len() == 0 {
		return nil, s, nil
	}
	r, err := ownTable(t, "Barline table of events in a workbook", o)
	return r, nil, err
}

// rowsOf are the rows of a sheet as those of a table of ours, cells guarded as they
// are.
func rowsOf(s *sheet.Sheet) csvtree.Rows {
	return func(yield func([]csvtree.Cell, error) bool) {
		cells := make([]csvtree.Cell, len(s.Columns))
		for i, name := range s.Columns {
			cells[i] = csvtree.Cell{Text: name, Line: s.Header, Column: i + 1}
		}
		if !yield(cells, nil) {
			return
		}
		for _, row := range s.Rows {
			cells = cells[:len(row.Cells)]
			for i, c := range row.Cells {
				text := c.Text
				if c.Date != "" {
					text = c.Date
				}
				cells[i] = csvtree.Cell{Text: text, Line: row.Line, Column: i + 1}
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}

// ownResult is what came of a file of ours.
func ownResult(story *data.Story, root *tree.Node, err error, shape string, o *Options) (*Result, error) {
	if err != nil {
		if e, ok := errors.AsType[*data.FileError](err); ok {
			e.File = o.Name
		}
		return nil, err
	}
	r := &Result{Story: story, Root: root, Own: true, Report: Report{File: o.Name, Shape: shape, Events: story.Len(), Language: story.Lang(), Headline: story.Headline()}}
	return r, nil
}

// faultsOfOwn are the errors of a table of ours, which name the cells and the fixes
// of EDTF, if they are about no more rows than the importer could not read.
func faultsOfOwn(contents []byte, o *Options, unread int) error {
	if t, err := csvtree.ReadCSV(o.Name, contents); err != nil || t.IsEDTF() {
		return nil
	}
	_, _, err := storyfile.Decode(withEnding(o.Name, ".csv", ".tsv"), contents)
	e, ok := errors.AsType[*data.FileError](err)
	if !ok || len(e.Problems) != unread {
		return nil
	}
	e.File = o.Name
	return e
}

// withEnding gives a name an ending, by which storyfile reads it, if it has none of
// these.
func withEnding(name string, endings ...string) string {
	for _, e := range endings {
		if strings.HasSuffix(strings.ToLower(name), e) {
			return name
		}
	}
	return name + endings[0]
}

// isOwnStory reports whether a file is a story file, whole or broken: it says
// barline, or its name ends as those of YAML do and nothing else is known of it.
func isOwnStory(name string, contents []byte) bool {
	text := bytes.TrimPrefix(contents, []byte("\ufeff"))
	text = text[:min(len(text), 1<<16)]
	if trimmed := bytes.TrimLeft(text, " \t\r\n"); bytes.HasPrefix(trimmed, []byte("{")) {
		key, ok := bytes.CutPrefix(bytes.TrimLeft(trimmed[1:], " \t\r\n"), []byte(`"barline"`))
		if ok && bytes.HasPrefix(bytes.TrimLeft(key, " \t\r\n"), []byte(":")) {
			return true
		}
		root, err := tree.ParseJSON(contents)
		return err == nil && root.Get("barline") != nil
	}
	for line := range bytes.Lines(text) {
		rest, ok := bytes.CutPrefix(line, []byte("barline"))
		if ok && bytes.HasPrefix(bytes.TrimLeft(rest, " "), []byte(":")) {
			return true
		}
	}
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, ".yaml") || strings.HasSuffix(lower, ".yml")
}

// read makes a draft of a file, or asks. s is its table if it has been read already.
func read(contents []byte, s *sheet.Sheet, o *Options, d dates.Options, r *Report) (*draft.Draft, []draft.Question, error) {
	if !isBinary(contents) {
		text, encoding, err := sheet.Text(contents)
		if err != nil {
			return nil, nil, err
		}
		found, ok, err := shapes.Read(text, d)
		if err != nil {
			return nil, nil, err
		}
		if ok {
			r.Shape, r.Encoding = found.Shape, encoding
			r.add(found.Remarks...)
			if found.Draft != nil && len(o.Map) > 0 {
				return nil, nil, &OptionError{"--map: the file is " + found.Shape + ", which has no columns; leave --map out"}
			}
			if len(found.Questions) > 0 || found.Draft != nil {
				titled(found.Draft, r)
				return found.Draft, found.Questions, nil
			}
			leaveOutMany(found, o, r)
			made, questions, err := ofTable(found.Sheet, found.Kinds, found.KindColumn, o, d, r)
			if made != nil && found.Headline != "" {
				made.Headline, made.Standfirst = found.Headline, append(found.Standfirst, made.Standfirst...)
			}
			return made, questions, err
		}
	}
	if s == nil {
		var err error
		if s, err = sheet.Read(o.Name, contents, sheet.Options{Sheet: o.Sheet}); err != nil {
			return nil, nil, err
		}
	}
	unguard(s, r)
	describeTable(s, r)
	r.add(s.Remarks...)
	return ofTable(s, nil, "", o, d, r)
}

// leaveOutMany takes the columns out that put an event into several groups, since it
// stands in one lane, unless the one who imports has said what they are.
func leaveOutMany(found *shapes.Found, o *Options, r *Report) {
	s := found.Sheet
	for i := len(s.Columns) - 1; i >= 0; i-- {
		name := s.Columns[i]
		said := false
		for _, of := range o.Map {
			said = said || slices.Contains(of, name)
		}
		if found.Many[name] == 0 || said || name == found.KindColumn {
			continue
		}
		r.add(draft.Remark{Line: found.Many[name], Column: name, Kind: draft.LeftOut, Text: "events have several values in this field, and an event stands in one lane"})
		s.Columns = slices.Delete(s.Columns, i, i+1)
		for n := range s.Rows {
			if i < len(s.Rows[n].Cells) {
				s.Rows[n].Cells = slices.Delete(s.Rows[n].Cells, i, i+1)
			}
		}
	}
}

// unguard takes the apostrophes away that keep spreadsheets from changing the cells of
// a text, and says how many there were. In a workbook they are no part of a cell.
func unguard(s *sheet.Sheet, r *Report) {
	if s.Format == "XLSX" || s.Format == "Parquet" {
		return
	}
	n := 0
	var first Remark
	for _, row := range s.Rows {
		for i := range row.Cells {
			c := &row.Cells[i]
			text := csvtree.UnguardTyped(c.Text)
			if text == c.Text {
				continue
			}
			if n++; n == 1 {
				first = Remark{Line: row.Line, Column: columns.Label(s, i), Value: c.Text}
			}
			c.Text = text
		}
	}
	if n > 0 {
		r.add(draft.Remark{Line: first.Line, Column: first.Column, Kind: draft.Changed, Value: first.Value,
			Text: "read without the apostrophe, which keeps a spreadsheet from changing " + count(n, "cell", "cells") + " of the file"})
	}
}

// isBinary reports whether a file is a workbook or Parquet.
func isBinary(contents []byte) bool {
	return bytes.HasPrefix(contents, []byte("PK\x03\x04")) || bytes.HasPrefix(contents, []byte("PAR1"))
}

// story makes the story of a draft. Events that a story cannot hold are left out and
// listed.
func (r *Result) story(d *draft.Draft, o *Options) error {
	cleanEvents(d, o, &r.Report)
	for compact := o.Compact; ; {
		r.Report.mark()
		w := newWriter(d, o, &r.Report)
		head, err := r.decode(w, compact)
		if err == nil {
			break
		}
		if errors.Is(err, errNotCompact) {
			compact = false
			r.Report.forget()
			continue
		}
		kept := len(d.Events)
		if !o.Strict && head != nil {
			w.dropUnfit(head)
		}
		if len(d.Events) == kept || len(d.Events) == 0 {
			return inFile(o.Name, err)
		}
		r.Report.forget()
	}
	r.Report.Events = r.Story.Len()
	return nil
}

// errNotCompact is said of events that have to be decoded whole to know what is wrong.
var errNotCompact = errors.New("the events cannot be kept as columns")

// decode decodes what the writer writes. Up to storyfile.MostInTree events are a
// tree; more are made one at a time, and kept as columns if that is asked for. head is
// nil if it has an error itself.
func (r *Result) decode(w *writer, compact bool) (head *data.Head, err error) {
	w.collect()
	root := w.head()
	if head, err = data.DecodeHead(root); err != nil {
		return nil, err
	}
	if len(w.draft.Events) > storyfile.MostInTree {
		if compact {
			if r.Story = storyfile.Compact(head, w.events()); r.Story == nil {
				err = errNotCompact
			}
			return head, err
		}
		r.Story, err = head.With(len(w.draft.Events), w.events())
		return head, err
	}
	var events []*tree.Node
	n := len(w.draft.Events)
	for e := range w.events() {
		w.o.tell(writingPass, len(events), n)
		events = append(events, e)
	}
	w.o.tell(decodingPass, 0, n)
	object{root}.list("events", events)
	r.Story, err = data.DecodeTree(root)
	r.Root = root
	return head, err
}

// dropUnfit leaves out the events that a story cannot hold.
func (w *writer) dropUnfit(head *data.Head) {
	report := w.report
	w.report = &Report{} // what there is to say of the events has been said
	var good []draft.Event
	var bad []Remark
	i := 0
	for n := range w.events() {
		e := w.draft.Events[i]
		i++
		_, err := head.Event(n)
		if err == nil {
			good = append(good, e)
			continue
		}
		m := Remark{Line: e.Line, Value: e.Title, Text: err.Error()}
		if problems, ok := errors.AsType[data.Problems](err); ok && len(problems) > 0 {
			m.Column, m.Text = problems[0].Path, problems[0].What
		}
		bad = append(bad, m)
	}
	w.draft.Events, w.report = good, report
	report.unfit = append(report.unfit, bad...)
}

func inFile(name string, err error) error {
	if problems, ok := errors.AsType[data.Problems](err); ok {
		return &data.FileError{File: name, Problems: problems}
	}
	return &data.FileError{File: name, Problems: data.Problems{data.ProblemOf(err)}}
}
