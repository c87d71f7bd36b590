package words

import (
	"barline/data"
	"barline/timeline/words/plural"
)

// forms are the ways to say so many of something, by CLDR's plural categories.
// other is always there, and stands for those that are not.
type forms struct {
	zero, one, two, few, many, other string
	// twoOf is the form of two after another word, such as "about", where it
	// differs: Arabic.
	twoOf string
}

// in is the form of a category.
func (f *forms) in(c plural.Category) string {
	form := [plural.NumCategories]string{
		plural.Zero: f.zero, plural.One: f.one, plural.Two: f.two, plural.Few: f.few, plural.Many: f.many, plural.Other: f.other,
	}[c]
	if form == "" {
		return f.other
	}
	return form
}

// form is the form for a whole number.
func (w *Words) form(f *forms, n int) string { return f.in(w.plurals.Of(plural.Int(int64(n)))) }

// count says so many of something, in digits.
func (w *Words) count(f *forms, n int) string { return Fill(w.form(f, n), "n", w.Large(n)) }

// countOf says the same after another word.
func (w *Words) countOf(f *forms, n int) string {
	if f.twoOf != "" && w.plurals.Of(plural.Int(int64(n))) == plural.Two {
		return f.twoOf
	}
	return w.count(f, n)
}

// countWords says so many of something, a small number as a word.
func (w *Words) countWords(f *forms, n int) string { return Fill(w.form(f, n), "n", w.numeral(n)) }

// Count says a small number as a word, in the form that it has in sentences about
// meetings, and a larger one in digits.
func (w *Words) Count(n int) string {
	if n >= 0 && n < len(w.numbers) {
		return w.numbers[n]
	}
	return w.Large(n)
}

// numeral says a number before the name of anything: as a word where that is the
// same for every gender and case, else in digits.
func (w *Words) numeral(n int) string {
	least := 0
	for _, digit := range w.wordsFrom {
		least = 10*least + int(digit-'0')
	}
	if n < max(1, least) {
		return w.Large(n)
	}
	return w.Count(n)
}

// Counted says how many there are of what a story counts: "nine wars". The forms
// are in this language.
func (w *Words) Counted(n int, f data.Forms) string {
	category := w.plurals.Of(plural.Int(int64(n)))
	pattern := w.counted
	switch {
	case category == plural.One && w.countedOne != "":
		pattern = w.countedOne
	case category == plural.Two && w.countedTwo != "":
		pattern = w.countedTwo
	}
	own := forms{f.Zero, f.One, f.Two, f.Few, f.Many, f.Other, ""}
	return Fill(pattern, "count", w.numeral(n), "things", own.in(category))
}

// Events says how many: "1 event", "1,234 events".
func (w *Words) Events(n int) string { return w.count(&w.events, n) }
