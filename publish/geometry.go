package publish

import (
	"bytes"
	"fmt"
	"regexp"

	"barline/timeline/popover"
	"barline/timeline/view"
)

// The sizes of the page around the figure, in px, which the style sheet and the
// heights that are kept free share. See also view.HeadlineMost and its like.
const (
	headPadding     = 24.0
	headNarrow      = 16.0
	standfirstGap   = 6.0
	totalsGap       = 10.0
	totalsNarrow    = 6.0
	buttonHeight    = 34.0
	buttonPadding   = 14.0
	paddingNarrow   = 10.0
	buttonGap       = 8.0
	pairGap         = 6.0
	controlsOver    = 16.0
	controlsUnder   = 10.0
	overNarrow      = 10.0
	underNarrow     = 4.0
	languagesHeight = 24.0
	languagesGap    = 6.0
	// A whole number of px: WebKit has lines of others in whole ones all the same.
	summaryLine = 20.0
	summaryGap  = 6.0
	// Fields are as wide as what is usually written or chosen in them.
	searchPx = 168.0
	filterPx = 132.0
)

// pageSizes are the sizes that style sheets have as var(--page-NAME).
func pageSizes() map[string]float64 {
	return map[string]float64{
		"wide":             view.WideFrom,
		"headline-most":    view.HeadlineMost,
		"headline-wide":    view.HeadlineWide,
		"headline-narrow":  view.HeadlineNarrow,
		"standfirst-most":  view.StandfirstMost,
		"body":             view.BodyPx,
		"head":             headPadding,
		"head-narrow":      headNarrow,
		"standfirst-gap":   standfirstGap,
		"totals-gap":       totalsGap,
		"totals-narrow":    totalsNarrow,
		"button":           buttonHeight,
		"button-padding":   buttonPadding,
		"padding-narrow":   paddingNarrow,
		"padding-saved":    2 * (buttonPadding - paddingNarrow),
		"button-gap":       buttonGap,
		"pair-gap":         pairGap,
		"controls-over":    controlsOver,
		"controls-under":   controlsUnder,
		"over-narrow":      overNarrow,
		"under-narrow":     underNarrow,
		"controls-from":    view.ControlsFrom,
		"languages":        languagesHeight,
		"languages-gap":    languagesGap,
		"summary-line":     summaryLine,
		"summary-gap":      summaryGap,
		"popover":          popover.Preferred()[0],
		"popover-edge":     popover.Edge,
		"popover-edges":    2 * popover.Edge,
		"figure-narrowest": view.Ladder()[0],
	}
}

// around are the sizes around the words and the controls over a figure at a rung.
type around struct{ head, totals, over, under, padding float64 }

func aroundAt(rung float64) around {
	if rung < view.WideFrom {
		return around{headNarrow, totalsNarrow, overNarrow, underNarrow, paddingNarrow}
	}
	return around{headPadding, totalsGap, controlsOver, controlsUnder, buttonPadding}
}

// sized puts the page's sizes into a style sheet. They are written out and no custom
// properties of the page, since a container query can hold none.
func sized(sheet string, css []byte) ([]byte, error) {
	sizes := pageSizes()
	var err error
	css = regexp.MustCompile(`var\(--page-([a-z-]+)\)`).ReplaceAllFunc(css, func(use []byte) []byte {
		name := string(bytes.TrimSuffix(bytes.TrimPrefix(use, []byte("var(--page-")), []byte(")")))
		size, ok := sizes[name]
		if !ok {
			err = fmt.Errorf("%s: the page has no size called %s", sheet, name)
		}
		return []byte(px(size) + "px")
	})
	return css, err
}
