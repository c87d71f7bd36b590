// Package proof holds the quotations of a story against the reports that they are from.
//
//	report -> NewSource -> words by their places
//	quotation -> words -> Quote -> Result: exact, typography, shortened, missing …
//
// Words are compared by Unicode's rules: in their normal form, without marks that are
// not seen, kashida and vowel signs, in small letters. What stands between them
// (quotation marks, dashes, spaces) is typography: a difference in it is said and
// proves as much.
//
// The package is given texts and has no surroundings.
package proof
