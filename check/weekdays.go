package check

// fewDays is the longest stretch of which a day of the week tells something.
const fewDays = 6

// weekdays finds days of the week on which no day of the date falls. If one of those
// that are named fits, the others are taken to be about something else.
func (c *checker) weekdays(e *event, texts []text) {
	first, last, ok := days(e.Date)
	if !ok || last-first >= fewDays {
		return
	}
	var at place
	named, word := -1, ""
	for _, t := range texts {
		for i := range t.tokens {
			day, ok := c.lexicon.weekdayAt(t.tokens, i)
			if !ok {
				continue
			}
			for d := first; d <= last; d++ {
				if weekday(d) == day {
					return
				}
			}
			if named >= 0 && named != day {
				return // of two, nobody knows which is meant
			}
			named, at, word = day, t.at, t.tokens[i].raw
		}
	}
	if named < 0 {
		return
	}
	is := weekdayName(weekday(first))
	if last > first {
		is += " to " + weekdayName(weekday(last))
	}
	c.add(at, e, "weekday", "the text says "+word+"; "+e.Date.String()+" is "+is, "correct one of the two")
}

// weekdayAt reads a day of the week that is said of the event itself.
func (l *lexicon) weekdayAt(t []token, i int) (day int, ok bool) {
	day, ok = l.weekdays[t[i].text]
	before, after := "", ""
	if i > 0 && !t[i-1].ends {
		before = t[i-1].text
	}
	if i+1 < len(t) && !t[i].ends {
		after = t[i+1].text
	}
	switch l.lang {
	case "en":
		if !ok || t[i].raw[0] < 'A' || t[i].raw[0] > 'Z' {
			return 0, false
		}
		part := isOneOf(after, "morning", "afternoon", "evening", "night")
		if isOneOf(after, "before", "after", "following", "last", "next", "previous", "earlier", "later") {
			return 0, false
		}
		return day, before == "on" || before == "of" || before == "early" || before == "late" || part && !isOneOf(before, "next", "last", "following", "previous", "every", "each", "bloody", "the", "black", "until", "by", "from", "since")
	case "fa", "ps":
		// In two words: سه شنبه.
		if t[i].text == plainWord("شنبه") {
			for n, number := range []string{"دو", "سه", "چهار", "پنج"} {
				if before == plainWord(number) {
					return n, true
				}
			}
			if before == plainWord("یک") {
				return 6, true
			}
			return 5, before == plainWord("روز")
		}
		return day, ok
	case "ar":
		return day, ok && isOneOf(before, plainWord("يوم"), plainWord("مساء"), plainWord("صباح"), plainWord("ليلة"))
	case "tr":
		return day, ok && (after == "günü" || after == "akşamı" || after == "sabahı" || after == "gecesi")
	case "fr":
		return day, ok && !isOneOf(after, "prochain", "dernier", "suivant", "précédent", "saint", "gras")
	case "es":
		return day, ok && isOneOf(before, "el", "del") && !isOneOf(after, "siguiente", "anterior", "próximo", "pasado")
	case "de":
		return day, ok && !isOneOf(before, "nächsten", "folgenden", "letzten", "vorigen", "vergangenen", "jeden", "kommenden")
	case "nb":
		return day, ok && !isOneOf(before, "neste", "forrige", "hver", "følgende") && !isOneOf(after, "etter", "før")
	}
	return day, ok
}
