package session

import (
	"bytes"
	"strings"

	"barline/check"
	"barline/check/proof"
	"barline/desk/review"
	"barline/importer/article"
)

type provenQuote struct {
	Event      string `json:"event"`
	Quote      string `json:"quote"`
	Path       string `json:"path"`
	At         []any  `json:"at"`
	Index      int    `json:"index"`
	Speaker    string `json:"speaker"`
	Words      string `json:"words"`
	Verdict    string `json:"verdict"`
	Source     string `json:"source"`
	Line       int    `json:"line"`
	Passage    string `json:"passage"`
	Difference string `json:"difference"`
	Message    string `json:"message"`
}

type provenSource struct {
	Name  string `json:"name"`
	Lang  string `json:"lang"`
	Words int    `json:"words"`
}

// prove holds the story's quotations against reports.
func (t *task) prove() (any, error) {
	var of struct {
		Sources []file `json:"sources"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.decoded()
	if err != nil {
		return nil, err
	}
	var articles []article.Article
	sources := []provenSource{}
	for _, f := range of.Sources {
		contents, there, err := t.contents(f)
		if err != nil {
			return nil, err
		}
		if !there {
			return nil, &missingError{[]string{f.Name}}
		}
		if bytes.HasPrefix(contents, []byte("%PDF")) {
			return nil, &article.Error{Name: f.Name, What: "a PDF, whose text cannot be read here", Fix: "open it, copy its words and paste them, or save it as .txt"}
		}
		name := f.Name
		if f.Text != nil && !strings.Contains(name, ".") {
			name += ".txt"
		}
		a, err := article.Read(name, contents)
		if err != nil {
			return nil, err
		}
		a.Name = f.Name
		articles = append(articles, a)
	}
	r, err := review.Of(review.Subject{File: d.document.story, Story: d.story, Root: d.root, Read: d.read, Quick: true})
	if err != nil {
		return nil, err
	}
	reports, err := review.Reports(r.Input, articles)
	if err != nil {
		return nil, err
	}
	for _, p := range reports {
		sources = append(sources, provenSource{p.Name, p.Lang, len(strings.Fields(p.Text))})
	}
	found, results := check.Quotes(r.Input, reports)
	quotes, isQuote := quotesOf(d, results, found, reports)
	var others []check.Finding
	for _, f := range found {
		if !isQuote[f] {
			others = append(others, f)
		}
	}
	check.Sort(others)
	return map[string]any{"quotes": quotes, "problems": problemsOf(others), "sources": sources}, t.ctx.Err()
}

// quotesOf are the results of proof with their places in the story's file.
func quotesOf(d *decoded, results []proof.Result, found []check.Finding, reports []check.Report) ([]provenQuote, map[check.Finding]bool) {
	all, isQuote := []provenQuote{}, map[check.Finding]bool{}
	k := 0
	for n, i := range d.story.FileOrder() {
		for q := range d.story.Event(i).Quotes {
			r := results[k]
			path := "events[" + itoa(n) + "].quotes[" + itoa(q) + "]"
			out := provenQuote{Event: r.Event, Quote: r.Quote, Path: path, At: []any{"events", n, "quotes", q}, Index: k, Speaker: r.Speaker.Name, Words: r.Words, Verdict: r.Verdict.String(), Passage: r.Passage}
			if r.Source >= 0 {
				out.Source, out.Line = reports[r.Source].Name, r.Line
			}
			switch r.Verdict {
			case proof.Typography:
				out.Difference = r.Marks
			case proof.Shortened:
				out.Difference = strings.Join(r.Left, " … ")
			case proof.Missing:
				out.Difference = r.Diff
			case proof.Misattributed:
				out.Difference = r.Other
			}
			for _, f := range found {
				if f.Code == "quote-"+out.Verdict && (f.Path == path || strings.HasPrefix(f.Path, path+".")) {
					out.Message, isQuote[f] = f.Message, true
					if f.Fix != "" {
						out.Message += "; " + f.Fix
					}
				}
			}
			all = append(all, out)
			k++
		}
	}
	return all, isQuote
}
