package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"barline/data"
)

// Severity says what follows from a finding.
type Severity uint8

const (
	// Error: the story cannot be published, or says what is proven wrong.
	Error Severity = iota
	// Warning: somebody should look.
	Warning
	// Note: what was found out and asks for nothing.
	Note
)

// String returns the severity in a word.
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// Finding is one thing that was found in a story.
type Finding struct {
	File string
	// Line and Column count from 1; both are 0 where the place is not known.
	Line, Column int
	Path         string // "events[2].summary"
	Severity     Severity
	Code         string // one of Codes
	Message, Fix string
}

// String returns the finding in a line: file:line:col: path: warning: message; fix [code].
// Errors of the format are as the decoder writes them: file:line:col: path: what; fix.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		b.WriteString(":" + strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Column))
	}
	b.WriteString(": ")
	if f.Path != "" {
		b.WriteString(f.Path + ": ")
	}
	if f.Severity != Error {
		b.WriteString(f.Severity.String() + ": ")
	}
	b.WriteString(f.Message)
	if f.Fix != "" {
		b.WriteString("; " + f.Fix)
	}
	if f.Severity != Note && !isOfFormat(f.Code) {
		b.WriteString(" [" + f.Code + "]")
	}
	return b.String()
}

// Sort puts errors first, then warnings and notes, each by their place.
func Sort(all []Finding) {
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// Strict makes warnings errors.
func Strict(all []Finding) {
	for i := range all {
		if all[i].Severity == Warning {
			all[i].Severity = Error
		}
	}
}

// HasErrors reports whether one of them is an error.
func HasErrors(all []Finding) bool {
	return slices.ContainsFunc(all, func(f Finding) bool { return f.Severity == Error })
}

// Errors are the problems of a file that is no story, as findings.
func Errors(file string, problems data.Problems) []Finding {
	all := make([]Finding, len(problems))
	for i, p := range problems {
		all[i] = Finding{File: file, Line: p.Line, Column: p.Column, Path: p.Path, Severity: Error, Code: CodeOf(p), Message: p.What, Fix: p.Fix}
	}
	return all
}
