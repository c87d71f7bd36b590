package data

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data/tree"
)

// Head is a story without its events, which come one at a time: of many events
// no tree is made that holds all of them.
type Head struct{ decoder decoder }

// DecodeHead reads a story without the field events. Its errors are [Problems].
func DecodeHead(root *tree.Node) (*Head, error) {
	d := newDecoder()
	if o, ok := d.object(root, headFields()...); ok {
		d.decodeHead(o)
	}
	if err := d.faults.problems(root); err != nil {
		return nil, err
	}
	return &Head{d}, nil
}

// HeadOf returns a decoded story without its events.
func HeadOf(s *Story) *Head {
	d := newDecoder()
	d.story = *s
	d.story.events, d.story.order, d.story.kept = nil, nil, kept{}
	somewhere := &tree.Node{}
	add := func(x *index, id string, at int) {
		x.entries[id] = entry{at, somewhere}
		x.ids = append(x.ids, id)
	}
	for i, p := range s.people {
		add(&d.people, p.ID, i)
	}
	for i, p := range s.places {
		add(&d.places, p.ID, i)
	}
	for i, x := range s.sources {
		add(&d.sources, x.ID, i)
	}
	for i, k := range s.kinds {
		add(&d.kinds, k.ID, i)
	}
	return &Head{d}
}

// Story returns the story without events.
func (h *Head) Story() *Story { return &h.decoder.story }

// Event reads one event, as it stands in a story's list. It knows of no other,
// so that two of one id are not its matter. Its errors are [Problems].
func (h *Head) Event(n *tree.Node) (Event, error) {
	d := h.decoder
	d.events, d.quotes, d.numbers = newIndex("event"), newIndex("quotation"), map[string]int{}
	d.decodeEvent(n)
	d.nameEvents()
	if err := d.faults.problems(n); err != nil {
		return Event{}, err
	}
	return d.story.events[0].clone(), nil
}

// With returns the story with all of these events, about so many. It keeps none
// of the nodes but those of ids. Its errors are [Problems], as those of
// [DecodeTree] are.
func (h *Head) With(about int, events iter.Seq[*tree.Node]) (*Story, error) {
	d := h.decoder
	d.events, d.quotes, d.numbers = newIndex("event"), newIndex("quotation"), map[string]int{}
	d.events.entries = make(map[string]entry, about) // which grows slowly to a million
	d.story.events = make([]Event, 0, about)
	i := 0
	for n := range events {
		before := len(d.faults.found)
		d.decodeEvent(n)
		if len(d.faults.found) > before {
			d.faults.locate(n, "events["+strconv.Itoa(i)+"]")
		}
		if d.faults.dropped {
			break
		}
		i++
	}
	d.nameEvents()
	d.checkAnnotations()
	if err := d.faults.list(); err != nil {
		return nil, err
	}
	d.story.sort()
	return &d.story, nil
}

// IsID reports whether a text may be an id.
func IsID(s string) bool { return isID(s) && len(s) <= maxID }

// IsWebAddress reports whether a text may stand as the address of a source or a link.
func IsWebAddress(s string) bool { return isWebAddress(s) }

// IsOffset reports whether a text may stand as what a zone's clocks are ahead of UTC.
func IsOffset(s string) bool {
	_, ok := parseOffset(s)
	return ok
}

// LabelFault finds what keeps a text from being the title or the lane of an
// event. It is for texts that come through no tree.
func LabelFault(s string) (what, fix string, bad bool) {
	switch {
	case !utf8.ValidString(s):
		return "text that is not UTF-8", "write it as UTF-8", true
	case strings.TrimSpace(s) != s:
		return "space around a text", "remove it", true
	case utf8.RuneCountInString(s) > MaxTitle:
		return strconv.Itoa(utf8.RuneCountInString(s)) + " characters", "shorten it to at most " + strconv.Itoa(MaxTitle), true
	}
	return plainTextFault(s)
}
