package dates

import (
	"strconv"
	"strings"

	"barline/data/edtf"
)

// Parts makes a date of its parts as columns have them: year, month (a number or a
// name), day, time of day. Empty ones, 0 and NA are not known. A year column that
// holds more than a year, "c. 1890" or 2014-03-01, is read as [Parse] does; month and
// day may be added to what is a year alone.
func Parts(year, month, d, clock string, o Options) (Read, error) {
	written := oneLine(strings.Join([]string{year, month, d, clock}, " "))
	year, month, d, clock = known(year), known(month), known(d), known(clock)
	if year == "" {
		if clock != "" && month == "" && d == "" {
			return Parse(clock, o)
		}
		return Read{}, fault(written, "it does not say the year")
	}
	read, err := parseYear(year, &o)
	if err != nil || month == "" && d == "" && clock == "" {
		return read, err
	}
	date, err := edtf.Parse(read.EDTF)
	if err != nil {
		return Read{}, fault(written, "its year cannot be read")
	}
	if date.Precision() == edtf.Day && !date.IsInterval() && !date.IsSet() {
		return fullYear(written, read, date, month, d, clock, o)
	}
	if date.Precision() != edtf.Year || date.IsInterval() || date.IsSet() || strings.ContainsAny(read.EDTF, "XS") {
		if solar, ok := solarParts(year, month, d, clock, o); ok {
			return solar()
		}
		return Read{}, fault(written, "its year is not a year alone, to which a month could be added")
	}
	if month == "" {
		return Read{}, fault(written, "it says a day or a time and no month")
	}
	m, err := monthPart(month, &o)
	if err != nil {
		return Read{}, err
	}
	at := day{year: date.Year(), month: m}
	r := reader{o: &o, text: written}
	if d != "" {
		if at.day, err = dayPart(d); err != nil {
			return Read{}, err
		}
		if err := r.checkDay(at.year, at.month, at.day); err != nil {
			return Read{}, err
		}
	}
	qualifier := strings.TrimLeft(read.EDTF, "-Y0123456789")
	read.EDTF = dayText(at) + qualifier
	if clock != "" {
		if at.day == 0 {
			return Read{}, fault(written, "it says a time of day and no day")
		}
		return withClock(read, dayText(at), qualifier, clock, o)
	}
	return checked(written, read, nil)
}

// known is a part, or empty if it says that it is not known.
func known(s string) string {
	s = strings.TrimSpace(s)
	switch strings.ToLower(s) {
	case "0", "00", "0000", "na", "n/a", "-", "–", "?", "null", "none", "nan", "s/d", "--":
		return ""
	}
	return s
}

// parseYear reads a year from a column of years, where 79 and 5 are years of two
// digits and one.
func parseYear(s string, o *Options) (Read, error) {
	digits, negative := strings.CutPrefix(s, "-")
	// Spreadsheets make 1914.0 of whole numbers beside empty cells.
	digits = strings.TrimSuffix(digits, ".0")
	if !allDigits(digits) || len(digits) > 6 || o.Serial && len(digits) == 5 {
		return Parse(s, *o)
	}
	r := reader{o: o, text: s}
	said := said{year: num{n: atoi(digits), digits: uint8(len(digits)), negative: negative}, hasYear: true}
	if len(digits) == 1 {
		said.year.digits = 2
	}
	p, err := r.resolve(&said)
	return checked(s, Read{EDTF: p.edtf(), Remark: r.remarks}, err)
}

// monthPart reads a month from a column of months.
func monthPart(s string, o *Options) (int, error) {
	s = strings.TrimSuffix(s, ".0")
	if allDigits(s) && len(s) <= 2 {
		if n := atoi(s); n >= 1 && n <= 12 {
			return n, nil
		}
		return 0, invalid(s, "there is no month "+s)
	}
	r := reader{o: o, text: s}
	if err := r.lex(); err != nil {
		return 0, fault(s, "it is not a month")
	}
	i, j := r.trim(0, r.n)
	if j-i == 1 && r.items[i].kind == month {
		return monthOf(r.items[i]), nil
	}
	if j-i == 1 && r.items[i].kind == number && r.items[i].n >= 1 && r.items[i].n <= 12 {
		return r.items[i].n, nil
	}
	return 0, fault(s, "it is not a month")
}

func dayPart(s string) (int, error) {
	s = strings.TrimSuffix(s, ".0")
	r := reader{o: &Options{}, text: s}
	if len(s) <= maxRunes && r.lex() == nil {
		if i, j := r.trim(0, r.n); j-i == 1 && r.items[i].kind == number && r.items[i].digits <= 2 {
			return r.items[i].n, nil
		}
	}
	return 0, fault(s, "it is not a day of a month")
}

// withClock adds a time of day to the day of a date.
func withClock(read Read, d, qualifier, clock string, o Options) (Read, error) {
	if o.MidnightIsDay && strings.Trim(clock, "0:.") == "" {
		return read, nil
	}
	o.Day = d
	timed, err := Parse(clock, o)
	if err != nil {
		return Read{}, err
	}
	switch {
	case !strings.HasPrefix(timed.EDTF, d+"T"):
		return Read{}, fault(clock, "it is not a time of day")
	case qualifier != "" && strings.Trim(timed.EDTF[len(timed.EDTF)-1:], "?~%") != "" && !strings.Contains(timed.EDTF, "/"):
		timed.EDTF += qualifier
	}
	timed.Remark = strings.Trim(read.Remark+"; "+timed.Remark, "; ")
	if timed.Note == "" {
		timed.Note = read.Note
	}
	return checked(clock, timed, nil)
}

// fullYear is the date of a year column that holds a whole day; month and day have
// to agree.
func fullYear(written string, read Read, date edtf.Date, month, d, clock string, o Options) (Read, error) {
	if month != "" {
		if m, err := monthPart(month, &o); err != nil || m != date.Month() {
			return Read{}, fault(written, "its year column says another month than its month column")
		}
	}
	if d != "" {
		if n, err := dayPart(d); err != nil || n != date.Day() {
			return Read{}, fault(written, "its year column says another day than its day column")
		}
	}
	if clock == "" {
		return read, nil
	}
	return withClock(read, date.String(), "", clock, o)
}

// solarParts reads parts of a date in the Solar Hijri calendar; ok is false if they
// are none.
func solarParts(year, month, d, clock string, o Options) (read func() (Read, error), ok bool) {
	if !allDigits(asciiDigits(year)) || !o.solarYear(atoi(asciiDigits(year))) || len(asciiDigits(year)) != 4 {
		return nil, false
	}
	written := strings.TrimSpace(d + " " + month + " " + year)
	if m := asciiDigits(month); allDigits(m) && len(m) <= 2 {
		if d == "" {
			d = "0"
		}
		written = asciiDigits(year) + "/" + strconv.Itoa(atoi(m)) + "/" + asciiDigits(d)
	}
	return func() (Read, error) {
		r, err := Parse(written, o)
		if err != nil || clock == "" {
			return r, err
		}
		if _, _, _, ok := plainDay(r.EDTF); !ok {
			return Read{}, fault(written, "it says a time of day and no day")
		}
		return withClock(r, r.EDTF, "", clock, o)
	}, true
}

// asciiDigits is a text with its digits in ASCII.
func asciiDigits(s string) string {
	return strings.Map(func(c rune) rune {
		if f := fold(c); f >= '0' && f <= '9' {
			return f
		}
		return c
	}, s)
}
