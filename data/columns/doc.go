// Package columns holds the events of a story as columns, for stories of more
// events than a page can name one by one. A file of columns is read as it comes
// over the network, block by block, and its blocks are what the program works on
// afterwards: no event is unpacked before somebody asks for it.
//
//	Of(story) -> Table -> Append -> file -> Decoder.Write, Write, ... -> Table
//
//	head | block | block | ... |      FORMAT.md has every field
//	      \
//	       starts | ends | dates | flags | lengths | lanes | ... | ids | titles | rests
//
// A row says what lists and figures need: when, how long, who, where, the title.
// What an event says beyond that, its summary or quotations, is its rest: JSON in
// the words of the story format, which package data reads when the event is asked
// for. So an event from a table is the same as the one that was put in.
//
// A row's span is what its date allows, as layout places it. If the date is a
// moment and the length of the talks is known, the span reaches as far as waiting
// and talks did: lanes draw that as a bar, and times far apart are no moment.
//
// A Table answers while it grows. It is not for several goroutines at once.
package columns
