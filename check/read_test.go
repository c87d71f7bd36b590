package check_test

import (
	"slices"
	"strings"
	"testing"

	"barline/check"
)

// codesOf are the codes that a story with this event gives, "no-source" aside.
func codesOf(t *testing.T, lang, head, event string) []string {
	t.Helper()
	story := "barline: 1\nid: s\nheadline: S\nlang: " + lang + "\nsources: [{name: C, title: R}]\n" + head + "events:\n  - {" + event + "}\n"
	var codes []string
	for _, f := range check.Story(inputOf(t, "s.yaml", []byte(story))) {
		if f.Line == 0 || f.Path == "" || f.Fix == "" {
			t.Errorf("no place or fix: %s", f)
		}
		codes = append(codes, f.Code)
	}
	return codes
}

// What texts say of dates and lengths, in the languages that are read. 25 April 2025 is a
// Friday.
func TestTextsAgainstData(t *testing.T) {
	for _, c := range []struct{ lang, event, want string }{
		// Days of the week.
		{"en", "title: A, date: 2025-04-25, summary: They met on Friday.", ""},
		{"en", "title: A, date: 2025-04-25, summary: They met on Thursday.", "weekday"},
		{"en", "title: A, date: 2025-04-25, summary: They met late Thursday.", "weekday"},
		{"en", "title: A, date: 2025-04-25, summary: They met Thursday evening.", "weekday"},
		{"en", "title: A, date: 2025-04-25, summary: 'They met on Friday, and agreed to meet on Monday.'", ""},
		{"en", "title: A, date: 2025-04-25, summary: 'They will meet again on Monday or on Tuesday.'", ""},
		{"en", "title: A, date: 2025-04-25, summary: They will meet the following Monday.", ""},
		{"en", "title: A, date: 2025-04-25, summary: The Sunday Times wrote so.", ""},
		{"en", "title: A, date: 2025-04-24/2025-04-25, summary: 'It went on into the early hours of Friday.'", ""},
		{"en", "title: A, date: 2025-04-25~, summary: They met on Thursday.", ""},
		{"en", "title: A, date: 2025-04, summary: They met on Thursday.", ""},
		{"en", "title: A, date: 1066-10-14, summary: They met on Thursday.", ""},
		{"de", "title: A, date: 2025-04-25, summary: Sie trafen sich am Donnerstag.", "weekday"},
		{"de", "title: A, date: 2025-04-25, summary: Sie trafen sich am Freitag.", ""},
		{"nb", "title: A, date: 2025-04-25, summary: De møttes torsdag.", "weekday"},
		{"fr", "title: A, date: 2025-04-25, summary: Ils se sont vus jeudi.", "weekday"},
		{"es", "title: A, date: 2025-04-25, summary: Se reunieron el jueves.", "weekday"},
		{"tr", "title: A, date: 2025-04-25, summary: Perşembe günü görüştüler.", "weekday"},
		{"tr", "title: A, date: 2025-04-25, summary: Cuma günü görüştüler.", ""},
		{"ru", "title: A, date: 2025-04-25, summary: Они встретились в четверг.", "weekday"},
		{"ru", "title: A, date: 2025-04-25, summary: Они встретились в пятницу.", ""},
		{"uk", "title: A, date: 2025-04-25, summary: Вони зустрілися в п'ятницю., allow: [date-order]", ""},
		{"uk", "title: A, date: 2025-04-25, summary: Вони зустрілися в четвер.", "weekday"},
		{"ar", "title: A, date: 2025-04-25, summary: التقيا يوم الخميس.", "weekday"},
		{"ar", "title: A, date: 2025-04-25, summary: التقيا يوم الجمعة.", ""},
		{"fa", "title: A, date: 2025-04-25, summary: آنها روز پنج‌شنبه دیدار کردند.", "weekday"},
		{"fa-AF", "title: A, date: 2025-04-25, summary: آنها روز پنج شنبه دیدار کردند.", "weekday"},
		{"ps", "title: A, date: 2025-04-25, summary: دوی د جمعې په ورځ سره ولیدل.", ""},
		// Dates that say less.
		{"en", "title: A, date: 2025-04, summary: They met on 25 April.", "date-precision"},
		{"en", "title: A, date: 2025-04, summary: 'They met on April 25th, 2025.'", "date-precision"},
		{"en", "title: A, date: 2025-04, summary: 'They had met on 25 April 2019.'", ""},
		{"en", "title: A, date: 2025-04, summary: They met in April. 25 of them came.", ""},
		{"en", "title: A, date: 2025, summary: They met in April 2025.", "date-precision"},
		{"en", "title: A, date: 2025, summary: 'They may meet, in 2025.'", ""},
		{"de", "title: A, date: 2025-04, summary: Sie trafen sich am 25. April.", "date-precision"},
		{"es", "title: A, date: 2025-04, summary: Se reunieron el 25 de abril de 2025.", "date-precision"},
		{"ru", "title: A, date: 2025-04, summary: Они встретились 25 апреля.", "date-precision"},
		{"fa-AF", "title: A, date: 2025-04, summary: آنها در ۲۵ اپریل دیدار کردند.", "date-precision"},
		// Lengths.
		{"en", "title: Three hours in the hall, date: 2025-04-25, duration: PT4H30M", "length-contradiction"},
		{"en", "title: Four and a half hours in the hall, date: 2025-04-25, duration: PT4H30M", ""},
		{"en", "title: 'A four-and-a-half-hour meeting', date: 2025-04-25, duration: PT4H30M", ""},
		{"en", "title: A 4½-hour meeting, date: 2025-04-25, duration: PT4H30M", ""},
		{"en", "title: A, date: 2025-04-25, duration: PT4H30M, summary: They talked for 4 hours and 30 minutes.", ""},
		{"en", "title: A, date: 2025-04-25, duration: PT4H30M, summary: They talked for three hours.", "length-contradiction"},
		{"en", "title: A, date: 2025-04-25, duration: PT4H30M, summary: 'They talked for four and a half hours, three hours of them alone.'", ""},
		{"en", "title: A, date: 2025-04-25, duration: PT4H30M, summary: They came three hours late.", ""},
		{"en", "title: A, date: 2025-04-25, duration: PT4H30M, summary: Within three hours it was known.", ""},
		{"en", "title: A, date: 2025-04-25, duration: PT4H30M, summary: 'Nearly five hours of talks.'", ""},
		{"en", "title: A, date: 2025-04-25, duration: unknown, summary: They talked for three hours.", ""},
		{"en", "title: A, date: 2025-04-25, summary: They talked for three hours.", ""},
		{"en", "title: Six days in June, date: 1967-06-05/1967-06-10", ""},
		{"en", "title: Ten days in June, date: 1967-06-05/1967-06-10", "length-contradiction"},
		{"en", "title: Three minutes, date: 2025-04-25, duration: PT20M", "length-contradiction"},
		{"nb", "title: Tre timer i Kreml, date: 2025-04-25, duration: PT6H", "length-contradiction"},
		{"nb", "title: Tre timer i Kreml, date: 2025-04-25, duration: PT3H", ""},
		{"de", "title: Drei Stunden im Rathaus, date: 2025-04-25, duration: PT6H", "length-contradiction"},
		{"ru", "title: Три часа в зале, date: 2025-04-25, duration: PT6H", "length-contradiction"},
		{"ar", "title: ثلاث ساعات في القاعة, date: 2025-04-25, duration: PT6H", "length-contradiction"},
		{"fa-AF", "title: سه ساعت در ارگ, date: 2025-04-25, duration: PT6H", "length-contradiction"},
		{"fa-AF", "title: A, date: 2025-04-25, duration: PT3H, summary: نه روز آن آمده و نه محل.", ""},
		// Lengths that claim to be near.
		{"en", "title: A, date: 2025-04-25, duration: <PT5H, summary: They talked for less than five hours.", "length-near"},
		{"en", "title: A, date: 2025-04-25, duration: <PT5H, summary: They talked for slightly less than five hours.", ""},
		{"en", "title: A, date: 2025-04-25, duration: <PT5H, summary: They talked for just under five hours.", ""},
		{"en", "title: A, date: 2025-04-25, duration: <<PT5H, summary: They talked for less than five hours.", ""},
		{"en", "title: A, date: 2025-04-25, duration: '>PT5H', summary: They talked for more than five hours.", "length-near"},
		{"de", "title: A, date: 2025-04-25, duration: <PT5H, summary: Sie sprachen weniger als fünf Stunden.", "length-near"},
		{"de", "title: A, date: 2025-04-25, duration: <PT5H, summary: Sie sprachen knapp fünf Stunden.", ""},
		{"fa-AF", "title: A, date: 2025-04-25, duration: <PT5H, summary: آنها اندکی کمتر از پنج ساعت گفت‌وگو کردند.", ""},
		// Totals.
		{"en", "title: A, date: 2025, summary: 'That makes nineteen hours in total.'", "typed-total"},
		{"en", "title: A, date: 2025, summary: The total number of guests was not known.", ""},
		{"de", "title: A, date: 2025, summary: Insgesamt sprachen sie 19 Stunden.", "typed-total"},
		// Links.
		{"en", "id: a, title: A, date: 2025, summary: 'See #first-round, and #MeToo, and #1.'", "dead-link"},
		{"en", "id: first-round, title: A, date: 2025, summary: 'See #first-round.'", ""},
		{"en", "id: a-b, title: A, date: 2025, links: [{url: 'https://x.example/t/#a-b'}, {url: 'https://x.example/t/#a-c'}, {url: 'https://y.example/#section'}]", "dead-link"},
	} {
		if got := strings.Join(codesOf(t, c.lang, "", c.event), " "); got != c.want {
			t.Errorf("%s: %s\n\tgives %q, want %q", c.lang, c.event, got, c.want)
		}
	}
}

