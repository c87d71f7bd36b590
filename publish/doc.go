// Package publish turns a story into the files of a web page: the page with
// everything in it, its pictures for every width, its styles and scripts, the
// fonts, the engine and the story itself.
//
//	story -> detail (words)  ----\
//	      -> layout -> SVG x rung -> template -> index.html
//	assets, web, engine ------------------------> the other files
//
// Site works in memory; Write puts a site into a folder, whole or not at all.
package publish
