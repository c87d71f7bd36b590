package detail

import (
	"cmp"
	"slices"

	"barline/data"
	"barline/timeline/words"
)

// Annotation is one of the story's in words.
type Annotation struct {
	// When is the date, or the length, that it stands at.
	When, Text string
	// Source is the source line; SourceURL its address. Both may be empty.
	Source, SourceURL string
}

// Annotated are events whose story may have annotations.
type Annotated interface {
	Annotations() []data.Annotation
}

// Annotations are those of a story in words, as they are read among its events: item i
// holds what stands before event i of n, in the order of dates, and item n what comes after
// all of them. Those at a length come last. It is nil where there are none.
func Annotations(s Events, n int, w *words.Words) [][]Annotation {
	annotated, ok := s.(Annotated)
	if !ok {
		return nil
	}
	all := annotated.Annotations()
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b data.Annotation) int {
		if a.AtLength() || b.AtLength() {
			return cmp.Compare(a.Length.Seconds, b.Length.Seconds)
		}
		x, _ := a.Date.Bounds()
		y, _ := b.Date.Bounds()
		return cmp.Compare(x, y)
	})
	told := make([][]Annotation, n+1)
	at := 0
	for _, a := range all {
		said := Annotation{When: w.Sentence(w.Length(a.Length)), Text: a.Text}
		if a.AtLength() {
			at = n
		} else {
			said.When = w.Sentence(w.DateTime(a.Date, a.Zone.Name, words.Full))
			if other := w.SolarDate(a.Date); other != "" {
				said.When = w.Aside(said.When, other)
			}
			from, _ := a.Date.Bounds()
			for at < n {
				if begins, _ := s.Event(at).Date.Bounds(); begins > from {
					break
				}
				at++
			}
		}
		if a.Source != nil {
			said.Source, said.SourceURL = words.Fill(w.UI.Source, "source", a.Source.Name), a.Source.URL
		}
		told[at] = append(told[at], said)
	}
	return told
}
