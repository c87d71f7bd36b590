package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"barline/data/edtf"
)

const secondsPerDay = 86400

// epoch is the day from which a workbook counts.
type epoch uint8

const (
	// since1900 counts 1 January 1900 as 1, and 29 February 1900, which there was
	// not, as 60.
	since1900 epoch = iota
	// since1904 counts 1 January 1904 as 0.
	since1904
	// since1899 counts 30 December 1899 as 0 and goes on into the past.
	since1899
)

// unix is the second since 1970 of a serial number; ok is false for days that the
// calendar does not have.
func (e epoch) unix(serial float64) (seconds int64, ok bool) {
	const most = 2_958_466 // 31 December 9999
	if math.IsNaN(serial) || serial < -most || serial >= most {
		return 0, false
	}
	first := edtf.Unix(1899, 12, 30)
	switch {
	case e == since1904:
		first = edtf.Unix(1904, 1, 1)
	case e == since1900 && serial >= 60 && serial < 61, e == since1900 && serial >= 0 && serial < 1:
		return 0, false
	case e == since1900 && serial >= 1 && serial < 60:
		first += secondsPerDay
	}
	seconds = first + int64(math.Round(serial*secondsPerDay))
	year, _, _ := edtf.Civil(seconds)
	return seconds, year >= 1 && year <= 9999
}

// number is a number in a style as a reader sees it: its text, and its EDTF if it is
// a date with a year.
func (e epoch) number(value float64, f numberFormat) (text, date string) {
	if f.shows == 0 {
		return plainNumber(value, f), ""
	}
	if f.shows&showsElapsed != 0 {
		return elapsed(value), ""
	}
	if f.shows&showsDate == 0 {
		if value < 0 {
			return plainNumber(value, f), ""
		}
		_, part := math.Modf(value)
		return clockOf(int64(math.Round(part*secondsPerDay))%secondsPerDay, f.shows), ""
	}
	seconds, ok := e.unix(value)
	if !ok {
		return plainNumber(value, numberFormat{}), ""
	}
	if date = moment(seconds, f.shows); date != "" {
		return strings.Replace(date, "T", " ", 1), date
	}
	return withoutYear(seconds, f.shows), ""
}

// moment is the EDTF of what is shown of a second since 1970, on a clock without a
// zone; "" if no year is, or a day without its month.
func moment(seconds int64, s shows) string {
	year, month, day := edtf.Civil(seconds)
	switch {
	case s&showsYear == 0, s&showsDay != 0 && s&showsMonth == 0:
		return ""
	case s&showsMonth == 0:
		return fmt.Sprintf("%04d", year)
	case s&showsDay == 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	case s&showsClock == 0:
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	}
	return fmt.Sprintf("%04d-%02d-%02dT%s", year, month, day, clockOf(seconds-edtf.Unix(year, month, day), s))
}

// clockOf is a time of day, to the second where that is shown.
func clockOf(seconds int64, s shows) string {
	if s&showsSecond == 0 {
		return fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	}
	return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}

// withoutYear is what a style shows that leaves the year out.
func withoutYear(seconds int64, s shows) string {
	year, month, day := edtf.Civil(seconds)
	var parts []string
	if s&showsDay != 0 {
		parts = append(parts, strconv.Itoa(day))
	}
	if s&showsMonth != 0 {
		parts = append(parts, monthName(month))
	}
	if s&showsYear != 0 {
		parts = append(parts, strconv.Itoa(year))
	}
	if s&showsClock != 0 {
		parts = append(parts, clockOf(seconds-edtf.Unix(year, month, day), s))
	}
	return strings.Join(parts, " ")
}

func monthName(month int) string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[month-1]
}

// elapsed is a length of time in hours, minutes and seconds.
func elapsed(days float64) string {
	sign := ""
	if days < 0 {
		sign, days = "-", -days
	}
	if days > 1e9 {
		return plainNumber(days, numberFormat{})
	}
	s := int64(math.Round(days * secondsPerDay))
	return fmt.Sprintf("%s%d:%02d:%02d", sign, s/3600, s/60%60, s%60)
}

// plainNumber writes a number as a spreadsheet shows it: 15 digits, which hides that
// 0.1 is stored as 0.1000000000000000055, and no exponent where it can do without.
func plainNumber(value float64, f numberFormat) string {
	const digits = 15
	suffix := ""
	if f.percent {
		value, suffix = value*100, "%"
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', digits, 64), 64)
	if err != nil {
		rounded = value
	}
	if rounded == 0 {
		rounded = 0 // no minus
	}
	if size := math.Abs(rounded); size != 0 && (size >= 1e21 || size < 1e-9) {
		return strconv.FormatFloat(rounded, 'g', -1, 64) + suffix
	}
	text := strconv.FormatFloat(rounded, 'f', -1, 64)
	if f.zeros > 0 && value >= 0 && !strings.Contains(text, ".") && len(text) < f.zeros {
		text = strings.Repeat("0", f.zeros-len(text)) + text
	}
	return text + suffix
}

// daysOnly takes the times of day away from columns in which all of them are
// midnight: programs write days so.
func daysOnly(s *Sheet) (columns []int) {
	for i := range s.Columns {
		times, midnights := 0, 0
		for _, r := range s.Rows {
			if _, clock, ok := strings.Cut(r.Cells[i].Date, "T"); ok {
				times++
				if strings.Trim(clock, "0:Z") == "" {
					midnights++
				}
			}
		}
		if times == 0 || midnights < times {
			continue
		}
		for _, r := range s.Rows {
			c := &r.Cells[i]
			if day, _, ok := strings.Cut(c.Date, "T"); ok {
				c.Date, c.Text = day, day
			}
		}
		columns = append(columns, i)
	}
	return columns
}
