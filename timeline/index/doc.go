// Package index says what a stretch of time holds, in time that depends on how
// much of it is asked for and hardly on how many events there are: a million are
// as quick to draw as a thousand.
//
// Add events in start order; queries are valid at any time:
//
//	x := index.New(from, to, total, lanes, index.Packing{Spread: 4, Gap: day})
//	x.Add(event, lane, from, to)           // again and again
//	x.Lane(0).Each(a, b, most, draw)       // the events in view, one by one
//	x.Lane(0).Counts(bounds, dst)          // how many start between neighbouring times
//	x.Lane(0).Hit(at, slack, row)          // the event under the hand
//	x.Next(event)                          // the one after it
//
// Times are seconds since 1970, UTC. Intervals are half-open; a zero-length event
// still occupies its instant.
package index
