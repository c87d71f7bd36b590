package sheet

import "strings"

// shows is which parts of a date and time a number's style makes visible.
type shows uint8

const (
	showsYear shows = 1 << iota
	showsMonth
	showsDay
	showsHour
	showsMinute
	showsSecond
	// showsElapsed is a length of time, [h]:mm, which is no time of day.
	showsElapsed
)

const (
	showsDate  = showsYear | showsMonth | showsDay
	showsClock = showsHour | showsMinute | showsSecond
)

// numberFormat is what a style does to a number.
type numberFormat struct {
	shows   shows // 0 for numbers
	percent bool
	zeros   int // 0000: at least as many digits
}

// builtIn are the formats that files name by number alone. Where their order differs
// between countries, what they show does not.
func builtIn(id int) numberFormat {
	switch {
	case id == 9 || id == 10:
		return numberFormat{percent: true}
	case id == 14 || id == 15 || id == 30 || id == 31 || id == 50 || id == 51 || id == 53 || id == 54 || id == 57 || id == 58 || id == 27 || id == 28 || id == 29 || id == 36:
		return numberFormat{shows: showsDate}
	case id == 16:
		return numberFormat{shows: showsMonth | showsDay}
	case id == 17 || id == 52 || id == 55 || id == 56:
		return numberFormat{shows: showsYear | showsMonth}
	case id == 18 || id == 20 || id == 32 || id == 34:
		return numberFormat{shows: showsHour | showsMinute}
	case id == 19 || id == 21 || id == 33 || id == 35:
		return numberFormat{shows: showsClock}
	case id == 22:
		return numberFormat{shows: showsDate | showsHour | showsMinute}
	case id == 45 || id == 46 || id == 47:
		return numberFormat{shows: showsElapsed}
	}
	return numberFormat{}
}

// parseFormat reads the code of a number format: yyyy-mm-dd, mmm yy, 0000, 0%.
func parseFormat(code string) numberFormat {
	var f numberFormat
	var letters []rune // of dates, and 0, in their order; one for each run
	runes := []rune(code)
	digits := 0
scan:
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; r {
		case ';': // negative numbers, zero and texts have formats of their own
			break scan
		case '"':
			for i++; i < len(runes) && runes[i] != '"'; i++ {
			}
		case '\\', '_', '*':
			i++
		case '[':
			end := i + 1
			for end < len(runes) && runes[end] != ']' {
				end++
			}
			if inner := strings.ToLower(string(runes[i+1 : min(end, len(runes))])); inner != "" && strings.Trim(inner, inner[:1]) == "" && strings.Contains("hms", inner[:1]) {
				f.shows |= showsElapsed
			}
			i = end
		case '%':
			f.percent = true
		case '0', '#', '?':
			digits++
			if r == '0' {
				f.zeros++
			}
			letters = append(letters, '0')
		case 'G', 'g':
			if strings.HasPrefix(strings.ToLower(string(runes[i:])), "general") {
				i += len("general") - 1
				continue
			}
		case 'A', 'a':
			rest := strings.ToLower(string(runes[i:]))
			for _, mark := range []string{"am/pm", "a/p"} {
				if strings.HasPrefix(rest, mark) {
					i += len(mark) - 1
					break
				}
			}
		case 'y', 'Y', 'e', 'E', 'b', 'B', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
			length := 1
			for i+1 < len(runes) && runes[i+1]|0x20 == r|0x20 {
				i++
				length++
			}
			letter := r | 0x20
			if letter == 'd' && length > 2 {
				letter = 'w' // the day of the week
			}
			letters = append(letters, letter)
		}
	}
	f.shows |= shownBy(letters)
	if f.shows != 0 {
		return numberFormat{shows: f.shows}
	}
	if f.zeros != digits || f.zeros != len([]rune(code)) || f.zeros < 2 {
		f.zeros = 0
	}
	return f
}

// shownBy is what letters show: an m beside hours or seconds is minutes.
func shownBy(letters []rune) shows {
	var out shows
	before := rune(0)
	for i, r := range letters {
		switch r {
		case 'y', 'b':
			out |= showsYear
		case 'e': // of years; in 0.00E+00 it stands between digits
			if before != '0' {
				out |= showsYear
			}
		case 'd':
			out |= showsDay
		case 'h':
			out |= showsHour
		case 's':
			out |= showsSecond
		case 'm':
			next := rune(0)
			if i+1 < len(letters) {
				next = letters[i+1]
			}
			if before == 'h' || next == 's' {
				out |= showsMinute
			} else {
				out |= showsMonth
			}
		}
		if r != 'w' {
			before = r
		}
	}
	return out
}
