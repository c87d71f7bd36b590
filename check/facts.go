package check

import (
	"math"
	"strconv"
	"strings"

	"barline/data"
	"barline/data/edtf"
)

// saying is a report as far as its words are understood.
type saying struct {
	name    string
	text    string
	lexicon *lexicon
	tokens  []token
	lengths []saidLength
	days    map[[2]int]int // month and day, to the token of the month
	months  map[int]int    // month, to its token
	numbers map[float64]int
}

func newSaying(r Report) *saying {
	s := &saying{name: r.Name, text: r.Text, days: map[[2]int]int{}, months: map[int]int{}, numbers: map[float64]int{}}
	if !r.Known {
		return s
	}
	s.lexicon, s.tokens = newLexicon(r.Words), tokens(r.Text)
	for i := range s.tokens {
		if m, ok := s.lexicon.months[s.tokens[i].text]; ok {
			put(s.months, m, i)
			if day := dayBeside(s.tokens, i); day > 0 {
				put(s.days, [2]int{m, day}, i)
			}
		}
		if value, _, ok := s.lexicon.numberAt(s.tokens, i); ok {
			put(s.numbers, value, i)
		}
	}
	s.lengths = s.lexicon.lengthsInAny(text{tokens: s.tokens})
	return s
}

func put[K comparable](m map[K]int, key K, at int) {
	if _, known := m[key]; !known {
		m[key] = at
	}
}

// around is what stands around tokens, on one line.
func (s *saying) around(from, to int) string {
	const more = 5
	a, b := max(0, from-more), min(len(s.tokens)-1, to+more)
	return strings.Join(strings.Fields(s.text[s.tokens[a].from:s.tokens[b].to]), " ")
}

// fact is something that a story says and a report may say as well.
type fact struct {
	at   place
	says string
	find func(*saying) (from, to int, ok bool)
}

// facts lists what of the story's dates, lengths and numbers stands in the reports.
func (c *checker) facts(reports []Report) {
	var all []*saying
	for _, r := range reports {
		if s := newSaying(r); s.lexicon != nil {
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return
	}
	for n, i := range c.events {
		e := &event{Event: c.list[i], at: c.root().field("events").item(n), n: n}
		c.nearInReports(e, all)
	next:
		for _, f := range c.factsOf(e) {
			for _, s := range all {
				if from, to, ok := f.find(s); ok {
					c.add(f.at, e, "fact-found", f.says+" stands in "+s.name+": “"+s.around(from, to)+"”", "")
					continue next
				}
			}
			c.add(f.at, e, "fact-missing", f.says+" does not stand in the source in words that are understood here", "")
		}
	}
}

// factsOf are the facts of an event that can be looked for: its day or month, its
// lengths, and the numbers of its texts.
func (c *checker) factsOf(e *event) []fact {
	var all []fact
	d := e.Date
	if !d.IsSet() && !d.Patterned() && e.DateBasis != data.Outside {
		start := d.Start()
		switch m, day := start.Month(), start.Day(); {
		case m > 0 && day > 0:
			all = append(all, fact{e.at.field("date"), "the date " + start.String(), func(s *saying) (int, int, bool) {
				at, ok := s.days[[2]int{m, day}]
				return at, at, ok
			}})
		case m > 0:
			all = append(all, fact{e.at.field("date"), "the month " + start.String(), func(s *saying) (int, int, bool) {
				at, ok := s.months[m]
				return at, at, ok
			}})
		case start.Precision() == edtf.Year && start.Year() > 0:
			all = append(all, fact{e.at.field("date"), "the year " + start.String(), func(s *saying) (int, int, bool) {
				at, ok := s.numbers[float64(start.Year())]
				return at, at, ok
			}})
		}
	}
	for _, p := range e.Phases {
		if !p.Length.Known() {
			continue
		}
		at := e.at.field("duration")
		if at.absent {
			at = e.at.field("phases")
		}
		length := p.Length
		all = append(all, fact{at, "the length " + length.String(), func(s *saying) (int, int, bool) {
			for _, l := range s.lengths {
				if math.Abs(l.seconds-float64(length.Seconds)) < 60 {
					return l.from, l.to, true
				}
			}
			return 0, 0, false
		}})
	}
	if c.lexicon != nil {
		all = append(all, c.numbersOf(e)...)
	}
	return all
}

// numbersOf are the numbers in an event's texts that are neither lengths nor parts of
// dates.
func (c *checker) numbersOf(e *event) []fact {
	var all []fact
	seen := map[float64]bool{}
	texts := []text{{at: e.at.field("title"), text: e.Title}}
	for k, p := range e.Summary {
		texts = append(texts, text{at: e.at.field("summary").item(k), text: p})
	}
	for _, t := range texts {
		t.tokens = tokens(t.text)
		for i := 0; i < len(t.tokens); i++ {
			value, n, ok := c.lexicon.numberAt(t.tokens, i)
			if !ok {
				continue
			}
			at := i
			i += n - 1
			if seen[value] || value < 3 && value == math.Trunc(value) || value == float64(e.Date.Year()) {
				continue
			}
			beside := func(k int) bool {
				if k < 0 || k >= len(t.tokens) {
					return false
				}
				_, month := c.lexicon.months[t.tokens[k].text]
				_, unit := c.lexicon.units[t.tokens[k].text]
				return month || unit
			}
			if beside(at-1) || beside(at+n) {
				continue
			}
			seen[value] = true
			says := "the number " + strconv.FormatFloat(value, 'f', -1, 64)
			all = append(all, fact{t.at, says, func(s *saying) (int, int, bool) {
				k, ok := s.numbers[value]
				return k, k, ok
			}})
		}
	}
	return all
}
