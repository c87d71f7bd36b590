package words

// English returns the words of the interface in English.
func English() *Words {
	return &Words{
		Tag: "en",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July",
			"August", "September", "October", "November", "December"},
		monthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		numbers: [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
			"ten", "eleven", "twelve"},

		and: "{first} and {last}",

		dayMonth:  "{day} {month}",
		monthYear: "{month} {year}",
		withYear:  "{date} {year}",
		aboutDate: "about {date}",
		maybeDate: "{date} (uncertain)",

		hour: "1 hour", hours: "{n} hours",
		minute: "1 minute", minutes: "{n} minutes",
		hoursShort: "{n} h", minutesShort: "{n} min",
		under: "just under {length}", about: "about {length}", over: "more than {length}",
		underShort: "under {length}", aboutShort: "about {length}", overShort: "over {length}",
		unknown: "length unknown", unknownShort: "unknown",

		totalMany:  " over {count} meetings",
		totalOne:   " in one meeting",
		unknownOne: "one of unknown length", unknownMany: "{count} of unknown length",
		noneKnown: "No meeting’s length is known",

		event: "1 event", events: "{n} events", thousands: ",",
		seconds: "{n} seconds", days: "{n} days", years: "{n} years",

		UI: UI{
			Play: "Play", Pause: "Pause", Resume: "Resume", Stop: "Stop", Replay: "Replay",
			Calendar: "Calendar", Compare: "Compare", Arrangement: "Arrangement",
			ZoomIn: "Zoom in", ZoomOut: "Zoom out", Fit: "Show all", Earlier: "Earlier", Later: "Later",
			Previous: "Previous", Next: "Next", Close: "Close",
			Hours: "hours", Quotations: "Quotations", Transcript: "Everything that was said, as text",
			NoQuotation:     "No quotation from this meeting was reported.",
			NoQuotationHere: "No quotation was reported.",
			TalksThen:       "talks: {length}", TalksLength: "Talks: {length}",
			Timeline: "Timeline", Loading: "Loading the moving picture",
			Hint:        "Press a bar or a dot for what was said.",
			LengthGiven: "Length as reported", LengthUnder: "Just under", LengthAbout: "About", LengthOver: "More than",
			LengthUnknown: "Length unknown", KeptWaiting: "Time kept waiting", DayNotGiven: "Day not given",
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
			Failed: "The moving picture could not start; the text works as before.", Retry: "Try again",
			Selected: "{title}. {date}", Closed: "Closed",
			ArrangedCalendar: "Bars stand on their dates", ArrangedCompare: "Bars side by side, longest first",
			Playing: "Playing", Stopped: "Stopped", Of: "{n} of {all}",
			Others: "Around the talks",

			Stretch: "{time}: {events}", ColumnKey: "Events in {length}, at most {n}", BarKey: "One event, as long as it took",
			OtherLanes: "{n} other groups", MoreSources: "{n} more",
		},
	}
}
