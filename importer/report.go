package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"barline/importer/draft"
)

// Report says how a file was read and what came of it. Its JSON is what
// `--report FILE` writes.
type Report struct {
	File      string `json:"file"`
	Shape     string `json:"shape"`
	Encoding  string `json:"encoding,omitempty"`
	Separator string `json:"separator,omitempty"`
	Worksheet string `json:"worksheet,omitempty"`
	// HeaderLine is the line with the names of the columns, 0 if there is none.
	HeaderLine int    `json:"headerLine,omitempty"`
	Order      string `json:"dateOrder,omitempty"` // dmy, mdy or ymd, where it mattered
	Language   string `json:"language"`
	Headline   string `json:"headline"`
	Rows       int    `json:"rows,omitempty"` // with anything in them
	Events     int    `json:"events"`
	Periods    int    `json:"periods,omitempty"`
	// MediaLinks are images and films that are links in the story, MediaLeftOut those
	// that have no address of the web.
	MediaLinks   int         `json:"mediaLinks,omitempty"`
	MediaLeftOut int         `json:"mediaLeftOut,omitempty"`
	Shortened    int         `json:"shortened,omitempty"` // titles that were cut, whole in the text
	Columns      []ColumnUse `json:"columns,omitempty"`
	// Decided is how things were read, LeftOut what is not in the story, Changed what
	// stands in it differently, Unread the values that could not be read, Contrary
	// values that contradict each other.
	Decided  []Remark `json:"decided,omitempty"`
	LeftOut  []Remark `json:"leftOut,omitempty"`
	Changed  []Remark `json:"changed,omitempty"`
	Unread   []Remark `json:"unread,omitempty"`
	Contrary []Remark `json:"contrary,omitempty"`

	// unfit are events that a story cannot hold.
	unfit []Remark
	// marked is the report before the story was written, for a second try.
	marked *Report
}

// mark and forget take back what the report says since the mark.
func (r *Report) mark() {
	if r.marked == nil {
		before := *r
		r.marked = &before
	}
}

func (r *Report) forget() {
	unfit := r.unfit
	*r = *r.marked
	r.unfit = unfit
}

// ColumnUse is what became of a column.
type ColumnUse struct {
	Name string `json:"name"`
	// As is the field that it became, "" if it was left out.
	As  string `json:"as,omitempty"`
	How string `json:"how"` // how its meaning was found, or why it was left out
}

// Remark is one thing that the report says, of a line and a column if it is about
// them.
type Remark struct {
	Line   int    `json:"line,omitempty"`
	Column string `json:"column,omitempty"`
	Value  string `json:"value,omitempty"`
	Text   string `json:"text"`
}

// mostRemarks is how many remarks of a kind a report keeps.
const mostRemarks = 10_000

// add takes remarks into the report.
func (r *Report) add(remarks ...draft.Remark) {
	for _, m := range remarks {
		to := &r.Decided
		switch m.Kind {
		case draft.LeftOut:
			to = &r.LeftOut
		case draft.Changed:
			to = &r.Changed
		case draft.Unread:
			to = &r.Unread
		case draft.Contrary:
			to = &r.Contrary
		}
		if len(*to) < mostRemarks {
			*to = append(*to, Remark{m.Line, m.Column, m.Value, m.Text})
		}
	}
}

// sort puts remarks in the order of the file.
func (r *Report) sort() {
	for _, list := range []*[]Remark{&r.Decided, &r.LeftOut, &r.Changed, &r.Unread, &r.Contrary} {
		slices.SortStableFunc(*list, func(a, b Remark) int { return cmp.Compare(a.Line, b.Line) })
	}
}

// mostShown is how many lines of a kind a terminal is shown.
const mostShown = 12

