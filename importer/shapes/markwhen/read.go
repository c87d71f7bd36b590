package markwhen

import (
	"slices"
	"strconv"
	"strings"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/prose"
	"barline/importer/shapes/said"
	"barline/importer/shapes/zone"
)

// reader makes a draft of lines.
type reader struct {
	draft    *draft.Draft
	log      *said.Log
	calendar *calendar
	sections []opened
	paths    [][]string // of the draft's events, by index
	tags     map[string]int
	dashes   bool       // lines of a date, a dash and words are events
	zone     *zone.Zone // of times that say none, or nil
	colons   int        // lines of descriptions with a colon
}

// opened is a section that has not ended.
type opened struct {
	name  string
	level int // of headings with #, else 0
}

// Read makes a draft of a text. Events whose dates cannot be read are left out and
// said.
func Read(text string, o dates.Options) (*draft.Draft, *said.Log) {
	r := &reader{draft: &draft.Draft{}, log: &said.Log{}, tags: map[string]int{}}
	lines := linesOf(text)
	body := r.header(lines, &o)
	r.calendar = newCalendar(o, r.log)
	r.calendar.zone = r.zone
	r.dashes = dashed(body)
	for i := 0; i < len(body); {
		i = r.line(body, i)
	}
	r.setLanes()
	r.sayTags()
	return r.draft, r.log
}

// line reads what begins at line i, and returns the line after it.
func (r *reader) line(all []line, i int) int {
	s := strings.TrimSpace(all[i].text)
	date, rest, isEvent := r.cut(s)
	switch name, level, isBegin := section(s); {
	case s == "", isComment(s), isTagColour(s):
	case isSectionEnd(s):
		if n := len(r.sections); n > 0 {
			r.sections = r.sections[:n-1]
		}
	case isBegin:
		for n := len(r.sections); level > 0 && n > 0 && r.sections[n-1].level >= level; n-- {
			r.sections = r.sections[:n-1]
		}
		const deepest = 20
		if len(r.sections) < deepest {
			r.sections = append(r.sections, opened{name, level})
		}
	case !isEvent && isLost(all[i].text, r.dashes):
		r.log.Unread(all[i].number, "", s, "it begins as an event does, and no date can be read at its beginning")
	case isEvent:
		end := i + 1
		for end < len(all) && !r.endsDescription(all[end].text) {
			end++
		}
		r.event(all[i].number, date, rest, all[i+1:end])
		return end
	case strings.Contains(s, "_-_-_break_-_-_"):
		r.log.Count(draft.Decided, all[i].number, "further page is in the same story", "further pages are in the same story", "")
	default:
		if looksLikeEvent(all[i].text) {
			r.log.Unread(all[i].number, "", s, "it stands where an event could, and no date can be read at its beginning")
			break
		}
		r.log.Count(draft.LeftOut, all[i].number, "line that belongs to no event is left out", "lines that belong to no event are left out", "")
	}
	return i + 1
}

func (r *reader) endsDescription(text string) bool {
	s := strings.TrimSpace(text)
	if isSection(s) || strings.Contains(s, "_-_-_break_-_-_") {
		return true
	}
	_, _, isEvent := r.cut(s)
	return isEvent || isLost(text, r.dashes)
}

// cut is [cutDate], and cuts at a dash after a date as well where the file has such
// lines.
func (r *reader) cut(s string) (date, rest string, ok bool) {
	if date, rest, ok = cutEvent(s); ok {
		return date, rest, true
	}
	if r.dashes {
		return cutDash(s)
	}
	return "", "", false
}

// event reads an event whose words begin on its first line and go on below.
func (r *reader) event(number int, date, first string, below []line) {
	e := draft.Event{Line: number}
	var texts []string
	for i, l := range append([]line{{first, number}}, below...) {
		if isComment(strings.TrimSpace(l.text)) && i > 0 {
			continue
		}
		if i > 0 && looksLikeEvent(l.text) {
			r.sayText(l)
		}
		m := takeMarks(l.text)
		m.addTo(&e)
		for _, tag := range m.tags {
			r.tags[tag]++
		}
		for _, place := range m.places {
			if e.Place == "" {
				e.Place = place
			} else {
				r.log.Count(draft.LeftOut, l.number, "further place of an event is left out", "further places of events are left out", "an event has one")
			}
		}
		if m.done {
			r.log.Count(draft.LeftOut, l.number, "box to tick is left out", "boxes to tick are left out", "")
		}
		texts = append(texts, m.words)
	}
	e.Title, e.Summary = texts[0], paragraphs(texts[1:])
	if e.Title == "" && len(e.Summary) > 0 {
		e.Title, e.Summary = e.Summary[0], e.Summary[1:]
	}
	var err error
	if e.Date, e.Note, err = r.calendar.event(date, e.ID, number); err != nil {
		r.log.Fail(number, "", date, err)
		return
	}
	var path []string
	for _, s := range r.sections {
		if s.name != "" {
			path = append(path, s.name)
		}
	}
	r.draft.Events = append(r.draft.Events, e)
	r.paths = append(r.paths, path)
}

