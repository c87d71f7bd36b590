package check

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"barline/data"
	"barline/data/edtf"
)

// text is one of an event's, with its place.
type text struct {
	at     place
	text   string
	tokens []token
	title  bool
}

// read compares what an event's texts say with its date and its length.
func (c *checker) read(e *event) {
	texts := []text{{at: e.at.field("title"), text: e.Title, title: true}}
	for k, p := range e.Summary {
		texts = append(texts, text{at: e.at.field("summary").item(k), text: p})
	}
	c.tokens = c.tokens[:0]
	for i := range texts {
		start := len(c.tokens)
		c.tokens = appendTokens(c.tokens, texts[i].text)
		texts[i].tokens = c.tokens[start:len(c.tokens):len(c.tokens)]
	}
	c.weekdays(e, texts)
	c.precision(e, texts)
	c.lengths(e, texts)
	c.near(e, texts)
	for _, t := range texts {
		c.total(e, t)
	}
}

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

func isOneOf(word string, words ...string) bool { return slices.Contains(words, word) }

// precision finds the day or the month in a text that the date leaves out.
func (c *checker) precision(e *event, texts []text) {
	d := e.Date
	if d.IsInterval() || d.IsSet() || d.Patterned() || d.IsZero() {
		return
	}
	month := d.Precision() == edtf.Month
	if !month && d.Precision() != edtf.Year {
		return
	}
	for _, t := range texts {
		for i := range t.tokens {
			m, ok := c.lexicon.months[t.tokens[i].text]
			if !ok {
				continue
			}
			switch {
			case month && m == d.Month():
				if day := dayBeside(t.tokens, i); day > 0 && day <= edtf.DaysIn(d.Year(), m) && c.yearFits(t.tokens, i, d.Year()) {
					c.add(t.at, e, "date-precision", "the text says the day, "+strconv.Itoa(day)+" "+t.tokens[i].raw+"; the date is only "+d.String(),
						"write "+edtfDay(d, day)+" as the date, if the day is that of the event")
					return
				}
			case !month && c.yearBeside(t.tokens, i) == d.Year():
				two := strconv.Itoa(m)
				if m < 10 {
					two = "0" + two
				}
				c.add(t.at, e, "date-precision", "the text says the month, "+t.tokens[i].raw+" "+strconv.Itoa(d.Year())+"; the date is only "+d.String(),
					"write "+d.Earliest().String()[:4]+"-"+two+" as the date, if the month is that of the event")
				return
			}
		}
	}
}

func edtfDay(d edtf.Date, day int) string {
	two := strconv.Itoa(day)
	if day < 10 {
		two = "0" + two
	}
	return d.Start().String() + "-" + two
}

// dayBeside is the number of a day before or after the name of a month, 0 if there is
// none: 14 March, March 14th, 14 de marzo.
func dayBeside(t []token, i int) int {
	day := func(at int) int {
		if at < 0 || at >= len(t) || len(t[at].text) > 2 {
			return 0
		}
		n, err := strconv.Atoi(t[at].text)
		if err != nil || n < 1 || n > 31 {
			return 0
		}
		return n
	}
	before := i - 1
	for before >= 0 && isOneOf(t[before].text, "de", "of", "th", "st", "nd", "rd", "er") {
		before--
	}
	if n := day(before); n > 0 {
		return n
	}
	if i+1 < len(t) && t[i].ends {
		return 0
	}
	return day(i + 1)
}

// yearFits reports whether no other year stands beside a day and a month.
func (c *checker) yearFits(t []token, i, year int) bool {
	for _, at := range []int{i + 1, i + 2, i + 3} {
		if at < len(t) && len(t[at].text) == 4 {
			if n, err := strconv.Atoi(t[at].text); err == nil {
				return n == year
			}
		}
	}
	return true
}

// yearBeside is the year after the name of a month, 0 if there is none.
func (c *checker) yearBeside(t []token, i int) int {
	at := i + 1
	if at < len(t) && isOneOf(t[at].text, "de", "of") {
		at++
	}
	if t[i].ends || at >= len(t) || len(t[at].text) != 4 {
		return 0
	}
	n, err := strconv.Atoi(t[at].text)
	if err != nil {
		return 0
	}
	return n
}

