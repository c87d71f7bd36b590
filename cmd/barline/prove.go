package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"barline/check"
	"barline/check/proof"
	"barline/data"
	"barline/desk/review"
	"barline/document"
	"barline/importer/article"
	"barline/publish"
)

// proven is what came of holding a story against its reports.
type proven struct {
	findings []check.Finding
	results  []proof.Result
	reports  []check.Report
}

// prove holds a story against its reports, and looks at the record of former proofs. It
// writes one only when told to: a check changes nothing.
func prove(c *cobra.Command, in check.Input, o checkOptions) (proven, error) {
	var p proven
	files, err := p.read(c, in, o.sources)
	if err != nil {
		return p, err
	}
	if o.writeProof && len(p.reports) == 0 {
		return p, usageError{errors.New("--write-proof needs the report that quotations are held against: --source FILE, or file: at a source of the story")}
	}
	if len(p.reports) > 0 {
		var found []check.Finding
		found, p.results = check.Quotes(in, p.reports)
		p.findings = append(p.findings, found...)
	}
	if isAddress(in.File) || in.File == "-" {
		return p, nil
	}
	if o.writeProof {
		var names []string
		for _, r := range p.reports {
			names = append(names, filepath.Base(r.Name))
		}
		r := proof.NewRecord(in.Story, time.Now().UTC().Format(time.DateOnly), names, files, p.results)
		if err := document.WriteWhole(proofOf(in.File), r.JSON()); err != nil {
			return p, err
		}
	}
	found, err := records(in, "", files)
	p.findings = append(p.findings, found...)
	return p, err
}

// records says whether the record beside a story proves it; otherwise is the story whose
// record serves where there is none, or "".
func records(in check.Input, otherwise string, files [][]byte) ([]check.Finding, error) {
	beside, contents, err := recordOf(in.File, otherwise)
	if err != nil {
		return nil, err
	}
	return check.Records(in, beside, contents, files), nil
}

// recordOf reads the record of proofs beside a story, or, where there is none, that of
// another; contents are nil where there is none at all.
func recordOf(story, otherwise string) (name string, contents []byte, err error) {
	name = proofOf(story)
	contents, err = os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) && otherwise != "" {
		other := proofOf(otherwise)
		if contents, err = os.ReadFile(other); err == nil {
			return other, contents, nil
		}
	}
	if errors.Is(err, os.ErrNotExist) {
		return name, nil, nil
	}
	return name, contents, err
}

// provenOn is what a story's page says of when its quotations were checked: nothing
// unless the story asks for it. otherwise is the story that this is an edition of, or "".
func provenOn(path, otherwise string, s *data.Story) (publish.Proven, error) {
	if !s.Proof() {
		return publish.Proven{}, nil
	}
	fail := func(why string) (publish.Proven, error) {
		return publish.Proven{}, fmt.Errorf("%s: proof: the page is to say when the quotations were checked, and %s; run barline check %s --source REPORT --write-proof, or remove proof", path, why, path)
	}
	if isAddress(path) || path == "-" {
		return fail("nothing is beside a story that is no file here")
	}
	name, contents, err := recordOf(path, otherwise)
	if err != nil {
		return publish.Proven{}, err
	}
	if contents == nil {
		return fail(name + " is not there")
	}
	r, err := proof.ReadRecord(contents)
	if err != nil {
		return fail(name + ": " + err.Error())
	}
	if why := r.Unproven(s); len(why) > 0 {
		return fail(name + " does not prove it: " + strings.Join(why, "; "))
	}
	day, err := r.Day()
	return publish.Proven{Day: day, Reports: len(r.Sources)}, err
}

// read reads the reports that were given and those that the story names, and returns
// their files. One that the story names and that is not there is a finding.
func (p *proven) read(c *cobra.Command, in check.Input, given []string) (files [][]byte, err error) {
	paths, fault := given, map[string]func(err error) check.Finding{}
	known := map[string]bool{}
	for _, path := range given {
		known[filepath.Clean(path)] = true
	}
	if !isAddress(in.File) && in.File != "-" {
		for i, s := range in.Story.Sources() {
			path := filepath.Join(filepath.Dir(in.File), filepath.FromSlash(s.File))
			if s.File == "" || known[path] {
				continue
			}
			known[path] = true
			paths = append(paths[:len(paths):len(paths)], path)
			line, column, at := check.SourcePlace(in, i, "file")
			fault[path] = func(err error) check.Finding {
				return check.Finding{File: in.File, Line: line, Column: column, Path: at, Severity: check.Error, Code: "file", Message: reason(err), Fix: "put the report there, or remove this field"}
			}
		}
	}
	var articles []article.Article
	for _, path := range paths {
		contents, a, err := readReport(c.Context(), path)
		if err != nil {
			if of := fault[path]; of != nil {
				p.findings = append(p.findings, of(err))
				continue
			}
			return nil, err
		}
		articles, files = append(articles, a), append(files, contents)
	}
	p.reports, err = review.Reports(in, articles)
	return files, err
}

// reason is why a report cannot be read, in a few words.
func reason(err error) string {
	if errors.Is(err, os.ErrNotExist) {
		return "the report is not there"
	}
	return err.Error()
}

// proofOf is the file beside a story that keeps what was proven of it.
func proofOf(story string) string {
	return strings.TrimSuffix(story, filepath.Ext(story)) + ".proof.json"
}
