package visitems

import (
	"errors"
	"strconv"
	"strings"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/when"
)

// midnights gathers times in UTC that may be midnights elsewhere: browsers write the
// days of those who live east of Greenwich as evenings of the day before.
type midnights struct {
	times int
	hours [24]bool
	other bool // a time that cannot be one
	first literal.Value
}

func (m *midnights) add(at when.Moment, v literal.Value) {
	if m.times++; m.times == 1 {
		m.first = v
	}
	m.hours[at.Hour] = true
	m.other = m.other || at.Zone != "Z" || at.Minute != 0 || at.Second != 0
}

// likely reports whether all times are of one hour of the evening, or of two that
// follow one another, as summer and winter make of midnight.
func (m *midnights) likely() bool {
	const enough = 3
	if m.other || m.times < enough {
		return false
	}
	first, n := -1, 0
	for hour, seen := range m.hours {
		if seen {
			n++
			if first < 0 {
				first = hour
			}
		}
	}
	evening := first >= 20 && first < 24
	morning := first >= 3 && first <= 9 // west of Greenwich
	return n == 1 && evening || n == 2 && m.hours[(first+1)%24] && (evening || morning)
}

// onClocks puts a time in UTC on the clocks of the zone that the user said.
func (r *reader) onClocks(m when.Moment) when.Moment {
	if r.options.OffsetAt == nil || m.Zone != "Z" {
		return m
	}
	local := m
	for range 2 { // the offset is that of the time that the clocks show
		minutes, ok := r.options.OffsetAt(int(local.Year), local.Month, local.Day, local.Hour, local.Minute)
		if !ok {
			return m
		}
		local = m.Add(int64(minutes) * 60)
		local.Zone, _ = when.Offset(minutes * 60)
	}
	return local
}

// survey looks at all starts and ends: whether times of day say anything, and
// whether numbers are years.
func (r *reader) survey(items []literal.Member) {
	clocks, zeros, numbers, years := 0, 0, 0, 0
	var evenings midnights
	for _, m := range items {
		for _, key := range []string{"start", "end"} {
			v := m.Value.Get(key)
			if v.Kind == literal.Number {
				numbers++
				if n, err := strconv.Atoi(v.Text); err == nil && n > 0 && n < 3000 {
					years++
				}
			}
			if at, ok := instant(v); ok && at.Clock {
				clocks++
				if r.onClocks(at).Midnight() {
					zeros++
				}
				evenings.add(at, v)
			}
		}
	}
	r.years = numbers > 0 && years == numbers
	if r.days = clocks > 0 && zeros == clocks && !r.years; r.days {
		r.log.Say(draft.Remark{Kind: draft.Decided, Column: "start", Text: "all times of day are midnight, and the dates are read as days"})
	}
	if !r.days && !r.years && r.options.OffsetAt == nil && evenings.likely() {
		r.log.Ask(draft.Question{Option: "zone", Column: "start", Example: evenings.first.Text}.Asked("zone"), int(evenings.first.Line))
	}
	if r.years {
		r.log.Say(draft.Remark{Kind: draft.Decided, Column: "start", Text: "all numbers are below 3000, and are read as years, not as milliseconds since 1970"})
	}
}

// instant reads what JavaScript reads in one way everywhere: a number of
// milliseconds, /Date(…)/, or ISO 8601.
func instant(v literal.Value) (when.Moment, bool) {
	text := strings.TrimSpace(v.Text)
	if v.Kind == literal.String {
		inner, ok := strings.CutPrefix(text, "/Date(")
		inner, closed := strings.CutSuffix(inner, ")/")
		if !ok || !closed {
			if len(text) > 10 && strings.Trim(text, "0123456789") == "" {
				return millis(text)
			}
			return when.ISO(text)
		}
		if i := strings.LastIndexAny(inner, "+-"); i > 0 {
			inner = inner[:i] // the zone of who wrote it; the number is in UTC
		}
		text = inner
	}
	return millis(text)
}

func millis(text string) (when.Moment, bool) {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return when.Moment{}, false
	}
	return when.Millis(f)
}

// date is a start or an end in EDTF. Years count as ISO 8601 and JavaScript do.
func (r *reader) date(v literal.Value) (date, note string, err error) {
	if r.years && v.Kind == literal.Number {
		year, _ := strconv.ParseInt(v.Text, 10, 64)
		date, err = when.Moment{Year: year}.EDTF()
		return date, "", err
	}
	if m, ok := instant(v); ok {
		if m.Year <= 0 {
			r.log.Count(draft.Decided, int(v.Line), "year before Christ is counted as JavaScript and ISO 8601 do", "years before Christ are counted as JavaScript and ISO 8601 do", "-0400 is 401 BC")
		}
		if m.Clock {
			m = r.onClocks(m)
		}
		if r.days && m.Clock {
			m = m.Date()
		}
		date, err = m.EDTF()
		return date, "", err
	}
	o := r.options
	if o.Order == dates.AnyOrder {
		o.Order = dates.MonthFirst // as JavaScript reads them
	}
	read, err := dates.Parse(v.Text, o)
	if _, ok := errors.AsType[*dates.AskError](err); ok {
		return "", "", err
	}
	if err != nil {
		return "", "", errors.New(strconv.Quote(v.Text) + " cannot be read as a date")
	}
	r.log.Read(int(v.Line), "start", v.Text, read)
	return read.EDTF, read.Note, nil
}