func TestCounts(t *testing.T) {
	for head, want := range map[string]string{
		"standfirst: Six meetings about the harbour\n":                                                                   "count-contradiction",
		"standfirst: One meeting about the harbour\n":                                                                    "",
		"standfirst: The first six meetings are not here\n":                                                              "",
		"standfirst: 'More than 12 events are not here'\n":                                                               "",
		"standfirst: They have three rooms\n":                                                                            "",
		"kinds: [{id: war, name: war, plural: wars}]\nstandfirst: Three wars and no peace\n":                             "",
		"kinds: [{id: meeting, name: round, plural: rounds}]\nstandfirst: Three rounds, seven years\n":                   "count-contradiction",
		"standfirst: In all they talked for five hours in total\n":                                                       "typed-total",
		"people: [{id: a, name: A}]\nplaces: [{name: P}]\nperiods: []\nlanes: []\nstandfirst: '2 meetings, no result'\n": "count-contradiction",
	} {
		got := codesOf(t, "en", head, "kind: meeting, title: A, date: 2025, duration: PT1H")
		if strings.Join(got, " ") != want {
			t.Errorf("%q gives %v, want %q", head, got, want)
		}
	}
	if got := codesOf(t, "nb", "standfirst: Seks møter om havna\n", "kind: meeting, title: A, date: 2025"); !slices.Equal(got, []string{"count-contradiction"}) {
		t.Error(got)
	}
}

