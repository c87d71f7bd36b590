// Package motion shows one scene turning into another. Layout only ever makes
// settled pictures; a Stage holds the picture on show and moves it, node by
// node and by id, towards the one it was given last:
//
//	Set    the view moved: bars follow at once, labels that found another
//	       place beside their bar glide there, new ones fade in, and what
//	       is pale or strong from now on becomes so
//	Glide  the arrangement changed: every node travels to its new place, so
//	       that the eye can follow each bar
//	Grow   the opening: bars grow from their base, one after the other
//
// A settled Stage costs nothing.
package motion
