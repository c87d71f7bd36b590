package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"barline/check"
	"barline/check/proof"
	"barline/desk/review"
	"barline/importer/article"
)

// prove holds a story against its reports, and looks at the record of former proofs. It
// writes one only when told to: a check changes nothing.
func prove(c *cobra.Command, in check.Input, o checkOptions) ([]check.Finding, error) {
	if o.writeProof && len(o.sources) == 0 {
		return nil, usageError{errors.New("--write-proof needs the report that quotations are held against: --source FILE")}
	}
	var articles []article.Article
	var files [][]byte
	for _, path := range o.sources {
		contents, a, err := readReport(c, path)
		if err != nil {
			return nil, err
		}
		articles, files = append(articles, a), append(files, contents)
	}
	reports, err := review.Reports(in, articles)
	if err != nil {
		return nil, err
	}
	var all []check.Finding
	var results []proof.Result
	if len(reports) > 0 {
		all, results = check.Quotes(in, reports)
	}
	if isAddress(in.File) || in.File == "-" {
		return all, nil
	}
	beside := proofOf(in.File)
	if o.writeProof {
		var names []string
		for _, path := range o.sources {
			names = append(names, filepath.Base(path))
		}
		r := proof.NewRecord(in.Story, time.Now().UTC().Format(time.DateOnly), names, files, results)
		return all, writeWhole(beside, r.JSON())
	}
	contents, err := os.ReadFile(beside)
	if errors.Is(err, os.ErrNotExist) {
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	return append(all, check.Records(in, beside, contents, files)...), nil
}

// proofOf is the file beside a story that keeps what was proven of it.
func proofOf(story string) string {
	return strings.TrimSuffix(story, filepath.Ext(story)) + ".proof.json"
}

// readReport reads a report; a PDF through pdftotext.
func readReport(c *cobra.Command, path string) ([]byte, article.Article, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, article.Article{}, err
	}
	isPDF := strings.EqualFold(filepath.Ext(path), ".pdf")
	if info.Size() > article.MaxBytes && !isPDF {
		return nil, article.Article{}, article.TooLarge(path, info.Size())
	}
	if isPDF && info.Size() > 4*article.MaxBytes {
		return nil, article.Article{}, article.TooLarge(path, info.Size())
	}
	contents, err := os.ReadFile(path)
	if err != nil {
		return nil, article.Article{}, err
	}
	if !isPDF {
		a, err := article.Read(path, contents)
		return contents, a, err
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, article.Article{}, &article.Error{Name: path, What: "the text of a PDF is read by the program pdftotext, which is not installed", Fix: "install poppler-utils (Debian, Ubuntu) or poppler (Homebrew), or save the words as .txt"}
	}
	text, err := exec.CommandContext(c.Context(), program, "-enc", "UTF-8", "-nopgbrk", "-q", path, "-").Output()
	if err != nil {
		return nil, article.Article{}, &article.Error{Name: path, What: fmt.Sprintf("pdftotext cannot read it (%v)", err), Fix: "save the words as .txt"}
	}
	if strings.TrimSpace(string(text)) == "" {
		return nil, article.Article{}, article.NoText(path)
	}
	return contents, article.Article{Name: path, Text: article.Unbroken(string(text))}, nil
}
