package words

import (
	"barline/data/tree"
)

// Parse reads the words of a language from a JSON object of texts; languages/ has
// them. What is not in it stays English, and is named in missing, by its key. Its
// errors are of type [*tree.Error].
func Parse(json []byte) (w *Words, missing []string, err error) {
	root, err := tree.ParseJSON(json)
	if err != nil {
		return nil, nil, err
	}
	w = English()
	p := parser{root: root, read: map[string]bool{}}
	p.text("tag", &w.Tag)
	p.text("name", &w.Name)
	p.plurals(&w.plurals)
	for _, t := range w.texts() {
		p.text(t.key, t.at)
	}
	p.list("months", w.months[:])
	p.list("monthsShort", w.monthsShort[:])
	p.list("numbers", w.numbers[:])
	p.list("languageNames", w.names[:])
	p.optional("solarMonths", w.solarMonths[:])
	p.optional("monthsAlone", w.monthsAlone[:])
	for _, c := range w.counted() {
		p.forms(c.key, c.at)
	}
	for _, f := range root.Fields {
		if p.err == nil && !p.read[f.Key] {
			p.fail(f.Value, "there is no text "+f.Key, "remove it, or write its name as languages/en.json has it")
		}
	}
	return w, p.missing, p.err
}

// parser takes one text after another out of a file.
type parser struct {
	root    *tree.Node
	read    map[string]bool
	missing []string
	err     error
}

func (p *parser) fail(n *tree.Node, what, fix string) {
	if p.err == nil {
		p.err = &tree.Error{Line: n.Line, Column: n.Column, What: what, Fix: fix}
	}
}

// get is a field of a kind, or nil.
func (p *parser) get(key string, kind tree.Kind, is string) *tree.Node {
	p.read[key] = true
	n := p.root.Get(key)
	if n == nil {
		p.missing = append(p.missing, key)
		return nil
	}
	if n.Kind != kind {
		p.fail(n, key+" is "+n.Kind.String(), "write "+is)
		return nil
	}
	return n
}

func (p *parser) text(key string, at *string) {
	if n := p.get(key, tree.String, "a text"); n != nil {
		*at = n.Text
	}
}

func (p *parser) list(key string, at []string) {
	n := p.get(key, tree.Array, "a list of texts")
	if n == nil {
		return
	}
	p.fill(key, n, at)
}

// optional is a list that a language need not have.
func (p *parser) optional(key string, at []string) {
	if p.root.Get(key) != nil {
		p.list(key, at)
	}
	p.read[key] = true
}

func (p *parser) fill(key string, n *tree.Node, at []string) {
	if len(n.Items) != len(at) {
		p.fail(n, key+" has another number of texts", "write all of them, in order")
		return
	}
	for i, item := range n.Items {
		at[i] = item.Text
	}
}

func (p *parser) forms(key string, at *forms) {
	n := p.get(key, tree.Object, "its forms: one, other and what else the language has")
	if n == nil {
		return
	}
	if n.Get("other") == nil {
		p.fail(n, key+" lacks the form other", "write it: all numbers without a form of their own take it")
		return
	}
	*at = forms{}
	for _, f := range n.Fields {
		switch f.Key {
		case "zero":
			at.zero = f.Value.Text
		case "one":
			at.one = f.Value.Text
		case "two":
			at.two = f.Value.Text
		case "few":
			at.few = f.Value.Text
		case "many":
			at.many = f.Value.Text
		case "other":
			at.other = f.Value.Text
		default:
			p.fail(f.Value, f.Key+" is no form of a plural", "write zero, one, two, few, many or other")
		}
	}
}

func (p *parser) plurals(at *plurals) {
	n := p.get("plurals", tree.String, "the name of a rule")
	if n == nil {
		return
	}
	for i, name := range pluralNames() {
		if n.Text == name {
			*at = plurals(i)
			return
		}
	}
	p.fail(n, n.Text+" is no rule of plurals that is known here", "write one-other, up-to-one, east-slavic or arabic")
}
