package markwhen

import (
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/importer/shapes/when"
	"barline/importer/shapes/zone"
)

// zoned writes the offset of the file's zone beside times of day that have none.
func (c *calendar) zoned(date string) (string, error) {
	if c.zone == nil || !strings.Contains(date, "T") {
		return date, nil
	}
	ends := strings.Split(date, "/")
	for i, end := range ends {
		if m, ok := when.ISO(end); ok && m.Clock && m.Zone == "" {
			m, _ = c.zone.On(m)
			ends[i] = m.String()
		}
	}
	date = strings.Join(ends, "/")
	_, err := edtf.Parse(date)
	return date, err
}

// zoneOf is the zone of a header: a name, or hours ahead of UTC, such as -5 and
// +05:30.
func zoneOf(s string) *zone.Zone {
	digits := strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(s)), "UTC"), "GMT")
	sign := 1
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = -1, rest
	} else {
		digits = strings.TrimPrefix(digits, "+")
	}
	hours, minutes, colon := strings.Cut(digits, ":")
	if !colon {
		minutes = "0"
	}
	h, err1 := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(minutes)
	if err1 == nil && err2 == nil && h >= 0 && h <= 14 && m >= 0 && m < 60 {
		return zone.Of(s, func(when.Moment) int { return sign * (h*3600 + m*60) })
	}
	return zone.Find(s)
}
