// Package lanes lays out the figure of many events: a lane for each group, in
// which events are bars where they can be told apart, and columns that count
// them where they cannot.
//
//	|Flights     ▂▅▇█▆▃▂▁▁▂▃▅█▇▅▃▂      how many begin in each stretch of time
//	|Meetings    ▬ ▬▬  ▬ Geneva  ▬▬▬     one by one, with words where there is room
//	|------|------|------|------|------|
//
// A figure is made for every frame while the calendar moves, so it costs what is
// on show and not what there is (package index), and allocates nothing: two
// scenes are written in turn, and words are set once.
//
// How many events lie in view decides between bars and columns, lane by lane;
// around the border both are drawn, the one fading into the other. What is drawn
// depends on nothing but the view, so that nothing flickers on the way there and
// back.
package lanes
