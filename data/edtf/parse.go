package edtf

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Parse reads a date. Its errors are of type [*Error], and say what to write
// instead.
func Parse(s string) (Date, error) {
	if d, ok := parsePlain(s); ok {
		return d, nil
	}
	d, err := parse(s)
	if err != nil {
		return Date{}, explain(s, err)
	}
	return d, nil
}

// parse reads a date. Its errors describe the first thing that is wrong with
// the text as EDTF; [explain] finds out what was meant.
func parse(s string) (Date, error) {
	switch {
	case s == "":
		return Date{}, fault(s, "no date", exampleFix)
	case len(s) > maxLength:
		return Date{}, fault(s, "a date of "+strconv.Itoa(len(s))+" characters", exampleFix+"; a date has at most "+strconv.Itoa(maxLength))
	}
	if s[0] == '[' {
		return parseSet(s)
	}
	first, last, isInterval := strings.Cut(s, "/")
	if isInterval {
		return parseInterval(s, first, last)
	}
	p, err := parsePoint(s, s)
	if err != nil {
		return Date{}, err
	}
	return Date{start: p}, nil
}

// maxLength is how many bytes a date may have: a set of some fifty years.
const maxLength = 300

// parseInterval reads the two ends of whole, of which either may be "..", for
// open, or empty, for unknown.
func parseInterval(whole, first, last string) (Date, error) {
	d := Date{form: interval}
	var err error
	if d.start, d.startEnd, err = parseEnd(whole, first); err != nil {
		return Date{}, err
	}
	if d.end, d.endEnd, err = parseEnd(whole, last); err != nil {
		return Date{}, err
	}
	switch {
	case d.startEnd != Dated && d.endEnd != Dated:
		return Date{}, fault(whole, "an interval without any date", "write 2019/.. for what goes on since 2019, ../1821 for what lasted until 1821, or the dates that are known")
	case d.startEnd != Dated || d.endEnd != Dated:
		return d, nil
	}
	from, _ := d.start.bounds()
	if _, to := d.end.bounds(); to <= from {
		separator := "/"
		if whole[0] == '[' || !strings.Contains(whole, "/") {
			separator = ".."
		}
		turned := last + separator + first
		if whole[0] == '[' {
			turned = strings.Replace(whole, first+separator+last, turned, 1)
		}
		return Date{}, fault(whole, "the interval ends before it starts", "write "+turned+" with the earlier date first")
	}
	return d, nil
}

func parseEnd(whole, s string) (point, End, error) {
	switch s {
	case "":
		return point{}, Unknown, nil
	case "..":
		return point{}, Open, nil
	}
	p, err := parsePoint(whole, s)
	return p, Dated, err
}

// parsePoint reads one date of whole, or whole itself.
func parsePoint(whole, s string) (point, error) {
	var p point
	if s == "" {
		return p, fault(whole, "no date", exampleFix)
	}
	if strings.Trim(s, "?~%") == "" {
		return p, fault(whole, "a qualifier without a date", exampleFix)
	}
	date, clock, hasClock := cutClock(s)
	// A qualifier after the time qualifies all of it.
	var after string
	if hasClock {
		clock, after = cutQualifier(clock)
	}
	if err := p.parseDate(whole, date); err != nil {
		return point{}, err
	}
	p.measure()
	if hasClock {
		if p.precision != Day {
			return point{}, fault(whole, "a time without a day", "write "+plainYear(date)+", or write the day before the time, such as 2025-12-02T22:30Z")
		}
		if err := p.parseClock(whole, date, clock); err != nil {
			return point{}, err
		}
		p.qualify(after, p.written())
	}
	if _, _, _, ok := p.edge(false); !ok {
		return point{}, fault(whole, "there is no such day in any year or month that this allows", "write "+yearOfPattern(date)+" for the year alone")
	}
	return p, nil
}

// plainYear is the year, or the year and month, that a date begins with.
func plainYear(date string) string {
	date, _ = cutQualifier(date)
	return date
}

func yearOfPattern(date string) string {
	sign := ""
	if strings.HasPrefix(date, "-") {
		sign, date = "-", date[1:]
	}
	year, _, _ := strings.Cut(date, "-")
	return sign + year
}

