// Package words says dates, lengths and totals as people say them: "11 April",
// "just under 3 hours", "4½ hours". Whatever is uncertain says so, in the
// label, in the popover and to a screen reader alike.
//
// Words holds one language; English is the first. Its sentences are kept as
// whole patterns, never glued from parts that another language would order
// differently.
package words
