// Package importer makes a story of what people keep their events in: tables of any
// kind, calendars, the files of other tools.
//
//	bytes -> own story or table ------------------------> story
//	      -> shapes (TimelineJS, calendars, …) -> draft \
//	      -> sheet -> columns, dates ----------> draft  -> tree -> story
//
// It is pure: bytes and options in; a story, a report and questions out. It makes
// nothing up. What only a person can answer is a question, which names the option
// that answers it; what cannot be read is left out and listed.
package importer
