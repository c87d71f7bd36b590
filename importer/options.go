package importer

import (
	"slices"
	"strconv"
	"strings"

	"barline/data"
	"barline/importer/dates"
	"barline/importer/shapes/zone"
)

// Options are what the one who imports said.
type Options struct {
	// Map are the columns of fields, by the field's name: title, date, text, ….
	Map map[string][]string
	// Dates is the order of dates: dmy, mdy or ymd; with a comma also months or years
	// for what 1905-06 is, gregorian or solar for the calendar.
	Dates string
	// Century is the first of the hundred years into which two-digit years fall, or 0.
	Century  int
	Day      string // the day of times without one, EDTF
	BC       string // historical or astronomical
	Zone     string // an IANA name, of times without one
	Lang     string // the story's, a BCP 47 tag
	Headline string // the story's, if the file has none
	Sheet    string // the worksheet to read; "" is the first with a table
	// Strict makes a row that cannot be read an error; else it is left out.
	Strict bool
	// Compact keeps the events of a large story as columns (storyfile.DecodeCompact), for
	// one who shows it and asks for few of them.
	Compact bool
	// Name is the file's name, for messages.
	Name string
	// Called is what the file is called, for the story's id; "" is Name.
	Called string
	// Base is the address that the file came from, against which the addresses in it
	// are resolved, or "".
	Base string
	// Progress is told now and then how far the import has come; it may be nil. total is
	// what all passes go through together, in rows.
	Progress func(done, total int)
}

// progressEvery is after how many rows Progress is told again.
const progressEvery = 500

// The passes of an import through the rows of a table: it reads them, writes their events,
// and decodes these, which is done in one piece.
const (
	readingPass = iota
	writingPass
	decodingPass
	passes
)

// tell tells Progress of row i of n in a pass, from 0.
func (o *Options) tell(pass, i, n int) {
	if o.Progress != nil && i%progressEvery == 0 {
		o.Progress(pass*n+i, passes*n)
	}
}

// OptionError is an option that says nothing that is known.
type OptionError struct{ Text string }

func (e *OptionError) Error() string { return e.Text }

// dates are the options of dates. Its error is an *OptionError.
func (o *Options) dates() (dates.Options, error) {
	d := dates.Options{Lang: o.Lang, Zone: o.Zone}
	if o.Zone != "" {
		z := zone.Find(o.Zone)
		if z == nil {
			return d, &OptionError{"--zone " + o.Zone + ": there is no such time zone; write one as Europe/Oslo or America/New_York"}
		}
		d.OffsetAt = z.Ahead
	}
	if a, b := contrary(o.Dates); a != "" {
		return d, &OptionError{"--dates " + o.Dates + ": " + a + " and " + b + " answer the same question; say one of them"}
	}
	for _, answer := range []struct{ option, value, fix string }{
		{"dates", o.Dates, "write dmy, mdy or ymd; months or years for what 1905-06 is; gregorian or solar for the calendar; several with commas, as dmy,months"},
		{"century", numberOr(o.Century), "write the first of a hundred years, such as 1917"},
		{"day", o.Day, "write a day such as 2024-03-26"},
		{"bc", o.BC, "write historical (-44 is 44 BC) or astronomical (-43 is)"},
	} {
		if answer.value != "" && !d.Answer(answer.option, answer.value) {
			return d, &OptionError{"--" + answer.option + " " + answer.value + ": " + answer.fix}
		}
	}
	if o.Lang != "" && !data.IsLanguage(o.Lang) {
		return d, &OptionError{"--lang " + o.Lang + ": write a language tag such as en, de or fa-AF"}
	}
	return d, nil
}

// subject is what an answer of the option dates is about: the order of day, month and
// year, the two digits after a year, or the calendar. "" is of no answer.
func subject(answer string) string {
	switch answer {
	case "dmy", "mdy", "ymd":
		return "order"
	case "months", "years":
		return "pair"
	case "gregorian", "solar":
		return "calendar"
	}
	return ""
}

// answersOf are the answers in a value of the option dates.
func answersOf(value string) []string {
	var all []string
	for part := range strings.SplitSeq(value, ",") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	return all
}

// contrary are two answers in a value of the option dates that answer the same
// question, or "".
func contrary(value string) (a, b string) {
	said := map[string]string{}
	for _, answer := range answersOf(value) {
		about := subject(answer)
		if before := said[about]; about != "" && before != "" {
			return before, answer
		}
		said[about] = answer
	}
	return "", ""
}

func numberOr(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// storyID is the story's id, made of what the file is called.
func (o *Options) storyID() string {
	name := o.Called
	if name == "" {
		name = o.Name
	}
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name, _, _ = strings.Cut(name, "?")
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	if id := data.Slug(name); id != "" {
		return id
	}
	return "timeline"
}
