package words

import (
	"strings"

	"barline/data"
)

// What follows is for those who search texts for words of a language.

// MonthNames are the forms of the name of a month, 1 to 12, short ones of three
// letters and more among them.
func (w *Words) MonthNames(month int) []string {
	var names []string
	for _, table := range []*[12]string{&w.months, &w.monthsAlone, &w.monthsShort, &w.monthsShortAlone} {
		name := strings.TrimSuffix(table[month-1], ".")
		if len([]rune(name)) >= 3 || name == w.months[month-1] {
			names = append(names, name)
		}
	}
	return names
}

// Unit is what lengths are counted in.
type Unit uint8

const (
	UnitMinutes Unit = iota
	UnitHours
	UnitDays
	UnitWeeks
)

// UnitNames are the forms of a unit's name.
func (w *Words) UnitNames(u Unit) []string {
	return w.formNames([]*forms{&w.minutes, &w.hours, &w.days, &w.weeks}[u])
}

// MeetingNames are the forms of the word for meetings, and EventNames those for events.
func (w *Words) MeetingNames() []string { return append(w.formNames(&w.meetings), w.UI.Meetings) }

// EventNames is described at [Words.MeetingNames].
func (w *Words) EventNames() []string { return append(w.formNames(&w.events), w.UI.Events) }

// formNames are what stands beside the number in the forms of a word, where that is one
// word.
func (w *Words) formNames(f *forms) []string {
	var names []string
	for _, form := range []string{f.zero, f.one, f.two, f.few, f.many, f.other} {
		name := strings.TrimSpace(strings.ReplaceAll(strings.TrimPrefix(form, "1 "), "{n}", ""))
		if name != "" && !strings.Contains(name, " ") {
			names = append(names, name)
		}
	}
	return names
}

// NumberNames are the words for 0 to 12, in the form that the interface uses.
func (w *Words) NumberNames() []string { return w.numbers[:] }

// Around are the words before and after a length of a certainty; one of them may be
// empty, and both are for a length without one.
func (w *Words) Around(q data.Qualifier) (before, after string) {
	pattern := ""
	switch q {
	case data.Under:
		pattern = w.under
	case data.LessThan:
		pattern = w.lessThan
	case data.Over:
		pattern = w.over
	case data.MoreThan:
		pattern = w.moreThan
	}
	before, after, _ = strings.Cut(pattern, "{length}")
	return strings.TrimSpace(before), strings.TrimSpace(after)
}
