package lanes_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data/columns"
	"barline/internal/storytest"
	"barline/timeline/figure/lanes"
	"barline/timeline/view"
	"barline/timeline/words"
)

// Annotations stand over the lanes, on their dates, apart from all other words, or are
// counted; and no view changes the height of the plot.
func TestAnnotations(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("barline: 1\nid: s\nheadline: H\nevents:\n")
		var dates []string
		for i := range rapid.IntRange(1, 80).Draw(t, "events") {
			date := fmt.Sprintf("19%02d-%02d-%02d", rapid.IntRange(0, 99).Draw(t, "year"), 1+i%12, 1+i%28)
			dates = append(dates, date, date[:4])
			fmt.Fprintf(&b, "  - {title: Event, date: %s, lane: Lane %d}\n", date, i%rapid.IntRange(1, 3).Draw(t, "lanes"))
		}
		b.WriteString(storytest.Annotations(t, dates, nil))
		story := storytest.Decode(t, b.String())
		table, err := columns.Of(story)
		if err != nil {
			t.Fatal(err)
		}
		p := lanes.New(table, words.English(), fonts)
		p.TakeAll()
		width := rapid.SampledFrom([]float64{320, 640, 1000}).Draw(t, "width")
		from, to := p.Extent()
		start := rapid.Float64Range(0, 0.9).Draw(t, "start")
		height := 0.0
		for _, v := range []view.View{{}, {From: from + start*(to-from), To: from + (start+0.1)*(to-from)}} {
			s := p.Figure(width, v)
			if height == 0 {
				height = s.Plot.H
			} else if s.Plot.H != height {
				t.Errorf("zoomed the plot is %v px high, whole %v", s.Plot.H, height)
			}
			axis := p.Scale(width, v)
			for _, fault := range storytest.AnnotationFaults(s, story, storytest.Shown{Dated: true, Px: axis.Px, LengthPx: axis.LengthPx}) {
				t.Errorf("%v px: %s", width, fault)
			}
		}
	})
}
