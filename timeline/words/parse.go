package words

import (
	"barline/data/tree"
	"barline/timeline/words/plural"
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
	p := parser{root: root, known: map[string]bool{}}
	p.text("tag", &w.Tag)
	p.text("name", &w.Name)
	p.rules("plurals", &w.plurals)
	p.read(w.texts(), w.lists())
	for _, c := range w.byNumber() {
		p.forms(c.key, c.at)
	}
	p.optional = true
	p.rules("ordinals", &w.ordinals)
	p.read(w.optional(), w.optionalLists())
	p.names(w)
	for _, f := range root.Fields {
		if p.err == nil && !p.known[f.Key] {
			p.fail(f.Value, "there is no text "+f.Key, "remove it, or write its name as languages/en.json has it")
		}
	}
	return w, p.missing, p.err
}

// parser takes one text after another out of a file.
type parser struct {
	root     *tree.Node
	known    map[string]bool
	optional bool // what is read now may be missing
	missing  []string
	err      error
}

func (p *parser) fail(n *tree.Node, what, fix string) {
	if p.err == nil {
		p.err = &tree.Error{Line: n.Line, Column: n.Column, What: what, Fix: fix}
	}
}

// get is a field of a kind, or nil.
func (p *parser) get(key string, kind tree.Kind, is string) *tree.Node {
	p.known[key] = true
	n := p.root.Get(key)
	if n == nil {
		if !p.optional {
			p.missing = append(p.missing, key)
		}
		return nil
	}
	if n.Kind != kind {
		p.fail(n, key+" is "+n.Kind.String(), "write "+is)
		return nil
	}
	return n
}

// read takes texts and lists.
func (p *parser) read(texts []text, lists []list) {
	for _, t := range texts {
		p.text(t.key, t.at)
	}
	for _, l := range lists {
		p.list(l.key, l.at)
	}
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
	if len(n.Items) != len(at) {
		p.fail(n, key+" has another number of texts", "write all of them, in order")
		return
	}
	for i, item := range n.Items {
		at[i] = item.Text
	}
}

// names reads what other languages are called.
func (p *parser) names(w *Words) {
	n := p.get("languageNames", tree.Object, "an object with a name for each tag")
	if n == nil {
		return
	}
	w.names = map[string]string{}
	for _, f := range n.Fields {
		if f.Value.Kind != tree.String {
			p.fail(f.Value, "the name of "+f.Key+" is "+f.Value.Kind.String(), "write a text")
			return
		}
		w.names[f.Key] = f.Value.Text
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
		case "twoOf":
			at.twoOf = f.Value.Text
		default:
			p.fail(f.Value, f.Key+" is no form of a plural", "write zero, one, two, few, many or other")
		}
	}
}

// rules reads plural rules.
func (p *parser) rules(key string, at *plural.Rules) {
	n := p.get(key, tree.String, "rules as CLDR has them, such as one: n = 1")
	if n == nil {
		return
	}
	rules, err := plural.Parse(n.Text)
	if err != nil {
		p.fail(n, key+": "+err.Error(), "write the rules of the language as CLDR has them, such as one: n = 1")
		return
	}
	*at = rules
}
