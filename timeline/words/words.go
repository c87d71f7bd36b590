package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/timeline/words/plural"
	"barline/typeset"
)

// Words is one language. What is said to be optional is empty in languages that do
// not need it, English among them.
type Words struct {
	Tag string // BCP 47
	// Name is what the language calls itself.
	Name string
	UI   UI

	dateWords
	lengthWords
	countingWords

	and, comma, semicolon, digits, decimal string
	thousands                              string // between groups of three digits
	// Optional, in lists: what stands between all members instead of commas and the
	// last "and" or "or", and the patterns before certain letters (Spanish e, u).
	andMiddle, orMiddle, andI, orO string

	// bothDates puts something else that is said of a date beside it.
	bothDates string

	// names are those of languages that a story quotes, by their tags.
	names map[string]string
}

// dateWords are those of dates.
type dateWords struct {
	incomparable
	months, monthsShort [12]string
	// Optional: the names of months that stand without a day.
	monthsAlone, monthsShortAlone [12]string
	// Optional: the months of the Solar Hijri calendar, if its dates stand beside
	// the Gregorian ones.
	solarMonths [12]string

	dayMonth, monthYear, withYear string
	firstDay                      string // the first day of a month
	dayRange, monthRange          string
	yearRange, wideRange          string

	// bc and ad are put around a date of years before Christ, or before 100.
	bc, ad string
	// Optional: how a year, or years, are written before an era.
	eraYear, eraYears string

	decade string
	// Optional: a pattern for the tens, the twenties and so on to the nineties.
	decades [9]string
	century forms // by ordinal numbers
	// Optional: the pattern of centuries before an era.
	centuryEra string
	// seasons are spring, summer, autumn, and winter, which ends in the next year.
	seasons [4]string

	aboutDate, maybeDate        string
	partsApprox, partsUncertain string
	dateParts                   [3]string // year, month, day

	since, until, from, between, or string
	startUnknown, endUnknown        string
	withoutEvents                   string
	orEarlier, orLater              string
	yearUnknown, dateUnknown        string
	headlineSpan                    string

	// Optional: the forms that dates take after since, until, from and between.
	dayOf, yearOf, decadeOf, centuryOf string
	seasonsOf                          [4]string
	// Optional: until with the article of a day, century or season, which are said as
	// they stand alone, and until before decades and seasons.
	untilThe, untilCoarse string
	// Optional: what stands in brackets after a date, if it differs from DateApprox and
	// DateUncertain, which are said of a date.
	asideApprox, asideUncertain string
}

// lengthWords are those of lengths.
type lengthWords struct {
	incomparable
	minutes, hours, seconds, days, years   forms
	weeks, calendarMonths                  forms
	hoursShort, minutesShort, secondsShort string
	hoursMinutes                           string    // a unit and the next smaller one
	hoursParts, hoursPartsShort            [3]string // and a quarter, a half, three quarters

	under, about, over                  string
	atMost, lessThan, atLeast, moreThan string
	underShort, aboutShort, overShort   string
	unknown, unknownShort               string
	hearsayLength                       string
}

// countingWords are those of numbers of things.
type countingWords struct {
	plurals, ordinals plural.Rules
	numbers           [13]string
	// wordsFrom is the least number that is said as a word before the name of
	// anything; 13 is for languages whose words for numbers change with gender or
	// case.
	wordsFrom                string
	events, meetings, others forms
	counted                  string
	// Optional: the same for the plural categories one and two.
	countedOne, countedTwo string

	totalMany                                    forms
	totalOne, unknownOne, unknownMany, noneKnown string
	totalThings, unknownThings                   string
}

// incomparable keeps the compiler from writing code that compares large structs,
// which the viewer for the browser would carry.
type incomparable [0]func()

// Fill puts values into a pattern: Fill("{n} of {all}", "n", "1", "all", "10").
// Values are put in as they are; braces inside them mean nothing.
//
// What runs in another direction than the pattern's own words is isolated, so
// that nothing beside it is drawn into its order.
func Fill(pattern string, pairs ...string) string {
	whole := pattern
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				b.WriteString(Isolated(pairs[i+1], whole))
			}
		}
		pattern = after
	}
}

// Isolated is a text that is put among others, between marks (U+2068, U+2069)
// if it runs in another direction.
func Isolated(s, among string) string {
	if typeset.Opposed(s, Fill(among)) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// NameOf is what a language is called in this one, by its tag; the tag itself
// where there is no name for it.
func (w *Words) NameOf(tag string) string {
	for t, name := range w.names {
		if strings.EqualFold(t, tag) {
			return name
		}
	}
	return tag
}

// Sentence begins a phrase with a capital.
func (w *Words) Sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	upper := unicode.ToUpper(r)
	if w.Tag == "tr" {
		upper = unicode.TurkishCase.ToUpper(r)
	}
	return string(upper) + s[size:]
}

// Quoted puts words between the language's quotation marks.
func (w *Words) Quoted(s string) string { return w.UI.OpenQuote + Isolated(s, w.and) + w.UI.CloseQuote }

// local writes a number in the language's digits.
func (w *Words) local(number string) string {
	if w.digits == "0123456789" {
		return number
	}
	digits := []rune(w.digits)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' && len(digits) == 10 {
			return digits[r-'0']
		}
		return r
	}, number)
}

// Number writes a number in digits.
func (w *Words) Number(n int) string { return w.local(strconv.Itoa(n)) }

// Large writes a number with its digits in groups: "1,000,000".
func (w *Words) Large(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + w.thousands + s[i:]
	}
	return w.local(s)
}
