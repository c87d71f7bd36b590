package importer

import (
	"strings"
	"unicode"

	"barline/importer/columns"
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

// sheetLanguage is the language of a table and what tells it: the names of its columns,
// unless the letters of its cells are those of another language; else these letters.
func sheetLanguage(s *sheet.Sheet, m columns.Mapping) (tag, by string) {
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
	letters := languageOf(texts)
	if m.Lang != "" && !contradict(letters, m.Lang) {
		return m.Lang, byColumns(s, m.LangBy)
	}
	if letters != "" {
		return letters, byLetters
	}
	return "", ""
}

const byLetters = "by its letters"

// mostNamed is how many columns a remark names.
const mostNamed = 4

// byColumns says which columns tell the language of a table.
func byColumns(s *sheet.Sheet, at []int) string {
	names := make([]string, 0, mostNamed)
	for _, i := range at[:min(len(at), mostNamed)] {
		names = append(names, columns.Label(s, i))
	}
	if n := len(names); n > 1 {
		return "by the columns " + strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return "by the column " + names[0]
}

// contradict reports whether letters tell another language than the names of columns
// do. Latin letters tell none, Persian's are Pashto's as well, and Arabic's and
// Russian's stand in the others' texts.
func contradict(letters, named string) bool {
	script := func(tag string) int {
		switch tag {
		case "ru", "uk", "bg":
			return cyrillicScript
		case "ar", "fa", "fa-AF", "ps", "ur":
			return arabicScript
		}
		return latinScript
	}
	switch {
	case letters == "" || letters == named || letters == "ar" && script(named) == arabicScript:
		return false
	case letters == "fa":
		return named != "fa-AF" && named != "ps" && named != "ur"
	case letters == "ru":
		return named != "bg"
	}
	return true
}

// The scripts of the languages whose columns are known.
const (
	latinScript = iota
	arabicScript
	cyrillicScript
)

// language finds the language of a draft, if the file does not say it, by the letters
// of its titles; the remark says which was taken, and why.
func language(d *draft.Draft) draft.Remark {
	by := d.LangBy
	if d.Lang == "" {
		texts := []string{d.Headline}
		for i := range d.Events[:min(len(d.Events), mostRead)] {
			texts = append(texts, d.Events[i].Title)
		}
		d.Lang, by = languageOf(texts), byLetters
	}
	switch {
	case d.Lang == "":
		return draft.Remark{Kind: draft.Decided, Text: "the file does not say its language: English is taken; --lang says another"}
	case by == "":
		by = "as the file says"
	}
	return draft.Remark{Kind: draft.Decided, Text: "the language is " + d.Lang + ", " + by + "; --lang says another"}
}
