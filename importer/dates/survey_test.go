package dates_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/importer/dates"
)

// surveyed says in lines what a survey decided, said and asked.
func surveyed(columns [][]string, o dates.Options) string {
	decided, remarks, questions := dates.Survey(columns, o)
	var b strings.Builder
	for _, m := range remarks {
		fmt.Fprintf(&b, "says: %s\n", m.Text)
	}
	for _, q := range questions {
		fmt.Fprintf(&b, "asks %s at %v, for %s: %s\n", q.Option, q.Lines, q.Example, q.Text)
		for _, a := range q.Answers {
			fmt.Fprintf(&b, "  %s: %s\n", a.Value, a.Means)
		}
	}
	for _, column := range columns {
		var read []string
		for _, v := range column {
			r, err := dates.Parse(v, decided)
			read = append(read, outcome(r, err))
		}
		fmt.Fprintf(&b, "%s\n", strings.Join(read, " | "))
	}
	return b.String()
}

func TestSurvey(t *testing.T) {
	tests := []struct {
		name    string
		columns [][]string
		o       dates.Options
		want    string
	}{
		{"one day after the 12th decides", [][]string{{"05/01/2026", "17/09/2025"}, {"06/02/2026", ""}}, dates.Options{}, `
says: day first, for 17/09/2025 can be nothing else
2026-01-05 | 2025-09-17
2026-02-06 | error: there is no date
`},
		{"month first", [][]string{{"3/4/2014", "3/14/2014"}}, dates.Options{}, `
says: month first, for 3/14/2014 can be nothing else
2014-03-04 | 2014-03-14
`},
		{"nothing decides", [][]string{{"3/4/2014", "5/6/2014", "7/7/2014"}}, dates.Options{}, `
asks dates at [1 2], for 3/4/2014: which comes first in dates such as 3/4/2014, the day or the month?
  dmy: 3/4/2014 is 3 April 2014
  mdy: 3/4/2014 is 4 March 2014
asks dates | asks dates | 2014-07-07
`},
		{"contradictory", [][]string{{"17/09/2025", "09/17/2025", "3/4/2025"}}, dates.Options{}, `
says: dates are written in several orders: 17/09/2025 is day first, 09/17/2025 is month first
asks dates at [3], for 3/4/2025: which comes first in dates such as 3/4/2025, the day or the month?
  dmy: 3/4/2025 is 3 April 2025
  mdy: 3/4/2025 is 4 March 2025
2025-09-17 | 2025-09-17 | asks dates
`},
		{"short years with hyphens may come first", [][]string{{"13-10-16", "10-11-12"}}, dates.Options{}, `
asks dates at [1 2], for 13-10-16: which comes first in dates such as 13-10-16, the day, the month or the year?
  dmy: 13-10-16 is 13 October 2016
  ymd: 13-10-16 is 16 October 2013
asks dates | asks dates
`},
		{"a year that can be nothing else", [][]string{{"99-10-16", "10-11-12"}}, dates.Options{Century: 1920}, `
says: year first, for 99-10-16 can be nothing else
1999-10-16 | 2010-11-12
`},
		{"the years beside decide the century", [][]string{{"1915", "1930", "1952", "Mar-46"}}, dates.Options{}, `
says: years of two digits were read as 1946 to 1946, for the other dates are from 1915 to 1952
1915 | 1930 | 1952 | 1946-03
`},
		{"short years after 2000 stay there beside one that is decided", [][]string{{"1915", "1917", "2021", "Mar-46", "10/11/23", "10/31/16"}}, dates.Options{}, `
says: month first, for 10/31/16 can be nothing else
says: years of two digits were read as 1946 to 2023, for the other dates are from 1915 to 2021
1915 | 1917 | 2021 | 1946-03 | 2023-10-11 | 2016-10-31
`},
		{"two whole years are too few to say", [][]string{{"1915", "1952", "Mar-46"}}, dates.Options{}, `
asks century at [3], for Mar-46: in which hundred years is the year 46 of Mar-46 (the answer is the first of them: 1900 makes it 1946)?
1915 | 1952 | asks century
`},
		{"two centuries are possible", [][]string{{"1815", "1830", "1952", "Mar-46"}}, dates.Options{}, `
asks century at [4], for Mar-46: in which hundred years is the year 46 of Mar-46 (the answer is the first of them: 1900 makes it 1946)?
1815 | 1830 | 1952 | asks century
`},
		{"years before 1000 beside", [][]string{{"-104", "79", "1538"}}, dates.Options{}, `
says: years of two digits, such as 79, were read as they are, for the years beside them reach back before 1000
says: negative years were read as years before Christ: -44 is 44 BC
-0103 | 0079 | 1538
`},
		{"a year 0", [][]string{{"-104", "0", "1538"}}, dates.Options{}, `
asks bc at [1 2], for 0: how are years before Christ counted, of which one is 0?
  historical: there is no year 0, and -44 is 44 BC
  astronomical: 0 is 1 BC, and -43 is 44 BC
-0103 | error: there is no year 0 where years are counted before and after Christ | 1538
`},
		{"years with a hyphen", [][]string{{"1905-06", "1872-73"}}, dates.Options{}, `
says: 1905-06 was read as years, for others beside it can be nothing else
1905/1906 | 1872/1873
`},
		{"months with a hyphen", [][]string{{"1905-06", "1905-06-12"}}, dates.Options{}, `
says: 1905-06 was read as a month, as the dates beside it are written
1905-06 | 1905-06-12
`},
		{"years or months", [][]string{{"1905-06", "1907-08"}}, dates.Options{}, `
asks dates at [1 2], for 1905-06: is 06 in 1905-06 a month or a later year?
  months: 1905-06 is June 1905
  years: 1905-06 is 1905 to 1906
asks dates | asks dates
`},
		{"eight digits", [][]string{{"20140301", "20141224"}}, dates.Options{}, `
says: eight digits were read as a day, for all dates are written so
2014-03-01 | 2014-12-24
`},
		{"eight digits beside others", [][]string{{"20140301", "2014"}}, dates.Options{}, `
error: eight digits are a day only where all dates of a column are written so; write 2014-03-01 if it is one | 2014
`},
		{"midnights", [][]string{{"2014-03-01 00:00:00", "2014-03-02T00:00:00Z"}}, dates.Options{}, `
says: times of day were left out, for all of them are midnight
2014-03-01 | 2014-03-02
`},
		{"one midnight among times", [][]string{{"2014-03-01 00:00:00", "2014-03-02 10:00:00"}}, dates.Options{}, `
2014-03-01T00:00:00 | 2014-03-02T10:00:00
`},
		{"times without a day", [][]string{{"About 12:45 AM EST", "12:56 AM EST"}}, dates.Options{}, `
asks day at [1 2], for About 12:45 AM EST: on which day are times such as About 12:45 AM EST (the answer is a day such as 2024-03-26)?
asks day | asks day
`},
		{"the Solar Hijri calendar", [][]string{{"1357", "1402/05/03"}}, dates.Options{Lang: "fa"}, `
says: years were read in the Solar Hijri calendar
[1978-03-21..1979-03-20] | 2023-07-25
`},
		{"two calendars", [][]string{{"1357", "1979"}}, dates.Options{Lang: "fa"}, `
asks dates at [], for 1979: years such as 1399 stand beside years such as 1979: of which calendar are they?
  solar: years such as 1399 are of the Solar Hijri calendar, which is 2020 to 2021
  gregorian: all years are of the Gregorian calendar
[1978-03-21..1979-03-20] | 1979
`},
		{"months of the Solar Hijri calendar decide", [][]string{{"۵ ثور ۱۳۵۷", "1979-12-27", "1399"}}, dates.Options{Lang: "fa-AF"}, `
1978-04-25 | 1979-12-27 | [2020-03-20..2021-03-20]
`},
		{"points beside slashes", [][]string{{"04.05.2021", "03/13/2021", "4/5/2021"}}, dates.Options{}, `
says: month first, for 03/13/2021 can be nothing else
says: dates with points, such as 04.05.2021, were read day first, though the others are month first
2021-05-04 | 2021-03-13 | 2021-04-05
`},
		{"points that are month first", [][]string{{"04.05.2021", "05.13.2021", "13/03/2021"}}, dates.Options{}, `
says: day first, for 13/03/2021 can be nothing else
says: dates with points, such as 04.05.2021, were read month first, though the others are day first
2021-04-05 | 2021-05-13 | 2021-03-13
`},
		{"a day of the week decides", [][]string{{"Tuesday 4/5/2021", "3/4/2021"}}, dates.Options{}, `
says: day first, for Tuesday 4/5/2021 can be nothing else
2021-05-04 | 2021-04-03
`},
		{"what was said stays", [][]string{{"3/4/2014", "17/09/2025", "Mar-46"}}, dates.Options{Order: dates.MonthFirst, Century: 1800}, `
2014-03-04 | 2025-09-17 | 1846-03
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := surveyed(test.columns, test.o)
			if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Each answer that a question offers is one that the options take, and with which
// the dates can be read.
func TestAnswersAnswer(t *testing.T) {
	for _, written := range []string{"3/4/2014", "1905-06", "10-11-12", "قرن سیزدهم"} {
		o := dates.Options{Lang: "fa"}
		_, err := dates.Parse(written, o)
		ask, ok := err.(*dates.AskError)
		if !ok {
			t.Errorf("%q: %v, want a question", written, err)
			continue
		}
		results := map[string]bool{}
		for _, a := range ask.Question.Answers {
			answered := o
			if !answered.Answer(ask.Question.Option, a.Value) {
				t.Errorf("%q: %s=%s is not taken", written, ask.Question.Option, a.Value)
			}
			r, err := dates.Parse(written, answered)
			if err != nil {
				t.Errorf("%q with %s: %v", written, a.Value, err)
			}
			results[r.EDTF] = true
		}
		if len(results) != len(ask.Question.Answers) || len(results) < 2 {
			t.Errorf("%q: %d answers give %d results", written, len(ask.Question.Answers), len(results))
		}
	}
	o := dates.Options{}
	for _, wrong := range [][2]string{{"dates", "dym"}, {"dates", ""}, {"century", "last"}, {"bc", ""}, {"day", "2024"}, {"map", "title"}} {
		if o.Answer(wrong[0], wrong[1]) {
			t.Errorf("%s=%s is taken", wrong[0], wrong[1])
		}
	}
	if !o.Answer("dates", "mdy, years") || o.Order != dates.MonthFirst || o.Pair != dates.PairYears {
		t.Errorf("two answers in one gave %+v", o)
	}
}

func TestOrderBeside(t *testing.T) {
	written := []string{"1915", "11/10/16", "10/11/23", "2012"}
	words := []string{"", "November 10th 2016", "October 11 2023", "Jan-12"}
	if order, row := dates.OrderBeside(written, words, dates.Options{}); order != dates.MonthFirst || row != 1 {
		t.Errorf("the order is %d by row %d, want month first by row 1", order, row)
	}
	words[2] = "10 November 2023"
	if order, _ := dates.OrderBeside(written, words, dates.Options{}); order != dates.AnyOrder {
		t.Errorf("words that contradict each other decide %d", order)
	}
}
