package data

import (
	"errors"
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/data/tree"
)

// Problem is one thing wrong with a story file.
type Problem struct {
	// Line and Column count from 1, columns in characters; both are 0 where
	// the story did not come from a text.
	Line, Column int
	Path         string // "events[2].quotes[0].speaker"; empty for the whole file
	What         string // what is wrong
	Fix          string // how to put it right
}

// String returns line:col: path: what; fix, without the parts there are not.
func (p Problem) String() string {
	var b strings.Builder
	if p.Line > 0 {
		b.WriteString(strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column) + ": ")
	}
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.What)
	if p.Fix != "" {
		b.WriteString("; " + p.Fix)
	}
	return b.String()
}

// In returns the problem with the file's name in front:
// file:line:col: path: what; fix.
func (p Problem) In(file string) string {
	if p.Line > 0 {
		return file + ":" + p.String()
	}
	return file + ": " + p.String()
}

// Problems is everything wrong with a story file, by position in it. It is
// the error that Decode returns.
type Problems []Problem

// Error returns one problem per line.
func (ps Problems) Error() string {
	return ps.join(Problem.String)
}

// In returns one problem per line with the file's name in front of each.
func (ps Problems) In(file string) string {
	return ps.join(func(p Problem) string { return p.In(file) })
}

func (ps Problems) join(text func(Problem) string) string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = text(p)
	}
	return strings.Join(lines, "\n")
}

// FileError is Problems together with the name of the file that has them.
type FileError struct {
	File     string
	Problems Problems
}

// Error returns one problem per line: file:line:col: path: what; fix.
func (e *FileError) Error() string { return e.Problems.In(e.File) }

// Unwrap returns the problems.
func (e *FileError) Unwrap() error { return e.Problems }

// ValueError tells what is wrong with a single value and how to fix it.
type ValueError struct {
	Text string // the value as given, cut if it is long
	What string
	Fix  string
}

// Error returns all three parts: "text": what; fix.
func (e *ValueError) Error() string {
	return strconv.Quote(e.Text) + ": " + e.What + "; " + e.Fix
}

// ProblemOf returns an error of this package, of package edtf or of package
// tree as a problem, positioned if the error is. Other errors become a
// problem without a fix.
func ProblemOf(err error) Problem {
	if e, ok := errors.AsType[*edtf.Error](err); ok {
		return Problem{What: strconv.Quote(e.Text) + ": " + e.What, Fix: e.Fix}
	}
	if e, ok := errors.AsType[*ValueError](err); ok {
		return Problem{What: strconv.Quote(e.Text) + ": " + e.What, Fix: e.Fix}
	}
	if e, ok := errors.AsType[*tree.Error](err); ok {
		return Problem{Line: e.Line, Column: e.Column, What: e.What, Fix: e.Fix}
	}
	return Problem{What: err.Error()}
}

// Nobody needs more of a text than this to find it again.
const maxErrorText = 60

func invalid(text, what, fix string) error {
	return &ValueError{Text: clip(text), What: what, Fix: fix}
}

func clip(s string) string {
	if len(s) <= maxErrorText {
		return s
	}
	return strings.ToValidUTF8(s[:maxErrorText], "") + "…"
}

func quoted(s string) string { return strconv.Quote(clip(s)) }