// saidLength is a length that a text says.
type saidLength struct {
	seconds, unit float64
	raw           string
	at            place
	hedged        bool // about, nearly, more than: not to be taken to the minute
	near          bool // just under, nearly
	from, to      int  // tokens
	title         bool
}

// lengthsIn are the lengths in a text that are said of its event, as far as the words
// around them tell.
func (l *lexicon) lengthsIn(t text) []saidLength {
	var all []saidLength
	for i := 0; i < len(t.tokens); i++ {
		s, ok := l.lengthAt(t.tokens, i)
		if !ok {
			continue
		}
		i, s.at, s.title = s.to, t.at, t.title
		if l.about(t.tokens, &s) {
			all = append(all, s)
		}
	}
	return all
}

// lengthAt reads a length that begins at a token: "five hours", "5 hours and 30
// minutes", the "four-and-a-half-hour" of a meeting.
func (l *lexicon) lengthAt(t []token, i int) (s saidLength, ok bool) {
	value, n, ok := l.numberAt(t, i)
	if !ok || i+n >= len(t) || t[i+n-1].ends {
		return s, false
	}
	unit, known := l.units[t[i+n].text]
	if !known && l.lang == "en" && t[i+n].glued {
		unit, known = l.units[t[i+n].text+"s"]
	}
	if !known {
		return s, false
	}
	s = saidLength{seconds: value * float64(unit), unit: float64(unit), from: i, to: i + n}
	next := s.to + 1
	if next < len(t) && t[next].text == "and" {
		next++
	}
	if next < len(t) && !t[s.to].ends {
		if more, m, ok := l.numberAt(t, next); ok && next+m < len(t) {
			if smaller, known := l.units[t[next+m].text]; known && smaller < unit {
				s.seconds += more * float64(smaller)
				s.unit, s.to = float64(smaller), next+m
			}
		}
	}
	var raw []string
	for k := s.from; k <= s.to; k++ {
		if t[k].glued && k > s.from {
			raw[len(raw)-1] += "-" + t[k].raw
			continue
		}
		raw = append(raw, t[k].raw)
	}
	s.raw = strings.Join(raw, " ")
	return s, true
}

// about looks at the words around a length: those that make it less exact, and those by
// which it is not the event's own.
func (l *lexicon) about(t []token, s *saidLength) bool {
	word := func(at int) string {
		if at < 0 || at >= len(t) {
			return ""
		}
		return t[at].text
	}
	before, second := word(s.from-1), word(s.from-2)
	after := ""
	if !t[s.to].ends {
		after = word(s.to + 1)
	}
	if l.lang != "en" {
		s.hedged = true // the words that hedge are not known
		return true
	}
	s.near = isOneOf(before, "nearly", "almost") || second == "just" && isOneOf(before, "under", "over") || second == "slightly" && isOneOf(before, "under", "over") || isOneOf(before, "barely")
	s.hedged = s.near || isOneOf(before, "about", "around", "roughly", "approximately", "some", "than", "under", "over", "least", "most", "to", "or", "up", "between")
	if isOneOf(before, "within", "after", "every", "each", "next", "last", "past", "another", "further", "first", "final", "in", "until", "before", "by") {
		return false
	}
	if isOneOf(after, "later", "earlier", "ago", "before", "after", "late", "away", "from", "drive", "flight", "notice", "deadline", "into", "behind", "ahead", "of", "old", "apart", "since", "a", "per") && !(after == "of" && isOneOf(word(s.to+2), "talks", "talking", "negotiations", "discussions", "conversation", "meetings")) {
		return false
	}
	return true
}

// lengths finds lengths in texts that are not those of the event.
func (c *checker) lengths(e *event, texts []text) {
	known := c.known(e)
	if len(known) == 0 {
		return
	}
	var wrong []saidLength
	fits := false
	for _, t := range texts {
		for _, s := range c.lexicon.lengthsIn(t) {
			if slices.ContainsFunc(known, func(d data.Duration) bool { return agrees(s, d) }) {
				fits = true
			} else {
				wrong = append(wrong, s)
			}
		}
	}
	for _, s := range wrong {
		// In a summary that says the right length as well, another one is about something else.
		if !s.title && (fits || len(wrong) > 1 && c.lexicon.lang != "en") {
			continue
		}
		c.add(s.at, e, "length-contradiction", "the text says "+s.raw+"; the data say "+sayAll(known), "correct one of the two")
		return
	}
}

