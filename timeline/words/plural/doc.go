// Package plural chooses among the forms of a word that is counted: "1 day", "2
// days".
//
// Rules are written as the Unicode Common Locale Data Repository writes them (UTS
// #35, part 3, "Language Plural Rules"), a condition for each category:
//
//	one: i = 1 and v = 0; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14
//
// The category "other" needs no condition: it has every number that no condition
// takes.
package plural
