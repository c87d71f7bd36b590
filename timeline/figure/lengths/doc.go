// Package lengths is the figure of a story whose events have lengths, each drawn
// by itself: where every mark and every word of it lies.
//
// The calendar runs along one axis, lengths across it. Layout is
// written once in (along, across); a frame turns that into x and y:
//
//	wide page                         narrow page
//
//	across                            +-----------> across (lengths)
//	(lengths) █                       |█████
//	  ^   █   █  ▒                    |
//	  |   █   █  ▒ █                  |▒▒▒▒▒▒▒▒▒
//	  +--------------> along          |████
//	  Jan Feb Mar Apr  (calendar)     v
//	                                  along (calendar)
//
// In the compare arrangement along counts rows instead of days, and bars lie
// in the reading direction at every width.
//
// A mark on the calendar never leaves its date, and never is without its length in
// words. Where bars, or words, have no room for that, rows in the order of time take
// the place of the whole story's calendar (rows.go). Whatever is in view, the figure
// is as high as the whole story's.
//
// A Picture holds what depends on the story alone; Figure is a pure function
// of the Picture and a View.
package lengths
