//go:build !lean

package columns

import (
	"slices"
	"strings"

	"barline/data/tree"
)

// LaneName is the name of the event's group; it may be empty.
func (t *Table) LaneName(i int) string { return t.lanes[t.Lane(i)] }

// HasQuotes reports whether any event has a quotation.
func (t *Table) HasQuotes() bool {
	found := false
	t.eachQuote(func(*tree.Node) bool {
		found = true
		return false
	})
	return found
}

// QuoteLanguages are the languages that quotations are in, where they say one.
func (t *Table) QuoteLanguages() []string {
	var all []string
	t.eachQuote(func(quote *tree.Node) bool {
		if lang := quote.Get("lang"); lang != nil && !slices.Contains(all, lang.Text) {
			all = append(all, lang.Text)
		}
		return true
	})
	return all
}

// eachQuote goes through the quotations of all events, until do has seen enough.
func (t *Table) eachQuote(do func(quote *tree.Node) bool) {
	for i := range t.n {
		b, r := t.at(i)
		rest := b.rest(r)
		if !strings.Contains(rest, `"quotes"`) {
			continue
		}
		more, err := tree.ParseJSON([]byte(rest))
		if err != nil {
			continue
		}
		quotes := more.Get("quotes")
		if quotes == nil {
			continue
		}
		for _, quote := range quotes.Items {
			if !do(quote) {
				return
			}
		}
	}
}
