package axis

import (
	"barline/data"
	"barline/scene"
	"barline/timeline/words"
	"barline/typeset"
)

const (
	// sourcesNamed is how many sources the source line names at most.
	sourcesNamed = 3
	// creditPx is how long a line of it is at most.
	creditPx = 760.0
)

// Credit is the source line. Up to three sources are named with their titles; of
// more, three are named and the others counted.
//
// It is empty for a story without sources.
func Credit(w *words.Words, sources []data.Source) string {
	if len(sources) == 0 {
		return ""
	}
	pattern := w.UI.Source
	if len(sources) > 1 {
		pattern = w.UI.Sources
	}
	if len(sources) > sourcesNamed {
		var names []string
		for _, s := range sources[:sourcesNamed] {
			names = append(names, s.Name)
		}
		names = append(names, words.Fill(w.UI.MoreSources, "n", w.Large(len(sources)-sourcesNamed)))
		return words.Fill(pattern, "source", w.List(names))
	}
	named := ""
	for i, s := range sources {
		if i > 0 {
			named += w.Clauses("", "")
		}
		named += words.Isolated(s.Name, pattern)
		if s.Title != "" {
			named += w.Clauses("", w.Quoted(s.Title))
		}
	}
	return words.Fill(pattern, "source", named)
}

// CreditStyle is what the source line is set in.
func CreditStyle() scene.Style { return scene.Style{Face: scene.Sans, SizePx: 12.5} }

// CreditLines breaks the source line to a room.
func CreditLines(fonts *typeset.Fonts, credit string, roomPx float64) []*scene.Text {
	return fonts.Wrap(credit, CreditStyle(), min(roomPx, creditPx), 0)
}
