package importer

import (
	"slices"
	"strings"

	"barline/data"
	"barline/importer/draft"
	"barline/importer/shell"
)

// QuestionsError is what only a person can answer, all of it at once.
type QuestionsError struct {
	File      string
	Questions []draft.Question
	// Dates is what the option dates said already, which the next answer has to say
	// again.
	Dates string
}

// Error returns a line for each question: file:line:1: column: question; the options
// that answer it. Where one option answers several, the last line says it whole.
func (e *QuestionsError) Error() string { return e.Problems().In(e.File) }

// Problems are the questions, each with where it arises and the options that answer it.
func (e *QuestionsError) Problems() data.Problems {
	together := e.together()
	all := make(data.Problems, len(e.Questions))
	for i, q := range e.Questions {
		p := data.Problem{Path: q.Column, What: q.Text, Fix: e.say(q, len(together) > 0)}
		if len(q.Lines) > 0 {
			p.Line, p.Column = q.Lines[0], 1
		}
		if q.Example != "" && !strings.Contains(q.Text, q.Example) {
			p.What = "“" + clip(q.Example) + "”: " + p.What
		}
		all[i] = p
	}
	if len(together) > 0 {
		all = append(all, data.Problem{What: "one option gives these answers together", Fix: "say " + either(together)})
	}
	return all
}

// mostAnswers is how many answers a message lists.
const mostAnswers = 8

// say is how a question is answered. shared is whether others are answered by the
// option dates at the same time: then only the words for the answers are given.
func (e *QuestionsError) say(q draft.Question, shared bool) string {
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
	shared = shared && q.Option == "dates"
	var all []string
	for i, a := range q.Answers {
		if i == mostAnswers {
			all = append(all, "…")
			break
		}
		one := a.Value
		switch {
		case shared:
		case q.Option == "dates":
			one = "--dates " + e.withGiven(a.Value)
		default:
			one = "--" + q.Option + " " + shell.Quoted(a.Value)
		}
		if a.Means != "" {
			one += " (" + a.Means + ")"
		}
		all = append(all, one)
	}
	if shared {
		return "the answer is " + either(all)
	}
	return "say " + either(all)
}

// withGiven is a value of the option dates that says an answer and what was said
// before, but for what is about the same.
func (e *QuestionsError) withGiven(answers ...string) string {
	var all []string
	for _, given := range answersOf(e.Dates) {
		again := false
		for _, a := range answers {
			again = again || subject(a) == subject(given)
		}
		if !again {
			all = append(all, given)
		}
	}
	return strings.Join(append(all, answers...), ",")
}

// together are the options that answer all questions of the option dates, where these
// are about several things; else none.
func (e *QuestionsError) together() []string {
	var about [][]string // the answers about each thing
	known := map[string]bool{}
	for _, q := range e.Questions {
		if q.Option != "dates" || len(q.Answers) == 0 || known[subject(q.Answers[0].Value)] {
			continue
		}
		known[subject(q.Answers[0].Value)] = true
		var values []string
		for _, a := range q.Answers {
			values = append(values, a.Value)
		}
		about = append(about, values)
	}
	if len(about) < 2 {
		return nil
	}
	all := [][]string{nil}
	for _, values := range about {
		var longer [][]string
		for _, before := range all {
			for _, v := range values {
				longer = append(longer, append(slices.Clone(before), v))
			}
		}
		all = longer
	}
	var options []string
	for _, answers := range all {
		options = append(options, "--dates "+e.withGiven(answers...))
	}
	return options
}

// either lists things of which one is to be chosen.
func either(all []string) string {
	if n := len(all); n > 1 {
		return strings.Join(all[:n-1], ", ") + " or " + all[n-1]
	}
	return all[0]
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
