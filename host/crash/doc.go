// Package crash turns an error of the program itself, a panic, into a sentence for the
// person and a file for those who fix it, in place of a trace on the terminal.
package crash
