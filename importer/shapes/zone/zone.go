// Package zone says how far the clocks of a time zone are ahead of UTC. Zones are
// found by their names: the IANA's, those of Windows, and those of calendar programs
// that end in one of the IANA's.
package zone

import (
	"strings"
	"time"
	_ "time/tzdata" // the offsets of zones, on systems that have none

	"barline/importer/shapes/when"
)

// Zone is a time zone.
type Zone struct {
	Name string
	// ahead is how many seconds the zone's clocks are ahead of UTC when they show a
	// moment.
	ahead func(when.Moment) int
}

// Of is a zone whose offsets are known otherwise: ahead says how many seconds its
// clocks are ahead of UTC when they show a moment.
func Of(name string, ahead func(when.Moment) int) *Zone { return &Zone{name, ahead} }

// Find returns the zone of a name, or nil if nobody knows it.
func Find(name string) *Zone {
	name = ianaName(strings.TrimSpace(name))
	location, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return nil
	}
	return &Zone{location.String(), func(m when.Moment) int {
		_, seconds := time.Date(int(m.Year), time.Month(max(1, m.Month)), max(1, m.Day), m.Hour, m.Minute, m.Second, 0, location).Zone()
		return seconds
	}}
}

// ianaName is the IANA's name in another: itself, what stands at the end of a path
// such as /freeassociation.sourceforge.net/Europe/Berlin, or what Windows calls it.
func ianaName(name string) string {
	if iana := windowsZone(name); iana != "" {
		return iana
	}
	if strings.HasPrefix(name, "/") {
		parts := strings.Split(name, "/")
		for i := 1; i < len(parts); i++ {
			switch parts[i] {
			case "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Etc":
				return strings.Join(parts[i:], "/")
			}
		}
	}
	return name
}

// On writes the offset of the zone beside a moment that its clocks show. ok is false
// where that is no whole minutes, as before zones were agreed upon: the moment then
// has no zone.
func (z *Zone) On(m when.Moment) (on when.Moment, ok bool) {
	m.Zone, ok = when.Offset(z.ahead(m))
	if !ok {
		m.Zone = ""
	}
	return m, ok
}

// Ahead is how many minutes the zone's clocks are ahead of UTC when they show a time.
// ok is false where that is no whole minutes.
func (z *Zone) Ahead(year, month, day, hour, minute int) (minutes int, ok bool) {
	seconds := z.ahead(when.Moment{Year: int64(year), Month: month, Day: day, Clock: true, Hour: hour, Minute: minute})
	return seconds / 60, seconds%60 == 0
}

// OfUTC is a moment of UTC on the zone's clocks.
func (z *Zone) OfUTC(m when.Moment) when.Moment {
	// The offset is one of those of the days before and after: the one that the clocks
	// then have.
	const day = 86400
	ahead := z.ahead(m.Add(-day))
	if z.ahead(m.Add(int64(ahead))) != ahead {
		ahead = z.ahead(m.Add(day))
	}
	local := m.Add(int64(ahead))
	if offset, ok := when.Offset(ahead); ok {
		local.Zone = offset
	} else {
		local.Zone = ""
	}
	return local
}
