//go:build !lean

package edtf

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// explain finds out what a text that is no EDTF was meant to say, and writes out
// the date that says it. err is what parse found wrong with it. The first text
// after "write" in the error's fix is a date that Parse accepts.
func explain(s string, err error) error {
	if len(s) > maxLength {
		return err
	}
	for _, rule := range [...]func(string) (what, fix string){
		spaceAround, allOfSet, zoneName, smallLetters, yearPair, dashes, dayMonthYear, spaceBeforeTime, formerEDTF, englishWords,
	} {
		what, fix := rule(s)
		if what != "" && accepted(firstDate(fix)) {
			return fault(s, what, "write "+fix)
		}
	}
	if e, ok := errors.AsType[*Error](err); ok && !accepted(firstDate(strings.TrimPrefix(e.Fix, "write "))) {
		return fault(s, e.What, exampleFix)
	}
	return err
}

// accepted reports whether a text is a date.
func accepted(s string) bool {
	_, err := parse(s)
	return err == nil
}

// firstDate is the text up to the first space, comma after it, or end.
func firstDate(fix string) string {
	first, _, _ := strings.Cut(fix, " ")
	return strings.TrimRight(first, ",;")
}

func spaceAround(s string) (what, fix string) {
	if trimmed := strings.TrimSpace(s); trimmed != s {
		return "space around the date", trimmed
	}
	return "", ""
}

// allOfSet refuses {1667,1668}: all of these dates.
func allOfSet(s string) (what, fix string) {
	if !strings.HasPrefix(s, "{") || !strings.HasSuffix(s, "}") {
		return "", ""
	}
	one := "[" + strings.ReplaceAll(s[1:len(s)-1], " ", "") + "]"
	return "a set that means all of its dates", one + " for one of these dates, or an event for each of them"
}

// zoneName refuses 2025-12-02T22:30+03:00[Europe/Moscow].
func zoneName(s string) (what, fix string) {
	date, _, found := strings.Cut(s, "[")
	if !found || !strings.HasSuffix(s, "]") || date == "" {
		return "", ""
	}
	return "the name of a time zone after a time", date + " without it; the story's zone may have a name"
}

func smallLetters(s string) (what, fix string) {
	upper := strings.NewReplacer("x", "X", "y", "Y", "e", "E", "s", "S").Replace(s)
	if upper == s {
		return "", ""
	}
	return "small letters in a date", upper
}

// dashes refuses dates with another dash than the hyphen, or with space around
// one: between two dates it is the slash of an interval, else a hyphen.
func dashes(s string) (what, fix string) {
	plain := strings.Join(strings.Fields(plainHyphens(s)), "")
	if plain == s || !strings.Contains(plain, "-") {
		return "", ""
	}
	what = "a dash that is not the hyphen of the keyboard"
	if plainHyphens(s) == s {
		what = "space in a date"
	}
	for i := range len(plain) {
		if plain[i] != '-' || i == 0 || i == len(plain)-1 {
			continue
		}
		first, last := plain[:i], plain[i+1:]
		if later := sameCentury(first, last); later != "" {
			last = later
		}
		switch joined := first + "/" + last; {
		case len(last) < 4 || !accepted(first) || !accepted(last) || !accepted(joined):
		case accepted(plain):
			return what, plain + ", or " + joined + " for the time from one to the other"
		default:
			return "two dates with a dash between them", joined
		}
	}
	return what, plain
}

// sameCentury completes the short second half of 1872–73 or 1914/18.
func sameCentury(first, last string) string {
	if len(last) == 2 {
		return laterYear(first, last)
	}
	return ""
}

// yearPair refuses 2024/25, and 2025-12-02/05, whose second half is cut short.
func yearPair(s string) (what, fix string) {
	first, last, ok := strings.Cut(s, "/")
	if !ok || strings.Contains(last, "/") {
		return "", ""
	}
	first, last = strings.TrimSpace(first), strings.TrimSpace(last)
	if first+"/"+last != s && accepted(first+"/"+last) {
		return "space in an interval", first + "/" + last
	}
	whole := first
	for whole != "" {
		cut := strings.LastIndexByte(whole, '-')
		if len(first)-cut-1 == len(last) && cut > 0 {
			return "an interval whose second date is cut short", first + "/" + first[:cut+1] + last
		}
		if cut < 0 {
			break
		}
		whole = whole[:cut]
	}
	if later := sameCentury(first, last); later != "" {
		return "an interval whose second year is cut short", first + "/" + later
	}
	return "", ""
}

