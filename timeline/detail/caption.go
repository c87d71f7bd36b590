package detail

import (
	"strings"
	"unicode"

	"barline/data"
	"barline/timeline/words"
)

// Captioned is what Play says of one event, short enough to be read while it is told.
type Captioned struct {
	// Title is the event's; When its date and how long it took, with their certainty.
	Title, When string
	// Said is the event's strongest quotation between its marks, Speaker who said it and
	// who translated it, Lang the language of the words where it is not the story's.
	// All are empty where there is no quotation.
	Said, Speaker, Lang string
	// Text is the first sentence of the summary, where there is no quotation.
	Text string
}

// mostLetters is how much a caption says of a quotation or of a sentence. Eight lines
// on the narrowest phones, it leaves room for the mark above them.
const mostLetters = 240

// Caption is what Play says of an event. What is longer than mostLetters is shortened
// after a word, with an ellipsis; the popover has all of it.
func Caption(e data.Event, w *words.Words) Captioned {
	c := Captioned{Title: shortened(e.Title, mostLetters/2), When: when(e, w, "")}
	if talks, ok := e.Talks(); ok {
		c.When += ": " + w.Phase(talks)
	}
	if i := strongest(e); i >= 0 {
		q := e.Quotes[i]
		c.Said, c.Speaker, c.Lang = captioned(quoteOf(q, w)), q.Speaker.Name, q.Lang
		if q.Translation != "" {
			c.Speaker, c.Lang = w.Semicolon(c.Speaker, q.TranslatedBy), ""
		}
	} else if len(e.Summary) > 0 {
		c.Text = shortened(firstSentence(e.Summary[0]), mostLetters)
	}
	return c
}

// Texts are all that a caption says, in order.
func (c Captioned) Texts() [5]string { return [5]string{c.Title, c.When, c.Said, c.Speaker, c.Text} }

// Spoken is a caption for those who listen.
func (c Captioned) Spoken(w *words.Words) string {
	var spoken []string
	for _, text := range c.Texts() {
		if text != "" {
			spoken = append(spoken, sentence(w, text))
		}
	}
	return strings.Join(spoken, " ")
}

// captioned is a quotation as captions have it: within its sentence, if there is room
// for all of it, else alone, and shortened if it must be.
func captioned(q Quote) string {
	if said := q.Said(); weight(said) <= mostLetters {
		return said
	}
	q.Fragment = false
	if q.Translation != "" {
		q.Translation = shortened(q.Translation, mostLetters)
	} else {
		q.Words = shortened(q.Words, mostLetters)
	}
	return q.Said()
}

// shortened ends a text after a word, with an ellipsis, if it is worth more letters than
// so many. Where no word ends in the last third, as in scripts that put no spaces
// between them, it ends after a letter.
func shortened(text string, most int) string {
	if weight(text) <= most {
		return text
	}
	end, word, letters := 0, 0, 1 // one for the ellipsis
	for i, r := range text {
		if unicode.IsSpace(r) {
			word = i
		}
		if unicode.IsLetter(r) { // and no mark that belongs to the letter before
			end = i
		}
		if letters += weight(string(r)); letters > most {
			break
		}
	}
	if 3*word >= 2*end {
		end = word
	}
	return strings.TrimRight(text[:end], " \u00a0,;:.!?…–—-([“„«\"'،؛、，。") + "…"
}

// leastWord is how many letters the last word of a sentence has at least: a shorter one
// before a full stop may be an abbreviation (St., Prof.).
const leastWord = 5

// firstSentence is a paragraph up to the first end of a sentence that is sure to be one.
func firstSentence(paragraph string) string {
	letters := 0 // of the word before
	for i, r := range paragraph {
		rest := paragraph[i+len(string(r)):]
		switch {
		case strings.ContainsRune("。！？।؟۔!?", r), r == '.' && letters >= leastWord:
			if rest = strings.TrimLeft(rest, "”’»\"')』」"); begins(rest, r) {
				return paragraph[:len(paragraph)-len(rest)]
			}
		}
		if letters++; !unicode.IsLetter(r) && (r < 0x300 || r > 0x2000) { // marks lie between
			letters = 0
		}
	}
	return paragraph
}

// begins reports whether another sentence begins with a text, after a sign that may end
// one: with a space, but after full-width signs, and no small letter.
func begins(text string, after rune) bool {
	next := strings.TrimLeftFunc(text, unicode.IsSpace)
	if next == "" || next == text && after < 0x3000 {
		return false
	}
	for _, r := range next {
		switch {
		case unicode.ToUpper(r) != r || r >= '0' && r <= '9':
			return false
		case unicode.IsLetter(r):
			return true
		}
	}
	return false
}
