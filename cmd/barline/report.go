package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"barline/importer/article"
)

// readReport reads a report; a PDF through pdftotext.
func readReport(ctx context.Context, path string) ([]byte, article.Article, error) {
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
	text, err := exec.CommandContext(ctx, program, "-enc", "UTF-8", "-nopgbrk", "-q", path, "-").Output()
	if err != nil {
		return nil, article.Article{}, &article.Error{Name: path, What: fmt.Sprintf("pdftotext cannot read it (%v)", err), Fix: "save the words as .txt"}
	}
	if strings.TrimSpace(string(text)) == "" {
		return nil, article.Article{}, article.NoText(path)
	}
	return contents, article.Article{Name: path, Text: article.Unbroken(string(text))}, nil
}
