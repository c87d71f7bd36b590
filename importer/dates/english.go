package dates

// englishWord is what an English word means in a date.
func englishWord(w string) meaning {
	switch w {
	case "january", "jan":
		return of(month, 1)
	case "february", "feb", "febr":
		return of(month, 2)
	case "march":
		return of(month, 3)
	case "mar":
		return of(monthOrWeekday, 2)
	case "april", "apr":
		return of(month, 4)
	case "may":
		return of(month, 5)
	case "june", "jun":
		return of(month, 6)
	case "july", "jul":
		return of(month, 7)
	case "august", "aug":
		return of(month, 8)
	case "september", "sept", "sep":
		return of(month, 9)
	case "october", "oct":
		return of(month, 10)
	case "november", "nov":
		return of(month, 11)
	case "december", "dec":
		return of(month, 12)
	case "monday", "mon":
		return of(weekday, 1)
	case "tuesday", "tue", "tues":
		return of(weekday, 2)
	case "wednesday", "wed", "weds":
		return of(weekday, 3)
	case "thursday", "thu", "thur", "thurs":
		return of(weekday, 4)
	case "friday", "fri":
		return of(weekday, 5)
	case "saturday", "sat":
		return of(weekday, 6)
	case "sunday", "sun":
		return of(weekday, 7)
	case "spring", "springtime":
		return of(season, 1)
	case "summer", "summertime":
		return of(season, 2)
	case "autumn", "fall":
		return of(season, 3)
	case "winter", "wintertime":
		return of(season, 4)
	case "century", "centuries", "cent", "cents":
		return of(century, 0)
	case "decade", "decades":
		return of(decade, 0)
	case "millennium", "millenium", "millennia":
		return of(millennium, 0)
	case "quarter", "q":
		return of(quarter, 0)
	case "half":
		return of(half, 0)
	case "early", "mid", "middle", "late", "beginning", "begin", "start", "end", "ending", "latter", "last", "turn":
		return of(part, 0)
	case "about", "around", "circa", "ca", "approximately", "approx", "roughly", "estimated", "abt":
		return of(about, 0)
	case "c":
		return of(aboutOrCentury, 0)
	case "maybe", "perhaps", "probably", "possibly", "uncertain", "presumably", "prob", "poss", "not certain", "unconfirmed", "likely":
		return of(maybe, 0)
	case "before", "prior to", "earlier than", "bef", "pre":
		return of(before, 0)
	case "after", "later than", "aft", "post":
		return of(after, 0)
	case "not before", "no earlier than", "not earlier than", "or later", "or after", "and later", "or since", "at the earliest":
		return of(notBefore, 0)
	case "not after", "no later than", "not later than", "or earlier", "or before", "and earlier", "at the latest", "by", "on or before":
		return of(notAfter, 0)
	case "until", "till", "up to", "up until":
		return of(until, 0)
	case "since", "from", "starting", "beginning in", "starting in", "as of", "onwards", "onward", "and onwards":
		return of(since, 0)
	case "between", "betw", "sometime between":
		return of(between, 0)
	case "and":
		return of(and, 0)
	case "or":
		return of(or, 0)
	case "to", "through", "thru":
		return of(to, toUntil)
	case "present", "today", "now", "ongoing", "current", "currently", "present day", "the present", "to date", "to the present", "to present", "until today", "until now", "the present day", "until the present", "to the present day", "continuing", "to this day":
		return of(present, 0)
	case "bc", "bce", "b c", "b c e", "before christ", "before the common era", "before common era":
		return of(bc, 0)
	case "ad", "a d", "ce", "c e", "anno domini", "common era":
		return of(ad, 0)
	case "ah", "a h", "hijri":
		return of(lunarEra, 0)
	case "am", "a m":
		return of(am, 0)
	case "pm", "p m":
		return of(pm, 0)
	case "noon", "midday":
		return of(noon, 0)
	case "midnight":
		return of(midnight, 0)
	case "h", "hrs", "hours", "o clock", "oclock", "hr":
		return of(hour, 0)
	case "at":
		return of(clock, 0)
	case "morning":
		return of(morning, dayMorning)
	case "afternoon", "evening":
		return of(morning, dayEvening)
	case "night":
		return of(morning, dayNight)
	case "st", "nd", "rd", "th":
		return of(suffix, suffixOrdinal)
	case "s":
		return of(suffix, suffixDecade)
	case "the", "of", "on", "in", "year", "years", "during", "day", "month", "local time", "time", "season", "dated", "date", "this", "sometime", "some time":
		return of(filler, 0)
	case "eastern", "eastern time", "pacific time", "central time", "mountain time":
		return of(zone, noOffset)
	case "week", "wk", "w":
		return of(week, 0)
	case "twenties":
		return of(decadeName, 20)
	case "thirties":
		return of(decadeName, 30)
	case "forties":
		return of(decadeName, 40)
	case "fifties":
		return of(decadeName, 50)
	case "sixties":
		return of(decadeName, 60)
	case "seventies":
		return of(decadeName, 70)
	case "eighties":
		return of(decadeName, 80)
	case "nineties":
		return of(decadeName, 90)
	case "undated", "unknown", "n d", "no date", "date unknown", "unknown date", "not dated", "not known", "date not known", "undetermined":
		return of(noDate, 0)
	case "o s", "os", "old style", "julian", "julian calendar", "in the julian calendar":
		return of(oldStyle, 0)
	case "n s", "ns", "new style", "gregorian", "gregorian calendar":
		return of(newStyle, 0)
	}
	return englishOrdinal(w)
}

func englishOrdinal(w string) meaning {
	switch w {
	case "first":
		return of(ordinal, 1)
	case "second":
		return of(ordinal, 2)
	case "third":
		return of(ordinal, 3)
	case "fourth":
		return of(ordinal, 4)
	case "fifth":
		return of(ordinal, 5)
	case "sixth":
		return of(ordinal, 6)
	case "seventh":
		return of(ordinal, 7)
	case "eighth":
		return of(ordinal, 8)
	case "ninth":
		return of(ordinal, 9)
	case "tenth":
		return of(ordinal, 10)
	case "eleventh":
		return of(ordinal, 11)
	case "twelfth":
		return of(ordinal, 12)
	case "thirteenth":
		return of(ordinal, 13)
	case "fourteenth":
		return of(ordinal, 14)
	case "fifteenth":
		return of(ordinal, 15)
	case "sixteenth":
		return of(ordinal, 16)
	case "seventeenth":
		return of(ordinal, 17)
	case "eighteenth":
		return of(ordinal, 18)
	case "nineteenth":
		return of(ordinal, 19)
	case "twentieth":
		return of(ordinal, 20)
	case "twenty first":
		return of(ordinal, 21)
	}
	return meaning{}
}