// One event out of order is a slip; two are another order.
func TestOrderOfDates(t *testing.T) {
	story := func(dates ...string) (paths string) {
		text := "barline: 1\nid: s\nheadline: S\nsources: [{name: C, title: R}]\nevents:\n"
		for _, d := range dates {
			text += "  - {title: A, date: " + d + "}\n"
		}
		for _, f := range check.Story(inputOf(t, "s.yaml", []byte(text))) {
			paths += f.Path + " " + f.Code + ","
		}
		return paths
	}
	for _, c := range []struct {
		dates, want string
	}{
		{"2001 2002 2003 2004 2005", ""},
		{"2001 2002 1003 2004 2005", "events[2].date date-order,"},
		{"2001 2020 2003 2004 2005", "events[1].date date-order,"},
		{"2001 2002 2003 2004 1999", "events[4].date date-order,"},
		{"2009 2002 2003 2004 2005", "events[0].date date-order,"},
		{"2001 2003 2002 2005 2004", ""},
		{"2005 2004 2003 2002", ""},
		{"2001 2001 2001 2000-12", "events[3].date date-order,"},
		{"2003 2001 2002", ""},
	} {
		if got := story(strings.Fields(c.dates)...); got != c.want {
			t.Errorf("%s: %q, want %q", c.dates, got, c.want)
		}
	}
}

// What is known of a table has the places of its cells.
func TestPlacesInTables(t *testing.T) {
	table := "title,start,duration,summary,allow\nA,2025-04-25,,They met on Thursday.,\nB,2025-04-25,,They met on Thursday.,weekday\n"
	var got []string
	for _, f := range check.Story(inputOf(t, "t.csv", []byte(table))) {
		got = append(got, f.String())
	}
	if len(got) != 2 || !strings.HasPrefix(got[1], "t.csv:2:15: events[0].summary: warning: the text says Thursday") {
		t.Errorf("%q", got)
	}
}

func FuzzStory(f *testing.F) {
	f.Add("They met on 25 April for 4½ hours, and 4 hours and", "en")
	f.Add("سه ساعت و نیم", "fa")
	f.Add("#a-b 5-", "de")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !slices.Contains([]string{"en", "de", "fa", "ar", "ru", "tr"}, lang) || strings.ContainsAny(text, "\n\r\"\\{}") {
			t.Skip()
		}
		story := `{"barline": 1, "id": "s", "headline": "x", "lang": "` + lang + `", "events": [{"title": "T", "date": "2025-04", "duration": "<PT5H", "summary": "` + text + `"}]}`
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%q: %v", text, r)
			}
		}()
		in, ok := tryInput(t, story)
		if ok {
			check.Story(in)
		}
	})
}
