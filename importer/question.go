package importer

import (
	"strings"

	"barline/data"
	"barline/importer/draft"
	"barline/importer/shell"
)

// QuestionsError is what only a person can answer, all of it at once.
type QuestionsError struct {
	File      string
	Questions []draft.Question
}

// Error returns a line for each question: file:line:1: column: question; the options
// that answer it.
func (e *QuestionsError) Error() string {
	lines := make([]string, len(e.Questions))
	for i, q := range e.Questions {
		p := data.Problem{Path: q.Column, What: q.Text, Fix: say(q)}
		if len(q.Lines) > 0 {
			p.Line, p.Column = q.Lines[0], 1
		}
		if q.Example != "" && !strings.Contains(q.Text, q.Example) {
			p.What = "“" + clip(q.Example) + "”: " + p.What
		}
		lines[i] = p.In(e.File)
	}
	return strings.Join(lines, "\n")
}

// mostAnswers is how many answers a message lists.
const mostAnswers = 8

// say is how a question is answered.
func say(q draft.Question) string {
	if len(q.Answers) == 0 {
		switch q.Option {
		case "day":
			return "say --day 2024-03-26 and, where the times are those of one place, --zone America/New_York"
		case "zone":
			return "say --zone Europe/Oslo"
		case "century":
			return "say --century 1917, or another year"
		}
		return "say --" + q.Option + " …"
	}
	var all []string
	for i, a := range q.Answers {
		if i == mostAnswers {
			all = append(all, "…")
			break
		}
		one := "--" + q.Option + " " + shell.Quoted(a.Value)
		if a.Means != "" {
			one += " (" + a.Means + ")"
		}
		all = append(all, one)
	}
	if n := len(all); n > 1 {
		return "say " + strings.Join(all[:n-1], ", ") + " or " + all[n-1]
	}
	return "say " + all[0]
}

// mostClipped is how much of a value a message shows.
const mostClipped = 60

func clip(s string) string {
	s, rest, cut := strings.Cut(s, "\n")
	if r := []rune(s); len(r) > mostClipped {
		return string(r[:mostClipped-1]) + "…"
	}
	if cut && rest != "" {
		return s + " …"
	}
	return s
}
