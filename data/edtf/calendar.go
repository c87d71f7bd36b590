package edtf

// Seconds in a day of UTC. Leap seconds do not exist here, as in Unix time.
const secondsPerDay = 86400

// The proleptic Gregorian calendar repeats every 400 years: 146,097 days.
const (
	yearsPerEra = 400
	daysPerEra  = 146097
)

// epochDay is 1970-01-01 counted from 0000-03-01, the day from which the
// arithmetic below counts: with March first, the leap day ends the year and
// needs no case of its own.
const epochDay = 719468

// IsLeap reports whether the year has a 29 February. Year 0 is 1 BC.
func IsLeap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// DaysIn returns the number of days, 28 to 31, in a month. Months outside
// 1-12 count into neighbouring years, as in [Unix].
func DaysIn(year, month int) int {
	year, month = carry(year, month)
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// Unix returns midnight UTC at the start of the day in seconds since
// 1970-01-01T00:00:00Z. Months outside 1-12 and days outside the month count
// on into their neighbours: month 13 is the next January, day 0 the last day
// of the month before.
func Unix(year, month, day int) int64 {
	year, month = carry(year, month)
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(int64(year), yearsPerEra)
	yearOfEra := int64(year) - era*yearsPerEra
	// 153 days to every five months from March on.
	dayOfYear := int64(153*(month-3)+2) / 5
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return (era*daysPerEra + dayOfEra + int64(day) - 1 - epochDay) * secondsPerDay
}

// Civil returns the day in UTC on which an instant falls, the instant given
// in seconds since 1970-01-01T00:00:00Z: month 1-12, day 1-31.
func Civil(unix int64) (year, month, day int) {
	days := floorDiv(unix, secondsPerDay) + epochDay
	era := floorDiv(days, daysPerEra)
	dayOfEra := days - era*daysPerEra
	// Take the leap days out, so that every year counts 365.
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/(daysPerEra-1)) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	fromMarch := (5*dayOfYear + 2) / 153
	year = int(yearOfEra + era*yearsPerEra)
	month = int(fromMarch) + 3
	if month > 12 {
		month -= 12
		year++
	}
	day = int(dayOfYear-(153*fromMarch+2)/5) + 1
	return year, month, day
}

// carry brings a month into 1-12 and moves the year along.
func carry(year, month int) (int, int) {
	years := int(floorDiv(int64(month-1), 12))
	return year + years, month - years*12
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
