package data

import (
	"math"
	"slices"
	"strconv"

	"barline/data/edtf"
	"barline/data/tree"
)

// Annotation is a word or a sentence of the story's in its figure: at a date or a
// stretch of the calendar, or at a length on the axis of lengths.
type Annotation struct {
	Text string
	// Date is zero for one at a length, which is then Length, exact and more than 0.
	Date   edtf.Date
	Length Duration
	// Zone is that of the date's times of day, where they do not say one.
	Zone   Zone
	Source *Source // nil: none is named
}

// AtLength reports whether it is a reference line on the axis of lengths.
func (a Annotation) AtLength() bool { return a.Date.IsZero() }

// Limits of annotations: more, or longer ones, would be read instead of the figure.
const (
	maxAnnotations = 40
	maxAnnotation  = 140 // characters
)

// How far annotations may lead beyond the events: their figure must stay large enough
// to be read.
const (
	// besideShare is how much longer the calendar may become at either end, as a share
	// of the events' stretch.
	besideShare = 0.5
	// timesLongest is how long a reference line may be, as a multiple of the longest
	// length of the story.
	timesLongest = 2
)

// Annotations are those of the story, in the file's order.
func (s *Story) Annotations() []Annotation {
	all := slices.Clone(s.annotations)
	for i := range all {
		all[i].Source = clonePtr(all[i].Source)
	}
	return all
}

// WithAnnotations widens a stretch of the calendar, in seconds since 1970, that holds all
// events, so that it holds the annotations beside it, too: those that lie before or after
// all of it, at most half of it at either end.
func (s *Story) WithAnnotations(from, to float64) (float64, float64) {
	first, last := from, to
	room := besideShare * (last - first)
	for i := range s.annotations {
		a := &s.annotations[i]
		if a.AtLength() {
			continue
		}
		switch begin, end := besideOf(a.Date); {
		case end <= first:
			from = min(from, max(begin, first-room))
		case begin >= last:
			to = max(to, min(end, last+room))
		}
	}
	return from, to
}

// besideOf are the bounds of an annotation's date; an end that is open, or not known, is
// beyond all others.
func besideOf(d edtf.Date) (from, to float64) {
	a, b := d.Bounds()
	from, to = float64(a), float64(b)
	start, end := d.Ends()
	if start != edtf.Dated {
		from = math.Inf(-1)
	}
	if end != edtf.Dated {
		to = math.Inf(1)
	}
	return from, to
}

// decodeAnnotations reads the list. Whether they lie near the events is seen when these
// are known, by checkAnnotations.
func (d *decoder) decodeAnnotations(o object) {
	for i, n := range d.list(o, "annotations", false) {
		if i == maxAnnotations {
			d.faults.add(n, "more than "+strconv.Itoa(maxAnnotations)+" annotations", "keep those that readers need; what happened is an event")
			return
		}
		d.decodeAnnotation(n)
	}
}

func (d *decoder) decodeAnnotation(n *tree.Node) {
	o, ok := d.object(n, annotationFields()...)
	if !ok {
		return
	}
	a := Annotation{Text: d.required(o, "text", maxAnnotation)}
	date, length := o.get("date"), o.get("length")
	switch {
	case date != nil && length != nil:
		d.faults.add(length, "both a date and a length", "keep one; a second annotation may have the other")
	case date != nil:
		a.Date = d.date(date)
		if a.Zone = d.story.zone; a.Zone != (Zone{}) {
			a.Date = a.Date.Local(a.Zone.OffsetMinutes)
		}
		if from, to := a.Date.Bounds(); to <= from && !a.Date.IsZero() {
			d.faults.add(date, "on the clocks of the story's zone the interval ends before it starts", "write the zone of both ends")
		}
	case length != nil:
		a.Length = d.duration(length)
		if a.Length.Qualifier != Exact {
			d.faults.add(length, "a line at a length that is not exact", "write a length, such as PT8H, and in words what is uncertain")
		}
	default:
		d.faults.addField(n, "date", "missing", "write the date that the text stands at, such as 2025-03, or a length, such as PT8H")
	}
	if source := o.get("source"); source != nil && source.Text != NoSource {
		if i, ok := d.refer(&d.sources, source); ok {
			a.Source = &d.story.sources[i]
		}
	}
	d.story.annotations = append(d.story.annotations, a)
	d.annotated = append(d.annotated, n)
}
