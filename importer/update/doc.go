// Package update takes an import into a story that is there already, and may have
// been edited by hand.
//
// What the import before wrote is remembered field by field (Memory, a small file
// beside the story). A field that still says so belongs to the file and follows it; a
// field that says anything else was written by hand and stays. Events that went from
// the file stay in the story and are listed; events that were taken out of the story
// by hand are not put back.
package update
