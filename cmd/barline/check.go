package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"barline/check"
	"barline/data"
	"barline/desk/review"
)

// checkOptions are what else the command was asked for.
type checkOptions struct {
	strict, json, sarif bool
	sources             []string
	writeProof          bool
	against             string
}

// quietError is one about which everything has been said.
type quietError struct{}

func (quietError) Error() string { return "" }

// checkGCPercent is how much the memory of a check grows, in percent, before what is no
// longer needed is collected.
const checkGCPercent = 400

func checkCommand() *cobra.Command {
	flags := importFlags{strict: true}
	var o checkOptions
	c := &cobra.Command{
		Use:   "check STORY",
		Short: "Says what is wrong with a story, and what a sub-editor would ask, with place and fix",
		Long: `Says what is wrong with a story, with place and fix, and warns of what a good
sub-editor would ask about: events without a source, days of the week that do not fit,
lengths that the text contradicts, and more. Each warning ends with its code; the story
silences it with allow: [no-source], for all of it or at one event.

--source holds every quotation against the report that it is from: it must stand there,
and be given to the same person. What is shortened, or differs in typography alone, is
said. Dates, lengths and numbers that the report has as well are listed. Reports that the
story names itself (file: at a source) are read without being told.

--against compares the story with what was published: events that are gone, quotations,
dates and lengths that are others end with 1 until each has its correction.

docs/check.md lists the codes. Warnings do not change the exit code, unless --strict
makes them errors.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if o.json && o.sarif {
				return usageError{errors.New("check: --json and --sarif both take standard output; choose one")}
			}
			// A check is over in a moment: memory is collected less often, which halves its
			// work for a large table.
			defer debug.SetGCPercent(debug.SetGCPercent(checkGCPercent))
			type output struct{ out, problems bytes.Buffer }
			o, err := untilStopped(c.Context(), func() (*output, error) {
				var to output
				err := checkStory(c, args[0], &flags, o, &to.out, &to.problems)
				return &to, err
			})
			if o != nil {
				o.out.WriteTo(c.OutOrStdout())
				o.problems.WriteTo(c.ErrOrStderr())
			}
			return err
		},
	}
	flags.register(c)
	f := c.Flags()
	f.BoolVar(&o.strict, "strict", false, "warnings are errors")
	f.StringArrayVar(&o.sources, "source", nil, "a report that the quotations are from: .txt, .html, .md, .docx, .pdf; may stand several times")
	f.BoolVar(&o.writeProof, "write-proof", false, "write what was proven beside the story, as STORY.proof.json")
	f.StringVar(&o.against, "against", "", "what was published before: its story file, the folder that build wrote, or the address of one of these; what readers could have seen and is another now needs a correction")
	f.BoolVar(&o.sarif, "sarif", false, "say everything on standard output as a SARIF 2.1.0 log, which code hosts show beside the lines of a file")
	f.BoolVar(&o.json, "json", false, "say everything on standard output, one JSON object a line: file, line, column, path, severity, code, message, fix")
	return c
}

// checkStory writes what is to be said of a story to out, errors to problems; with
// --json all of it goes to out. It fails if there are errors.
func checkStory(c *cobra.Command, path string, flags *importFlags, o checkOptions, out, problems io.Writer) error {
	remarks := out
	machine := o.json || o.sarif
	if machine {
		remarks = io.Discard
	}
	e, err := examine(c, path, flags, o, remarks)
	found := e.findings
	if _, usage := errors.AsType[usageError](err); usage {
		return err
	}
	if err != nil {
		if !machine {
			return err
		}
		found = append(found, review.Failure(path, err)...)
	}
	if o.strict {
		check.Strict(found)
	}
	check.Sort(found)
	failed := check.HasErrors(found)
	switch {
	case o.json:
		writeJSON(out, found)
	case o.sarif:
		if err := writeSARIF(out, found); err != nil {
			return err
		}
	case failed:
		sayFindings(out, problems, found)
	default:
		fmt.Fprintln(out, e.head)
		sayFindings(out, problems, found)
	}
	if failed {
		return quietError{}
	}
	return nil
}

// examined is all there is to say of a file that could be read. head is the line that
// says so.
type examined struct {
	proven
	story    *data.Story
	findings []check.Finding
	head     string
}

func examine(c *cobra.Command, path string, flags *importFlags, o checkOptions, remarks io.Writer) (e examined, err error) {
	r, err := read(c, path, flags)
	if err != nil {
		return e, err
	}
	sayHowRead(remarks, r)
	others, err := editions(path, r.Story, remarks)
	if err != nil {
		return e, err
	}
	subject := review.Subject{File: path, Story: r.Story, Root: r.Root, Editions: others, Read: beside(path)}
	if o.against != "" {
		if subject.Before, err = published(c, o.against, flags); err != nil {
			return e, err
		}
	}
	done, err := review.Of(subject)
	if err != nil {
		return e, err
	}
	in := done.Input
	e.story = r.Story
	e.head = fmt.Sprintf("%s: no errors; %d events", path, r.Story.Len())
	for _, edition := range others {
		e.head += fmt.Sprintf("\n%s: says the same in %s", edition.File, edition.Story.Lang())
	}
	sayAutomaticIDs(remarks, r.Story)
	e.findings = done.Findings
	if e.proven, err = prove(c, in, o); err != nil {
		return e, err
	}
	e.findings = append(e.findings, e.proven.findings...)
	for _, edition := range in.Editions {
		if !edition.Story.Proof() {
			continue
		}
		more, err := records(edition, path, nil) // which may have been written just now
		if err != nil {
			return e, err
		}
		e.findings = append(e.findings, more...)
	}
	return e, nil
}

// mostOfACode is how many findings of one code are said; all of them are in the JSON.
const mostOfACode = 20

// sayFindings writes findings for people: errors to problems, the rest to out.
func sayFindings(out, problems io.Writer, all []check.Finding) {
	said := map[string]int{}
	warnings := 0
	for _, f := range all {
		if f.Severity == check.Warning {
			warnings++
		}
		said[f.Code]++
		switch n := said[f.Code]; {
		case n == mostOfACode+1:
			more := 0
			for _, other := range all {
				if other.Code == f.Code {
					more++
				}
			}
			f.Message, f.Fix, f.Line, f.Column, f.Path = fmt.Sprintf("%d more of these", more-mostOfACode), "--json lists all of them", 0, 0, ""
		case n > mostOfACode:
			continue
		}
		if f.Severity == check.Error {
			fmt.Fprintln(problems, f)
			continue
		}
		fmt.Fprintln(out, f)
	}
	if warnings > 0 {
		fmt.Fprintf(out, "%s: docs/check.md says how to silence what is meant\n", counted(warnings, "warning", "warnings"))
	}
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// writeJSON writes findings for machines, one a line.
func writeJSON(w io.Writer, all []check.Finding) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, f := range all {
		_ = e.Encode(struct {
			File     string `json:"file"`
			Line     int    `json:"line"`
			Column   int    `json:"column"`
			Path     string `json:"path"`
			Severity string `json:"severity"`
			Code     string `json:"code"`
			Message  string `json:"message"`
			Fix      string `json:"fix"`
		}{f.File, f.Line, f.Column, f.Path, f.Severity.String(), f.Code, f.Message, f.Fix})
	}
}
