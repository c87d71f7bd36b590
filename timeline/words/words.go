package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/typeset"
)

// Words is one language.
type Words struct {
	Tag string // BCP 47
	// Name is what the language calls itself.
	Name string
	UI   UI

	months, monthsShort [12]string
	// monthsAlone are those of dates without a day, if they are other words.
	monthsAlone [12]string
	numbers     [13]string

	dayRange, firstDay, hearsayLength string

	dayMonth, monthYear, withYear, aboutDate, maybeDate string

	plurals                                               plurals
	minutes, hours, seconds, days, years, events          forms
	hoursShort, minutesShort, hoursMinutes                string
	hoursParts, hoursPartsShort                           [3]string // and a quarter, a half, three quarters
	under, about, over, underShort, aboutShort, overShort string
	unknown, unknownShort                                 string

	and, comma, semicolon, digits, decimal string

	// solarMonths are those of the Solar Hijri calendar, if its dates stand
	// beside the Gregorian ones, as bothDates says; else empty.
	solarMonths [12]string
	bothDates   string

	// names are those of languages, in the order of NameOf.
	names            [12]string
	meetings, others forms

	totalMany, totalOne, unknownOne, unknownMany, noneKnown string

	thousands string // between groups of three digits
}

// UI holds the interface's own words. Those with braces are patterns for Fill.
type UI struct {
	Play, Pause, Resume, Stop, Replay                                                                       string
	Calendar, Compare, Arrangement                                                                          string
	ZoomIn, ZoomOut, Fit, Earlier, Later                                                                    string
	Previous, Next, Close                                                                                   string
	Hours, Quotations, Transcript, NoQuotation, NoQuotationHere, Timeline, Loading, Hint                    string
	LengthGiven, LengthUnder, LengthAbout, LengthOver, LengthUnknown                                        string
	KeptWaiting, DayNotGiven, OtherEvents, OtherAbout, OutsideMark                                          string
	Share, ShareAll, CopyLink, CopyEmbed, LinkCopied, EmbedCopied, CopyHere, Picture, ZoomHint, ZoomHintMac string
	Data, Source, Sources, OutsideNote                                                                      string
	LongestYear, Longest, LongestKnown                                                                      string
	Waited, WaitedHearsay, WaitedShort, WaitedShortHearsay, ThenTalks, ThenUnknown, TalksLength, TalksThen  string
	Hearsay, OutsideBasis, DateApprox, DateUncertain, NoDay                                                 string
	PlaceUnknown, With, Failed, Retry, Selected, Closed                                                     string
	ArrangedCalendar, ArrangedCompare, Playing, Stopped, Of, Others                                         string
	Stretch, ColumnKey, BarKey, OtherLanes, MoreSources                                                     string
	Search, SearchIn, Person, Place, Kind, AnyPerson, AnyPlace, AnyKind, Meetings, InView, Found, NoneFound string
	EventsByMonth, SkipGaps, GapKey                                                                         string
	// OpenQuote and CloseQuote stand around quotations.
	OpenQuote, CloseQuote string
	// Question marks a length that is not known.
	Question                                                                                      string
	Languages, QuotedIn                                                                           string
	SummarySpan, SummaryLongest, Table, TableDate, TableEvent, TableTalks, TableWait, TablePeople string
	YourTime, LocalTime                                                                           string
}

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

// Count says a small number as a word, a larger one in digits.
func (w *Words) Count(n int) string {
	if n >= 0 && n < len(w.numbers) {
		return w.numbers[n]
	}
	return w.Large(n)
}

// List says several things in a row: "Putin, Witkoff and Kushner".
func (w *Words) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	first := make([]string, len(items)-1)
	for i := range first {
		first[i] = Isolated(items[i], w.and)
	}
	return Fill(w.and, "first", strings.Join(first, w.comma), "last", items[len(items)-1])
}

// Clauses joins what is said one after another, as a list without an "and".
func (w *Words) Clauses(items ...string) string { return strings.Join(items, w.comma) }

// Before ends words that others follow on the next line; next may be empty.
func (w *Words) Before(s, next string) string {
	if next == "" {
		return s
	}
	return s + strings.TrimSpace(w.comma)
}

// Semicolon joins two things that are said of one; either may be empty.
func (w *Words) Semicolon(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + w.semicolon + b
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
	known := [...]string{"en", "nb", "ps", "fa-AF", "fa", "ar", "ru", "uk", "fr", "de", "es", "tr"}
	for of := tag; of != ""; of = of[:max(0, strings.LastIndexByte(of, '-'))] {
		for i, k := range known {
			if strings.EqualFold(of, k) {
				return w.names[i]
			}
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

// Year writes a year.
func (w *Words) Year(n int) string { return w.Number(n) }

// Large writes a number with its digits in groups: "1,000,000".
func (w *Words) Large(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + w.thousands + s[i:]
	}
	return w.local(s)
}

// Events says how many: "1 event", "1,234 events".
func (w *Words) Events(n int) string {
	return w.count(&w.events, n)
}

// Stretch says about how long a stretch of time is, in its largest unit: "36
// hours", "12 days".
func (w *Words) Stretch(seconds int64) string {
	const day, year = 24 * 3600, 365.2425 * 24 * 3600
	round := func(unit float64) int { return int(float64(seconds)/unit + 0.5) }
	switch {
	case seconds < 60:
		return w.count(&w.seconds, int(seconds))
	case seconds < 3600:
		return w.minuteWords(int64(round(60)))
	case seconds < 2*day:
		return w.hourWords(int64(round(3600)))
	case seconds < 2*year:
		return w.count(&w.days, round(day))
	}
	return w.count(&w.years, round(year))
}