// sayText says of a line that has a colon, as an event has, that it is a text.
func (r *reader) sayText(l line) {
	const most = 5
	if r.colons++; r.colons <= most {
		r.log.Say(draft.Remark{Line: l.number, Kind: draft.Decided, Value: strings.TrimSpace(l.text), Text: "is text of the event above it, for it does not begin with a date"})
		return
	}
	r.log.Count(draft.Decided, l.number, "further line with a colon is text of the event above it", "further lines with a colon are text of the events above them", "")
}

// paragraphs joins lines that go on: those that end without the end of a sentence,
// before a line that begins no list.
func paragraphs(lines []string) []string {
	var all []string
	open := false
	for _, s := range lines {
		s = strings.TrimSpace(s)
		item := strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ")
		switch {
		case s == "":
			open = false
			continue
		case item:
			all = append(all, "– "+strings.TrimSpace(s[2:]))
		case open:
			all[len(all)-1] += " " + s
		default:
			all = append(all, s)
		}
		open = !strings.ContainsAny(s[len(s)-1:], ".!?:;)\"")
	}
	return all
}

// setLanes makes lanes of the outermost sections. One that holds all events is the
// headline, if there is none, and what is in it are the lanes.
func (r *reader) setLanes() {
	depth, deeper := 0, false
	for {
		names := map[string]bool{}
		deeper = false
		for _, path := range r.paths {
			name := ""
			if len(path) > depth {
				name = path[depth]
			}
			names[name] = true
			deeper = deeper || len(path) > depth+1
		}
		if len(names) > 1 || names[""] || !deeper {
			break
		}
		switch name := r.paths[0][depth]; {
		case depth == 0 && r.draft.Headline == "":
			r.draft.Headline = name
		case name != r.draft.Headline:
			r.log.Say(draft.Remark{Kind: draft.LeftOut, Value: name, Text: "the name of a section that holds all events is left out"})
		}
		depth++
	}
	for i, path := range r.paths {
		if len(path) > depth {
			r.draft.Events[i].Lane = path[depth]
			if !slices.Contains(r.draft.Lanes, path[depth]) {
				r.draft.Lanes = append(r.draft.Lanes, path[depth])
			}
		}
	}
	if deeper {
		r.log.Say(draft.Remark{Kind: draft.LeftOut, Text: "the names of sections inside others are left out, for lanes do not stand in one another"})
	}
}

// sayTags says which tags there are; they may be anything, and are not lanes.
func (r *reader) sayTags() {
	if len(r.tags) == 0 {
		return
	}
	var names []string
	for tag := range r.tags {
		names = append(names, tag)
	}
	slices.SortFunc(names, func(a, b string) int {
		if r.tags[a] != r.tags[b] {
			return r.tags[b] - r.tags[a]
		}
		return strings.Compare(a, b)
	})
	const most = 10
	var shown []string
	for _, tag := range names[:min(len(names), most)] {
		shown = append(shown, "#"+tag+" ("+strconv.Itoa(r.tags[tag])+")")
	}
	r.log.Say(draft.Remark{Kind: draft.LeftOut, Column: "tags", Value: strings.Join(shown, ", "),
		Text: "tags are left out; sections are the lanes"})
}

// header reads what stands before the first event, and returns the rest.
func (r *reader) header(lines []line, o *dates.Options) []line {
	asked := o.Order
	o.Order = dates.AnyOrder
	end := 0
	matter := false
	for ; end < len(lines); end++ {
		s := strings.TrimSpace(lines[end].text)
		_, _, isEvent := cutEvent(s)
		if (isEvent || isSection(s)) && !matter {
			break
		}
		if s == "---" {
			matter = !matter
			continue
		}
		if isHeaderField(s) {
			r.field(lines[end].number, s, o)
		}
	}
	if asked != dates.AnyOrder {
		o.Order = asked
	}
	if o.Order == dates.AnyOrder {
		o.Order = r.survey(lines[end:])
		if o.Points == dates.AnyOrder {
			o.Points = dates.DayFirst // markwhen has no dates with points
		}
	}
	if o.Century == 0 {
		r.century(lines[end:], o)
	}
	return lines[end:]
}

