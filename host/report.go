package host

import (
	"strconv"

	"barline/data/edtf"
)

// isoTime writes seconds since 1970 as an ISO 8601 instant in UTC.
func isoTime(seconds float64) string {
	whole := int64(seconds)
	if float64(whole) > seconds {
		whole--
	}
	year, month, day := edtf.Civil(whole)
	rest := int(whole - edtf.Unix(year, month, day))
	return isoDate(year, month, day) + "T" + two(rest/3600) + ":" + two(rest/60%60) + ":" + two(rest%60) + "Z"
}

func isoDate(year, month, day int) string {
	sign := ""
	if year < 0 {
		sign, year = "-", -year
	}
	y := strconv.Itoa(year)
	for len(y) < 4 {
		y = "0" + y
	}
	return sign + y + "-" + two(month) + "-" + two(day)
}

func two(n int) string {
	s := strconv.Itoa(n)
	if n < 10 {
		return "0" + s
	}
	return s
}
