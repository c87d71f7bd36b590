package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words is one language.
type Words struct {
	Tag string // BCP 47
	UI  UI

	months, monthsShort [12]string
	numbers             [13]string

	dayMonth, monthYear, withYear, aboutDate, maybeDate string

	plurals                                               plurals
	minutes, hours, seconds, days, years, events          forms
	hoursShort, minutesShort                              string
	under, about, over, underShort, aboutShort, overShort string
	unknown, unknownShort                                 string

	and string

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
}

// Fill puts values into a pattern: Fill("{n} of {all}", "n", "1", "all", "10").
// Values are put in as they are; braces inside them mean nothing.
func Fill(pattern string, pairs ...string) string {
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
				b.WriteString(pairs[i+1])
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
	return Fill(w.and, "first", strings.Join(items[:len(items)-1], ", "), "last", items[len(items)-1])
}

// Sentence begins a phrase with a capital.
func Sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Number writes a number in digits.
func (w *Words) Number(n int) string { return strconv.Itoa(n) }

// Large writes a number with its digits in groups: "1,000,000".
func (w *Words) Large(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + w.thousands + s[i:]
	}
	return s
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
