package csvtree

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spreadsheets run cells that begin like a formula, and take many others for
// numbers and dates, which they write back in another form. An apostrophe before
// the text keeps them from both. Where a file is opened with another separator than
// it was written with, a cell may be torn apart at that, so that what follows a
// separator in a cell is guarded like its beginning.

// Guard puts an apostrophe before whatever in a cell a spreadsheet would run, or
// change. [Unguard] takes it away again.
func Guard(cell string) string {
	first := guarded(cell)
	if !hasSeparator(cell) {
		if first {
			return "'" + cell
		}
		return cell
	}
	var b strings.Builder
	from := 0
	if first {
		b.WriteByte('\'')
	}
	for i := 0; ; {
		next := strings.IndexAny(cell[i:], separators)
		if next < 0 {
			break
		}
		i += next + 1
		if at := i + leadingSpace(cell[i:]); isFormula(cell[at:]) {
			b.WriteString(cell[from:at])
			b.WriteByte('\'')
			from = at
		}
	}
	if from == 0 && b.Len() == 0 {
		return cell
	}
	b.WriteString(cell[from:])
	return b.String()
}

// Unguard returns the cell that was guarded. It is for tables that barline wrote, in
// which every apostrophe that stands where Guard puts one is Guard's.
func Unguard(cell string) string {
	if strings.IndexByte(cell, '\'') < 0 {
		return cell
	}
	var b strings.Builder
	from := 0
	for i := 0; ; {
		next := strings.IndexAny(cell[i:], separators)
		if next < 0 {
			break
		}
		i += next + 1
		if at := i + leadingSpace(cell[i:]); strings.HasPrefix(cell[at:], "'") && isFormula(cell[at+1:]) {
			b.WriteString(cell[from:at])
			from = at + 1
			i = from
		}
	}
	if from > 0 {
		b.WriteString(cell[from:])
		cell = b.String()
	}
	if cell[0] == '\'' && guarded(cell[1:]) {
		return cell[1:]
	}
	return cell
}

// UnguardTyped returns the cell of a table that people may have typed, and that other
// programs guard at the beginning alone. It takes one apostrophe away, before what a
// spreadsheet would run or change, unless it may be the cell's own: the beginning of a
// quotation in single marks ('+1' was the answer), of two apostrophes, or of a year
// ('05).
func UnguardTyped(cell string) string {
	rest, found := strings.CutPrefix(cell, "'")
	isYear := len(rest) == 2 && allDigits(rest)
	if !found || isYear || strings.ContainsAny(rest, "'’") || !guarded(rest) {
		return cell
	}
	return rest
}

// separators end a cell in some file or other.
const separators = ",;\t|\n\r"

// hasSeparator is what most cells are asked, of a million rows, and quick.
func hasSeparator(cell string) bool {
	for i := range len(cell) {
		switch cell[i] {
		case ',', ';', '\t', '|', '\n', '\r':
			return true
		}
	}
	return false
}

// guarded reports whether a cell needs an apostrophe before it. One that begins
// with an apostrophe does, so that reading takes only ours away.
func guarded(cell string) bool {
	if cell == "" {
		return false
	}
	switch c := cell[0]; {
	case c == '\'' || c == '\t' || c == '\r':
		return true
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return isTruth(cell) || len(cell) <= longestDate && hasDigit(cell) && isDateInWords(cell)
	case '0' <= c && c <= '9' || c == '.' || c == ',' || c == '(' || c == '$':
		return isNumberLike(cell) || isDateInWords(cell)
	}
	return isFormula(cell[leadingSpace(cell):]) || isNumberLike(cell)
}

// leadingSpace is how many bytes of space, and of what cannot be seen, a text
// begins with.
func leadingSpace(s string) int {
	for i, r := range s {
		if r == '\n' || r == '\r' || r == '\t' || !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return i
		}
	}
	return len(s)
}

// isFormula reports whether a text begins like a formula, after any apostrophes:
// with = + - @, in any of their widths.
func isFormula(s string) bool {
	s = strings.TrimLeft(s, "'")
	if s == "" {
		return false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return c == '=' || c == '+' || c == '-' || c == '@'
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−':
		return true
	}
	return false
}

