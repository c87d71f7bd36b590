package importer

import (
	"strconv"
	"strings"

	"barline/data"
)

// unreadable is the error of rows that cannot be read, where none is left out. none
// is whether no row at all could be read: then the fault is the column's.
func unreadable(o *Options, unread []Remark, none bool) error {
	e := &data.FileError{File: o.Name}
	if none {
		if p, ok := noneRead(unread); ok {
			e.Problems = data.Problems{p}
			return e
		}
	}
	fix := "correct it"
	if o.Strict {
		fix = "correct it, or leave the row out: barline import without --strict does, and lists it"
	}
	for _, m := range unread {
		if len(e.Problems) == data.MaxProblems {
			e.Problems = append(e.Problems, data.Problem{Line: m.Line, Column: 1, What: "more follow", Fix: "correct these first"})
			break
		}
		p := data.Problem{Line: m.Line, Path: m.Column, What: m.Text, Fix: fix}
		if m.Line > 0 {
			p.Column = 1
		}
		if m.Value != "" && !strings.Contains(m.Text, m.Value) {
			p.What = "“" + clip(m.Value) + "”: " + m.Text
		}
		e.Problems = append(e.Problems, p)
	}
	return e
}

// accepted says which dates can be read.
const accepted = "a date is written as 2014-03-01, 1 March 2014, 01.03.2014, March 2014, Spring 1968, 1914-1918, circa 1890 or 19th century, its words in any language of the interface"

// mostValues is how many values that cannot be read are shown together.
const mostValues = 3

// noneRead is the one fault of a column of which no cell can be read as a date. ok is
// false where rows fail for other reasons, or in several columns.
func noneRead(unread []Remark) (p data.Problem, ok bool) {
	const fewest = 2
	if len(unread) < fewest || unread[0].Column == "" {
		return p, false
	}
	var shown []string
	why := map[string]string{}
	lines := map[string][]int{}
	for _, m := range unread {
		if m.Column != unread[0].Column || m.Value == "" || m.Line == 0 {
			return p, false
		}
		if lines[m.Value] == nil && len(lines) < mostValues {
			shown = append(shown, m.Value)
			if !strings.HasSuffix(m.Text, "is not part of a date") && m.Text != "there is no date in it" { // these say no more
				why[m.Value] = " (" + m.Text + ")"
			}
		}
		if lines[m.Value] != nil || len(lines) < mostValues {
			lines[m.Value] = append(lines[m.Value], m.Line)
		}
	}
	rows := 0
	for i, value := range shown {
		rows += len(lines[value])
		shown[i] = linesOf(lines[value]) + " “" + clip(value) + "”" + why[value]
	}
	p = data.Problem{Line: unread[0].Line, Column: 1, Path: unread[0].Column,
		What: "no cell of this column can be read as a date: " + strings.Join(shown, ", "),
		Fix:  accepted + "; correct the cells, or say --map date=COLUMN where another column holds the dates"}
	if more := len(unread) - rows; more > 0 {
		p.What += " and " + strconv.Itoa(more) + " more"
	}
	return p, true
}

// noEvents is the error of a file of which nothing could be made.
func noEvents(name string, r *Report) error {
	p := data.Problem{What: "no events in it", Fix: "it was " + r.readAs() + "; give a file in which rows have a date and a title"}
	for _, m := range r.LeftOut {
		if m.Line > 0 {
			p.Line, p.Column, p.What = m.Line, 1, "no events in it: this row has "+m.Text
			break
		}
	}
	return &data.FileError{File: name, Problems: data.Problems{p}}
}
