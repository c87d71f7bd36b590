package oldcss

import (
	"regexp"
	"slices"
	"strings"
)

// Drop is a style sheet without what browsers of these versions do not know, as they
// leave it out: a declaration, a rule, a group of rules. @supports is decided for them.
func Drop(css string, have Browsers) (string, error) {
	nodes, err := parse(css)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	write(&b, have.drop(nodes))
	return b.String(), nil
}

func (b Browsers) drop(nodes []node) []node {
	var kept []node
	for _, n := range nodes {
		switch {
		case strings.HasPrefix(n.prelude, "@supports"):
			if b.supports(n.prelude) {
				kept = append(kept, b.drop(n.children)...)
			}
			continue
		case strings.HasPrefix(n.prelude, "@"):
			if b.newer(atRule, n.prelude) != nil || b.newer(media, n.prelude) != nil {
				continue
			}
		default:
			if slices.ContainsFunc(selectors(n.prelude), func(s string) bool { return b.newer(selector, s) != nil }) {
				continue
			}
		}
		n.children = b.drop(n.children)
		n.declarations = slices.DeleteFunc(slices.Clone(n.declarations), func(d declaration) bool { return b.newerIn(d) != nil })
		kept = append(kept, n)
	}
	return kept
}

// supports decides a condition of one declaration, with or without a not.
func (b Browsers) supports(prelude string) bool {
	m := regexp.MustCompile(`^@supports\s*(not)?\s*\(([a-z-]+):\s*([^)]+)\)$`).FindStringSubmatch(prelude)
	if m == nil {
		return false
	}
	has := b.newerIn(declaration{m[2], m[3]}) == nil
	return has == (m[1] == "")
}
