package session

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"barline/check"
	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/desk/review"
	"barline/importer"
)

// problem is a finding as the page has it.
type problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Path     string `json:"path"`
	At       []any  `json:"at"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Fix      string `json:"fix"`
}

func problemsOf(found []check.Finding) []problem {
	all := []problem{}
	for _, f := range found {
		all = append(all, problem{f.File, f.Line, f.Column, f.Path, steps(f.Path), f.Severity.String(), f.Code, f.Message, f.Fix})
	}
	return all
}

// steps are a path for programs: events[2].title is ["events", 2, "title"].
func steps(path string) []any {
	all := []any{}
	for part := range strings.SplitSeq(path, ".") {
		key, rest, _ := strings.Cut(part, "[")
		if key != "" {
			all = append(all, key)
		}
		for rest != "" {
			number, after, closed := strings.Cut(rest, "]")
			n, err := strconv.Atoi(number)
			if err != nil || !closed {
				break
			}
			all = append(all, n)
			rest = strings.TrimPrefix(after, "[")
		}
	}
	return all
}

// checked is the answer to check, and to edit.
type checked struct {
	Problems []problem `json:"problems"`
	OK       bool      `json:"ok"`
	Model    *model    `json:"model"`
	Editions []edition `json:"editions"`
	Kept     []string  `json:"kept"`
}

func (t *task) check() (any, error) {
	var of struct {
		Before *file `json:"before"`
		Quick  bool  `json:"quick"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.document()
	if err != nil {
		return nil, err
	}
	var before *check.Published
	var faults []check.Finding
	if of.Before != nil {
		contents, _, err := t.contents(*of.Before)
		if err != nil {
			return nil, err
		}
		r, err := importer.Import(contents, importer.Options{Name: of.Before.Name})
		if err != nil {
			faults = review.Failure(of.Before.Name, err)
		} else {
			before = check.PublishedStory(r.Story)
		}
	}
	c, err := t.checkDocument(d, before, of.Quick)
	if err == nil && len(faults) > 0 {
		c.Problems, c.OK = append(problemsOf(faults), c.Problems...), false
	}
	return c, err
}

// checkDocument says all that there is to say of a document.
func (t *task) checkDocument(d *document, before *check.Published, quick bool) (*checked, error) {
	c := &checked{Kept: slices.Sorted(maps.Keys(d.files)), Editions: []edition{}}
	var found []check.Finding
	story, root, err := storyfile.DecodeWith(t.reader(d.story), d.story, d.text())
	if err != nil {
		found = review.Failure(d.story, err)
		root, _ = t.reader(d.story).Parse(d.text()) // what stands there, if it can be read at all
	}
	c.Model = modelOf(d.story, d.text(), root, story)
	c.Editions = d.editionModels(t, story, root, &found)
	if story != nil {
		more, err := t.review(d, story, root, before, quick)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	check.Sort(found)
	found = slices.CompactFunc(found, func(a, b check.Finding) bool { return a == b })
	c.Problems, c.OK = problemsOf(found), !check.HasErrors(found)
	return c, t.ctx.Err()
}

// review reviews a story that can be read, with the editions that can.
func (t *task) review(d *document, story *data.Story, root *tree.Node, before *check.Published, quick bool) ([]check.Finding, error) {
	var found []check.Finding
	editions, leftOut, err := storyfile.Editions(story, d.story, d.beside(), d.read)
	if err != nil {
		found = append(found, review.Failure(d.story, err)...)
	}
	for _, line := range leftOut {
		file, what, _ := strings.Cut(line, " is left out: ")
		what, fix, _ := strings.Cut(what, "; ")
		found = append(found, check.Finding{File: file, Line: 1, Column: 1, Path: "lang", Severity: check.Warning, Code: "edition", Message: "it is no edition: " + what, Fix: fix})
	}
	r, err := review.Of(review.Subject{File: d.story, Story: story, Root: root, Editions: editions, Read: d.read, Before: before, Quick: quick, Letters: &t.letters})
	if err != nil {
		return append(found, review.Failure(d.story, err)...), nil
	}
	return append(found, r.Findings...), nil
}

func marshalled(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // there is nothing in it that JSON does not have
	}
	return b
}
