//go:build !lean

package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// checkWidths refuses 20251202, 2025-2-3, 25-12-02, 02-12-2025 and 12025. parts
// are the year, month and day as written, without a sign.
func checkWidths(whole string, parts []string, negative bool) error {
	sign := ""
	if negative {
		sign = "-"
	}
	year := parts[0]
	switch {
	case len(parts) == 1 && len(year) == 8 && allDigits(year) && year[4:6] <= "12" && year[6:] <= "31":
		return fault(whole, "a day needs its hyphens", "write "+sign+year[:4]+"-"+year[4:6]+"-"+year[6:])
	case len(parts) == 3 && len(parts[0]) <= 2 && len(parts[2]) == 4 && !negative:
		return dayFirst(whole, parts[0], parts[1], parts[2])
	case len(parts) == 2 && len(year) == 4 && len(parts[1]) == 4 && !negative:
		return fault(whole, "two years with a hyphen between them", "write "+year+"/"+parts[1]+" for the years from one to the other")
	case len(parts) == 1 && len(year) > 4 && year[0] != '0' && allDigits(year):
		return fault(whole, "a year of more than four digits without its Y", "write Y"+sign+year)
	case len(parts) == 1 && len(year) < 4 && negative && allDigits(year):
		return beforeChrist(whole, year)
	case len(year) < 4 && len(parts) == 1:
		return fault(whole, "a year has four digits", "write "+sign+strings.Repeat("0", 4-len(year))+year)
	case len(year) == 2 && len(parts) == 3:
		return fault(whole, "a year of two digits", "write 20"+strings.Join(parts, "-")+" or 19"+strings.Join(parts, "-")+", with all four digits of the year")
	case len(year) != 4:
		return fault(whole, "a year has four digits", exampleFix)
	}
	for _, part := range parts[1:] {
		if len(part) == 1 {
			return fault(whole, "months and days have two digits", "write "+sign+padded(parts))
		}
		if len(part) != 2 {
			return fault(whole, "months and days have two digits", exampleFix)
		}
	}
	return nil
}

func padded(parts []string) string {
	out := parts[0]
	for _, part := range parts[1:] {
		if len(part) == 1 {
			part = "0" + part
		}
		out += "-" + part
	}
	return out
}

// beforeChrist refuses -44, which historians and EDTF count differently.
func beforeChrist(whole, digits string) error {
	n, _ := digitsAndX(digits)
	if n == 0 {
		return fault(whole, "a year has four digits", "write 0000 for 1 BC")
	}
	return fault(whole, "a year has four digits, and EDTF has a year 0: -0001 is 2 BC",
		fmt.Sprintf("write %s for %d BC, or %s for %d BC", yearText(1-n), n, yearText(-n), n+1))
}

// dayFirst refuses dates whose year stands last.
func dayFirst(whole, a, b, year string) error {
	day, month := padded([]string{year, b, a}), padded([]string{year, a, b})
	fix := "write " + day + " if the day came first, or " + month + " if the month did"
	switch {
	case accepted(day) && accepted(month) && day != month:
	case accepted(day):
		fix = "write " + day
	case accepted(month):
		fix = "write " + month
	default:
		fix = exampleFix
	}
	return fault(whole, "the year comes first", fix)
}

// refuseMonth refuses months that there are not. Two digits after a year may
// have been meant as a later year: 1914-18.
func refuseMonth(p *point, whole, year string, bare []string, negative bool) error {
	if later := laterYear(bare[0], bare[1]); len(bare) == 2 && !negative && later != "" && p.monthX == 0 {
		return fault(whole, "there is no month "+bare[1], "write "+year+"/"+later+" for the years from one to the other, or "+year+" if only the year is known")
	}
	return fault(whole, "there is no month "+bare[1], "write "+year+" if only the year is known, or a month from 01 to 12 after it")
}

// laterYear completes the last two digits of a year that comes after another,
// or is empty: 1918 of 1914 and 18.
func laterYear(year, digits string) string {
	if !allDigits(year) || len(year) != 4 || len(digits) != 2 || digits <= year[2:] {
		return ""
	}
	return year[:2] + digits
}

// refusePart refuses the codes 25 to 41 for parts of a year, with the months
// that they stand for.
func refusePart(whole, year string, code int) error {
	what := "the codes 25 to 41 for seasons, quarters and other parts of a year are not supported"
	first, months := 0, 3
	switch {
	case code <= 28:
		return partFault(whole, what, year, code, year+"-"+strconv.Itoa(code-4)+" for the season in the northern half of the world")
	case code <= 32:
		first = []int{9, 12, 3, 6}[code-29]
	case code <= 36:
		first = 3*(code-33) + 1
	case code <= 39:
		first, months = 4*(code-37)+1, 4
	default:
		first, months = 6*(code-40)+1, 6
	}
	y, _ := strconv.Atoi(year)
	y, last := carry(y, first+months-1)
	from, to := fmt.Sprintf("%s-%02d", year, first), fmt.Sprintf("%s-%02d", yearText(y), last)
	return partFault(whole, what, year, code, from+"/"+to+" if it lasted so long, or ["+from+".."+to+"] for some time in it")
}

// partFault also offers the later year that the code may have been meant as.
func partFault(whole, what, year string, code int, fix string) error {
	later := laterYear(year, strconv.Itoa(code))
	if later == "" {
		return fault(whole, what, "write "+fix)
	}
	years := year + "/" + later + " for the years from one to the other"
	if y, _ := strconv.Atoi(year); (y+1)%100 == code {
		return fault(whole, what, "write "+years+", or "+fix)
	}
	return fault(whole, what, "write "+fix+", or "+years)
}
