package data

import (
	"strconv"
	"strings"

	"barline/data/edtf"
)

// dateID is a date in the letters that ids have: 1914-1918 for 1914/1918,
// bc-44-03-15 for -0043-03-15, 2019-open for 2019/... Qualifiers and time zones
// are left out.
func dateID(d edtf.Date) string {
	if !d.IsSet() {
		return intervalID(d)
	}
	var members []string
	for _, m := range d.Members() {
		members = append(members, intervalID(m))
	}
	return strings.Join(members, "-or-")
}

func intervalID(d edtf.Date) string {
	if !d.IsInterval() {
		return pointID(d.String())
	}
	first, last, _ := strings.Cut(d.String(), "/")
	return endID(first) + "-" + endID(last)
}

func endID(s string) string {
	switch s {
	case "":
		return "unknown"
	case "..":
		return "open"
	}
	return pointID(s)
}

// pointID is one date of an id, from its EDTF.
func pointID(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '?' || r == '~' || r == '%' {
			return -1
		}
		return r
	}, s)
	long, isLong := strings.CutPrefix(s, "Y")
	if before, ok := strings.CutPrefix(long, "-"); ok {
		year, rest, _ := strings.Cut(before, "-")
		if n, err := strconv.ParseInt(year, 10, 64); err == nil {
			year = strconv.FormatInt(n+1, 10)
		}
		s = "bc-" + year
		if rest != "" {
			s += "-" + rest
		}
	} else if isLong {
		s = "y" + long
	}
	if day, clock, ok := strings.Cut(s, "T"); ok {
		clock = clock[:len(clock)-len(strings.TrimLeft(clock, "0123456789:"))]
		s = day + "-" + clock
	}
	return strings.ToLower(strings.ReplaceAll(s, ":", "-"))
}