// isNumberLike reports whether a text is made of digits and what stands among them,
// and is neither a plain number nor a plain date. Spreadsheets keep those as they
// are, and change 0012, 1.50, 1/2, 12:30, 5%, 1e5, 1914-2 and 2025-03-14T15:09, to
// which they add seconds.
func isNumberLike(s string) bool {
	if at := strings.IndexByte(s, 'T'); at >= 0 && strings.ContainsAny(s[at:], "+-") {
		return false // a time of day with its zone is kept as it is
	}
	digits := false
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits = true
		case r < utf8.RuneSelf && strings.IndexByte(" .,:/-+%$()", byte(r)) >= 0:
		case (r == 'e' || r == 'E' || r == 'T') && i > 0 && i+1 < len(s):
		case r >= utf8.RuneSelf && (unicode.Is(unicode.Sc, r) || unicode.Is(unicode.Nd, r) || unicode.IsSpace(r)):
			digits = digits || unicode.Is(unicode.Nd, r)
		default:
			return false
		}
	}
	return digits && !isPlainNumber(s) && !isPlainDate(s) && !isLongID(s)
}

// isPlainNumber reports whether a text is a whole number that every spreadsheet
// writes back as it was.
func isPlainNumber(s string) bool {
	return len(s) <= 11 && allDigits(s) && (s[0] != '0' || s == "0")
}

// isPlainDate reports whether a text is a year from 1000 on, a month, a day or two
// years, written as ISO 8601 has them, or an interval that is open at one end.
func isPlainDate(s string) bool {
	if first, last, isInterval := strings.Cut(s, "/"); isInterval {
		return isOpen(first) && isPlainDay(last) || isPlainDay(first) && isOpen(last)
	}
	return isPlainDay(s)
}

func isOpen(s string) bool { return s == "" || s == ".." }

func isPlainDay(s string) bool {
	if len(s) < 4 || s[0] == '0' || !allDigits(s[:4]) {
		return false
	}
	switch rest := s[4:]; len(rest) {
	case 0:
		return true
	case 3:
		return rest[0] == '-' && allDigits(rest[1:])
	case 5:
		return rest[0] == '-' && rest[1] != '0' && allDigits(rest[1:])
	case 6:
		return rest[0] == '-' && rest[3] == '-' && allDigits(rest[1:3]) && allDigits(rest[4:])
	}
	return false
}

// isLongID reports whether a text is an id made of a date and more, such as
// 2025-03-14-10-00 and 1914-1918-2, which is no date for anybody.
func isLongID(s string) bool {
	groups := strings.Split(s, "-")
	for _, g := range groups {
		if !allDigits(g) {
			return false
		}
	}
	return len(groups[0]) == 4 && s[0] != '0' && (len(groups) > 3 || len(groups) == 3 && len(groups[1]) == 4)
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// isTruth reports whether a text is what spreadsheets write as TRUE or FALSE.
func isTruth(s string) bool { return strings.EqualFold(s, "true") || strings.EqualFold(s, "false") }

// Longer texts are no dates.
const longestDate = 40

// isDateInWords reports whether all words of a short text are numbers and names of
// months or days, as in "5 March 1825" and "Mar-46". A few names that only begin
// like one are guarded for nothing.
func isDateInWords(s string) bool {
	if len(s) > longestDate || strings.IndexByte(s, '\'') >= 0 {
		return false
	}
	named := false
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word = strings.ToLower(word); {
		case word == "am", word == "pm", word == "st", word == "nd", word == "rd", word == "th", word == "de", word == "of":
		case beginsLikeMonth(word):
			named = true
		default:
			return false
		}
	}
	return named || strings.Trim(s, "0123456789 :./-APMapm") == "" && strings.ContainsAny(s, "mM")
}

// beginsLikeMonth reports whether a word begins like the name of a month, or of a
// day of the week, in one of the languages of western Europe.
func beginsLikeMonth(word string) bool {
	if len(word) < 3 {
		return false
	}
	switch word[:3] {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"mai", "okt", "dez", "des", "fev", "avr", "aou", "jui", "mag", "gen", "lug", "ene", "abr", "ago", "dic",
		"oca", "sub", "nis", "haz", "tem", "eyl", "eki", "kas", "ara":
		return true
	}
	for _, accented := range [...]string{"fév", "déc", "mär", "aoû", "şub", "ağu"} {
		if strings.HasPrefix(word, accented) {
			return true
		}
	}
	return false
}
