// Package typeset turns strings into shaped lines: bidi ordering, shaping,
// measuring and wrapping, all by go-text. It draws nothing; Outline hands a
// glyph's contours to whoever does.
//
// A Fonts remembers what it has shaped, so a settled frame shapes nothing.
// It is not safe for use by several goroutines at once.
package typeset
