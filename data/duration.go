package data

import (
	"errors"
	"strconv"
	"strings"
)

// Qualifier says how a length is to be understood.
type Qualifier uint8

const (
	// Exact: as long as it says, as far as the source goes.
	Exact Qualifier = iota
	// About: somewhere around it.
	About
	// Under: just under it.
	Under
	// AtMost and LessThan are upper bounds that claim no nearness.
	AtMost
	LessThan
	// Over: somewhat over it.
	Over
	// AtLeast and MoreThan are lower bounds that claim no nearness.
	AtLeast
	MoreThan
	// Unknown: no length is given; Seconds is 0.
	Unknown
)

// String returns the qualifier as a word, such as exact, under or at-most.
func (q Qualifier) String() string {
	return [...]string{"exact", "about", "under", "at-most", "less-than", "over", "at-least", "more-than", "unknown"}[q]
}

// mark returns the qualifier's sign before a length.
func (q Qualifier) mark() string {
	return [...]string{"", "~", "<", "<=", "<<", ">", ">=", ">>", ""}[q]
}

// IsUpper reports whether the length is an upper bound.
func (q Qualifier) IsUpper() bool { return q >= Under && q <= LessThan }

// IsLower reports whether the length is a lower bound.
func (q Qualifier) IsLower() bool { return q >= Over && q <= MoreThan }

// Duration is a length of time with its certainty.
type Duration struct {
	Seconds   int64 // never negative
	Qualifier Qualifier
}

// Known reports whether the duration has a length at all.
func (d Duration) Known() bool { return d.Qualifier != Unknown }

// Hours returns the length in hours, 0 if unknown.
func (d Duration) Hours() float64 { return float64(d.Seconds) / 3600 }

// String returns the duration as story files spell it, in the largest units
// that fit: "PT3H30M", "~P1DT2H", "<PT3H", "unknown". A duration that came
// from ParseDuration reads back equal.
func (d Duration) String() string {
	if d.Qualifier == Unknown {
		return "unknown"
	}
	b := append([]byte(d.Qualifier.mark()), 'P')
	rest := d.Seconds
	for _, u := range units() {
		if u.letter == 'W' {
			continue // weeks combine with nothing else
		}
		if u.letter == 'H' && (rest > 0 || d.Seconds == 0) {
			b = append(b, 'T')
		}
		if n := rest / u.seconds; n > 0 || u.letter == 'S' && d.Seconds == 0 {
			b = strconv.AppendInt(b, n, 10)
			b = append(b, u.letter)
			rest -= n * u.seconds
		}
	}
	return string(b)
}

// unit is a component of an ISO 8601 duration that has a fixed length.
type unit struct {
	letter  byte
	seconds int64
}

// units stand in the order in which a duration names them.
func units() [5]unit {
	return [...]unit{{'W', 7 * 86400}, {'D', 86400}, {'H', 3600}, {'M', 60}, {'S', 1}}
}

// Ten thousand years: longer than any story, and far from overflow.
const maxSeconds = 10_000 * 366 * 86400

// More decimals than these change no whole second.
const maxDecimals = 9

const (
	durationExample = "write PT3H30M for three and a half hours, or unknown"
	unknownFix      = "write unknown, or leave the length out"
)

// ParseDuration reads an ISO 8601 duration of weeks, or of days, hours,
// minutes and seconds ("PT3H30M", "P1DT2H", "P2W"), its last component with
// decimals if need be ("PT1.5H", rounded to the second), after a qualifier if
// there is one: ~ about, < just under, <= at most, << less than, > over, >= at
// least, >> more than. The word unknown stands for no length. Errors are of type
// [*ValueError].
func ParseDuration(s string) (Duration, error) {
	d, err := parseDuration(s)
	if err != nil {
		if meant := meantDuration(s); meant != "" {
			return Duration{}, invalid(s, "not an ISO 8601 duration", "write "+meant)
		}
		if e, ok := errors.AsType[*ValueError](err); ok {
			fix, _, _ := strings.Cut(strings.TrimPrefix(e.Fix, "write "), " ")
			if _, err := parseDuration(strings.TrimRight(fix, ",;:")); err != nil {
				return Duration{}, invalid(s, e.What, durationExample)
			}
		}
		return Duration{}, err
	}
	return d, nil
}

func parseDuration(s string) (Duration, error) {
	if s == "unknown" {
		return Duration{Qualifier: Unknown}, nil
	}
	d := Duration{}
	rest := s
	// The longer marks come after those that they begin with.
	for q := About; q < Unknown; q++ {
		if after, ok := strings.CutPrefix(s, q.mark()); ok {
			d.Qualifier, rest = q, after
		}
	}
	if err := refuseDuration(s, rest); err != nil {
		return Duration{}, err
	}
	seconds, err := sumComponents(s, rest[1:])
	if err != nil {
		return Duration{}, err
	}
	if seconds == 0 {
		return Duration{}, invalid(s, "a length of zero", unknownFix)
	}
	d.Seconds = seconds
	return d, nil
}

