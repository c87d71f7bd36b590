// Package check reads a story as a good sub-editor does, and says what readers would
// stumble over: warnings, each with its place, its reason, its fix and a code by which
// the story can silence it (allow: [no-source]).
//
//	Story + tree + words -> Story -> []Finding
//	data.Problems        -> Errors -> []Finding
//
// What is checked is what the story itself contradicts or leaves open. Words of a text
// are understood as far as the tables of its language go (lexicon.go); what is not
// understood is not said to be wrong.
//
// The package is given values and has no surroundings: the command reads the files.
package check
