// Package csvtree reads a table of events, CSV with a header row, into the
// tree of a story. Newsrooms keep such tables in spreadsheets; barline writes
// one with every story (events.csv), and reads it back.
//
//	id,title,start,end,duration,people,quote,speaker
//	first-round,A first round,2024-05,,<PT2H,Ada Okafor; Per Lindqvist,,
//
// A column type tells rows that are about something else than an event: the story, a
// person, a period. Package exporter/spreadsheet writes all of a story this way, by
// the names of columns and types that stand here.
//
// Every value keeps the line and column of its cell, so that a fault in a table
// is reported like one in a story.
//
// Rows are gone through twice. The first time says who and what the table names,
// and which of its rows belong together; the second time every event is made on
// its own, so that a table of a million is never a tree of all of them.
package csvtree
