package draft

import "strings"

// Wording is a sentence of a question or of an answer: its name in the table of words, and
// what is filled in. Whoever speaks another language says it with words of their own
// (desk/src/words); the English ones are here.
type Wording struct {
	Name   string
	Values map[string]string
}

// Worded is a wording of the table; values are names and what is filled in for them.
func Worded(name string, values ...string) Wording {
	w := Wording{Name: name}
	for i := 0; i+1 < len(values); i += 2 {
		if w.Values == nil {
			w.Values = map[string]string{}
		}
		w.Values[values[i]] = values[i+1]
	}
	return w
}

// String says it in English.
func (w Wording) String() string {
	var pairs []string
	for name, value := range w.Values {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(Words()[w.Name])
}

// Words is the table: questions, and what their answers mean.
func Words() map[string]string {
	return map[string]string{
		"dayOrMonth":      "which comes first in dates such as {written}, the day or the month?",
		"dayMonthOrYear":  "which comes first in dates such as {written}, the day, the month or the year?",
		"isDate":          "{written} is {date}",
		"century":         "in which hundred years is the year {year} of {example} (the answer is the first of them: 1900 makes it {full})?",
		"monthOrYear":     "is {digits} in {example} a month or a later year?",
		"isYears":         "{written} is {from} to {to}",
		"dayOfTime":       "on which day is the time {example} (the answer is a day such as 2024-03-26)?",
		"dayOfTimes":      "on which day are times such as {example} (the answer is a day such as 2024-03-26)?",
		"yearZero":        "how are years before Christ counted, of which one is 0?",
		"historical":      "there is no year 0, and -44 is 44 BC",
		"astronomical":    "0 is 1 BC, and -43 is 44 BC",
		"calendarCentury": "of which calendar is the century of {example}?",
		"beganIn":         "it began in {year}",
		"calendarYears":   "years such as 1399 stand beside years such as {year}: of which calendar are they?",
		"solarHijri":      "years such as 1399 are of the Solar Hijri calendar, which is 2020 to 2021",
		"gregorian":       "all years are of the Gregorian calendar",
		"zone":            "all times are the same hour of UTC, as midnight is in another zone: in which zone were they days?",
		"dateColumn":      "which column holds the date?",
		"otherDateColumn": "{empty} is empty: which column holds the date?",
		"titleColumn":     "which column says what happened?",
		"suchAs":          "such as {example}",
		"columnSuchAs":    "{column}, such as {example}",
	}
}
