package timelinejs

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/said"
	"barline/importer/shapes/when"
)

// dateOf is the date of an event or an era in EDTF, and the words that TimelineJS
// would show in its place.
func (r *reader) dateOf(v literal.Value) (date, words string, err error) {
	start, end := v.Get("start_date"), v.Get("end_date")
	if !has(start) {
		if has(end) {
			return "", "", errors.New("it has an end_date and no start_date")
		}
		return "", "", errors.New("it has no start_date")
	}
	from, err := r.date(start)
	if err != nil {
		return "", "", err
	}
	words = v.First("display_date").Scalar()
	if words == "" {
		words = start.First("display_date").Scalar()
		if ending := end.First("display_date").Scalar(); words != "" && ending != "" {
			words += " – " + ending
		} else if ending != "" {
			words = from + " – " + ending
		}
	}
	if !has(end) {
		return from, words, nil
	}
	to, err := r.date(end)
	if err != nil {
		return "", "", err
	}
	if date, err = when.Join(from, to); err != nil {
		return "", "", fmt.Errorf("it ends, on %s, before it begins, on %s", to, from)
	}
	return date, words, nil
}

func has(v literal.Value) bool {
	return v.IsScalar() && v.Text != "" || v.Kind == literal.Object && v.First("year", "month", "day", "hour").Kind != literal.Null
}

// date is one date in EDTF. Its parts are numbers or texts of digits.
func (r *reader) date(v literal.Value) (string, error) {
	if v.IsScalar() {
		return r.written(v.Text, int(v.Line))
	}
	text := func(key string) string { return strings.TrimSpace(v.Get(key).Scalar()) }
	m, err := r.parts(v)
	if err != nil {
		// A month by its name, and other parts in words.
		clock := text("hour")
		if minute := text("minute"); clock != "" {
			clock += ":" + fmt.Sprintf("%02s", minute)
		}
		read, err2 := dates.Parts(text("year"), text("month"), text("day"), clock, r.options)
		if _, asks := errors.AsType[*dates.AskError](err2); asks {
			return "", err2
		}
		if err2 != nil {
			return "", err
		}
		r.log.Read(int(v.Line), "start_date", strings.TrimSpace(text("day")+" "+text("month")+" "+text("year")), read)
		return read.EDTF, nil
	}
	return m.EDTF()
}

// parts reads a date of whole numbers.
func (r *reader) parts(v literal.Value) (m when.Moment, err error) {
	number := func(key string, missing int) int {
		text := strings.TrimSpace(v.Get(key).Scalar())
		if text == "" {
			return missing
		}
		f, e := strconv.ParseFloat(text, 64)
		if e != nil || f != float64(int(f)) || f < 0 || f > 60 {
			err = fmt.Errorf("%s is no %s", text, key)
		}
		return int(f)
	}
	if m.Year, err = r.year(strings.TrimSpace(v.Get("year").Scalar()), int(v.Line)); err != nil {
		return m, err
	}
	m.Month, m.Day = number("month", 0), number("day", 0)
	hour, minute, second := number("hour", -1), number("minute", -1), number("second", -1)
	switch {
	case err != nil:
		return m, err
	case m.Month == 0 && m.Day > 0:
		return m, errors.New("it has a day and no month")
	case hour < 0 || r.clocks.empty():
		return m, nil
	case m.Day == 0:
		return m, errors.New("it has an hour and no day")
	}
	m.Clock, m.Hour, m.Minute, m.Second = true, hour, max(0, minute), max(0, second)
	m.Seconds = second > 0
	return m, nil
}

