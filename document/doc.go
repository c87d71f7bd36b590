// Package document is a story's file on this machine and what lies beside it: it reads
// the file, finds the story's editions in other languages, and notices changes. The
// tool and the window open stories by it.
package document
