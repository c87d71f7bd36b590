// Package lanes lays out the figure of many events: a lane for each group, in
// which events are marks where they can be told apart, and columns that count
// them where they cannot. On top of them columns count all lanes together.
//
//	|5,000 events  ▂▅▇█▆▃▂▁▁▂▃▅█▇▅▃▂    how many begin in each day, month, year ...
//	|Flights 812   ▂▅▇█▆▃▂▁▁▂▃▅█▇▅▃▂    the same of one lane
//	|Meetings 75   ▬ ▪  ▪ Geneva  [  ]   one by one, with words where there is room
//	|------|------|------|------|------|
//
// A mark is as high everywhere. A bar is as long as an event is known to have
// taken; others are dots, with a line through the day that they fell on; a date
// known to the month or the year is a hollow bracket over it, which no column of
// days counts.
//
// A figure is made for every frame while the calendar moves, so it costs what is
// on show and not what there is (package index), and allocates nothing: two
// scenes are written in turn, and words are set once.
//
// How many events lie in view, and whether there are rows for them, decides
// between marks and columns, lane by lane; around the border both are drawn, the
// one fading into the other. What is drawn depends on nothing but the view, so
// that nothing flickers on the way there and back.
package lanes
