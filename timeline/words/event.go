package words

import (
	"barline/data"
	"barline/data/edtf"
)

// Event says an event in one line for a screen reader: its title, its date
// and its length, each with its certainty.
func (w *Words) Event(e data.Event) string {
	s := e.Title + w.comma + w.DateTime(e.Date, e.Zone.Name, Full)
	meeting := e.Kind.ID == data.MeetingID
	if meeting && coarse(e.Date) {
		s += " (" + w.UI.NoDay + ")"
	}
	switch {
	case e.DateBasis == data.Outside:
		s += " (" + w.UI.OutsideBasis + ")"
	case e.DateBasis == data.Reportedly:
		s += " (" + w.UI.Hearsay + ")"
	}
	wait, waited := e.Waiting()
	if waited {
		s += w.comma + w.Phase(wait)
	}
	switch talks, ok := e.Talks(); {
	case ok && waited && meeting:
		s += w.semicolon + Fill(w.UI.TalksThen, "length", w.Phase(talks))
	case ok && waited:
		s += w.semicolon + w.Phase(talks)
	case ok:
		s += w.comma + w.Phase(talks)
	}
	return s
}

// DayMissing reports whether an event's date leaves out the day on which readers
// expect it to have been: that of a meeting which says a month or a year.
func DayMissing(e data.Event) bool { return e.Kind.ID == data.MeetingID && coarse(e.Date) }

// coarse reports whether a date is a month or a year.
func coarse(d edtf.Date) bool {
	if d.IsInterval() || d.IsSet() || d.IsZero() {
		return false
	}
	c := read(d).class
	return c == ofMonth || c == ofYear
}

// Phase says one phase with its certainty, basis and note: "reportedly kept
// waiting 8 hours"; "length unknown, rumoured to be brief".
func (w *Words) Phase(p data.Phase) string {
	length := w.Length(p.Length)
	s := length
	switch {
	case p.Kind == data.Waiting && !p.Length.Known():
		s = w.Clauses(w.UI.KeptWaiting, length)
	case p.Kind == data.Waiting && p.Basis == data.Reportedly:
		s = Fill(w.UI.WaitedHearsay, "length", length)
	case p.Kind == data.Waiting:
		s = Fill(w.UI.Waited, "length", length)
	case p.Basis == data.Reportedly && p.Length.Known():
		s = Fill(w.hearsayLength, "length", length)
	}
	if p.Basis == data.Outside {
		s += " (" + w.UI.OutsideBasis + ")"
	}
	if p.Note != "" {
		s += w.comma + p.Note
	}
	return s
}

// LengthLine says how long an event took, after what that is: "Talks: 3 hours",
// "Length: 17 days"; "length unknown".
func (w *Words) LengthLine(e data.Event) string {
	p, ok := e.Talks()
	switch {
	case !ok:
		return ""
	case e.Kind.ID == data.MeetingID:
		return Fill(w.UI.TalksLength, "length", w.Phase(p))
	case p.Length.Known():
		return Fill(w.UI.LengthLine, "length", w.Phase(p))
	}
	return w.Phase(p)
}

// KindName is what readers call an event of a kind, and KindPlural several.
func (w *Words) KindName(k data.Kind) string {
	switch {
	case k.Name != "":
		return k.Name
	case k.ID == data.MeetingID:
		return w.UI.KindMeeting
	}
	return w.UI.TableEvent
}

// KindPlural is described at [Words.KindName].
func (w *Words) KindPlural(k data.Kind) string {
	switch {
	case k.Plural != "":
		return k.Plural
	case k.Name != "":
		return k.Name
	case k.ID == data.MeetingID:
		return w.UI.Meetings
	case k.ID == data.ContextID:
		return w.UI.OtherEvents
	}
	return w.UI.Events
}
