package markwhen

import "strings"

// monthNamed is the month of an English name or its first three letters, or 0.
func monthNamed(s string) int {
	if len(s) < 3 {
		return 0
	}
	for i, name := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if s == name || s == name[:3] || s == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}

func isEra(s string) bool { return s == "bc" || s == "bce" || s == "ad" || s == "ce" }

// unit is a unit of a duration.
type unit uint8

const (
	noUnit unit = iota
	seconds
	minutes
	hours
	days
	weeks
	months
	years
)

func unitOf(s string) unit {
	switch s {
	case "second", "seconds", "sec", "secs":
		return seconds
	case "minute", "minutes", "min", "mins":
		return minutes
	case "hour", "hours", "h":
		return hours
	case "day", "days", "d":
		return days
	case "week", "weeks", "w":
		return weeks
	case "month", "months":
		return months
	case "year", "years", "y":
		return years
	}
	return noUnit
}

// amount is a number of one unit.
type amount struct {
	n    int
	unit unit
}

// amounts reads "18 months", "1 year, 2 days", "3d". ok is false for anything else.
func amounts(s string) (all []amount, ok bool) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '+' || r == '\t' })
	for i := 0; i < len(words); i++ {
		digits := words[i][:len(words[i])-len(strings.TrimLeft(words[i], "0123456789"))]
		name := words[i][len(digits):]
		if name == "" && i+1 < len(words) {
			i++
			name = words[i]
		}
		if digits == "" || len(digits) > 5 || unitOf(name) == noUnit {
			return nil, false
		}
		n := 0
		for _, c := range digits {
			n = n*10 + int(c-'0')
		}
		all = append(all, amount{n, unitOf(name)})
	}
	return all, len(all) > 0
}
