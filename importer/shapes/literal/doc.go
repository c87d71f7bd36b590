// Package literal reads JSON as people publish it, and remembers on which line each
// value stands. It is wider than RFC 8259, for data are handed around as scripts:
// comments, commas after the last value, keys without quotation marks, texts in
// single quotation marks or backticks, several values after one another (JSON
// Lines), and calls around values, new vis.DataSet([…]) or callback({…}). Scripts
// are read, never run.
//
//	text --Parse--> Value, every one with its line
package literal
