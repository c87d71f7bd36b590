// Package themes makes the whole palette of a theme from the few colours that it
// says, so that every contrast holds: 4.5:1 for words, 3:1 for marks, and where a
// reader asks for more 7:1 and 4.5:1.
//
//	background ─ paper ─┬─ panel, overlay, grid, hairline: paper, some way to the ink
//	                    ├─ ink, quiet, axis, waiting: of the paper's hue
//	accent ─ talks, lift ─ other, third, fourth: told apart from it by every sight
//
// What falls short is moved in lightness, hue kept, until it holds, and reported.
package themes
