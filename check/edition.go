package check

import (
	"strings"

	"barline/data"
)

// edition looks whether all of an edition is in its language.
func (c *checker) edition() {
	other := baseLanguage(c.of.Story.Lang()) != baseLanguage(c.Story.Lang())
	same := func(at place, e *event, is, was string) {
		if other && is == was && len(strings.Fields(is)) >= 4 {
			c.add(at, e, "untranslated", "this is word for word what the story says in "+c.of.Story.Lang(), "translate it")
		}
	}
	same(c.root().field("headline"), nil, c.Story.Headline(), c.of.Story.Headline())
	same(c.root().field("standfirst"), nil, c.Story.Standfirst(), c.of.Story.Standfirst())
	theirs := map[string]data.Event{}
	for i := range c.of.Story.Len() {
		e := c.of.Story.Event(i)
		theirs[e.ID] = e
	}
	for n, i := range c.events {
		e := &event{Event: c.list[i], at: c.root().field("events").item(n), n: n}
		of := theirs[e.ID]
		same(e.at.field("title"), e, e.Title, of.Title)
		for k := range min(len(e.Summary), len(of.Summary)) {
			same(e.at.field("summary").item(k), e, e.Summary[k], of.Summary[k])
		}
		for k, q := range e.Quotes {
			at := e.at.field("quotes").item(k)
			if q.Lang != "" && baseLanguage(q.Lang) != baseLanguage(c.Story.Lang()) && q.Translation == "" {
				c.add(at, e, "no-translation", "the words are in "+q.Lang+" and have no translation into "+c.Story.Lang(), "add translation: {words: …, by: …}")
			}
		}
	}
}

// baseLanguage is the language of a tag, without script and region.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// translator looks whether a translation says who made it. A word for "translation"
// says nothing.
func (c *checker) translator(e *event) {
	for k, q := range e.Quotes {
		if q.Translation == "" {
			continue
		}
		by := strings.Trim(strings.ToLower(q.TranslatedBy), " .?-–—")
		switch by {
		case "", "translation", "translated", "unknown", "n/a", "tbd", "todo", "übersetzung", "übersetzt", "traduction", "traducción", "oversettelse", "oversatt", "перевод", "переклад", "çeviri", "ترجمة", "ترجمه", "ترجمۀ", "ژباړه":
			c.add(e.at.field("quotes").item(k).field("translation").field("by"), e, "translator", quoted(q.TranslatedBy)+" does not say who translated", "write a name, or: machine translation, unreviewed")
		}
	}
}
