package words

import "barline/timeline/words/plural"

// English returns the words of the interface in English.
func English() *Words {
	w := &Words{
		Tag: "en", Name: "English",
		dateWords:     englishDates(),
		lengthWords:   englishLengths(),
		countingWords: englishCounts(),
		and:           "{first} and {last}", comma: ", ", semicolon: "; ", digits: "0123456789", decimal: ".", thousands: ",",
		bothDates: "{date} ({other})",
		UI: UI{
			Play: "Play", Pause: "Pause", Resume: "Resume", Stop: "Stop",
			Calendar: "Calendar", Compare: "Compare", Arrangement: "Arrangement",
			ZoomIn: "Zoom in", ZoomOut: "Zoom out", Fit: "Show all", Earlier: "Earlier", Later: "Later",
			Previous: "Previous", Next: "Next", Close: "Close",
			Hours: "hours", Quotations: "Quotations", Transcript: "Everything that was said, as text", TranscriptAll: "All events as text",
			NoQuotation:     "No quotation from this meeting was reported.",
			NoQuotationHere: "No quotation was reported.",
			TalksThen:       "talks: {length}", TalksLength: "Talks: {length}",
			Timeline: "Timeline", Loading: "Loading the moving picture",
			Hint:        "Press a bar or a dot for what was said.",
			LengthGiven: "Length as reported", LengthUnder: "Just under", LengthAbout: "About", LengthOver: "Over",
			LengthBroken: "Longer than the axis", Key: "Key", LengthUnknown: "Length unknown", KeptWaiting: "Time kept waiting", DayNotGiven: "Day not given", QuotesKey: "Quotations: press to read",
			OtherEvents: "Other events", OtherAbout: "Other events, day approximate",
			OutsideMark: "Date from outside the report",
			Share:       "Share", ShareAll: "Share and download", CopyLink: "Copy link", CopyEmbed: "Copy embed code",
			LinkCopied: "Link copied", EmbedCopied: "Embed code copied", CopyHere: "Copy it from here:",
			Picture:  "Picture:",
			ZoomHint: "To zoom, hold Ctrl and turn the wheel.", ZoomHintMac: "To zoom, hold ⌘ and turn the wheel.",
			Data:   "Data:",
			Source: "Source: {source}.", Sources: "Sources: {source}.",
			OutsideNote:        "* Date from outside the report.",
			LongestYear:        "Longest of the year",
			Longest:            "Longest",
			LongestKnown:       "Longest reported",
			Waited:             "kept waiting {length}",
			WaitedHearsay:      "reportedly kept waiting {length}",
			WaitedShort:        "waited {length}",
			WaitedShortHearsay: "reportedly waited {length}",
			ThenTalks:          "then talks of {length}", ThenUnknown: "then talks of unknown length",
			Hearsay: "reportedly", OutsideBasis: "from outside the report",
			DateApprox: "approximate", DateUncertain: "uncertain", NoDay: "day not given",
			PlaceUnknown: "Place not given", With: "With {people}",
			Failed: "The moving picture could not start; the text works as before.", TakenAway: "The browser has stopped the moving picture; the text works as before.", Retry: "Try again",
			Selected: "{title}. {date}", Closed: "Closed",
			ArrangedCalendar: "Bars stand on their dates", ArrangedCompare: "Bars side by side, longest first",
			Playing: "Playing", Stopped: "Stopped", Of: "{n} of {all}",
			Others: "Around the talks",

			Stretch: "{time}: {events}", ColumnKey: "Events in {length}; full height: {n}", BarKey: "One event, as long as it took",
			Search: "Search", SearchIn: "Search the events", InView: "Events in view", EventsByMonth: "Events by month", SkipGaps: "Skip gaps", GapKey: "Left out: nothing happens here",
			Person: "Person", Place: "Place", Kind: "Kind", AnyPerson: "Everybody", AnyPlace: "Everywhere", AnyKind: "All kinds", Meetings: "Meetings",
			Found: "{n} of {events}", NoneFound: "Nothing found",
			OtherLanes: "{n} other groups", MoreSources: "{n} more",

			Question: "?", OpenQuote: "“", CloseQuote: "”",
			Languages: "Languages", QuotedIn: "As reported, in {language}",
			SummarySpan: "{events}, from {from} to {to}.", SummaryLongest: "The longest reported: {title}, {length}.",
			Table: "All events as a table", TableDate: "Date", TableEvent: "Event", TableTalks: "Talks", TableWait: "Wait before", TablePeople: "People",
			YourTime: "Your time", LocalTime: "{time} where you are",
			LengthLine: "Length: {length}", StillGoing: "still going", NoLengthKnown: "No length is known",
			LongestAny: "Longest known", SummaryOpen: "{events}, from {from}, still going.",
			LengthAtMost: "At most", LengthLessThan: "Less than", LengthAtLeast: "At least", LengthMoreThan: "More than",
			EndVague: "Beginning or end approximate", GoesOn: "Goes on", SomeTime: "At some time in this span",
			Links: "Further reading", Credit: "Image: {credit}", Periods: "Periods", Lane: "Group",
			TableFrom: "From", TableTo: "To", TableLength: "Length",
			HintMore: "Press a bar or a dot to read more.", KindMeeting: "Meeting", Events: "Events",
		},
	}
	w.plurals, _ = plural.Parse("one: i = 1 and v = 0")
	w.ordinals, _ = plural.Parse("one: n % 10 = 1 and n % 100 != 11; two: n % 10 = 2 and n % 100 != 12; few: n % 10 = 3 and n % 100 != 13")
	return w
}

