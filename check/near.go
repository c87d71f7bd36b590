package check

import (
	"math"
	"strings"

	"barline/data"
)

// near finds lengths that claim to be near their bound where the text does not.
func (c *checker) near(e *event, texts []text) {
	talks, ok := e.Talks()
	if !ok || talks.Length.Qualifier != data.Under && talks.Length.Qualifier != data.Over {
		return
	}
	near, far := data.Under, data.LessThan
	if talks.Length.Qualifier == data.Over {
		near, far = data.Over, data.MoreThan
	}
	for _, t := range texts {
		if c.lexicon.lang == "en" {
			for _, s := range c.lexicon.lengthsIn(t) {
				if isFar(t.tokens, s, near) && agrees(s, data.Duration{Seconds: talks.Length.Seconds}) {
					c.sayNear(e, "the text", talks.Length, far)
					return
				}
			}
			continue
		}
		is, was := c.lexicon.near[far], c.lexicon.near[near]
		said := plainWord(t.text)
		for k := range is {
			if len(is[k]) > 3 && strings.Contains(said, is[k]) && (was[k] == "" || !strings.Contains(said, was[k])) && len(c.lexicon.lengthsIn(t)) == 1 {
				c.sayNear(e, "the text", talks.Length, far)
				return
			}
		}
	}
}

// isFar reports whether English words call a length a bound without nearness: “less than
// five hours”, where a length that is near, on this side, would be “just under”.
func isFar(tokens []token, s saidLength, near data.Qualifier) bool {
	before := func(n int) string {
		if s.from < n {
			return ""
		}
		return tokens[s.from-n].text
	}
	if before(1) != "than" || isOneOf(before(3), "slightly", "little", "bit", "just", "somewhat", "no", "not") {
		return false
	}
	return near == data.Under && isOneOf(before(2), "less", "fewer") || near == data.Over && before(2) == "more"
}

// nearInReports finds lengths that claim to be near their bound where a report in English
// says them, and never says so.
func (c *checker) nearInReports(e *event, reports []*saying) {
	talks, ok := e.Talks()
	if !ok || talks.Length.Qualifier != data.Under && talks.Length.Qualifier != data.Over {
		return
	}
	far := data.LessThan
	if talks.Length.Qualifier == data.Over {
		far = data.MoreThan
	}
	where := ""
	for _, s := range reports {
		for _, l := range s.lengths {
			if s.lexicon.lang != "en" || math.Abs(l.seconds-float64(talks.Length.Seconds)) >= 60 {
				continue
			}
			if !isFar(s.tokens, l, talks.Length.Qualifier) {
				return
			}
			where = s.name
		}
	}
	if where != "" {
		c.sayNear(e, where, talks.Length, far)
	}
}

func (c *checker) sayNear(e *event, where string, length data.Duration, far data.Qualifier) {
	says, claims := "“less than”", "“just under”"
	if far == data.MoreThan {
		says, claims = "“more than”", "“over”"
	}
	other := data.Duration{Seconds: length.Seconds, Qualifier: far}
	at := e.at.field("duration")
	if at.absent {
		at = e.at.field("phases")
	}
	c.add(at, e, "length-near", where+" says "+says+", and "+length.String()+" says "+claims+", which claims that it was near", "write "+other.String()+", or say in the text that it was near")
}
