// Package edtf reads dates in the Extended Date/Time Format (ISO 8601-2, as
// specified by the Library of Congress): levels 0 and 1 whole, and of level 2
// sets of which one date is meant, unspecified digits and qualifiers anywhere,
// and years with exponents and significant digits.
//
// A date never claims more than it says: a month stays a month, and Bounds gives
// the first and last instant it allows.
//
//	2025-03                  [1 March 00:00 ... 1 April 00:00)
//	2025-12-02/2025-12-03    [2 December 00:00 ... 4 December 00:00)
//	2019-05/..               from some time in May 2019, and on
//	196X                     [1960 ... 1970)
//	[1860..1872]             one of these years, nobody knows which
//	2025-12-02T22:30Z        that minute
//
// Some things are wider than the standard, because feeds and stories need them:
// an end of an interval may have a time of day, a time may leave out its seconds
// and its zone, and may be qualified; RFC 3339's fraction of a second (read and
// dropped) and its small t and z are read. Narrower are two: of the codes for
// parts of a year only the seasons 21 to 24 are read, and no set that means all
// of its members.
package edtf
