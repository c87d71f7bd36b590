package check

import "slices"

// Code is what a finding is called, so that machines know it and stories can silence
// it. Codes are public: they are added to, and stay.
type Code struct {
	Name     string
	Severity Severity
	// What says in a sentence what it is about.
	What string
}

// Codes are all codes, errors of the format first.
func Codes() []Code {
	return slices.Concat(errorCodes(), storyCodes(), quoteCodes(), changeCodes())
}

// storyCodes are warnings of what the story itself says.
func storyCodes() []Code {
	return []Code{
		{"no-source", Warning, "An event has no source."},
		{"unnamed-source", Warning, "A source has neither a title nor an address, and no link of its events leads to it: readers cannot find the report."},
		{"no-circumstance", Warning, "A quotation does not say where, when or about what it was said."},
		{"speaker-absent", Warning, "Somebody is quoted who is not among those who took part, without a circumstance that says how."},
		{"no-role", Warning, "The story quotes somebody and does not say who that is."},
		{"after-story", Warning, "An event is dated after the story's own date."},
		{"date-order", Warning, "An event is dated before those that it stands between, in a file that is in order of date otherwise."},
		{"weekday", Warning, "A text names a day of the week on which the date does not fall."},
		{"date-precision", Warning, "A text names the day, or the month, that the date leaves out."},
		{"length-contradiction", Warning, "A text says another length than the data."},
		{"count-contradiction", Warning, "The headline or the standfirst counts more or fewer things than the story has."},
		{"typed-total", Warning, "A total is typed by hand; the page adds up its own, which follows the events."},
		{"length-near", Warning, "The length says “just under” or “over”, which claims that it was near; the text, or the source, says “less than” or “more than”, which does not."},
		{"long-title", Warning, "A title is too long for a phone."},
		{"long-label", Warning, "The short title is too long for a label; figures would shorten it."},
		{"long-headline", Warning, "The headline is too long for a phone."},
		{"long-summary", Warning, "The text of an event fills more than a phone's screen."},
		{"alt-text", Warning, "The alternative text of an image does not say what the image shows."},
		{"small-image", Warning, "An image has fewer pixels than it is shown with."},
		{"low-contrast", Warning, "A colour of the theme has less contrast than readers need; another one is used instead."},
		{"missing-letters", Warning, "No font has a letter of the story."},
		{"no-translation", Warning, "An edition leaves a quotation in another language without a translation."},
		{"translator", Warning, "It is not said who translated a quotation."},
		{"untranslated", Warning, "A text of an edition is word for word that of the story in another language."},
		{"dead-link", Warning, "A link into the story leads to no event."},
		{"unknown-code", Warning, "allow names a code that there is not."},
		{"lost-correction", Warning, "A correction is about an event that the story does not have."},
		{"advice", Warning, "Something else that those who publish should know."},
	}
}

// quoteCodes are those of a comparison with the source.
func quoteCodes() []Code {
	return []Code{
		{"quote-missing", Error, "A quotation does not stand in the source."},
		{"quote-misattributed", Error, "The source gives the words to somebody else."},
		{"quote-speaker", Warning, "The source does not name the speaker near the words."},
		{"quote-often", Warning, "A short quotation stands in the source so often that it proves little."},
		{"sources-disagree", Warning, "Two sources have the words differently, or give them to different people."},
		{"quote-shortened", Note, "A quotation stands in the source in parts."},
		{"quote-typography", Note, "A quotation differs from the source in its typography alone."},
		{"quote-exact", Note, "A quotation stands in the source to the letter."},
		{"quote-language", Note, "A quotation is in another language than the source, which cannot prove it."},
		{"fact-found", Note, "A date, a length or a number of the story stands in the source."},
		{"fact-missing", Note, "A date, a length or a number of the story does not stand in the source."},
		{"proof-stale", Warning, "The proof beside the story is of another source or another story, or was edited by hand."},
		{"no-proof", Error, "The page is to say when the quotations were checked, and there is no record beside the story that proves them as they are."},
	}
}

// changeCodes are those of a comparison with what was published.
func changeCodes() []Code {
	return []Code{
		{"id-gone", Error, "An event that readers could have linked to is gone, without a correction."},
		{"quote-changed", Error, "A published quotation was changed or taken out, without a correction."},
		{"date-changed", Error, "A published date was changed, without a correction."},
		{"length-changed", Error, "A published length was changed, without a correction."},
		{"no-such-event", Error, "A correction is about an event that is neither in the story nor in the one that was published."},
		{"corrected", Note, "A change has its correction."},
	}
}

// errorCodes are those of files that are no story.
func errorCodes() []Code {
	return []Code{
		{"syntax", Error, "The file is not YAML, JSON or a table."},
		{"not-text", Error, "The file is not UTF-8, or is too large."},
		{"missing-field", Error, "A field that must be there is missing."},
		{"unknown-field", Error, "A field, a column or a type of rows that the format does not know."},
		{"wrong-kind", Error, "A text stands where a list must, or the like."},
		{"empty", Error, "Something is empty that must not be."},
		{"too-long", Error, "A text is longer than the format takes."},
		{"bad-id", Error, "An id has other letters than a-z, 0-9 and hyphens, or one that means something else."},
		{"duplicate", Error, "Two things have the same id or name, or something stands twice."},
		{"unknown-reference", Error, "A person, place, source or kind is named that the story does not have."},
		{"unknown-word", Error, "A word is not one of those that may stand here."},
		{"bad-date", Error, "A date is not EDTF, or ends before it starts."},
		{"bad-duration", Error, "A duration is not ISO 8601, or longer than its interval."},
		{"bad-address", Error, "An address of the web, or the path of a file, that is none."},
		{"bad-language", Error, "A language tag, or a plural form, that is none."},
		{"markup", Error, "Tags or entities of HTML in a text."},
		{"bad-characters", Error, "Line breaks, control characters or unpaired marks of direction in a text."},
		{"bad-quotation", Error, "A quotation with marks around it, without its sentence, or with a sentence that does not fit."},
		{"bad-theme", Error, "A theme, a logo, a colour or a radius of corners that is none."},
		{"bad-annotation", Error, "An annotation too far from the events, at a length that the figure does not have, or one of too many."},
		{"conflict", Error, "Two fields that do not go together."},
		{"edition", Error, "An edition says something else than the story."},
		{"bad-image", Error, "An image that cannot be read or published."},
		{"unread-row", Error, "A row of a foreign table, or an event of a foreign file, cannot be read."},
		{"open-question", Error, "A file of others can be read in more than one way; an option says in which."},
		{"more-errors", Error, "There are more errors than are listed."},
		{"bad-font", Error, "A font that browsers would refuse."},
		{"file", Error, "A file cannot be read."},
		{"other", Error, "Anything else that is wrong. No error has this code today."},
	}
}

// isOfFormat reports whether a code is that of a file that is no story.
func isOfFormat(code string) bool {
	return slices.ContainsFunc(errorCodes(), func(c Code) bool { return c.Name == code })
}

// Silenced are the names of the codes that a story may silence.
func Silenced() []string {
	var names []string
	for _, c := range Codes() {
		if c.Severity != Error {
			names = append(names, c.Name)
		}
	}
	return names
}

// codeNamed finds a code by its name.
func codeNamed(name string) (Code, bool) {
	for _, c := range Codes() {
		if c.Name == name {
			return c, true
		}
	}
	return Code{}, false
}
