// Package words says dates, lengths and totals as people say them: "11 April",
// "just under 3 hours", "4½ hours", "since May 2019", "44 BC". Whatever is
// uncertain says so, in the label, in the popover and to a screen reader alike.
//
// Words holds one language; English is the first. Its sentences are kept as
// whole patterns, never glued from parts that another language would order
// differently. Where a language changes a date after "since" or "between", by its
// case or with an article, it has patterns of its own for that.
//
// A date is taken apart once (moment.go), and said from there: alone (point.go), as a
// range (range.go), with an end that is open or unknown and as one of several
// (date.go), with what is not certain of it (certainty.go).
package words
