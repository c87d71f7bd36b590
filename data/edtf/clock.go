package edtf

import "strings"

// parseClock reads hh:mm or hh:mm:ss, a fraction of a second that it drops, and
// a zone.
func (p *point) parseClock(whole, date, s string) error {
	clock, zone := s, ""
	if i := strings.IndexAny(s, "Zz+-"); i >= 0 {
		clock, zone = s[:i], s[i:]
	}
	clock, fraction, hasFraction := strings.Cut(clock, ".")
	texts := strings.Split(clock, ":")
	badClock := fault(whole, "not a time of day", "write "+date+"T22:30Z or "+date+"T22:30+03:00, or "+date+" without the time")
	if len(texts) > 3 || hasFraction && (len(texts) < 3 || !allDigits(fraction)) {
		return badClock
	}
	var values [3]int
	for i, text := range texts {
		if !allDigits(text) || len(text) > 2 {
			return badClock
		}
		if len(text) == 1 {
			padded := strings.Join(texts[:i], ":") + ":0" + text
			return fault(whole, "hours, minutes and seconds have two digits", "write "+date+"T"+strings.TrimPrefix(padded, ":")+strings.TrimPrefix(s, strings.Join(texts[:i+1], ":")))
		}
		values[i], _ = digitsAndX(text)
	}
	if len(texts) == 1 {
		return fault(whole, "a time without its minutes", "write "+date+"T"+clock+":00"+zone)
	}
	hour, minute, second := values[0], values[1], values[2]
	switch {
	case hour == 24 && minute == 0 && second == 0:
		year, month, day := Civil(Unix(int(p.year), int(p.month), int(p.day)+1))
		next := point{year: int64(year), month: uint8(month), day: uint8(day), precision: Day}
		return fault(whole, "there is no hour 24", "write "+next.String()+"T00:00"+zone+", the beginning of the next day")
	case hour > 23:
		return fault(whole, "there is no hour "+texts[0], "write "+date+"T00:00"+zone+" with an hour from 00 to 23")
	case minute > 59:
		return fault(whole, "there is no minute "+texts[1], "write "+date+"T"+texts[0]+":59"+zone+" at most")
	case second == 60:
		return fault(whole, "leap seconds are not supported", "write "+date+"T"+texts[0]+":"+texts[1]+":59"+zone)
	case second > 59:
		return fault(whole, "there is no second "+texts[2], "write "+date+"T"+texts[0]+":"+texts[1]+":59"+zone+" at most")
	}
	p.hour, p.minute, p.second, p.precision = uint8(hour), uint8(minute), uint8(second), Second
	if len(texts) == 2 {
		p.precision = Minute
	}
	return p.parseZone(whole, date+"T"+strings.Join(texts, ":"), zone)
}

// parseZone reads nothing, Z, +hh, +hhmm or +hh:mm. before is the date and time
// as written.
func (p *point) parseZone(whole, before, s string) error {
	switch s {
	case "":
		return nil
	case "Z", "z":
		p.zone = zoneUTC
		return nil
	}
	digits := s[1:]
	if len(digits) == 5 && digits[2] == ':' {
		digits = digits[:2] + digits[3:]
	}
	hour, minute := 0, 0
	ok := (s[0] == '+' || s[0] == '-') && allDigits(digits) && (len(digits) == 2 || len(digits) == 4)
	if ok {
		hour, _ = digitsAndX(digits[:2])
		minute, _ = digitsAndX(digits[2:])
	}
	offset := hour*60 + minute
	if s[0] == '-' {
		offset = -offset
	}
	if !ok || minute > 59 || offset < -12*60 || offset > 14*60 {
		return fault(whole, "not a time zone", "write "+before+"+03:00 with the hours and minutes ahead of UTC, -12:00 to +14:00, or "+before+"Z for UTC")
	}
	p.zone, p.offset = zoneOffset, int16(offset)
	if offset == 0 {
		p.zone = zoneUTC
	}
	return nil
}
