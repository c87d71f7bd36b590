// Package fontfile says whether a font file that a story brings can be published:
// whether it is whole, and has what browsers ask of a font; and makes it small.
//
// A browser that refuses a font says so only on its console, and readers see boxes
// or other letters. Check therefore asks for what the sanitiser of Chromium and
// Firefox asks for (OTS): tables that lie in the file and fit each other. It also
// compares each table with the sum that the file has of it, by which any damage
// shows, and lets every glyph be read once.
//
// Cut takes out of such a font what a page does not set.
package fontfile
