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
	headNarrow      = 16.0
	buttonHeight    = 34.0
	buttonPadding   = 14.0
	paddingNarrow   = 10.0
	buttonGap       = 8.0
	pairGap         = 6.0
	languagesHeight = 24.0
	languagesGap    = 6.0
	// A whole number of px: WebKit has lines of others in whole ones all the same.
	summaryLine = 20.0
	summaryGap  = 6.0
	// Fields are as wide as what is usually written or chosen in them.
	searchPx = 168.0
	filterPx = 132.0
)

// gaps are the room over the parts of the page's head, in px, by the density that a
// story or the page around a frame asks for.
type gaps struct{ head, standfirst, totals, controlsOver, controlsUnder float64 }

func regularGaps() gaps { return gaps{24, 6, 10, 16, 10} }
func compactGaps() gaps { return gaps{12, 4, 6, 10, 4} }

// at are those of a page at a rung: a narrow one has no more than the compact one, but
// for a little at its upper edge.
func (g gaps) at(rung float64) gaps {
	if rung < view.WideFrom {
		c := compactGaps()
		g.head, g.totals = min(g.head, headNarrow), min(g.totals, c.totals)
		g.controlsOver, g.controlsUnder = min(g.controlsOver, c.controlsOver), min(g.controlsUnder, c.controlsUnder)
	}
	return g
}

// paddingAt is that of buttons at a rung, at either end.
func paddingAt(rung float64) float64 {
	if rung < view.WideFrom {
		return paddingNarrow
	}
	return buttonPadding
}

// pageSizes are the sizes that style sheets have as var(--page-NAME).
func pageSizes(g gaps) map[string]float64 {
	compact, narrow := compactGaps(), g.at(0)
	return map[string]float64{
		"compact-head":           compact.head,
		"compact-standfirst":     compact.standfirst,
		"compact-totals":         compact.totals,
		"compact-controls-over":  compact.controlsOver,
		"compact-controls-under": compact.controlsUnder,
		"wide":                   view.WideFrom,
		"headline-most":          view.HeadlineMost,
		"headline-wide":          view.HeadlineWide,
		"headline-narrow":        view.HeadlineNarrow,
		"standfirst-most":        view.StandfirstMost,
		"body":                   view.BodyPx,
		"head":                   g.head,
		"narrow-head":            narrow.head,
		"narrow-totals":          narrow.totals,
		"narrow-controls-over":   narrow.controlsOver,
		"narrow-controls-under":  narrow.controlsUnder,
		"narrow-padding":         paddingNarrow,
		"padding-saved":          2 * (buttonPadding - paddingNarrow),
		"standfirst-gap":         g.standfirst,
		"totals-gap":             g.totals,
		"button":                 buttonHeight,
		"button-padding":         buttonPadding,
		"button-gap":             buttonGap,
		"pair-gap":               pairGap,
		"controls-over":          g.controlsOver,
		"controls-under":         g.controlsUnder,
		"controls-from":          view.ControlsFrom,
		"languages":              languagesHeight,
		"languages-gap":          languagesGap,
		"summary-line":           summaryLine,
		"summary-gap":            summaryGap,
		"popover":                popover.Preferred()[0],
		"popover-edge":           popover.Edge,
		"popover-edges":          2 * popover.Edge,
		"figure-narrowest":       view.Ladder()[0],
	}
}

// sized puts the page's sizes into a style sheet. They are written out and no custom
// properties of the page, since a container query can hold none.
func sized(sheet string, css []byte, g gaps) ([]byte, error) {
	sizes := pageSizes(g)
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
