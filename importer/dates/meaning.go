package dates

import "strings"

// kind is what a word, number or mark means in a date.
type kind uint8

const (
	unknown kind = iota
	// Marks, and what is no word.
	number
	mark   // n is the character
	suffix // letters glued to a number: 1st, 1850s; n is one of the suffix constants

	filler     // the, of, de, year: says nothing
	month      // n is 1 to 12
	solarMonth // n is 1 to 12
	weekday    // n is 1 (Monday) to 7
	season     // n is 1 (spring) to 4
	ordinal    // first, nineteenth: n
	century
	decade
	millennium
	quarter
	half
	morning // in the morning, at night: n is one of the day constants
	part    // early, mid, end of: EDTF cannot hold it
	week
	decadeName // the sixties: n is 60; with needsDecade added it is one only beside the word for decades

	about
	maybe
	before
	after
	notBefore // not before 1900: [1900..]
	notAfter
	until
	since
	between
	and
	or
	to      // n is one of the to constants
	present // today, until now
	noDate  // undated, unknown

	oldStyle // of the Julian calendar
	newStyle // of the Gregorian calendar

	bc
	ad
	solarEra
	lunarEra

	am
	pm
	noon
	midnight
	hour   // h, Uhr: after the hour
	minute // after the minutes
	second // after the seconds
	clock  // at, kl.: a time follows
	zone   // n is the minutes ahead of UTC, or noOffset

	// Words of several meanings, which their neighbours tell apart.
	monthOrWeekday  // Spanish and French "mar."
	amOrFiller      // German "am"
	aboutOrCentury  // "c."
	fillerOrCentury // Russian "в.", Spanish "s."
	adOrPM          // Arabic "م"
	weekdayOrBC     // German "Mo", Turkish "MÖ"
	fillerOrTo      // French "à", Spanish "a"
	andOrSuffix     // Ukrainian "і"
	sinceOrSeconds  // Russian "с"
	partOrMonth     // Russian "сер.", Ukrainian "сер."
	weekdayOrPart   // German "Mi", French "mi-"
	fillerOrMonth   // German "des", Norwegian "des."
	sinceOrFiller   // French "du"
	aboutOrClock    // German "um"
	timeOfDay       // made of numbers: n is in seconds
)

// The words between two ends.
const (
	toUntil  = iota // alone it means until: bis 1900
	toBefore        // alone it means before: до 1900
)

// The parts of a day.
const (
	dayMorning = iota
	dayEvening
	dayNight
)

// needsDecade is added to the n of words that are numbers as well: soixante.
const needsDecade = 100

// The letters after a number.
const (
	suffixOrdinal = iota // 1st, 1er, 1-го
	suffixDecade         // 1850s, 1850er, 1850'ler
	suffixEither         // 1-е, 1850-е
	suffixTallet         // 1800-tallet is a century, 1850-tallet a decade
	suffixCase           // 2014'te, 2014-m: a case, which says nothing
	suffixFrom           // 1900'den
)

// noOffset is the n of a time zone whose distance from UTC its name does not say.
const noOffset = 9999

// meaning is a kind and its value.
type meaning struct {
	kind kind
	n    int16
}

func of(k kind, n int16) meaning { return meaning{k, n} }

// language is the number of a table of words.
type language uint8

const (
	english language = iota
	german
	french
	spanish
	norwegian
	turkish
	russian
	ukrainian
	arabic
	persian
	pashto
)

// word looks a folded word or phrase up in the table of a language. The words of a
// phrase have one space between them and neither dots nor hyphens: "v chr".
func (l language) word(w string) meaning {
	switch l {
	case english:
		return englishWord(w)
	case german:
		return germanWord(w)
	case french:
		return frenchWord(w)
	case spanish:
		return spanishWord(w)
	case norwegian:
		return norwegianWord(w)
	case turkish:
		return turkishWord(w)
	case russian:
		return russianWord(w)
	case ukrainian:
		return ukrainianWord(w)
	case arabic:
		return arabicWord(w)
	case persian:
		return persianWord(w)
	}
	return pashtoWord(w)
}

// languageOf is the language of a tag; ok is false for those that have no table.
func languageOf(tag string) (l language, ok bool) {
	base, _, _ := strings.Cut(tag, "-")
	switch base {
	case "en":
		return english, true
	case "de":
		return german, true
	case "fr":
		return french, true
	case "es":
		return spanish, true
	case "nb", "no", "nn":
		return norwegian, true
	case "tr":
		return turkish, true
	case "ru":
		return russian, true
	case "uk":
		return ukrainian, true
	case "ar":
		return arabic, true
	case "fa", "prs":
		return persian, true
	case "ps":
		return pashto, true
	}
	return 0, false
}

// script is that of a word, by its first letter.
type script uint8

const (
	latin script = iota
	cyrillic
	arabicScript
)

func scriptOf(first byte) script {
	switch {
	case first >= 0xD8 && first <= 0xDB: // U+0600 to U+06FF in UTF-8
		return arabicScript
	case first >= 0xD0 && first <= 0xD4: // U+0400 to U+053F
		return cyrillic
	}
	return latin
}

// look finds a meaning, first in the language of the story, then in all that share
// its script.
func (r *reader) look(w string) meaning {
	own, known := languageOf(r.o.Lang)
	if known {
		if m := own.word(w); m.kind != unknown && m.kind != suffix {
			return m
		}
	}
	from, to := english, turkish
	switch scriptOf(w[0]) {
	case cyrillic:
		from, to = russian, ukrainian
	case arabicScript:
		// The zones and Christ's years are alike in all of them, and the months of
		// Persian and Arabic are different words.
		from, to = arabic, pashto
	}
	for l := from; l <= to; l++ {
		if known && l == own {
			continue
		}
		if m := l.word(w); m.kind != unknown && m.kind != suffix {
			return m
		}
	}
	return zoneWord(w)
}

// zoneWord is the meaning of the short names of time zones, which are the same in
// all languages of Latin script.
func zoneWord(w string) meaning {
	switch w {
	case "z", "utc", "gmt", "wet", "u t c", "g m t":
		return of(zone, 0)
	case "bst", "cet", "mez", "west":
		return of(zone, 60)
	case "cest", "mesz", "eet", "sast", "cat":
		return of(zone, 120)
	case "msk", "eest", "trt", "eat":
		return of(zone, 180)
	case "мск":
		return of(zone, 180)
	case "irst":
		return of(zone, 210)
	case "aft":
		return of(zone, 270)
	case "pkt":
		return of(zone, 300)
	case "jst", "kst":
		return of(zone, 540)
	case "aest":
		return of(zone, 600)
	case "aedt":
		return of(zone, 660)
	case "nzst":
		return of(zone, 720)
	case "nzdt":
		return of(zone, 780)
	case "nst":
		return of(zone, -210)
	case "ndt":
		return of(zone, -150)
	case "adt":
		return of(zone, -180)
	case "edt":
		return of(zone, -240)
	case "est", "cdt":
		return of(zone, -300)
	case "cst", "mdt":
		return of(zone, -360)
	case "mst", "pdt":
		return of(zone, -420)
	case "pst", "akdt":
		return of(zone, -480)
	case "akst":
		return of(zone, -540)
	case "hst":
		return of(zone, -600)
	case "et", "ct", "mt", "pt":
		return of(zone, noOffset)
	}
	return meaning{}
}
