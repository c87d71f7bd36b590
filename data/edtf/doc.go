// Package edtf reads dates in the Extended Date/Time Format (ISO 8601-2,
// Library of Congress) as far as news needs it: year, month, day, instant,
// interval, approximate (~), uncertain (?) and both (%).
//
// A date never claims more than it says: a month stays a month, and Bounds
// gives the first and last instant it allows.
//
//	2025-03                  [1 March 00:00 ... 1 April 00:00)
//	2025-12-02/2025-12-03    [2 December 00:00 ... 4 December 00:00)
//	2025-12-02T22:30:00Z     that second
//
// This is EDTF level 0 and, of level 1, the qualifiers of a whole date. Two
// things are wider than the standard, because feeds send them: an end of an
// interval may be an instant, and an instant may be written as RFC 3339
// allows, with a fraction of a second (read and dropped, since a second is
// the finest step here) and small t and z.
package edtf
