package importer

import (
	"strings"
	"unicode"

	"barline/importer/draft"
	"barline/importer/sheet"
)

// languageOf is the language that letters tell, where only one of those that the
// interface speaks has them: Persian's, Pashto's, Arabic's, Russian's, Ukrainian's. ""
// if they do not tell: Latin letters never do.
func languageOf(texts []string) string {
	var latin, arabic, cyrillic, persian, pashto, russian, ukrainian int
	for _, text := range texts {
		for _, r := range text {
			switch {
			case r < 0x250:
				if unicode.IsLetter(r) {
					latin++
				}
			case unicode.Is(unicode.Arabic, r):
				arabic++
				switch {
				case strings.ContainsRune("ټډړږښڼېۍځڅ", r):
					pashto++
				case strings.ContainsRune("پچژگکی۰۱۲۳۴۵۶۷۸۹", r):
					persian++
				}
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic++
				switch {
				case strings.ContainsRune("іїєґІЇЄҐ", r):
					ukrainian++
				case strings.ContainsRune("ыэъёЫЭЪЁ", r):
					russian++
				}
			}
		}
	}
	switch {
	case arabic > latin && arabic > cyrillic:
		switch {
		case pashto*50 > arabic:
			return "ps"
		case persian*50 > arabic:
			return "fa"
		}
		return "ar"
	case cyrillic > latin && ukrainian > russian:
		return "uk"
	case cyrillic > latin && russian > 0:
		return "ru"
	}
	return ""
}

// mostRead is how many texts are looked at for their language.
const mostRead = 1000

// sheetLanguage is the language of a table's letters.
func sheetLanguage(s *sheet.Sheet) string {
	texts := append([]string(nil), s.Columns...)
	for _, row := range s.Rows {
		if len(texts) > mostRead {
			break
		}
		for _, c := range row.Cells {
			if len(c.Text) < 10_000 {
				texts = append(texts, c.Text)
			}
		}
	}
	return languageOf(texts)
}

// language finds the language of a draft, if the file does not say it, by the letters
// of its titles; the remark says which was taken.
func language(d *draft.Draft) draft.Remark {
	if d.Lang == "" {
		texts := []string{d.Headline}
		for i := range d.Events[:min(len(d.Events), mostRead)] {
			texts = append(texts, d.Events[i].Title)
		}
		d.Lang = languageOf(texts)
	}
	if d.Lang == "" {
		return draft.Remark{Kind: draft.Decided, Text: "the file does not say its language: English is taken; --lang says another"}
	}
	return draft.Remark{Kind: draft.Decided, Text: "the language is " + d.Lang + "; --lang says another"}
}
