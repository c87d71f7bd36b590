// Package assets holds what the picture is made of besides the story: the
// theme's colours and the names of the font files. The font files themselves
// are in assets/fonts, so that a program which fetches them need not carry
// them.
package assets