func (r *reader) field(number int, s string, o *dates.Options) {
	name, value, _ := strings.Cut(s, ":")
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	switch strings.ToLower(strings.Trim(name, `"`)) {
	case "title":
		r.draft.Headline = prose.Of(value).Line()
	case "description":
		r.draft.Standfirst = prose.Of(value).Paragraphs
	case "dateformat":
		if strings.HasPrefix(strings.ToLower(value), "d") {
			o.Order = dates.DayFirst
		} else if strings.HasPrefix(strings.ToLower(value), "m") {
			o.Order = dates.MonthFirst
		}
	case "timezone", "tz":
		if r.zone = zoneOf(value); r.zone == nil && value != "" {
			r.log.Say(draft.Remark{Line: number, Kind: draft.LeftOut, Value: value, Text: "nobody knows the time zone of the header; times without a zone stay so"})
		}
	case "view", "edit", "key", "viewers", "editors":
	default:
		if value != "" {
			r.log.Count(draft.LeftOut, number, "field of the header is left out", "fields of the header are left out", "")
		}
	}
}

// survey finds out whether days or months come first in dates with slashes: months,
// unless there is a date in which they cannot. What decided is said where it matters.
func (r *reader) survey(lines []line) dates.Order {
	days, months, either := slashed{}, slashed{}, slashed{}
	for _, l := range lines {
		date, _, ok := cutEvent(strings.TrimSpace(l.text))
		if !ok {
			continue
		}
		for _, word := range strings.FieldsFunc(date, func(c rune) bool { return c == ' ' || c == '-' || c == '–' || c == ',' }) {
			parts := strings.Split(word, "/")
			switch len(parts) {
			case 2: // 1/5-3/5 1945
				if len(parts[0]) > 2 || len(parts[1]) > 2 {
					continue
				}
			case 3:
				if len(parts[2]) != 4 && len(parts[2]) != 2 {
					continue
				}
			default:
				continue
			}
			a, _ := strconv.Atoi(parts[0])
			b, _ := strconv.Atoi(parts[1])
			switch {
			case a > 12 && a <= 31 && b <= 12:
				days.add(word, l.number)
			case b > 12 && b <= 31 && a <= 12:
				months.add(word, l.number)
			case a >= 1 && a <= 12 && b >= 1 && b <= 12 && a != b:
				either.add(word, l.number)
			}
		}
	}
	say := func(s slashed, text string) {
		r.log.Say(draft.Remark{Line: s.line, Kind: draft.Decided, Value: s.first, Text: text})
	}
	switch {
	case days.n > 0 && months.n == 0:
		say(days, "days come before months in dates with slashes, for "+days.first+" can be nothing else")
		return dates.DayFirst
	case days.n > 0:
		r.log.Say(draft.Remark{Line: days.line, Kind: draft.Contrary, Value: days.first, Text: "has the day first, and " + months.first + " the month: months were taken to come first, as markwhen has them; --dates dmy says otherwise"})
	case either.n > 0 && months.n > 0:
		say(either, "months come before days in dates with slashes, for "+months.first+" can be nothing else")
	case either.n > 0:
		say(either, "months come before days in dates with slashes such as "+either.first+", as markwhen has them; --dates dmy, or dateFormat: d/M/y in the header, says otherwise")
	}
	return dates.MonthFirst
}

// century finds out in which hundred years the years of two digits are, if the other
// dates of the file say it.
func (r *reader) century(lines []line, o *dates.Options) {
	var written []string
	for _, l := range lines {
		if date, _, ok := cutEvent(strings.TrimSpace(l.text)); ok {
			written = append(written, date)
		}
	}
	decided, remarks, _ := dates.Survey([][]string{written}, *o)
	if decided.Century == 0 {
		return
	}
	o.Century = decided.Century
	for _, remark := range remarks {
		if strings.HasPrefix(remark.Text, "years of two digits") {
			r.log.Say(remark)
		}
	}
}

// slashed counts dates of one kind, and has the first of them with its line.
type slashed struct {
	first   string
	line, n int
}

func (s *slashed) add(word string, line int) {
	if s.n++; s.n == 1 {
		s.first, s.line = word, line
	}
}
