package storytest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"barline/data/edtf"
)

// Limits bound an invented story.
type Limits struct {
	// Meetings and Contexts are how many of each there are at most. There is
	// at least one event.
	Meetings, Contexts int
	// Calm stories have dates and words such as newsrooms write: days and
	// months at least a week apart, short names.
	Calm bool
}

// Anything is as wild as stories get.
func Anything() Limits { return Limits{Meetings: 24, Contexts: 10} }

// Yaml invents a story file: dates within days or over millennia, lengths of
// every certainty, waits, long titles and places, a quotation of ten thousand
// characters.
func Yaml(t *rapid.T, l Limits) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: invented\nheadline: Invented\nsources:\n  - id: s\n    name: A source\n    title: A report\n")
	b.WriteString("people:\n  - id: somebody\n    name: Somebody\nplaces:\n")
	fmt.Fprintf(&b, "  - id: here\n    name: Here\n  - id: far\n    name: %s\nevents:\n", strings.TrimSpace(strings.Repeat("Llanfair ", 20)))
	dates := newDates(t, l.Calm)
	meetings := rapid.IntRange(0, l.Meetings).Draw(t, "meetings")
	contexts := rapid.IntRange(0, l.Contexts).Draw(t, "contexts")
	if meetings+contexts == 0 {
		meetings = 1
	}
	var whens, lengths []string
	taken := func(short bool) string {
		l := length(t, l.Calm, short)
		if l != "unknown" {
			lengths = append(lengths, strings.TrimLeft(l, "~<>"))
		}
		return l
	}
	for i := range meetings {
		when := dates.draw(t)
		whens = append(whens, when)
		// No length is longer than its event's interval.
		short := strings.Contains(when, "/")
		fmt.Fprintf(&b, "  - id: m%d\n    kind: meeting\n    title: %s\n    date: %s\n", i, prose(t, l.Calm), when)
		fmt.Fprintf(&b, "    place: %s\n", rapid.SampledFrom([]string{"here", "far"}).Draw(t, "place"))
		if l.Calm || rapid.Bool().Draw(t, "plain") {
			fmt.Fprintf(&b, "    duration: \"%s\"\n", taken(short))
		} else {
			fmt.Fprintf(&b, "    phases:\n      - kind: waiting\n        duration: \"%s\"\n        basis: %s\n", length(t, false, short), basis(t))
			fmt.Fprintf(&b, "      - kind: talks\n        duration: \"%s\"\n        basis: %s\n        note: %s\n", taken(short), basis(t), prose(t, l.Calm))
		}
		if i == 0 && !l.Calm {
			fmt.Fprintf(&b, "    quotes:\n      - id: q\n        speaker: somebody\n        words: %s\n", strings.TrimSpace(strings.Repeat("word ", 2000)))
		}
	}
	for i := range contexts {
		when := dates.draw(t)
		whens = append(whens, when)
		fmt.Fprintf(&b, "  - id: c%d\n    kind: context\n    title: %s\n    date:\n      value: %s\n      basis: %s\n", i, prose(t, l.Calm), when, basis(t))
	}
	if !l.Calm {
		b.WriteString(Annotations(t, whens, lengths))
	}
	return b.String()
}

func basis(t *rapid.T) string {
	return rapid.SampledFrom([]string{"reported", "reportedly", "outside"}).Draw(t, "basis")
}

func prose(t *rapid.T, calm bool) string {
	if calm {
		return rapid.SampledFrom([]string{"Talks", "A visit", "Ministers meet"}).Draw(t, "title")
	}
	n := rapid.SampledFrom([]int{1, 2, 3, 6, 12, 33}).Draw(t, "words")
	return strings.TrimSpace(strings.Repeat("Talks ", n))
}

func length(t *rapid.T, calm, short bool) string {
	if calm {
		return rapid.SampledFrom([]string{"PT2H", "PT3H30M", "<PT3H", "~PT4H", ">PT1H", "PT5H20M", "unknown"}).Draw(t, "length")
	}
	qualifier := rapid.SampledFrom([]string{"", "~", "<", ">", "?"}).Draw(t, "qualifier")
	if qualifier == "?" {
		return "unknown"
	}
	if short {
		return qualifier + rapid.SampledFrom([]string{"PT1S", "PT1H", "PT7H59M", "PT12H"}).Draw(t, "short length")
	}
	return qualifier + rapid.SampledFrom([]string{"PT1S", "PT5M", "PT1H", "PT3H", "PT4H30M", "PT7H59M", "PT12H", "P2DT3H", "P30D", "P3000D"}).Draw(t, "length")
}