// known are the lengths of an event: of its phases, and from its first day to its last.
func (c *checker) known(e *event) []data.Duration {
	var all []data.Duration
	for _, p := range e.Phases {
		if p.Kind == data.Talks && !p.Length.Known() {
			return nil // somebody may have said how long, and it was not taken to be known
		}
		if p.Length.Known() {
			all = append(all, p.Length)
		}
	}
	if first, last, ok := days(e.Date); ok && last > first && len(all) == 0 {
		all = append(all, data.Duration{Seconds: (last - first + 1) * 86400, Qualifier: data.About})
	}
	return all
}

// agrees reports whether a length in a text may be that of the data.
func agrees(s saidLength, d data.Duration) bool {
	is := float64(d.Seconds)
	// A third of the unit is what people leave out: "three hours" may be 3:20.
	slack := s.unit * 0.34
	if s.hedged || d.Qualifier == data.About {
		slack = math.Max(s.unit, is/4)
		if s.unit < 3600 && s.unit > 0 {
			slack = math.Max(s.unit*10, is/4)
		}
	}
	switch {
	case d.Qualifier.IsUpper() && d.Qualifier != data.Under:
		return s.seconds <= is+slack
	case d.Qualifier.IsLower() && d.Qualifier != data.Over:
		return s.seconds >= is-slack
	}
	return math.Abs(s.seconds-is) <= slack
}

func sayAll(lengths []data.Duration) string {
	var all []string
	for _, d := range lengths {
		all = append(all, d.String())
	}
	return strings.Join(all, " and ")
}

// near finds lengths that claim to be near their bound where the text does not.
func (c *checker) near(e *event, texts []text) {
	talks, ok := e.Talks()
	if !ok || talks.Length.Qualifier != data.Under && talks.Length.Qualifier != data.Over {
		return
	}
	near, far := data.Under, data.LessThan
	if talks.Length.Qualifier == data.Over {
		near, far = data.Over, data.MoreThan
	}
	for _, t := range texts {
		if c.lexicon.lang == "en" {
			for _, s := range c.lexicon.lengthsIn(t) {
				if isFar(t.tokens, s, near) && agrees(s, data.Duration{Seconds: talks.Length.Seconds}) {
					c.sayNear(e, "the text", talks.Length, far)
					return
				}
			}
			continue
		}
		is, was := c.lexicon.near[far], c.lexicon.near[near]
		said := plainWord(t.text)
		for k := range is {
			if len(is[k]) > 3 && strings.Contains(said, is[k]) && (was[k] == "" || !strings.Contains(said, was[k])) && len(c.lexicon.lengthsIn(t)) == 1 {
				c.sayNear(e, "the text", talks.Length, far)
				return
			}
		}
	}
}

// isFar reports whether English words call a length a bound without nearness: “less than
// five hours”, where a length that is near, on this side, would be “just under”.
func isFar(tokens []token, s saidLength, near data.Qualifier) bool {
	before := func(n int) string {
		if s.from < n {
			return ""
		}
		return tokens[s.from-n].text
	}
	if before(1) != "than" || isOneOf(before(3), "slightly", "little", "bit", "just", "somewhat", "no", "not") {
		return false
	}
	return near == data.Under && isOneOf(before(2), "less", "fewer") || near == data.Over && before(2) == "more"
}

// nearInReports finds lengths that claim to be near their bound where a report in English
// says them, and never says so.
func (c *checker) nearInReports(e *event, reports []*saying) {
	talks, ok := e.Talks()
	if !ok || talks.Length.Qualifier != data.Under && talks.Length.Qualifier != data.Over {
		return
	}
	far := data.LessThan
	if talks.Length.Qualifier == data.Over {
		far = data.MoreThan
	}
	where := ""
	for _, s := range reports {
		for _, l := range s.lengths {
			if s.lexicon.lang != "en" || math.Abs(l.seconds-float64(talks.Length.Seconds)) >= 60 {
				continue
			}
			if !isFar(s.tokens, l, talks.Length.Qualifier) {
				return
			}
			where = s.name
		}
	}
	if where != "" {
		c.sayNear(e, where, talks.Length, far)
	}
}

