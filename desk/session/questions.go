package session

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"barline/importer"
	"barline/importer/draft"
	"barline/importer/sheet"
)

// options are those of an import, as the page says them.
type options struct {
	Dates    string                     `json:"dates,omitempty"`
	Century  int                        `json:"century,omitempty"`
	Day      string                     `json:"day,omitempty"`
	BC       string                     `json:"bc,omitempty"`
	Zone     string                     `json:"zone,omitempty"`
	Lang     string                     `json:"lang,omitempty"`
	Headline string                     `json:"headline,omitempty"`
	Sheet    string                     `json:"sheet,omitempty"`
	Map      map[string]json.RawMessage `json:"map,omitempty"`
}

func (o options) importer(name string) importer.Options {
	out := importer.Options{Dates: lastOfEach(o.Dates), Century: o.Century, Day: o.Day, BC: o.BC, Zone: o.Zone, Lang: o.Lang, Headline: o.Headline, Sheet: o.Sheet, Name: name}
	if strings.HasPrefix(pathBase(name), "paste.") {
		out.Called = "timeline"
	}
	for field, raw := range o.Map {
		var one string
		var several []string
		if json.Unmarshal(raw, &one) == nil {
			several = []string{one}
		} else if json.Unmarshal(raw, &several) != nil {
			continue
		}
		if out.Map == nil {
			out.Map = map[string][]string{}
		}
		out.Map[field] = several
	}
	return out
}

// lastOfEach leaves of several answers to one question the last: a person may have
// changed their mind.
func lastOfEach(dates string) string {
	about := map[string]int{"dmy": 1, "mdy": 1, "ymd": 1, "months": 2, "years": 2, "gregorian": 3, "solar": 3}
	var all []string
	for part := range strings.SplitSeq(dates, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		all = slices.DeleteFunc(all, func(before string) bool { return before == part || about[part] != 0 && about[before] == about[part] })
		all = append(all, part)
	}
	return strings.Join(all, ",")
}

// question is one that only a person can answer.
type question struct {
	ID       string         `json:"id"`
	Option   string         `json:"option"`
	Text     string         `json:"text"`
	Words    *wording       `json:"words,omitempty"`
	Column   string         `json:"column,omitempty"`
	Example  string         `json:"example,omitempty"`
	Rows     []questionRow  `json:"rows"`
	Columns  []string       `json:"columns"`
	RowCount int            `json:"rowCount"`
	Answers  []answerChoice `json:"answers"`
	Free     *free          `json:"free,omitempty"`
}

type questionRow struct {
	Line  int      `json:"line"`
	Cells []string `json:"cells"`
}

type answerChoice struct {
	Value string         `json:"value"`
	Label string         `json:"label"`
	Means string         `json:"means"`
	Words *wording       `json:"words,omitempty"`
	Set   map[string]any `json:"set"`
}

// wording is a sentence for a page that has words of its own.
type wording struct {
	Name   string            `json:"name"`
	Values map[string]string `json:"values"`
}

func wordingOf(w draft.Wording) *wording {
	if w.Name == "" {
		return nil
	}
	values := w.Values
	if values == nil {
		values = map[string]string{}
	}
	return &wording{w.Name, values}
}

type free struct {
	Kind string `json:"kind"`
	Hint string `json:"hint"`
}

// mostRows is how many rows a question shows.
const mostRows = 20

func questionsOf(e *importer.QuestionsError, contents []byte, o importer.Options) []question {
	table, rows := rowsOf(contents, o)
	var all []question
	ids := map[string]int{}
	for _, q := range e.Questions {
		out := question{Option: q.Option, Text: q.Text, Words: wordingOf(q.Words), Column: q.Column, Example: q.Example, Rows: []questionRow{}, Columns: table, RowCount: len(q.Lines), Answers: []answerChoice{}}
		for _, line := range q.Lines[:min(len(q.Lines), mostRows)] {
			if cells, known := rows[line]; known {
				out.Rows = append(out.Rows, questionRow{line, cells})
			}
		}
		about := ""
		for _, a := range q.Answers {
			label := a.Value
			if a.Means != "" {
				label = a.Value + " (" + a.Means + ")"
			}
			choice := answerChoice{Value: a.Value, Label: label, Means: a.Means, Words: wordingOf(a.Words), Set: map[string]any{q.Option: a.Value}}
			switch field, column, ok := strings.Cut(a.Value, "="); {
			case q.Option == "map" && ok:
				choice.Set = map[string]any{"map": map[string]string{field: column}}
				about = "-" + field
			case q.Option == "century":
				if n, err := strconv.Atoi(a.Value); err == nil {
					choice.Set = map[string]any{"century": n}
				}
			}
			out.Answers = append(out.Answers, choice)
		}
		switch q.Option {
		case "day":
			out.Free = &free{"day", "2024-03-26"}
		case "zone":
			out.Free = &free{"zone", "Europe/Oslo"}
		case "century":
			out.Free = &free{"year", "1917"}
		default:
			if len(q.Answers) == 0 {
				out.Free = &free{"text", ""}
			}
		}
		if q.Option == "dates" && len(q.Answers) > 0 {
			about = "-" + q.Answers[0].Value
		}
		out.ID = q.Option + about
		if ids[out.ID]++; ids[out.ID] > 1 {
			out.ID += "-" + itoa(ids[out.ID])
		}
		all = append(all, out)
	}
	return all
}

// rowsOf are the names of a table's columns and its rows by their lines; of what is no
// table, the lines of the text.
func rowsOf(contents []byte, o importer.Options) (names []string, rows map[int][]string) {
	rows = map[int][]string{}
	if s, err := sheet.Read(o.Name, contents, sheet.Options{Sheet: o.Sheet}); err == nil && len(s.Columns) > 1 {
		for _, r := range s.Rows {
			cells := make([]string, len(r.Cells))
			for i, c := range r.Cells {
				cells[i] = c.Text
			}
			rows[r.Line] = cells
		}
		return s.Columns, rows
	}
	names = []string{""}
	if text, _, err := sheet.Text(contents); err == nil {
		n := 0
		for line := range strings.Lines(text) {
			n++
			rows[n] = []string{strings.TrimSpace(line)}
		}
	}
	return names, rows
}
