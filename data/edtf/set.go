package edtf

import "strings"

// parseSet reads a set of which one member is meant: [1667,1668,1670..1672].
func parseSet(s string) (Date, error) {
	if !strings.HasSuffix(s, "]") {
		return Date{}, fault(s, "a set without its closing bracket", "write "+s+"]")
	}
	inner := s[1 : len(s)-1]
	if strings.TrimSpace(inner) == "" {
		return Date{}, fault(s, "a set without members", "write [1860,1862] for one of two years, or [1860..1872] for one year between them")
	}
	var texts []string
	d := Date{form: set}
	var from, to int64
	for text := range strings.SplitSeq(inner, ",") {
		m, err := parseMember(s, strings.TrimSpace(text))
		if err != nil {
			return Date{}, err
		}
		texts = append(texts, memberString(m))
		a, b := m.Bounds()
		if d.start == (point{}) || a < from {
			d.start, from = m.Start().start, a
		}
		if d.end == (point{}) || b > to {
			d.end, to = m.End().start, b
		}
		if start, end := m.Ends(); start != Dated {
			d.startEnd = Open
		} else if end != Dated {
			d.endEnd = Open
		}
	}
	if len(texts) == 1 && !strings.Contains(texts[0], "..") {
		return Date{start: d.start}, nil // a set of one date is that date
	}
	d.set = strings.Join(texts, ",")
	return d, nil
}

// parseMember reads one member of the set whole: a date, or a stretch of them,
// which is an interval here.
func parseMember(whole, s string) (Date, error) {
	if s == "" {
		return Date{}, fault(whole, "an empty member of a set", "write "+withoutEmpty(whole))
	}
	if strings.Contains(s, "/") {
		return Date{}, fault(whole, "an interval in a set", "write "+strings.ReplaceAll(whole, "/", "..")+" with two dots for one of the dates between")
	}
	first, last, isStretch := strings.Cut(s, "..")
	if !isStretch {
		p, err := parsePoint(whole, s)
		return Date{start: p}, err
	}
	if first == "" && last == "" {
		return Date{}, fault(whole, "a set that says nothing", exampleFix)
	}
	d, err := parseInterval(whole, cmpOpen(first), cmpOpen(last))
	return d, err
}

// cmpOpen turns what is left out in a set's stretch into the open end of an
// interval.
func cmpOpen(s string) string {
	if s == "" {
		return ".."
	}
	return s
}

func memberString(m Date) string {
	if m.form != interval {
		return m.start.String()
	}
	s := ""
	if m.startEnd == Dated {
		s = m.start.String()
	}
	s += ".."
	if m.endEnd == Dated {
		s += m.end.String()
	}
	return s
}

// withoutEmpty writes a set without its empty members.
func withoutEmpty(whole string) string {
	var members []string
	for m := range strings.SplitSeq(strings.Trim(whole, "[]"), ",") {
		if m = strings.TrimSpace(m); m != "" {
			members = append(members, m)
		}
	}
	return "[" + strings.Join(members, ",") + "]"
}
