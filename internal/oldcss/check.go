package oldcss

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Browsers are the versions of the three families of browsers.
type Browsers struct{ Safari, Chrome, Firefox float64 }

// have reports whether all of the browsers are as new as what came with since.
func (b Browsers) have(since Browsers) bool {
	has := func(version, since float64) bool { return since > 0 && version >= since }
	return has(b.Safari, since.Safari) && has(b.Chrome, since.Chrome) && has(b.Firefox, since.Firefox)
}

// newer is the first feature of a text that some of the browsers do not have.
func (b Browsers) newer(w where, text string) *feature {
	for _, f := range features() {
		if !b.have(f.since) && f.in(w, text) {
			return &f
		}
	}
	return nil
}

// newerIn is the same of a declaration, by property or value.
func (b Browsers) newerIn(d declaration) *feature {
	if strings.HasPrefix(d.property, "--") {
		return nil
	}
	if f := b.newer(property, d.property); f != nil {
		return f
	}
	return b.newer(value, d.value)
}

// Check names what a style sheet uses although some of the oldest browsers do not know
// it, if it is guarded neither by @supports, nor by a declaration before it that they
// know, nor by what the table says of it; and what the table does not know.
func Check(css string, oldest Browsers) ([]string, error) {
	nodes, err := parse(css)
	if err != nil {
		return nil, err
	}
	c := checker{oldest: oldest}
	c.nodes(nodes, false)
	return c.problems, nil
}

type checker struct {
	oldest   Browsers
	problems []string
}

func (c *checker) say(n node, format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf("%.80s: ", n.prelude)+fmt.Sprintf(format, args...))
}

// nodes checks rules; supported: they stand in @supports.
func (c *checker) nodes(nodes []node, supported bool) {
	for i, n := range nodes {
		if strings.HasPrefix(n.prelude, "@") {
			c.at(n, nodes[i+1:], supported)
			continue
		}
		c.rule(n, supported)
	}
}

func (c *checker) at(n node, after []node, supported bool) {
	name := regexp.MustCompile(`^@[a-z-]+`).FindString(n.prelude)
	if f := c.oldest.newer(atRule, n.prelude); f != nil && !supported && f.without == "" {
		// The rule after it says the same in other words.
		if len(after) == 0 || name != "@container" || after[0].prelude != "@supports not (container-type: inline-size)" {
			c.say(n, "%s is not known to all browsers; write a rule for them into @supports not (…) after it", f.name)
		}
	} else if f == nil {
		c.known(n, atRule, name)
	}
	if name == "@media" {
		if f := c.oldest.newer(media, n.prelude); f != nil && f.without == "" {
			c.say(n, "%s are not known to all browsers", f.name)
		}
	}
	if name == "@keyframes" {
		return
	}
	supported = supported || name == "@supports" && !strings.Contains(n.prelude, "not")
	c.nodes(n.children, supported)
	if len(n.declarations) > 0 {
		c.declarations(n, supported)
	}
}

func (c *checker) rule(n node, supported bool) {
	list := selectors(n.prelude)
	for _, s := range list {
		if f := c.oldest.newer(selector, s); f != nil {
			switch {
			case supported:
			case f.without == "":
				c.say(n, "%s is not known to all browsers", f.name)
			case slices.ContainsFunc(list, func(other string) bool { return c.oldest.newer(selector, other) == nil }):
				c.say(n, "%s is not known to all browsers, which then leave out the whole list; give it a rule of its own", f.name)
			}
		}
		quoted := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(s, "")
		for _, name := range regexp.MustCompile(`::?[a-z-]+`).FindAllString(quoted, -1) {
			c.known(n, selector, name)
		}
	}
	c.declarations(n, supported)
}

func (c *checker) declarations(n node, supported bool) {
	for i, d := range n.declarations {
		if strings.HasPrefix(d.property, "--") {
			continue
		}
		f := c.oldest.newerIn(d)
		before := slices.ContainsFunc(n.declarations[:i], func(o declaration) bool {
			return unprefixed(o.property) == d.property && c.oldest.newerIn(o) == nil
		})
		if f != nil && f.without == "" && !supported && !before {
			c.say(n, "%s: %s is not known to all browsers; write one before it that is", d.property+": "+d.value, f.name)
		}
		c.known(n, property, unprefixed(d.property))
		for _, m := range regexp.MustCompile(`([a-zA-Z-]+)\(`).FindAllStringSubmatch(d.value, -1) {
			c.known(n, value, m[1])
		}
	}
}

// known sees to it that the tables know a name.
func (c *checker) known(n node, w where, name string) {
	text := name
	if w == value || w == selector && (name == ":has" || name == ":is" || name == ":where" || name == ":dir") {
		text += "("
	}
	if slices.Contains(strings.Fields(old(w)), name) {
		return
	}
	for _, f := range features() {
		if f.in(w, text) {
			return
		}
	}
	c.say(n, "%s is in no table of package oldcss; look up since when browsers know it, and enter it there", name)
}

// unprefixed is a property without the name of the browser that had it first.
func unprefixed(property string) string {
	return strings.TrimPrefix(strings.TrimPrefix(property, "-webkit-"), "-moz-")
}
