package markwhen

import (
	"barline/data/edtf"
	"barline/importer/shapes/when"
)

// stretch is when an event was: from its first instant to the one after its last.
type stretch struct {
	from, to when.Moment
	open     bool // it goes on
}

// stretchOf is the stretch of a date in EDTF, or nil.
func stretchOf(date string) *stretch {
	d, err := edtf.Parse(date)
	if err != nil {
		return nil
	}
	s := &stretch{}
	begin, _ := d.Start().Bounds()
	instant, finish := d.End().Bounds()
	_, end := d.Ends()
	s.open = end != edtf.Dated
	if d.End().Precision() >= edtf.Minute {
		finish = instant // a time of day is an instant
	}
	s.from, s.to = instantOf(begin, d.Start()), instantOf(finish, d.End())
	return s
}

// instantOf is an instant on the clock of a date.
func instantOf(unix int64, d edtf.Date) when.Moment {
	zone := ""
	if offset, ok := d.Offset(); ok {
		unix += int64(offset) * 60
		zone = "Z"
		if offset != 0 {
			zone, _ = when.Offset(offset * 60)
		}
	}
	m := when.Moment{Year: 1970, Month: 1, Day: 1, Clock: true}.Add(unix)
	m.Zone = zone
	return m
}

// add is an instant some amounts later, or earlier.
func add(m when.Moment, all []amount, before bool) when.Moment {
	for _, a := range all {
		n := a.n
		if before {
			n = -n
		}
		switch a.unit {
		case years:
			m = m.AddMonths(12 * n)
		case months:
			m = m.AddMonths(n)
		case weeks:
			m = m.Add(int64(n) * 7 * 86400)
		case days:
			m = m.Add(int64(n) * 86400)
		case hours:
			m = m.Add(int64(n) * 3600)
		case minutes:
			m = m.Add(int64(n) * 60)
		case seconds:
			m = m.Add(int64(n))
		}
	}
	return m
}

func coarsest(all []amount) unit {
	finest := years
	for _, a := range all {
		finest = min(finest, a.unit)
	}
	return finest
}

// between writes the stretch from an instant to another, which it does not include,
// as coarsely as the unit it was counted in and the instants allow.
func between(from, to when.Moment, counted unit) (string, error) {
	switch {
	case from == to:
		if from.Midnight() {
			return from.Date().EDTF()
		}
		return from.EDTF()
	case counted == years && from.Midnight() && to.Midnight() && from.Month == 1 && from.Day == 1 && to.Month == 1 && to.Day == 1:
		return when.Join(when.Moment{Year: from.Year}.String(), when.Moment{Year: to.Year - 1}.String())
	case counted >= months && from.Midnight() && to.Midnight() && from.Day == 1 && to.Day == 1:
		last := to.AddMonths(-1)
		return when.Join(when.Moment{Year: from.Year, Month: from.Month}.String(), when.Moment{Year: last.Year, Month: last.Month}.String())
	case from.Midnight() && to.Midnight():
		return when.Join(from.Date().String(), to.Add(-86400).Date().String())
	}
	return when.Join(from.String(), to.String())
}
