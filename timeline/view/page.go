package view

// The sizes of the page's heading, in px. The style sheet, the heights that a page
// keeps free, the headings over pictures and the window's page all take them from
// here, so that a headline breaks alike everywhere.
const (
	// HeadlineMost and StandfirstMost are how long their lines are at most.
	HeadlineMost   = 816.0
	StandfirstMost = 736.0
	// HeadlineWide and HeadlineNarrow are a headline's sizes, from WideFrom on and
	// below.
	HeadlineWide   = 34.0
	HeadlineNarrow = 26.0
	// BodyPx is the size of running text.
	BodyPx = 16.0
)

// HeadlineSize is that of a page's headline.
func HeadlineSize(widthPx float64) float64 {
	if widthPx < WideFrom {
		return HeadlineNarrow
	}
	return HeadlineWide
}
