package icalendar

import (
	"strings"
	"unicode/utf8"
)

// maxLine is the length of the longest line, in bytes, without its line break.
const maxLine = 75

// line writes one line of the calendar, folded: what is longer goes on in the next
// line, after a space. No character is torn apart.
func line(b *strings.Builder, name, value string) {
	rest, room := name+":"+value, maxLine
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		b.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], maxLine-1
	}
	b.WriteString(rest + "\r\n")
}

// escaped is a text as a value: separators, backslashes and line breaks have a
// backslash before them.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`).Replace(s)
}
