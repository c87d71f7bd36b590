package publish

import "unicode/utf8"

// unsafe are the characters below 128 that a page cannot hold as they are in an element of
// a script: browsers change NUL and the ends of lines, and < may begin a tag.
const unsafe = "\x00\n\r<"

// firstPair is the character for the first pair of an unsafe character and one after it;
// all of these characters are written in two bytes, as the two would be.
const firstPair = 0x100

// inText writes bytes as text for an element of a script: seven bits in each character,
// and the last ones filled up with zeros. That is an eighth more than the bytes, where
// base64 is a third more. single.js reads it.
func inText(contents []byte) []byte {
	septets := (len(contents)*8 + 6) / 7
	septet := func(i int) byte {
		at, shift := i*7/8, i*7%8
		if i >= septets {
			return 0
		}
		two := uint16(contents[at]) << 8
		if at+1 < len(contents) {
			two |= uint16(contents[at+1])
		}
		return byte(two<<shift>>9) & 0x7F
	}
	out := make([]byte, 0, septets+1)
	for i := 0; i < septets; i++ {
		c := septet(i)
		kind := 0
		for kind < len(unsafe) && unsafe[kind] != c {
			kind++
		}
		if kind == len(unsafe) {
			out = append(out, c)
			continue
		}
		i++
		out = utf8.AppendRune(out, rune(firstPair+kind<<7|int(septet(i))))
	}
	return out
}
