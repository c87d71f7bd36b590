// Package languages holds the words of the interface in other languages than
// English, a file each. A new language is one more file: a copy of en.json, whose
// name is its tag (BCP 47). Texts that are not in it stay English.
//
// The viewer for the browser does not carry them: the page gives it those that it
// needs.
package languages