// dayMonthYear refuses 2/12/2025, 2.12.2025 and 2025/12/02.
func dayMonthYear(s string) (what, fix string) {
	var parts []string
	for _, separator := range []string{"/", "."} {
		if parts = strings.Split(s, separator); len(parts) == 3 {
			break
		}
	}
	if len(parts) != 3 {
		return "", ""
	}
	for _, part := range parts {
		if !allDigits(part) || len(part) > 4 || len(part) == 3 {
			return "", ""
		}
	}
	if len(parts[0]) == 4 && len(parts[2]) <= 2 {
		return "a day has hyphens between its parts", padded(parts)
	}
	if len(parts[2]) != 4 || len(parts[0]) > 2 {
		return "", ""
	}
	if e, ok := errors.AsType[*Error](dayFirst(s, parts[0], parts[1], parts[2])); ok {
		return e.What, strings.TrimPrefix(e.Fix, "write ")
	}
	return "", ""
}

// spaceBeforeTime refuses 2025-12-02 22:30.
func spaceBeforeTime(s string) (what, fix string) {
	if date, clock, ok := strings.Cut(s, " "); ok && strings.Contains(clock, ":") {
		return "a space between the day and its time", date + "T" + strings.ReplaceAll(strings.TrimSpace(clock), " ", "")
	}
	return "", ""
}

// formerEDTF refuses what drafts of EDTF wrote in another way: 199u,
// 1984/unknown, 1984/open.
func formerEDTF(s string) (what, fix string) {
	if now := strings.NewReplacer("unknown", "", "open", "..", "u", "X").Replace(s); now != s {
		return "a notation of former versions of EDTF", now
	}
	return "", ""
}

// englishWords refuses dates in English words. Importing a table reads them, in
// many languages; here a few serve to show how they are written.
func englishWords(s string) (what, fix string) {
	what = "a date in words"
	words := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", "(", " ", ")", " ").Replace(s)))
	if len(words) == 0 || len(words) > 6 {
		return "", ""
	}
	year := func(text string) string {
		if allDigits(text) && len(text) <= 4 {
			return strings.Repeat("0", 4-len(text)) + text
		}
		return ""
	}
	last := year(words[len(words)-1])
	first := strings.TrimSuffix(words[0], ".")
	switch {
	case len(words) == 1 && strings.HasSuffix(first, "s") && len(first) == 5 && accepted(first[:4]):
		if strings.HasSuffix(first, "00s") {
			return what, first[:2] + "XX"
		}
		return what, first[:3] + "X"
	case strings.HasSuffix(words[len(words)-1], "century") && len(words) == 2:
		if n, err := strconv.Atoi(strings.TrimRight(first, "sthndr")); err == nil && n > 0 && n <= 99 {
			return what, fmt.Sprintf("%02dXX", n-1)
		}
	case len(words) == 2 && (words[1] == "bc" || words[1] == "bce") && allDigits(first) && len(first) <= 4:
		n, _ := digitsAndX(first)
		return what, yearText(1 - n)
	case len(words) == 2 && last != "":
		switch first {
		case "c", "ca", "circa", "about", "around":
			return what, last + "~"
		case "since", "from", "after":
			return what, last + "/.."
		case "until", "till", "to":
			return what, "../" + last
		case "before":
			if n, _ := digitsAndX(last); n > 0 {
				return what, "[.." + yearText(n-1) + "]"
			}
		case "spring", "summer", "autumn", "fall", "winter":
			return what, last + "-" + map[string]string{"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}[first]
		}
		if m := monthNamed(first); m > 0 {
			return what, fmt.Sprintf("%s-%02d", last, m)
		}
	case len(words) == 3 && last != "":
		day, month := strings.TrimRight(first, "sthndr"), monthNamed(strings.TrimSuffix(words[1], "."))
		if month == 0 {
			day, month = strings.TrimRight(words[1], "sthndr"), monthNamed(first)
		}
		if n, err := strconv.Atoi(day); err == nil && month > 0 {
			return what, fmt.Sprintf("%s-%02d-%02d", last, month, n)
		}
	}
	return "", ""
}

// monthNamed is the number of a month by its English name or the first letters
// of it, or 0.
func monthNamed(name string) int {
	if len(name) < 3 {
		return 0
	}
	for m := 1; m <= 12; m++ {
		if strings.HasPrefix(strings.ToLower(monthName(m)), name) {
			return m
		}
	}
	return 0
}
