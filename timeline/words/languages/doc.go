// Package languages holds the words of the interface in other languages than
// English, a file each. A new language is one more file: a copy of en.json, whose
// name is its tag (BCP 47). Texts that are not in it stay English; its plural rules
// may be left out, for CLDR has them.
//
// Some texts are only for languages whose grammar asks for them:
//
//   - ordinals: the rules by which the forms of "century" are chosen (1st, 2nd)
//   - monthsAlone, monthsShortAlone: names of months that stand without a day
//   - dayOf, yearOf, decadeOf, centuryOf, seasonsOf: the form of a date after the
//     words for since, until, from and between, an article included
//   - untilThe: until before a day, a century, and a season without seasonsOf, as they
//     stand alone; untilCoarse: until before decades and seasons
//   - decades: patterns for the tens, the twenties and so on to the nineties
//   - centuryEra: the pattern of a century before an era; eraYear, eraYears: of a year,
//     and of years
//   - asideApprox, asideUncertain: what stands in brackets after a date
//   - countedOne, countedTwo: one and two of what a story counts
//   - andMiddle, orMiddle: what stands between all members of a list, the last one
//     included; andI, orO: "and" before the sound of i, "or" before that of o
//   - twoOf among the forms of a length: two of them after another word
//   - solarMonths: the months of the Solar Hijri calendar
//   - languageNames: names of languages by their tags, where those of CLDR are not
//     what readers expect
//
// wordsFrom is the least number that is said as a word before the name of anything:
// 1 where the words for numbers never change, 2 where only that for one does, 13,
// which is beyond the list of words, where most do.
//
// The viewer for the browser does not carry the files: the page gives it what it
// needs of one.
package languages
