package review

import (
	"barline/check"
	"barline/check/proof"
	"barline/importer/article"
	"barline/timeline/words/languages"
)

// Reports make articles ready for quotations to be held against.
func Reports(in check.Input, articles []article.Article) ([]check.Report, error) {
	reports := make([]check.Report, 0, len(articles))
	for _, a := range articles {
		s := proof.NewSource(a.Name, a.Lang, a.Text)
		l, err := languages.For(s.Lang)
		if err != nil {
			return nil, err
		}
		if s.Lang == "" {
			l.Words, l.Known = in.Words, in.Known // too short a text to tell
		}
		reports = append(reports, check.Report{Source: s, Words: l.Words, Known: l.Known})
	}
	return reports, nil
}