func cutClock(s string) (date, clock string, ok bool) {
	if i := strings.IndexAny(s, "Tt"); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// cutQualifier takes the qualifier from a text's end.
func cutQualifier(s string) (rest, qualifier string) {
	if s != "" && strings.IndexByte("?~%", s[len(s)-1]) >= 0 {
		return s[:len(s)-1], s[len(s)-1:]
	}
	return s, ""
}

// qualify marks parts as approximate, uncertain or both.
func (p *point) qualify(mark string, which parts) {
	if mark == "~" || mark == "%" {
		p.approximate |= which
	}
	if mark == "?" || mark == "%" {
		p.uncertain |= which
	}
}

// parseDate reads YYYY, YYYY-MM or YYYY-MM-DD with qualifiers and unspecified
// digits, or a year after a Y.
func (p *point) parseDate(whole, s string) error {
	if strings.HasPrefix(s, "Y") {
		return p.parseLongYear(whole, s)
	}
	rest, negative := s, false
	before := ""
	if rest != "" && strings.IndexByte("?~%", rest[0]) >= 0 {
		before, rest = rest[:1], rest[1:]
	}
	if strings.HasPrefix(rest, "-") {
		negative, rest = true, rest[1:]
	}
	texts := strings.Split(before+rest, "-")
	if len(texts) > 3 {
		return fault(whole, "not a date", exampleFix)
	}
	bare := make([]string, len(texts))
	marks := make([][2]string, len(texts))
	for i, text := range texts {
		if text != "" && strings.IndexByte("?~%", text[0]) >= 0 {
			marks[i][0], text = text[:1], text[1:]
		}
		text, marks[i][1] = cutQualifier(text)
		if strings.ContainsAny(text, "?~%") {
			return fault(whole, "a qualifier in the wrong place", "write "+without(s, "?~%")+"~ with one ?, ~ or % after the date, or before or after one part of it")
		}
		bare[i] = text
	}
	if err := p.parseParts(whole, s, bare, negative); err != nil {
		return err
	}
	for i, m := range marks {
		part := parts(1) << i
		p.qualify(m[0], part)
		p.qualify(m[1], part<<1-1)
	}
	return nil
}

// parseParts reads the year, month and day of date, without qualifiers.
func (p *point) parseParts(whole, date string, bare []string, negative bool) error {
	if digits, significant, ok := strings.Cut(bare[0], "S"); ok && len(bare) == 1 && len(digits) == 4 && allDigits(digits) && digits != "0000" {
		year, _ := digitsAndX(digits)
		p.year = signed(int64(year), negative)
		return p.parseSignificant(whole, yearText(int(p.year)), significant, true)
	}
	for _, text := range bare {
		if text == "" || strings.Trim(text, "0123456789X") != "" {
			return fault(whole, "not a date", exampleFix)
		}
	}
	if err := checkWidths(whole, bare, negative); err != nil {
		return err
	}
	year, yearX := digitsAndX(bare[0])
	p.year, p.yearX = int64(year), yearX
	sign := ""
	if negative {
		sign = "-"
		if year == 0 {
			if yearX == 0 {
				return fault(whole, "there is no year -0000", "write 0000 for 1 BC")
			}
			p.yearX |= signX
		}
		p.year = -p.year
	}
	if len(bare) == 1 {
		return nil
	}
	written := sign + bare[0]
	month, monthX := digitsAndX(bare[1])
	p.month, p.monthX = uint8(month), monthX
	switch {
	case monthX == 0 && month >= 21 && month <= 24 && len(bare) == 2 && yearX == 0:
		return nil
	case monthX == 0 && month >= 21 && month <= 24 && len(bare) == 2:
		return fault(whole, "a season of an unspecified year", "write "+written+" for the year alone")
	case monthX == 0 && month >= 21 && month <= 24:
		return fault(whole, "a day in a season", "write "+written+"-"+bare[1]+" for the season, or the month in place of it")
	case monthX == 0 && month >= 25 && month <= 41:
		return refusePart(whole, written, month)
	case monthX == 0 && (month < 1 || month > 12), monthX == 1 && month > 10:
		return refuseMonth(p, whole, written, bare, negative)
	}
	if len(bare) == 2 {
		return nil
	}
	written += "-" + bare[1]
	day, dayX := digitsAndX(bare[2])
	p.day, p.dayX = uint8(day), dayX
	if dayX != 0 || monthX != 0 || yearX != 0 {
		if dayX == 0 && (day < 1 || day > 31) {
			return fault(whole, "there is no day "+bare[2], "write "+written+", or a day from 01 to 31 after it")
		}
		return nil // parsePoint asks whether there is such a day
	}
	switch days := DaysIn(int(p.year), month); {
	case day < 1:
		return fault(whole, "there is no day 00", "write "+written+" if only the month is known, or a day from 01 to "+strconv.Itoa(days)+" after it")
	case day > days:
		return fault(whole, monthName(month)+" "+yearName(int(p.year))+" has "+strconv.Itoa(days)+" days",
			"write "+written+"-"+strconv.Itoa(days)+" or, if only the month is known, "+written)
	}
	return nil
}

// digitsAndX reads digits among which an X stands for one that is not specified.
func digitsAndX(s string) (n int, mask uint8) {
	for i := range len(s) {
		n, mask = n*10, mask<<1
		if s[i] == 'X' {
			mask |= 1
		} else {
			n += int(s[i] - '0')
		}
	}
	return n, mask
}

// parseLongYear reads Y and a year of more than four digits, or with an exponent
// or significant digits: Y170000002, Y-17E7, Y3388E2S3.
func (p *point) parseLongYear(whole, s string) error {
	body, mark := cutQualifier(s[1:])
	digits, negative := strings.CutPrefix(body, "-")
	digits, significant, hasSignificant := strings.Cut(digits, "S")
	digits, exponent, hasExponent := strings.Cut(digits, "E")
	if !allDigits(digits) || hasExponent && !allDigits(exponent) || hasSignificant && !allDigits(significant) {
		if year, _, ok := strings.Cut(digits, "-"); ok && allDigits(year) {
			return fault(whole, "a month or day in a year of more than four digits", "write Y"+year+" for the year alone")
		}
		return fault(whole, "not a year", "write Y170000002 or Y-17E7 for a year of more than four digits, or four digits without the Y")
	}
	year, ok := longYear(digits, exponent)
	if !ok {
		return fault(whole, "a year beyond 100 billion", "write Y100000000000 at most")
	}
	sign := ""
	if negative {
		sign = "-"
	}
	switch {
	case !hasExponent && !hasSignificant && (len(digits) <= 4 || digits[0] == '0'):
		return fault(whole, "a Y before a year of four digits", "write "+yearText(int(signed(year, negative)))+mark)
	case year == 0:
		return fault(whole, "a year zero with an exponent", "write 0000 for 1 BC")
	}
	p.year = signed(year, negative)
	if err := p.parseSignificant(whole, "Y"+sign+strconv.FormatInt(year, 10), significant, hasSignificant); err != nil {
		return err
	}
	p.qualify(mark, partYear)
	return nil
}

// parseSignificant reads how many digits of the year, written so, are meant.
func (p *point) parseSignificant(whole, written, digits string, given bool) error {
	if !given {
		return nil
	}
	n, err := strconv.Atoi(digits)
	count := digitsOf(p.year)
	if err != nil || n < 1 || n > count {
		return fault(whole, "significant digits that the year does not have", "write "+written+"S"+strconv.Itoa(max(1, count-1))+" with 1 to "+strconv.Itoa(count)+" of them")
	}
	if n < count {
		p.significant = uint8(n)
	}
	return nil
}

// maxYear is far beyond the age of the universe, and within what seconds of 64
// bits can count.
const maxYear = 100_000_000_000

func longYear(digits, exponent string) (year int64, ok bool) {
	year, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || year > maxYear {
		return 0, false
	}
	if exponent == "" {
		return year, true
	}
	n, err := strconv.Atoi(exponent)
	if err != nil {
		return 0, false
	}
	for range n {
		if year *= 10; year > maxYear {
			return 0, false
		}
		if year == 0 {
			break
		}
	}
	return year, true
}

func signed(n int64, negative bool) int64 {
	if negative {
		return -n
	}
	return n
}

// allDigits reports whether a text is one ASCII digit or more.
func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// without is a text without some of its ASCII characters.
func without(s, characters string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && strings.IndexByte(characters, byte(r)) >= 0 {
			return -1
		}
		return r
	}, s)
}
