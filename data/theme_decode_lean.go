//go:build lean

package data

// decodeTheme reads nothing: the page tells the viewer its colours, and what else a
// theme says is the page's own matter.
func (d *decoder) decodeTheme(object) {}
