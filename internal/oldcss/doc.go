// Package oldcss reads style sheets as browsers do that are years old. Check names
// what a sheet uses without a guard although some of them do not know it; Drop leaves
// out what they would leave out, so that a current browser shows what they do.
//
// What is newer than the oldest browsers is in one table, with the version since which
// each has it (features.go). What neither that table nor the list of old names has is
// named, too: whoever uses something new looks up since when browsers know it.
package oldcss
