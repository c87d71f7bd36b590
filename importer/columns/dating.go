package columns

import (
	"slices"
	"strings"
)

// dating puts the columns of dates together: what belongs to one way of telling the
// date has the same key, the rest of the columns' names.
func (f *finder) dating() {
	parts := f.partGroups()
	whole := f.wholeDates()
	f.m.Dates = whole
	slices.SortStableFunc(parts, func(a, b Dating) int { return b.count() - a.count() })
	f.m.Dates = append(f.m.Dates, parts...)
	if len(f.m.Dates) == 0 {
		// Times alone: the day of all of them is asked for.
		if i := f.m.First(Clock); i >= 0 {
			d := noDating()
			d.Start = i
			if end := f.m.First(EndClock); end >= 0 {
				d.End = end
			}
			f.m.Dates = []Dating{d}
			return
		}
		return
	}
	d := &f.m.Dates[0]
	d.Display = f.m.First(Display)
	if d.End < 0 && d.EndYear < 0 {
		d.End = f.partner(End, f.stats[max(d.Start, d.Year)].key)
	}
	f.clocks()
	f.dropUnused()
}

// count is how many parts a date has.
func (d Dating) count() int {
	n := 0
	for _, i := range []int{d.Year, d.Month, d.Day, d.Clock} {
		if i >= 0 {
			n++
		}
	}
	return n
}

// wholeDates are the columns of whole dates: the best of those for beginnings, and
// its end.
func (f *finder) wholeDates() []Dating {
	starts := f.m.Of(Start)
	if len(starts) == 0 {
		return nil
	}
	slices.SortStableFunc(starts, func(a, b int) int {
		if sa, sb := f.stats[a].said, f.stats[b].said; sa != sb {
			if sa {
				return -1
			}
			return 1
		}
		return f.stats[b].strength - f.stats[a].strength
	})
	d := noDating()
	d.Start = starts[0]
	for _, other := range starts[1:] {
		f.throw(other, "another column has the dates")
	}
	d.End = f.partner(End, f.stats[d.Start].key)
	for _, end := range f.m.Of(End) {
		if end != d.End {
			f.throw(end, "another column has the ends")
		}
	}
	return []Dating{d}
}

// partner is the column of a field with this key, else the best one, or -1.
func (f *finder) partner(field Field, key string) int {
	best := -1
	for _, i := range f.m.Of(field) {
		if f.stats[i].said || f.stats[i].key == key {
			return i
		}
		if f.stats[i].bare && f.stats[i].key != "" && !slices.ContainsFunc(strings.Fields(f.stats[i].key), isEvent) {
			continue // the end of something else: embargo until
		}
		if best < 0 || f.stats[i].strength > f.stats[best].strength {
			best = i
		}
	}
	return best
}

// partGroups are the dates that stand in parts, by what they are the dates of.
func (f *finder) partGroups() []Dating {
	var keys []string
	groups := map[string]*Dating{}
	for i, field := range f.m.Fields {
		if field != Year {
			continue
		}
		key := f.stats[i].key
		if groups[key] != nil {
			f.throw(i, "another column has the years")
			continue
		}
		d := noDating()
		d.Year = i
		d.BC = key == "bc" || key == "bce" || key == "v chr" || key == "a c" || key == "av j c" || key == "до н э"
		groups[key] = &d
		keys = append(keys, key)
	}
	for i, field := range f.m.Fields {
		if field < Month || field > EndDay || field == Clock || field == EndClock {
			continue
		}
		d := groups[f.stats[i].key]
		if d == nil && len(keys) == 1 {
			d = groups[keys[0]]
		}
		if d == nil {
			f.throw(i, "no column has the years that belong to it")
			continue
		}
		at := d.part(field)
		if *at >= 0 {
			f.throw(i, "another column is the "+field.String())
			continue
		}
		*at = i
	}
	var all []Dating
	for _, key := range keys {
		all = append(all, *groups[key])
	}
	return all
}

func (d *Dating) part(field Field) *int {
	switch field {
	case Month:
		return &d.Month
	case Day:
		return &d.Day
	case EndYear:
		return &d.EndYear
	case EndMonth:
		return &d.EndMonth
	case EndDay:
		return &d.EndDay
	case EndClock:
		return &d.EndClock
	}
	return &d.Clock
}

// clocks gives the columns of times of day to the dates that they stand beside.
func (f *finder) clocks() {
	for _, field := range []Field{Clock, EndClock} {
		for n, i := range f.m.Of(field) {
			if n > 0 {
				f.throw(i, "another column is the "+field.String())
				continue
			}
			for k := range f.m.Dates {
				if d := &f.m.Dates[k]; d.Whole() || d.Day >= 0 {
					*d.part(field) = i
				}
			}
		}
	}
}

// dropUnused takes the meaning from columns that no date uses.
func (f *finder) dropUnused() {
	used := map[int]bool{}
	for _, d := range f.m.Dates {
		for _, i := range []int{d.Start, d.End, d.Display, d.Year, d.Month, d.Day, d.Clock, d.EndYear, d.EndMonth, d.EndDay, d.EndClock} {
			used[i] = true
		}
	}
	for i, field := range f.m.Fields {
		if field >= Start && field <= EndClock && !used[i] {
			f.throw(i, "it belongs to no date")
		}
	}
}

// dateByNameAlone takes a column that is named as dates are for them, though none or
// few of its cells can be read, where nothing else tells the date: what is wrong is
// its cells then.
func (f *finder) dateByNameAlone() {
	i := f.namedDate()
	if i < 0 {
		return
	}
	d := noDating()
	if len(f.m.Dates) > 0 {
		if d = f.m.Dates[0]; d.Start < 0 || f.m.Fields[d.Start] != Clock {
			f.thrown[i] = "named as dates are, but other columns hold dates that can be read"
			return
		}
		d.Clock, d.Start, d.End = d.Start, -1, -1 // times alone
	}
	f.give(i, Start)
	d.Start = i
	d.End = f.partner(End, f.stats[i].key)
	f.m.Dates = []Dating{d}
}

// namedDate is the column whose name says most surely that it holds dates, of those
// of which too few can be read, or -1.
func (f *finder) namedDate() int {
	best := candidate{-1, 0}
	for _, c := range f.undated {
		if c.score > best.score && f.m.Fields[c.column] == None {
			best = c
		}
	}
	return best.column
}

func (f *finder) throw(i int, why string) {
	f.m.Fields[i], f.m.How[i] = None, ""
	f.thrown[i] = why
}

// explain says of every column without a meaning why it has none.
func (f *finder) explain() {
	for i := range f.m.Fields {
		if f.m.Fields[i] != None || f.m.How[i] != "" {
			continue
		}
		switch s := &f.stats[i]; {
		case s.filled == 0:
			f.m.How[i] = "empty"
		case f.thrown[i] != "":
			f.m.How[i] = f.thrown[i]
		case f.sheet.Columns[i] == "" && s.whole == s.filled:
			f.m.How[i] = "numbers without a name"
		case s.share(s.dates) > 0.6 && s.whole*2 < s.filled && len(f.m.Dates) > 0:
			f.m.How[i] = "dates, but other columns tell the date"
		case s.ignored:
			f.m.How[i] = "nothing for readers"
		case s.aside:
			f.m.How[i] = "about the record, not about what happened"
		default:
			f.m.How[i] = "not known by its name"
		}
	}
}