// dates draws the dates of one story: all within a few days, months, years or
// everything there is.
type dates struct {
	first, span int // days since 1970
	calm        bool
	next        int
}

func newDates(t *rapid.T, calm bool) *dates {
	if calm {
		return &dates{first: 20089, calm: true} // 1 January 2025
	}
	d := &dates{span: rapid.SampledFrom([]int{1, 3, 20, 90, 360, 1200, 10000, 300000}).Draw(t, "days")}
	d.first = rapid.SampledFrom([]int{20089, 20400, 0, -719528, -800000}).Draw(t, "first")
	return d
}

func (d *dates) draw(t *rapid.T) string {
	if d.calm {
		at := d.first + d.next
		d.next += rapid.IntRange(25, 45).Draw(t, "later")
		return date(at, 10)
	}
	at := d.first + rapid.IntRange(0, d.span).Draw(t, "day")
	switch rapid.IntRange(0, 6).Draw(t, "form") {
	case 0:
		return date(at, 7)
	case 1:
		return date(at, 10) + "/" + date(at+rapid.IntRange(0, 40).Draw(t, "long"), 10)
	case 2:
		return date(at, 10) + rapid.SampledFrom([]string{"~", "?", "%"}).Draw(t, "mark")
	case 3:
		if d.span > 1000 {
			return "\"" + date(at, 4) + "\""
		}
	case 4:
		return fmt.Sprintf("%sT%02d:%02d:00Z", date(at, 10), rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
	}
	return date(at, 10)
}

// date writes a day to the year (4), the month (7) or the day (10).
func date(day, digits int) string {
	year, month, d := edtf.Civil(int64(day) * 86400)
	sign := ""
	if year < 0 {
		sign, year = "-", -year
	}
	return sign + fmt.Sprintf("%04d-%02d-%02d", year, month, d)[:digits]
}

// Spans invents a story file of spans and moments: over hours or millennia, with
// open ends and coarse dates, in lanes or without, with titles of a letter and of
// two hundred.
func Spans(t *rapid.T) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: s\nheadline: H\nkinds: [{id: war, name: war, paint: third}]\npeople: [{id: ada, name: Ada, role: a minister}]\nperiods: [{title: A period, date: 1914/1945}, {title: Another, date: 1930/..}]\nevents:\n")
	years := rapid.SampledFrom([]int{0, 3, 60, 800, 5000}).Draw(t, "years")
	date := func() (string, int) {
		year := 1900 + rapid.IntRange(-years, years).Draw(t, "year")
		text := fmt.Sprintf("%04d", year)
		if year < 0 {
			text = fmt.Sprintf("-%04d", -year)
		}
		switch rapid.IntRange(0, 3).Draw(t, "precision") {
		case 0:
			text += fmt.Sprintf("-%02d-%02d", rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
		case 1:
			text += fmt.Sprintf("-%02d", rapid.IntRange(1, 12).Draw(t, "month"))
		case 2:
			text += fmt.Sprintf("-%02d", rapid.IntRange(21, 24).Draw(t, "season"))
		}
		return text + rapid.SampledFrom([]string{"", "", "~", "?"}).Draw(t, "mark"), year
	}
	var dates []string
	for i := range rapid.IntRange(1, 40).Draw(t, "events") {
		a, year := date()
		c, later := date()
		text := a
		switch rapid.IntRange(0, 6).Draw(t, "form") {
		case 0, 1:
			if later > year {
				text = a + "/" + c
			}
		case 2:
			text = a + "/.."
		case 3:
			text = "../" + a
		case 4:
			text = a + "/"
		}
		dates = append(dates, text)
		title := rapid.SampledFrom([]string{"T", "A title of some words", strings.Repeat("x", 200), "Переговоры о гавани", strings.Repeat("long ", 30) + "title"}).Draw(t, "title")
		fmt.Fprintf(&b, "  - {title: %s, date: \"%s\", lane: \"%s\", kind: %s%s}\n", title, text, rapid.SampledFrom([]string{"", "Lane", "A lane with a long name"}).Draw(t, "lane"), rapid.SampledFrom([]string{"war", "context"}).Draw(t, "kind"),
			rapid.SampledFrom([]string{"", fmt.Sprintf(", quotes: [{id: q%d, speaker: ada, words: Yes.}]", i)}).Draw(t, "quotes"))
	}
	b.WriteString(Annotations(t, dates, nil))
	return b.String()
}
