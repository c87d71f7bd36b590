package markwhen

import (
	"errors"
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/said"
	"barline/importer/shapes/when"
	"barline/importer/shapes/zone"
)

// calendar reads the dates of events, one after the other, since they may be counted
// from those before.
type calendar struct {
	options dates.Options
	log     *said.Log
	last    *stretch
	onDay   bool // last begins on a day that is said
	ids     map[string]*stretch
	zone    *zone.Zone // of times of day that say none, or nil
}

func newCalendar(o dates.Options, log *said.Log) *calendar {
	return &calendar{options: o, log: log, ids: map[string]*stretch{}}
}

// event reads the date of an event in EDTF, and a note of what it says beyond that.
func (c *calendar) event(written, id string, line int) (date, note string, err error) {
	text := written
	recurs := strings.Index(strings.ToLower(" "+text), " every ")
	if recurs >= 0 {
		text = strings.TrimSpace(text[:max(0, recurs-1)])
	}
	from, to, ok := c.ends(text)
	if text == "" {
		err = errors.New("it recurs, and says no day of its own")
	} else if ok {
		date, err = c.resolve(from, to, line)
	} else {
		var read dates.Read
		if read, err = c.written(text); err == nil {
			date, note = read.EDTF, read.Note
			c.log.Read(line, "", written, read)
		} else if _, asks := errors.AsType[*dates.AskError](err); !asks {
			err = errors.New(strconv.Quote(written) + " cannot be read as a date")
		}
	}
	if err != nil {
		c.last = nil // what is counted from this event is not known either
		return "", "", err
	}
	if date, err = c.zoned(date); err != nil {
		return "", "", err
	}
	if recurs >= 0 {
		c.log.Count(draft.Decided, line, "recurring event stands once", "recurring events stand once each", "the first occurrence is in the story; the others are not worked out")
	}
	c.last, c.onDay = stretchOf(date), saysDay(date)
	if id != "" {
		c.ids[id] = c.last
	}
	return date, note, nil
}

// ends reads one date or two with a sign between them.
func (c *calendar) ends(s string) (from point, to *point, ok bool) {
	if from, ok = c.point(s); ok {
		return from, nil, true
	}
	for _, sign := range []string{" to ", " - ", " – ", " — ", " / ", "/", "–", "—", "-"} {
		for at := 0; ; {
			i := strings.Index(s[at:], sign)
			if i < 0 {
				break
			}
			first, second := s[:at+i], s[at+i+len(sign):]
			at += i + len(sign)
			if strings.Contains(sign, "/") && strings.Contains(first+second, "/") {
				continue // 1998-06/01/2000 is a year and a day
			}
			// 300 - 200 BC
			if _, bare := yearOf(strings.TrimSpace(first)); bare {
				if era := strings.ToLower(strings.TrimLeft(second, " 0123456789")); era == "bc" || era == "bce" {
					first += " " + era
				}
			}
			if from, ok = c.point(first); !ok {
				continue
			}
			if end, ok := c.point(second); ok {
				return from, &end, true
			}
		}
	}
	return from, nil, false
}

// resolve makes one date of a beginning and an end.
func (c *calendar) resolve(from point, to *point, line int) (string, error) {
	switch {
	case from.now && to == nil, from.now:
		return "", errors.New("it begins on the day on which the file is read")
	case from.relative != nil && to == nil:
		return c.follows(from.relative, line)
	}
	start := from.edtf
	if from.clock != nil {
		at, err := c.onLastDay(*from.clock)
		if err != nil {
			return "", err
		}
		start = at
	}
	if from.relative != nil {
		base, err := c.base(from.relative)
		if err != nil {
			return "", err
		}
		c.sayCounted(line)
		at := add(base, from.relative.amounts, from.relative.before)
		start = at.Date().String()
		if !at.Midnight() && at.Clock {
			start = at.String()
		}
	}
	if to == nil {
		return start, nil
	}
	end := to.edtf
	switch {
	case to.now:
		end = ".."
	case to.clock != nil:
		d, err := edtf.Parse(start)
		if err != nil || d.Precision() < edtf.Day {
			return "", errors.New("the time of day has no day before it")
		}
		at := *to.clock
		day := dayOf(floorDay(d))
		at.Year, at.Month, at.Day = day.Year, day.Month, day.Day
		end = at.String()
	case to.relative != nil:
		c.sayCounted(line)
		return c.lasting(start, to.relative)
	}
	if strings.Contains(start, "/") { // a week
		start, _, _ = strings.Cut(start, "/")
	}
	if _, last, ok := strings.Cut(end, "/"); ok {
		end = last
	}
	date, err := when.Join(start, end)
	if err != nil {
		return "", errors.New("it ends, " + end + ", before it begins, " + start)
	}
	return date, nil
}

