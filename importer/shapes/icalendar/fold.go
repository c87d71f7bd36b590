package icalendar

import "bytes"

// Repair moves the folds of a calendar that stand inside of a letter to before it, as
// some programs count bytes when they fold. Without it the text would not be UTF-8.
// Lines keep their numbers. What is no calendar, or has no such fold, is returned as
// it is.
func Repair(contents []byte) []byte {
	if head := contents[:min(len(contents), 100)]; !Is(string(head)) {
		return contents
	}
	repaired := contents
	for i := 0; i < len(contents); i++ {
		if contents[i] != '\n' || i+2 >= len(contents) || contents[i+1] != ' ' || contents[i+2]&0xC0 != 0x80 {
			continue
		}
		begin := i
		if begin > 0 && contents[begin-1] == '\r' {
			begin--
		}
		letter := begin // where the letter begins
		for letter > 0 && begin-letter < 3 && contents[letter-1]&0xC0 == 0x80 {
			letter--
		}
		if letter--; letter < 0 || contents[letter] < 0xC0 {
			continue
		}
		if &repaired[0] == &contents[0] {
			repaired = bytes.Clone(contents)
		}
		fold := contents[begin : i+2]
		copy(repaired[letter:], fold)
		copy(repaired[letter+len(fold):], contents[letter:begin])
	}
	return repaired
}
