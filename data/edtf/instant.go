package edtf

import (
	"math"
	"strconv"
)

// Instant writes seconds since 1970-01-01T00:00:00Z as ISO 8601 and JavaScript have
// it, in UTC and to the second: years beyond 0000 to 9999 are signed, with six digits or
// more.
func Instant(seconds float64) string {
	whole := int64(math.Floor(seconds))
	year, month, day := Civil(whole)
	rest := int(whole - Unix(year, month, day))
	sign, digits := "", 4
	if year < 0 {
		sign, digits, year = "-", 6, -year
	} else if year > 9999 {
		sign, digits = "+", 6
	}
	return sign + withZeros(year, digits) + "-" + withZeros(month, 2) + "-" + withZeros(day, 2) +
		"T" + withZeros(rest/3600, 2) + ":" + withZeros(rest/60%60, 2) + ":" + withZeros(rest%60, 2) + "Z"
}

// withZeros writes a number with so many digits or more.
func withZeros(n, digits int) string {
	s := strconv.Itoa(n)
	for len(s) < digits {
		s = "0" + s
	}
	return s
}
