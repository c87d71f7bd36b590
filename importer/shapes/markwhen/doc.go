// Package markwhen reads markwhen, timelines as text: a header, then lines of a
// date, a colon and what happened, each with a description under it, in sections
// and groups.
//
//	2012-2013: Germany and Italy #Travel
//	They went by train.
//	04/1776 - now: Something that goes on
//	2 weeks: What came after
//
// Dates that are counted from other events are worked out, since the file says all
// of them; what depends on the day on which the file is read is left out.
package markwhen

// Name is the shape's, for the report.
const Name = "markwhen"