// year reads a year as TimelineJS counts it: negative ones are shown with BCE after
// them, -44 as 44 BCE, and there is no year 0.
func (r *reader) year(text string, line int) (int64, error) {
	if text == "" {
		return 0, errors.New("it has no year")
	}
	y, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		f, e := strconv.ParseFloat(text, 64)
		const most = 1e11
		if e != nil || f != f || f > most || f < -most || f != float64(int64(f)) {
			return 0, fmt.Errorf("%s is no year", strconv.Quote(text))
		}
		y = int64(f)
	}
	switch {
	case y < -9999:
		return y, nil
	case y < 0 && r.options.BC == dates.Astronomical:
		r.log.Count(draft.Decided, line, "negative year is counted as EDTF does", "negative years are counted as EDTF does", "0 is 1 BC")
	case y < 0:
		r.log.Count(draft.Decided, line, "negative year is counted as TimelineJS shows it", "negative years are counted as TimelineJS shows them", "-44 is 44 BC")
		y = when.Historical(y)
	case y == 0:
		r.log.Count(draft.Decided, line, "year 0 is read as 1 BC", "years 0 are read as 1 BC", "historians have no year 0")
	}
	return y, nil
}

// written reads a date that is a text, as older files and other programs have it.
func (r *reader) written(text string, line int) (string, error) {
	if m, ok := when.ISO(text); ok && m.Year > 0 {
		if r.clocks.empty() {
			m = m.Date()
		}
		return m.EDTF()
	}
	if m, ok := commas(text); ok {
		if m.Year < 0 {
			m.Year = when.Historical(m.Year)
		}
		return m.EDTF()
	}
	if y, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64); err == nil && y < 1000 {
		year, _ := r.year(strings.TrimSpace(text), line)
		return when.Moment{Year: year}.EDTF()
	}
	o := r.options
	if o.Order == dates.AnyOrder {
		o.Order = dates.MonthFirst // as TimelineJS reads them
	}
	read, err := dates.Parse(text, o)
	if ask, ok := errors.AsType[*dates.AskError](err); ok {
		return "", ask
	}
	if err != nil {
		return "", fmt.Errorf("%s cannot be read as a date", strconv.Quote(text))
	}
	r.log.Read(line, "start_date", text, read)
	return read.EDTF, nil
}

// commas reads the dates of version 2: 2011,12,10,07,02,10.
func commas(text string) (m when.Moment, ok bool) {
	parts := strings.Split(text, ",")
	if len(parts) > 7 || len(parts) < 2 {
		return m, false
	}
	var values [7]int
	for i, part := range parts {
		part = strings.TrimSpace(part)
		n, err := strconv.Atoi(part)
		if err != nil && part != "" || n < 0 && i > 0 {
			return m, false
		}
		values[i] = n
	}
	m = when.Moment{Year: int64(values[0]), Month: values[1], Day: values[2], Hour: values[3], Minute: values[4], Second: values[5]}
	if m.Month == 0 {
		m.Day = 0
	}
	m.Clock = m.Day > 0 && len(parts) > 3 && (m.Hour|m.Minute|m.Second) != 0
	m.Seconds = m.Second > 0
	return m, true
}

// clocks tells hours that say something from those that programs write into every
// date.
type clocks struct{ hours, zeros int }

// survey counts the dates with hours, and those of them that are midnight.
func (c *clocks) survey(v literal.Value) {
	for _, list := range []string{"events", "eras"} {
		for _, m := range v.Get(list).Members {
			for _, key := range []string{"start_date", "end_date"} {
				if d := m.Value.Get(key); d.First("hour").Kind != literal.Null {
					c.hours++
					if zero(d, "hour") && zero(d, "minute") && zero(d, "second") {
						c.zeros++
					}
				}
			}
		}
	}
}

func zero(v literal.Value, key string) bool { return strings.Trim(v.Get(key).Scalar(), "0 ") == "" }

// empty reports whether every hour is 0: then there are none.
func (c *clocks) empty() bool { return c.zeros == c.hours && c.zeros > 1 }

func (c *clocks) say(log *said.Log) {
	if c.empty() {
		log.Say(draft.Remark{Kind: draft.Decided, Text: "all hours are 0, and the dates are read as days"})
	}
}
