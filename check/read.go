package check

// text is one of an event's, with its place.
type text struct {
	at     place
	text   string
	tokens []token
	title  bool
}

// read compares what an event's texts say with its date and its length.
func (c *checker) read(e *event) {
	texts := []text{{at: e.at.field("title"), text: e.Title, title: true}}
	for k, p := range e.Summary {
		texts = append(texts, text{at: e.at.field("summary").item(k), text: p})
	}
	c.tokens = c.tokens[:0]
	for i := range texts {
		start := len(c.tokens)
		c.tokens = appendTokens(c.tokens, texts[i].text)
		texts[i].tokens = c.tokens[start:len(c.tokens):len(c.tokens)]
	}
	c.weekdays(e, texts)
	c.precision(e, texts)
	c.lengths(e, texts)
	c.near(e, texts)
	for _, t := range texts {
		c.total(e, t)
	}
}
