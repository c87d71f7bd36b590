package data

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data/tree"
)

// object is a node whose fields are all known to the format.
type object struct{ node *tree.Node }

// get returns a field's value; a field that is there but empty counts as not
// there, since YAML writes "place:" for it.
func (o object) get(key string) *tree.Node {
	n := o.node.Get(key)
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	return n
}

// object refuses nodes of other kinds and fields that the format does not
// know.
func (d *decoder) object(n *tree.Node, known ...string) (object, bool) {
	if n == nil || n.Kind != tree.Object {
		d.wrongKind(n, "a set of fields")
		return object{}, false
	}
	for _, f := range n.Fields {
		if !slices.Contains(known, f.Key) {
			d.faults.addKey(n, f, "unknown field", didYouMean(f.Key, known, "known here: "))
		}
	}
	return object{n}, true
}

// need returns a field that must be there; fix says what to write.
func (d *decoder) need(o object, key, fix string) (*tree.Node, bool) {
	if n := o.get(key); n != nil {
		return n, true
	}
	d.faults.addField(o.node, key, "missing", fix)
	return nil, false
}

func (d *decoder) wrongKind(n *tree.Node, want string) {
	if n == nil {
		return
	}
	fix := "write " + want
	if want == textKind && (n.Kind == tree.Number || n.Kind == tree.Bool) {
		fix = "put it into quotation marks"
	}
	d.faults.add(n, "this is "+n.Kind.String()+", not "+want, fix)
}

// textKind is how errors name a text.
const textKind = "text"

// required reads a text that must be there. A limit, in characters, of 0 is
// none.
func (d *decoder) required(o object, key string, limit int) string {
	n, ok := d.need(o, key, "write it")
	if !ok {
		return ""
	}
	text, ok := d.text(n, limit)
	if ok && text == "" {
		d.faults.add(n, "empty", "write it")
	}
	return text
}

// optional reads a text that may be missing.
func (d *decoder) optional(o object, key string, limit int) string {
	n := o.get(key)
	if n == nil {
		return ""
	}
	text, _ := d.text(n, limit)
	return text
}

// text reads plain text, without the space around it: block texts of YAML
// bring a line break. A text of which nothing is seen is empty.
func (d *decoder) text(n *tree.Node, limit int) (string, bool) {
	if n.Kind != tree.String {
		d.wrongKind(n, textKind)
		return "", false
	}
	text := strings.TrimSpace(n.Text)
	if !IsSeen(text) {
		text = ""
	}
	if what, fix, bad := plainTextFault(text); bad {
		d.faults.add(n, what, fix)
		return "", false
	}
	if limit > 0 && utf8.RuneCountInString(text) > limit {
		d.faults.add(n, strconv.Itoa(utf8.RuneCountInString(text))+" characters", "shorten it to at most "+strconv.Itoa(limit))
		return "", false
	}
	return text, true
}

// list reads the items of an array; nonEmpty ones must have some.
func (d *decoder) list(o object, key string, nonEmpty bool) []*tree.Node {
	n := o.get(key)
	if n == nil {
		if nonEmpty {
			d.faults.addField(o.node, key, "missing", "a story needs at least one")
		}
		return nil
	}
	if n.Kind != tree.Array {
		d.wrongKind(n, "a list")
		return nil
	}
	if nonEmpty && len(n.Items) == 0 {
		d.faults.add(n, "empty", "a story needs at least one")
	}
	return n.Items
}

// paragraphs reads one text or a list of them. A line break begins another
// paragraph, a blank line too.
func (d *decoder) paragraphs(n *tree.Node) []string {
	if n == nil {
		return nil
	}
	items := []*tree.Node{n}
	if n.Kind == tree.Array {
		items = n.Items
	}
	var paragraphs []string
	for _, item := range items {
		before := len(paragraphs)
		if item.Kind == tree.String && strings.ContainsAny(item.Text, "\n\r") {
			part := *item
			for text := range strings.FieldsFuncSeq(item.Text, func(r rune) bool { return r == '\n' || r == '\r' }) {
				if part.Text = strings.TrimSpace(text); part.Text == "" {
					continue
				}
				text, ok := d.text(&part, 0)
				if !ok {
					// The part is no node of the tree: its problem is the item's.
					d.faults.found[len(d.faults.found)-1].node = item
				}
				paragraphs = append(paragraphs, text)
			}
		} else if text, ok := d.text(item, 0); !ok || text != "" {
			paragraphs = append(paragraphs, text)
		}
		if len(paragraphs) == before {
			d.faults.add(item, "an empty paragraph", "write it, or remove it")
		}
	}
	return paragraphs
}

// word reads one of a few words and returns its place among them; the first
// is the default.
func (d *decoder) word(o object, key string, words ...string) int {
	n := o.get(key)
	if n == nil {
		return 0
	}
	if n.Kind != tree.String {
		d.wrongKind(n, textKind)
		return 0
	}
	for i, word := range words {
		if n.Text == word && word != "" {
			return i
		}
	}
	if words[0] == "" {
		words = words[1:] // for what is not written
	}
	d.faults.add(n, quoted(n.Text)+" is not known", didYouMean(n.Text, words, "write one of: "))
	return 0
}

func (d *decoder) basis(o object, key string, otherwise Basis) Basis {
	if o.get(key) == nil {
		return otherwise
	}
	return Basis(d.word(o, key, basisWords()...))
}

// id reads the object's id.
func (d *decoder) id(o object) string {
	n, ok := d.need(o, "id", "write one of small letters a-z, digits and hyphens")
	if !ok {
		return ""
	}
	text, ok := d.text(n, maxID)
	if !ok {
		return ""
	}
	if !isID(text) {
		d.faults.add(n, quoted(text)+" is not an id", "write small letters a-z, digits and hyphens only"+suggestID(text))
		return ""
	}
	return text
}

func (d *decoder) language(n *tree.Node) string {
	text, ok := d.text(n, maxID)
	if ok && !IsLanguage(text) {
		d.faults.add(n, quoted(text)+" is not a language tag", "write one such as en, en-GB or ar")
	}
	return text
}

func (d *decoder) url(n *tree.Node) string {
	text, ok := d.text(n, 0)
	if ok && !isWebAddress(text) {
		d.faults.add(n, quoted(text)+" is not a web address", "write one that begins with https:// or http://, or leave it out")
	}
	return text
}
