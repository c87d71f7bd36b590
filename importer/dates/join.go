package dates

import (
	"strings"

	"barline/data/edtf"
)

// Ongoing is the end of what goes on, as [ParseEnd] returns it and [Join] takes it.
const Ongoing = ".."

// UnknownEnd is the end of what ended nobody knows when, as [ParseEnd] returns it and
// [Join] takes it.
const UnknownEnd = "?"

// ParseEnd reads the end of a stretch that stands in a column of its own: as
// [Parse], words such as "present" and "heute" as [Ongoing], and words such as
// "unknown" as [UnknownEnd].
func ParseEnd(written string, o Options) (Read, error) {
	text := strings.TrimSpace(written)
	if text == Ongoing {
		return Read{EDTF: Ongoing}, nil
	}
	read, err := Parse(text, o)
	if err == nil {
		return read, nil
	}
	if len(text) > maxRunes {
		return Read{}, err
	}
	r := reader{o: &o, text: text}
	if r.lex() != nil {
		return Read{}, err
	}
	if r.isNoDate(0, r.n) {
		return Read{EDTF: UnknownEnd}, nil
	}
	going := false
	for _, it := range r.items[:r.n] {
		switch it.kind {
		case present:
			going = true
		case filler, mark, to, until, since, sinceOrSeconds:
		default:
			return Read{}, err
		}
	}
	if !going {
		return Read{}, err
	}
	return Read{EDTF: Ongoing}, nil
}

// Join makes one date of a beginning and an end, both EDTF: 1914 and 1918 are
// 1914/1918; equal ones are one date. A qualifier stays with its end. The end may be
// [Ongoing] or [UnknownEnd]. An empty beginning is one that nobody knows, an empty end leaves the
// beginning as it is. A set, such as a year of the Solar Hijri calendar, becomes
// about the month or the year in which it begins, for EDTF has no stretch between
// sets; a set without a beginning or an end cannot be joined. Of a beginning that is
// a stretch already the end has to be the same.
func Join(from, to string) (string, error) {
	switch {
	case from == "" && to == "":
		return "", fault("", "there is no date")
	case to == "" || from == to:
		_, err := edtf.Parse(from)
		return from, err
	}
	if from == "" {
		end, err := joinable(to)
		if err != nil {
			return "", err
		}
		return "/" + end, nil
	}
	a, err := edtf.Parse(from)
	if err != nil {
		return "", err
	}
	if a.IsInterval() {
		_, end := a.Ends()
		if to == Ongoing && end == edtf.Open || end == edtf.Dated && a.End().String() == to {
			return from, nil
		}
		return "", fault(from, "the beginning is a stretch itself, and its end is not "+to)
	}
	begin, err := joinable(from)
	if err != nil {
		return "", err
	}
	end := to
	switch to {
	case Ongoing:
	case UnknownEnd:
		end = ""
	default:
		if end, err = joinable(to); err != nil {
			return "", err
		}
	}
	joined := begin + "/" + end
	if _, err := edtf.Parse(joined); err != nil {
		if e, ok := err.(*edtf.Error); ok {
			return "", fault(joined, e.What)
		}
		return "", err
	}
	return joined, nil
}

// joinable is a date that can be one end of a stretch.
func joinable(text string) (string, error) {
	d, err := edtf.Parse(text)
	if err != nil {
		return "", err
	}
	switch {
	case d.IsInterval():
		return "", fault(text, "one end of a stretch is a stretch itself")
	case !d.IsSet():
		return text, nil
	}
	if first, last := d.Ends(); first != edtf.Dated || last != edtf.Dated {
		return "", fault(text, "a date before or after another cannot be one end of a stretch")
	}
	from, to := d.Bounds()
	y, m, _ := edtf.Civil(from)
	rough := day{year: y}
	const days = 24 * 3600
	if to-from <= 45*days {
		rough.month = m
	}
	if d.Uncertain() {
		return dayText(rough) + "%", nil
	}
	return dayText(rough) + "~", nil
}
