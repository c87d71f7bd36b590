package oldcss

import (
	"fmt"
	"strings"
)

// node is a rule: with declarations, with rules inside, or, as @charset, with neither.
type node struct {
	prelude      string
	block        bool // it has braces, even if there is nothing in them
	declarations []declaration
	children     []node
}

type declaration struct{ property, value string }

// parse reads a style sheet without errors, as esbuild writes it.
func parse(css string) ([]node, error) {
	p := parser{css: css}
	nodes := p.rules()
	if p.at < len(css) {
		return nil, fmt.Errorf("a style sheet ends before its end: %.40q", css[p.at:])
	}
	return nodes, nil
}

type parser struct {
	css string
	at  int
}

// until reads up to one of the given signs outside strings, comments and brackets.
func (p *parser) until(signs string) string {
	from, depth := p.at, 0
	for ; p.at < len(p.css); p.at++ {
		switch c := p.css[p.at]; {
		case c == '"' || c == '\'':
			for p.at++; p.at < len(p.css) && p.css[p.at] != c; p.at++ {
				if p.css[p.at] == '\\' {
					p.at++
				}
			}
		case strings.HasPrefix(p.css[p.at:], "/*"):
			if end := strings.Index(p.css[p.at:], "*/"); end >= 0 {
				p.at += end + 1
			}
		case depth == 0 && strings.IndexByte(signs, c) >= 0:
			return strings.TrimSpace(p.css[from:p.at])
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		}
	}
	return strings.TrimSpace(p.css[from:])
}

func (p *parser) rules() []node {
	var nodes []node
	for p.at < len(p.css) && p.css[p.at] != '}' {
		n := node{prelude: p.until("{};")}
		if p.at < len(p.css) && p.css[p.at] == '{' {
			p.at++
			n.block = true
			if nests(n.prelude) {
				n.children = p.rules()
			} else {
				n.declarations = p.declarations()
			}
		}
		if p.at < len(p.css) && (p.css[p.at] == ';' || n.block) {
			p.at++
		}
		if n.prelude != "" {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func (p *parser) declarations() []declaration {
	var all []declaration
	for p.at < len(p.css) && p.css[p.at] != '}' {
		property, value, ok := strings.Cut(p.until(";}"), ":")
		if ok {
			all = append(all, declaration{strings.TrimSpace(property), strings.TrimSpace(value)})
		}
		if p.at < len(p.css) && p.css[p.at] == ';' {
			p.at++
		}
	}
	return all
}

// nests reports whether rules stand inside a rule of this prelude.
func nests(prelude string) bool {
	return strings.HasPrefix(prelude, "@") && prelude != "@font-face" && !strings.HasPrefix(prelude, "@page")
}

// selectors are those of a list.
func selectors(prelude string) []string {
	p := parser{css: prelude}
	var all []string
	for p.at < len(prelude) {
		all = append(all, p.until(","))
		p.at++
	}
	return all
}

func write(b *strings.Builder, nodes []node) {
	for _, n := range nodes {
		b.WriteString(n.prelude)
		if !n.block {
			b.WriteString(";")
			continue
		}
		b.WriteString("{")
		for _, d := range n.declarations {
			b.WriteString(d.property + ":" + d.value + ";")
		}
		write(b, n.children)
		b.WriteString("}\n")
	}
}
