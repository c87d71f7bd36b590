// Package spans is the figure of events on one calendar: bars lie from one date to
// another, moments are dots. On a wide page rows share lines where there is room;
// on a narrow one every event has a row of its own, its title over its mark, and
// the calendar stands on top:
//
//	wide                                  narrow
//
//	Lane A  ▇▇▇▇▇ title   ▇▇▇▇▇▇▇▇         1960      1980
//	             ● title                   Title  1961–1965
//	Lane B    ▇▇▇▇▇▇▇▇▇▇                    ▇▇▇
//	     ---|--------|--------|---             Other title  1970
//	       1960     1970     1980              ●
//
// A mark never leaves its date; where the date is coarser than a dot, the stretch
// that it allows is drawn, and a bar fades over what the precision of its ends
// leaves open. Words move, are shortened, or are left out.
package spans