// Text is the report as lines for a terminal. What it leaves out is in the JSON.
func (r *Report) Text() []string {
	lines := []string{r.readAs()}
	used, unused, empty := r.columnLines()
	if len(used) > 0 {
		lines = append(lines, "columns: "+strings.Join(used, "; "))
	}
	lines = append(lines, limited(unused, "columns left out")...)
	if empty > 0 {
		lines = append(lines, "columns left out: "+strconv.Itoa(empty)+" empty")
	}
	lines = append(lines, remarkLines("", r.Decided)...)
	lines = append(lines, remarkLines("", r.Changed)...)
	lines = append(lines, remarkLines("contradicts: ", r.Contrary)...)
	lines = append(lines, remarkLines("left out: ", r.LeftOut)...)
	lines = append(lines, remarkLines("not read, left out: ", r.Unread)...)
	if r.MediaLinks > 0 {
		lines = append(lines, "images and films: "+count(r.MediaLinks, "one is a link", "are links")+"; a story's own image is a file beside it, under media")
	}
	if r.MediaLeftOut > 0 {
		lines = append(lines, "images and films left out: "+strconv.Itoa(r.MediaLeftOut)+", which have a path and no address of the web")
	}
	if r.Shortened > 0 {
		lines = append(lines, "titles shortened: "+strconv.Itoa(r.Shortened)+"; all of each stands in its text")
	}
	return lines
}

// count says how many: "1 event" or "2 events", or "one is a link", "2 are links".
func count(n int, one, many string) string {
	if n == 1 {
		if strings.HasPrefix(one, "one ") {
			return one
		}
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func (r *Report) readAs() string {
	parts := []string{r.Shape}
	if r.Worksheet != "" {
		parts = append(parts, "worksheet "+r.Worksheet)
	}
	if r.Separator == "semicolon" || r.Separator == "pipe" {
		parts = append(parts, "separated by "+r.Separator+"s")
	}
	if r.Encoding != "" {
		parts = append(parts, r.Encoding)
	}
	if r.HeaderLine > 0 {
		parts = append(parts, "header in line "+strconv.Itoa(r.HeaderLine))
	}
	switch r.Order {
	case "dmy":
		parts = append(parts, "day first")
	case "mdy":
		parts = append(parts, "month first")
	case "ymd":
		parts = append(parts, "year first")
	}
	return "read as " + strings.Join(parts, ", ")
}

func (r *Report) columnLines() (used, unused []string, empty int) {
	for _, c := range r.Columns {
		switch {
		case c.As != "":
			used = append(used, c.Name+" → "+c.As)
		case c.How == "empty":
			empty++
		default:
			unused = append(unused, "column left out: "+c.Name+" ("+c.How+")")
		}
	}
	return used, unused, empty
}

// limited are the first lines of many.
func limited(lines []string, what string) []string {
	if len(lines) <= mostShown {
		return lines
	}
	return append(slices.Clone(lines[:mostShown]), fmt.Sprintf("%s: %d more; --report FILE lists all", what, len(lines)-mostShown))
}

// remarkLines are remarks of one kind; equal ones of several lines are one.
func remarkLines(lead string, remarks []Remark) []string {
	type group struct {
		Remark
		lines []int
	}
	var groups []*group
	known := map[Remark]*group{}
	for _, m := range remarks {
		key := m
		key.Line, key.Value = 0, ""
		if lead != "" && m.Value != "" {
			key.Value = m.Value
		}
		if g := known[key]; g != nil {
			g.lines = append(g.lines, m.Line)
			continue
		}
		g := &group{m, []int{m.Line}}
		known[key] = g
		groups = append(groups, g)
	}
	var out []string
	for _, g := range groups {
		text := lead
		if g.Line > 0 {
			text += linesOf(g.lines) + ": "
		}
		if g.Column != "" {
			text += g.Column + ": "
		}
		if g.Value != "" && !strings.Contains(g.Text, g.Value) {
			text += "“" + clip(g.Value) + "”: "
		}
		out = append(out, text+g.Text)
	}
	return limited(out, strings.TrimSuffix("further "+lead, ": "))
}

func linesOf(lines []int) string {
	if len(lines) == 1 {
		return "line " + strconv.Itoa(lines[0])
	}
	const most = 3
	var all []string
	for _, n := range lines[:min(len(lines), most)] {
		all = append(all, strconv.Itoa(n))
	}
	text := "lines " + strings.Join(all, ", ")
	if len(lines) > most {
		return text + " and " + strconv.Itoa(len(lines)-most) + " more"
	}
	return text
}