func (c *calendar) sayCounted(line int) {
	c.log.Count(draft.Decided, line, "date is counted from another event or from its own beginning, as markwhen does", "dates are counted from other events or from their own beginnings, as markwhen does", "")
}

func floorDay(d edtf.Date) int64 {
	from, _ := d.Bounds()
	if offset, ok := d.Offset(); ok {
		from += int64(offset) * 60
	}
	return from - ((from%86400)+86400)%86400
}

// onLastDay is a time of day on the day on which the event before began.
func (c *calendar) onLastDay(m when.Moment) (string, error) {
	if c.last == nil {
		return "", errors.New("a time of day has no day before it")
	}
	if !c.onDay {
		return "", errors.New("the event before it, by whose day a time of day counts, says no day")
	}
	m.Year, m.Month, m.Day = c.last.from.Year, c.last.from.Month, c.last.from.Day
	return m.EDTF()
}

// saysDay reports whether a date in EDTF begins on a day, and not in a month or year.
func saysDay(date string) bool {
	first, _, _ := strings.Cut(date, "/")
	d, err := edtf.Parse(first)
	return err == nil && d.Precision() >= edtf.Day
}

// base is the instant that a distance is counted from.
func (c *calendar) base(r *relative) (when.Moment, error) {
	at := c.last
	if r.id != "" {
		found, ok := c.ids[r.id]
		if !ok {
			return when.Moment{}, errors.New("there is no event !" + r.id + " before it")
		}
		at = found
	}
	switch {
	case at == nil:
		return when.Moment{}, errors.New("it is counted from an event whose date is not known")
	case r.start || r.before:
		return at.from, nil
	case at.open:
		return when.Moment{}, errors.New("it is counted from the end of an event that goes on")
	}
	return at.to, nil
}

// follows is the date of an event that begins where another one ended, and lasts so
// long.
func (c *calendar) follows(r *relative, line int) (string, error) {
	base, err := c.base(r)
	if err != nil {
		return "", err
	}
	c.sayCounted(line)
	if len(r.amounts) == 0 {
		return between(base, base, days)
	}
	if r.before {
		return between(add(base, r.amounts, true), base, coarsest(r.amounts))
	}
	return between(base, add(base, r.amounts, false), coarsest(r.amounts))
}

// lasting is the date of an event that begins at start, in EDTF, and lasts so long.
func (c *calendar) lasting(start string, r *relative) (string, error) {
	s := stretchOf(start)
	if s == nil {
		return "", errors.New("nobody can tell when " + start + " begins")
	}
	base := s.from
	if r.id != "" {
		var err error
		if base, err = c.base(r); err != nil {
			return "", err
		}
	}
	end := add(base, r.amounts, r.before)
	whole, err := between(s.from, end, coarsest(r.amounts))
	if err != nil {
		return "", err
	}
	_, last, ok := strings.Cut(whole, "/")
	if !ok {
		last = whole
	}
	// A beginning that is written coarsely stays so.
	if strings.HasPrefix(last, start) && len(last) > len(start) && !strings.Contains(start, "T") {
		return whole, nil
	}
	return when.Join(start, last)
}
