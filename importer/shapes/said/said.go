// Package said gathers what the report says of a file: every kind of thing once,
// with the number of times that it was met.
package said

import (
	"errors"
	"strconv"

	"barline/importer/dates"
	"barline/importer/draft"
)

// Log gathers remarks. Its zero value is ready.
type Log struct {
	remarks []draft.Remark
	counted map[string]int // by kind and words: which remark
	times   map[string]int
	words   map[string]words
	asked   []draft.Question
	decided map[string]int // by column, and by column and words: how many dates were said
}

type words struct{ one, many, why string }

// Say adds a remark about one place, or about the whole file.
func (l *Log) Say(r draft.Remark) { l.remarks = append(l.remarks, r) }

// Count takes note of one more of the same kind, all of which become one remark
// with the first one's line: "3 " and many, or "1 " and one; then a colon and why,
// if any. Beyond some hundred kinds the rest is counted together.
func (l *Log) Count(kind draft.RemarkKind, line int, one, many, why string) {
	const most = 200
	key := strconv.Itoa(int(kind)) + many + why
	if _, ok := l.counted[key]; !ok && len(l.counted) >= most {
		one, many, why = "more thing is of other kinds", "more things are of other kinds", ""
		key = strconv.Itoa(int(kind)) + many
	}
	if _, ok := l.counted[key]; !ok {
		if l.counted == nil {
			l.counted, l.times, l.words = map[string]int{}, map[string]int{}, map[string]words{}
		}
		l.counted[key] = len(l.remarks)
		l.words[key] = words{one, many, why}
		l.remarks = append(l.remarks, draft.Remark{Line: line, Kind: kind})
	}
	l.times[key]++
}

// Ask adds a question, with the lines of those that ask the same.
func (l *Log) Ask(q draft.Question, line int) {
	const most = 10
	for i := range l.asked {
		a := &l.asked[i]
		if a.Option == q.Option && a.Column == q.Column {
			if len(a.Lines) < most {
				a.Lines = append(a.Lines, line)
			}
			return
		}
	}
	if line > 0 {
		q.Lines = append(q.Lines, line)
	}
	l.asked = append(l.asked, q)
}

// Questions returns what was asked, each once.
func (l *Log) Questions() []draft.Question { return l.asked }

// Fail says that an event is left out for an error, or asks what the error asks.
func (l *Log) Fail(line int, column, value string, err error) {
	if ask, ok := errors.AsType[*dates.AskError](err); ok {
		q := ask.Question
		q.Column = column
		l.Ask(q, line)
		return
	}
	l.Unread(line, column, value, err.Error())
}

// Read says what was decided in reading a date, each decision once and no more than
// some of a column.
func (l *Log) Read(line int, column, written string, r dates.Read) {
	const most = 10
	key := column + "\x00" + r.Remark
	if r.Remark == "" || l.decided[column] == most || l.decided[key] > 0 {
		return
	}
	if l.decided == nil {
		l.decided = map[string]int{}
	}
	l.decided[column]++
	l.decided[key]++
	l.Say(draft.Remark{Line: line, Column: column, Kind: draft.Decided, Value: written, Text: r.Remark})
}

// Unread says that an event is left out because a value could not be read.
func (l *Log) Unread(line int, column, value, why string) {
	l.Say(draft.Remark{Line: line, Column: column, Kind: draft.Unread, Value: value, Text: why})
}

// Remarks returns all of them, in the order in which they were first met.
func (l *Log) Remarks() []draft.Remark {
	all := append([]draft.Remark(nil), l.remarks...)
	for key, i := range l.counted {
		w, n := l.words[key], l.times[key]
		all[i].Text = strconv.Itoa(n) + " " + w.many
		if n == 1 {
			all[i].Text = "1 " + w.one
		}
		if w.why != "" {
			all[i].Text += ": " + w.why
		}
	}
	return all
}
