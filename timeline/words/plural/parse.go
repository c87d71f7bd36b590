package plural

import "strconv"

// Error is a mistake in the text of rules.
type Error struct {
	Offset int    // where it is, in bytes from the start of the text
	What   string // what is wrong, and what is right there
}

func (e *Error) Error() string { return "plural rules, byte " + strconv.Itoa(e.Offset) + ": " + e.What }

// Parse reads rules: "category: condition", with semicolons between them. A
// category may be there only once. The text may be empty: everything is Other then.
// An error is an [*Error].
func Parse(text string) (Rules, error) {
	p := parser{text: text}
	r := p.rules()
	if p.err != nil {
		return Rules{}, p.err
	}
	return r, nil
}

// parser reads a text from its start to its end, or to its first mistake, after
// which it finds nothing any more.
type parser struct {
	text string
	at   int
	err  *Error
}

func (p *parser) fail(at int, what string) {
	if p.err == nil {
		p.err = &Error{at, what}
		p.at = len(p.text)
	}
}

// expected reports that something else is next than what is right there.
func (p *parser) expected(what string) {
	p.space()
	rest := p.text[p.at:]
	for i, r := range rest {
		if i > 0 && (r == ' ' || i >= 12) {
			rest = rest[:i]
			break
		}
	}
	found := "the end of the text"
	if rest != "" {
		found = `"` + rest + `"`
	}
	p.fail(p.at, "expected "+what+", found "+found)
}

func (p *parser) rules() Rules {
	var r Rules
	var has [NumCategories]bool
	for !p.end() {
		start := p.at
		c, ok := ParseCategory(p.word())
		switch {
		case !ok:
			p.at = start
			p.expected("zero, one, two, few, many or other")
		case has[c]:
			p.fail(start, "the category "+c.String()+" is there twice")
		case !p.eat(":"):
			p.expected(`":"`)
		case c != Other:
			r.rules = append(r.rules, rule{c, p.condition()})
		}
		has[c] = true
		if !p.end() && !p.eat(";") {
			if c == Other {
				p.expected(`";" or the end: the category other has no condition`)
			} else {
				p.expected(`"and", "or", ";" or the end`)
			}
		}
	}
	return r
}

// condition is alternatives with "or" between them, which are relations with "and"
// between them.
func (p *parser) condition() [][]relation {
	var alternatives [][]relation
	for {
		var all []relation
		for {
			all = append(all, p.relation())
			if !p.eatWord("and") {
				break
			}
		}
		alternatives = append(alternatives, all)
		if !p.eatWord("or") {
			return alternatives
		}
	}
}

func (p *parser) relation() relation {
	start := p.at
	var r relation
	switch w := p.word(); w {
	case "n", "i", "v", "w", "f", "t", "c", "e":
		r.operand = w[0]
	default:
		p.at = start
		p.expected("one of n, i, v, w, f, t, c and e")
		return r
	}
	if p.eat("%") {
		p.space()
		start := p.at
		if r.modulus = p.number(); r.modulus == 0 {
			p.fail(start, "no number can be divided by 0")
		}
	}
	r.negated = p.eat("!=")
	if !r.negated && !p.eat("=") {
		p.expected(`"=" or "!="`)
	}
	for {
		p.space()
		start := p.at
		from := p.number()
		to := from
		if p.eat("..") {
			if to = p.number(); to <= from {
				p.fail(start, "a range goes from a number to a larger one")
			}
		}
		r.ranges = append(r.ranges, span{from, to})
		if !p.eat(",") {
			return r
		}
	}
}

// end passes over spaces and reports whether nothing follows them.
func (p *parser) end() bool {
	p.space()
	return p.at == len(p.text)
}

func (p *parser) space() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\n' || p.text[p.at] == '\t' || p.text[p.at] == '\r') {
		p.at++
	}
}

// eat passes over a sign if it is next.
func (p *parser) eat(sign string) bool {
	p.space()
	if len(p.text)-p.at < len(sign) || p.text[p.at:p.at+len(sign)] != sign {
		return false
	}
	p.at += len(sign)
	return true
}

// word passes over the letters that are next, if any, and returns them.
func (p *parser) word() string {
	p.space()
	start := p.at
	for p.at < len(p.text) && p.text[p.at] >= 'a' && p.text[p.at] <= 'z' {
		p.at++
	}
	return p.text[start:p.at]
}

func (p *parser) eatWord(word string) bool {
	start := p.at
	if p.word() == word {
		return true
	}
	p.at = start
	return false
}

// number reads a whole number of at most 17 digits, as many as operands keep.
func (p *parser) number() uint64 {
	p.space()
	start := p.at
	var n uint64
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		n = push(n, p.text[p.at]-'0')
		p.at++
	}
	switch {
	case p.at == start:
		p.expected("a number")
	case p.at-start > 17:
		p.fail(start, "a number has at most 17 digits")
	}
	return n
}