func englishDates() dateWords {
	return dateWords{
		months: [12]string{"January", "February", "March", "April", "May", "June", "July",
			"August", "September", "October", "November", "December"},
		monthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		dayMonth:    "{day} {month}", monthYear: "{month} {year}", withYear: "{date} {year}", firstDay: "1",
		dayRange: "{from}–{to}", monthRange: "{from} – {to}", yearRange: "{from}–{to}", wideRange: "{from} – {to}",
		bc: "{date} BC", ad: "{date} AD",
		decade:    "the {year}s",
		century:   forms{one: "the {n}st century", two: "the {n}nd century", few: "the {n}rd century", other: "the {n}th century"},
		seasons:   [4]string{"spring {year}", "summer {year}", "autumn {year}", "winter {year}–{short}"},
		aboutDate: "about {date}", maybeDate: "{date} (uncertain)",
		partsApprox: "{parts} approximate", partsUncertain: "{parts} uncertain", dateParts: [3]string{"year", "month", "day"},
		since: "since {date}", until: "until {date}", from: "from {date}", between: "between {from} and {to}", or: "{first} or {last}",
		startUnknown: "beginning unknown", endUnknown: "end unknown", withoutEvents: "{length} without events", orEarlier: "{date} or earlier", orLater: "{date} or later",
		yearUnknown: "{date}, year unknown", dateUnknown: "date unknown", headlineSpan: "Timeline, {from} to {to}",
	}
}

func englishLengths() lengthWords {
	return lengthWords{
		hours:          forms{one: "1 hour", other: "{n} hours"},
		minutes:        forms{one: "1 minute", other: "{n} minutes"},
		seconds:        forms{one: "1 second", other: "{n} seconds"},
		days:           forms{one: "1 day", other: "{n} days"},
		weeks:          forms{one: "1 week", other: "{n} weeks"},
		calendarMonths: forms{one: "1 month", other: "{n} months"},
		years:          forms{one: "1 year", other: "{n} years"},
		hoursShort:     "{n} h", minutesShort: "{n} min", secondsShort: "{n} s", hoursMinutes: "{hours} {minutes}",
		hoursParts:      [3]string{"{n}¼ hours", "{n}½ hours", "{n}¾ hours"},
		hoursPartsShort: [3]string{"{n}¼ h", "{n}½ h", "{n}¾ h"},
		under:           "just under {length}", about: "about {length}", over: "over {length}",
		atMost: "at most {length}", lessThan: "less than {length}", atLeast: "at least {length}", moreThan: "more than {length}",
		underShort: "under {length}", aboutShort: "about {length}", overShort: "over {length}",
		unknown: "length unknown", unknownShort: "unknown", hearsayLength: "reportedly {length}",
	}
}

func englishCounts() countingWords {
	return countingWords{
		numbers: [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
			"ten", "eleven", "twelve"},
		wordsFrom: "1", counted: "{count} {things}",
		events:    forms{one: "1 event", other: "{n} events"},
		meetings:  forms{one: "1 meeting", other: "{n} meetings"},
		others:    forms{one: "1 other event", other: "{n} other events"},
		totalMany: forms{other: " over {n} meetings"},
		totalOne:  " in one meeting", unknownOne: "one of unknown length", unknownMany: "{count} of unknown length",
		noneKnown:   "No meeting’s length is known",
		totalThings: " over {things}", unknownThings: "{n} of unknown length",
	}
}
