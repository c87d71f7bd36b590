// Package icalendar reads calendars (RFC 5545): their events, and nothing of who
// was invited. Recurring events are not expanded; their first occurrence stands.
//
//	text -parse-> components -Read-> clocks with zones -> dates -> draft
//
// A whole day's end is exclusive in a calendar and included in a draft. Times are
// written on the clock of their zone; where one zone has one offset for all events
// it is the draft's.
package icalendar