func (c *checker) sayNear(e *event, where string, length data.Duration, far data.Qualifier) {
	says, claims := "“less than”", "“just under”"
	if far == data.MoreThan {
		says, claims = "“more than”", "“over”"
	}
	other := data.Duration{Seconds: length.Seconds, Qualifier: far}
	at := e.at.field("duration")
	if at.absent {
		at = e.at.field("phases")
	}
	c.add(at, e, "length-near", where+" says "+says+", and "+length.String()+" says "+claims+", which claims that it was near", "write "+other.String()+", or say in the text that it was near")
}

// total finds totals that somebody has added up.
func (c *checker) total(e *event, t text) {
	if !slices.ContainsFunc(t.tokens, func(w token) bool { return c.lexicon.totalWords[w.text] }) {
		return
	}
	said := " " + plainWord(t.text) + " "
	found := ""
	for _, word := range c.lexicon.totals {
		if at := strings.Index(said, word); at >= 0 && isBoundary(said, at, len(word)) {
			found = word
			break
		}
	}
	if found == "" {
		return
	}
	of := strings.Fields(found)
	for i := range t.tokens {
		if t.tokens[i].text != of[0] {
			continue
		}
		for _, s := range c.lexicon.lengthsInAny(t) {
			if s.from-i >= -6 && s.from-i <= 6 {
				c.add(t.at, e, "typed-total", "the total "+s.raw+" is typed by hand", "leave it out: the page adds up what its events say, and follows when they change")
				return
			}
		}
	}
}

// lengthsInAny are all lengths in a text, whatever they are said of.
func (l *lexicon) lengthsInAny(t text) []saidLength {
	var all []saidLength
	for i := 0; i < len(t.tokens); i++ {
		if s, ok := l.lengthAt(t.tokens, i); ok {
			all = append(all, s)
			i = s.to
		}
	}
	return all
}

func isBoundary(s string, at, length int) bool {
	before, after := []rune(s[:at]), []rune(s[at+length:])
	return (len(before) == 0 || !isWordRune(before[len(before)-1])) && (len(after) == 0 || !isWordRune(after[0]))
}

// counts compares what the headline and the standfirst count with the events.
func (c *checker) counts() {
	nouns := map[string]int{}
	meetings := 0
	kinds := map[string]int{}
	for i := range c.Story.Len() {
		e := c.list[i]
		kinds[e.Kind.ID]++
		if e.IsMeeting() {
			meetings++
		}
	}
	for name := range c.lexicon.events {
		nouns[name] = c.Story.Len()
	}
	if meetings > 0 {
		for name := range c.lexicon.meetings {
			nouns[name] = meetings
		}
	}
	for _, k := range c.Story.Kinds() {
		if kinds[k.ID] > 0 {
			nouns[plainWord(k.Plural)] = kinds[k.ID]
		}
	}
	headline, standfirst := c.root().field("headline"), c.root().field("standfirst")
	for _, t := range []text{{at: headline, text: c.Story.Headline()}, {at: standfirst, text: c.Story.Standfirst()}} {
		t.tokens = tokens(t.text)
		c.total(nil, t)
		for i := range t.tokens {
			value, n, ok := c.lexicon.numberAt(t.tokens, i)
			if !ok || i+n >= len(t.tokens) || value != math.Trunc(value) {
				continue
			}
			noun := t.tokens[i+n].text
			is, known := nouns[noun]
			if !known || int(value) == is || i > 0 && isOneOf(t.tokens[i-1].text, "first", "last", "of", "than", "another", "further", "next", "about", "over", "least") {
				continue
			}
			c.add(t.at, nil, "count-contradiction", "the text counts "+t.tokens[i].raw+" "+t.tokens[i+n].raw+"; the story has "+strconv.Itoa(is), "correct the number, or add what is missing")
			break
		}
	}
}