// refuseDuration names what the whole text shows to be wrong; rest is s
// without its qualifier.
func refuseDuration(s, rest string) error {
	upper := strings.ToUpper(rest)
	switch {
	case s == "":
		return invalid(s, "no duration", durationExample)
	case rest == "unknown":
		return invalid(s, "a qualifier before unknown", "write unknown alone")
	case strings.ContainsAny(s, " \t\r\n"):
		return invalid(s, "space in a duration", durationExample)
	case strings.HasPrefix(rest, "-") || strings.HasPrefix(upper, "P") && strings.Contains(rest, "-"):
		return invalid(s, "a negative length", "write "+strings.ReplaceAll(s, "-", "")+" without the minus")
	case rest == "P" || rest == "PT":
		return invalid(s, "a duration without a length", unknownFix)
	case rest == "" || upper[0] != 'P':
		return invalid(s, "not a duration", durationExample)
	case rest != upper:
		return invalid(s, "small letters in a duration", "write "+s[:len(s)-len(rest)]+upper)
	}
	return nil
}

// sumComponents adds up what follows the P, in seconds.
func sumComponents(s, body string) (int64, error) {
	date, clock, hasClock := strings.Cut(body, "T")
	if hasClock && clock == "" {
		return 0, invalid(s, "nothing after the T", "write "+strings.TrimSuffix(s, "T")+" without the T, or hours, minutes or seconds after it")
	}
	if strings.HasSuffix(date, "W") && hasClock {
		return 0, invalid(s, "weeks together with a time", "write P14DT2H with days in place of weeks")
	}
	days, fraction, err := sumPart(s, date, "WD")
	if err != nil {
		return 0, err
	}
	if fraction && hasClock {
		return 0, decimalsNotLast(s)
	}
	seconds, _, err := sumPart(s, clock, "HMS")
	if err != nil {
		return 0, err
	}
	if days+seconds > maxSeconds {
		return 0, tooLong(s)
	}
	return days + seconds, nil
}

// sumPart adds up the components of one side of the T, whose letters are
// given in order.
func sumPart(s, part, letters string) (seconds int64, fraction bool, err error) {
	next := 0
	for part != "" {
		i := strings.IndexFunc(part, func(r rune) bool { return r != '.' && r != ',' && (r < '0' || r > '9') })
		if i < 0 {
			return 0, false, invalid(s, "a number without its unit", "write PT45M for 45 minutes: W, D, H, M or S stands after its number")
		}
		number, letter := part[:i], part[i]
		part = part[i+1:]
		at := strings.IndexByte(letters, letter)
		if at < 0 {
			return 0, false, badUnit(s, letter, letters)
		}
		switch {
		case fraction:
			return 0, false, decimalsNotLast(s)
		case at < next:
			return 0, false, invalid(s, "units out of order or twice", "write P1DT2H30M in this order, each once: days, T, hours, minutes, seconds")
		case letter == 'W' && part != "":
			return 0, false, invalid(s, "weeks together with days", "write P15D with days in place of weeks")
		}
		next = at + 1
		n, hasFraction, err := component(s, number, letter)
		if err != nil {
			return 0, false, err
		}
		seconds, fraction = seconds+n, hasFraction
	}
	return seconds, fraction, nil
}

// component returns one component in seconds, rounded to the nearest.
func component(s, number string, letter byte) (seconds int64, fraction bool, err error) {
	var size int64
	for _, u := range units() {
		if u.letter == letter {
			size = u.seconds
		}
	}
	whole, decimals := number, ""
	if i := strings.IndexAny(number, ".,"); i >= 0 {
		whole, decimals, fraction = number[:i], number[i+1:], true
	}
	if whole == "" || fraction && (decimals == "" || strings.ContainsAny(decimals, ".,")) {
		return 0, false, invalid(s, "not a number before "+string(letter), durationExample)
	}
	if len(decimals) > maxDecimals {
		return 0, false, invalid(s, "too many decimals", "write PT1.5H with at most nine decimals, or smaller units")
	}
	n, convErr := strconv.ParseInt(whole, 10, 64)
	if convErr != nil || n > maxSeconds/size {
		return 0, false, tooLong(s)
	}
	seconds = n * size
	if fraction {
		part, scale := int64(0), int64(1)
		for i := range len(decimals) {
			part, scale = part*10+int64(decimals[i]-'0'), scale*10
		}
		seconds += (part*size + scale/2) / scale
	}
	return seconds, fraction, nil
}

func badUnit(s string, letter byte, letters string) error {
	onDateSide := strings.Contains(letters, "D")
	switch {
	case letter == 'Y':
		return invalid(s, "a year has no fixed length", "write P365D with days in place of years; from one date to another, write both as the event's date")
	case letter == 'M' && onDateSide:
		return invalid(s, "a month has no fixed length", "write P30D with days in place of months; minutes stand after a T: PT30M")
	case (letter == 'H' || letter == 'S') && onDateSide:
		return invalid(s, "hours, minutes and seconds stand after a T", "write PT3H with the T before hours, minutes and seconds")
	case letter == 'D' || letter == 'W':
		return invalid(s, "days and weeks stand before the T", "write P1DT2H with days before the T")
	}
	return invalid(s, "not a duration", durationExample)
}

func decimalsNotLast(s string) error {
	return invalid(s, "decimals before the last unit", "write PT1H30.5M with decimals in the last unit only")
}

func tooLong(s string) error {
	return invalid(s, "longer than 10,000 years", "write P3652500D at most, or check the number and its unit")
}
