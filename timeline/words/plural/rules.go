package plural

import "strconv"

// Rules sort numbers into the categories of a language. The zero value puts all of
// them into Other, as Japanese does.
type Rules struct{ rules []rule }

// rule gives a category the numbers for which one of its alternatives holds, in
// each of which every relation must.
type rule struct {
	category     Category
	alternatives [][]relation
}

// relation is "operand % modulus = ranges", with "!=" if it is negated.
type relation struct {
	operand byte
	modulus uint64 // 0 if there is none
	negated bool
	ranges  []span
}

type span struct{ from, to uint64 }

// Of is the category of a number.
func (r Rules) Of(op Operands) Category {
	for _, rule := range r.rules {
		if rule.holds(op) {
			return rule.category
		}
	}
	return Other
}

// Categories lists those that the language has, in the order zero, one, two, few,
// many, other.
func (r Rules) Categories() []Category {
	var has [NumCategories]bool
	for _, rule := range r.rules {
		has[rule.category] = true
	}
	var list []Category
	for c := Zero; c <= Many; c++ {
		if has[c] {
			list = append(list, c)
		}
	}
	return append(list, Other)
}

func (r *rule) holds(op Operands) bool {
	for _, all := range r.alternatives {
		if hold(all, op) {
			return true
		}
	}
	return false
}

func hold(all []relation, op Operands) bool {
	for i := range all {
		if !all[i].holds(op) {
			return false
		}
	}
	return true
}

func (r *relation) holds(op Operands) bool {
	value, whole := op.value(r.operand)
	if r.modulus != 0 {
		value %= r.modulus
	}
	if whole { // else it equals nothing: rules name whole numbers only
		for _, s := range r.ranges {
			if s.from <= value && value <= s.to {
				return !r.negated
			}
		}
	}
	return r.negated
}

// String is the text of rules, which Parse reads as the same rules.
func (r Rules) String() string {
	var b []byte
	for i, rule := range r.rules {
		if i > 0 {
			b = append(b, "; "...)
		}
		b = append(b, rule.category.String()...)
		b = append(b, ": "...)
		for i, all := range rule.alternatives {
			if i > 0 {
				b = append(b, " or "...)
			}
			for i := range all {
				if i > 0 {
					b = append(b, " and "...)
				}
				b = all[i].append(b)
			}
		}
	}
	return string(b)
}

func (r *relation) append(b []byte) []byte {
	b = append(b, r.operand)
	if r.modulus != 0 {
		b = append(b, " % "...)
		b = strconv.AppendUint(b, r.modulus, 10)
	}
	if r.negated {
		b = append(b, " !"...)
	} else {
		b = append(b, ' ')
	}
	b = append(b, "= "...)
	for i, s := range r.ranges {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(b, s.from, 10)
		if s.to != s.from {
			b = append(b, ".."...)
			b = strconv.AppendUint(b, s.to, 10)
		}
	}
	return b
}
