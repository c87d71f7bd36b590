package check

import (
	"strconv"
	"strings"

	"barline/data"
)

// Published is what was published of a story before. Its events may stand in a story or
// in a table of many.
type Published struct {
	Len         int
	Event       func(i int) data.Event
	Corrections []data.Correction
}

// PublishedStory is a story that was published.
func PublishedStory(s *data.Story) *Published {
	return &Published{s.Len(), s.Event, s.Corrections()}
}

// Changes compares a story with what was published of it before, in.Before: what readers could
// have seen and linked to, and is another now, needs a correction. A correction is of an
// event, and the story that was published does not have it yet.
func Changes(in Input) []Finding {
	old := in.Before
	c := newChecker(in)
	ch := changes{checker: c, corrected: map[string]bool{}}
	before := map[data.Correction]int{}
	for _, x := range old.Corrections {
		before[x]++
	}
	known := map[string]bool{}
	for i := range old.Len {
		known[old.Event(i).ID] = true
	}
	now := map[string]*event{}
	for n, i := range c.events {
		e := &event{Event: c.list[i], at: c.root().field("events").item(n), n: n}
		now[e.ID] = e
		known[e.ID] = true
	}
	for i, x := range in.Story.Corrections() {
		isOld := before[x] > 0
		if isOld {
			before[x]--
		}
		if !isOld {
			ch.corrected[x.Event] = true
		}
		if x.Event != "" && !known[x.Event] && !isOld {
			c.add(c.root().field("corrections").item(i).field("event"), nil, "no-such-event", "there is no event "+quoted(x.Event)+", and there was none", "write the id of the event that was corrected, or leave event out for the whole story")
		}
	}
	for i := range old.Len {
		was := old.Event(i)
		is, there := now[was.ID]
		if !there {
			ch.say(c.root().field("events"), nil, was.ID, "id-gone", "the event "+quoted(was.Title)+", #"+was.ID+", is gone", "it was taken out")
			continue
		}
		ch.event(is, was)
	}
	Sort(c.found)
	return c.found
}

type changes struct {
	*checker
	// corrected are the events of which there is a new correction; "" is the whole story.
	corrected map[string]bool
}

// say says that something changed: an error, unless it has its correction.
func (ch *changes) say(at place, e *event, id, code, message, what string) {
	switch {
	case ch.corrected[id]:
		ch.add(at, e, "corrected", message+", and has its correction", "")
	case ch.corrected[""]:
		ch.add(at, e, "corrected", message+", and the whole story has a correction", "")
	default:
		ch.add(at, e, code, message, "change it back, or add to corrections: {date: …, event: "+id+", what: "+what+"}")
	}
}

// event compares an event with what it was.
func (ch *changes) event(e *event, was data.Event) {
	if e.Date != was.Date {
		ch.say(e.at.field("date"), e, e.ID, "date-changed", "the date is "+e.Date.String()+"; published was "+was.Date.String(), "the date was "+was.Date.String())
	}
	if is, before := lengthsOf(e.Event), lengthsOf(was); is != before {
		at := e.at.field("duration")
		if at.absent {
			at = e.at.field("phases")
		}
		ch.say(at, e, e.ID, "length-changed", "the length is "+is+"; published was "+before, "the length was "+before)
	}
	now := map[string]int{}
	for k, q := range e.Quotes {
		now[q.ID] = k
	}
	for _, q := range was.Quotes {
		k, there := now[q.ID]
		if !there {
			// It may have another id only.
			if !containsWords(e.Quotes, q) {
				ch.say(e.at.field("quotes"), e, e.ID, "quote-changed", "the quotation "+q.ID+" of "+q.Speaker.Name+" is gone: "+quotedWhole(clipped(q.Words)), "a quotation was taken out")
			}
			continue
		}
		at := e.at.field("quotes").item(k)
		if is := e.Quotes[k]; is.Words != q.Words {
			ch.say(at.field("words"), e, e.ID, "quote-changed", "the quotation is "+quotedWhole(clipped(is.Words))+"; published was "+quotedWhole(clipped(q.Words)), "the quotation was another")
		} else if is.Speaker.Name != q.Speaker.Name {
			ch.say(at.field("speaker"), e, e.ID, "quote-changed", "the speaker is "+is.Speaker.Name+"; published was "+q.Speaker.Name, "the quotation was given to "+q.Speaker.Name)
		}
	}
}

func containsWords(quotes []data.Quote, q data.Quote) bool {
	for _, other := range quotes {
		if other.Words == q.Words && other.Speaker.Name == q.Speaker.Name {
			return true
		}
	}
	return false
}

// lengthsOf are an event's lengths in words of the format.
func lengthsOf(e data.Event) string {
	var all []string
	for _, p := range e.Phases {
		s := p.Length.String()
		if p.Kind != data.Talks {
			s = p.Kind.String() + " " + s
		}
		all = append(all, s)
	}
	if all == nil {
		return "none"
	}
	return strings.Join(all, ", ")
}

func clipped(s string) string {
	const most = 80
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "… (" + strconv.Itoa(len(runes)) + " characters)"
	}
	return s
}
