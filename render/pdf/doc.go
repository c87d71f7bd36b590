// Package pdf writes scenes as the pages of a PDF file, for print.
//
//	catalogue ─ pages ─ page ─ content: paths and letters, in px, y down
//	                      └─ fonts, opacities, fades
//
// Everything is vector. Letters are embedded as outlines, in fonts of type 3, each under
// the glyph that shaping chose; what a line says stands beside it (ActualText), so that it
// can be searched, copied and read aloud in any script. No library that embeds fonts takes
// glyphs that are shaped already, and ours are.
package pdf
