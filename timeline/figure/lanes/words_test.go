package lanes_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"barline/data"
	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/scene"
	"barline/timeline/figure/lanes"
	"barline/timeline/view"
	"barline/timeline/words"
)

// alike is a table whose events have one title and one lane.
type alike struct {
	timed
	title string
}

func (a alike) Title(int) string   { return a.title }
func (a alike) Lane(int) int       { return 0 }
func (a alike) Lanes() []string    { return []string{"Lane"} }
func (a alike) Kind(int) data.Kind { return data.Meeting() }

// Whether a title is written is decided by its width as it is drawn, in every
// script.
func TestTitlesAreMeasured(t *testing.T) {
	fonts := storytest.Fonts(t)
	const moments = 60
	// Every moment is three minutes further from the one before.
	span := func(i int) (from, to int64) {
		at := int64(1_700_000_000) + int64(i*(i+1)/2)*180
		return at, at + 1
	}
	style := scene.Style{Face: scene.Sans, SizePx: 13}
	for _, title := range []string{"Talks in Geneva", "Переговоры", "जिनेवा में वार्ता", "گفتگو در ژنو", "illi", "क्षत्रिय"} {
		p := lanes.New(alike{timed{tabletest.New(1, 1), moments, span}, title}, words.English(), fonts)
		p.TakeAll()
		first, _ := span(0)
		last, _ := span(moments - 1)
		var s *scene.Scene
		for range moments { // labels are set a few in a frame
			s = p.Figure(1600, view.View{From: float64(first) - 600, To: float64(last) + 600})
			p.Work()
		}
		written := map[string]*scene.Text{}
		for _, n := range s.Nodes {
			if n.Role == scene.Label {
				written[n.Event] = n.Text
			}
		}
		width := fonts.Line(title, style).WidthPx
		boxes := p.Boxes(nil)
		n := 0
		for i := range moments {
			id := "e" + strconv.Itoa(i)
			bar := boxes[id].Bar
			room := math.Inf(1)
			for _, other := range boxes {
				if other.Bar.Y == bar.Y && other.Bar.X > bar.X {
					room = min(room, other.Bar.X-bar.Right()-2*5)
				}
			}
			if math.IsInf(room, 1) {
				continue // the last of its row has the page's edge beside it
			}
			text := written[id]
			switch whole := text != nil && text.String == title; {
			case room > width+1 && !whole, room < width-1 && whole:
				t.Errorf("%q is %.1f px wide; with room of %.1f px it is written whole: %v", title, width, room, whole)
			case whole:
				n++
			case text != nil:
				beginning, cut := strings.CutSuffix(text.String, "…")
				if !cut || !strings.HasPrefix(title, beginning+" ") || text.WidthPx > room {
					t.Errorf("%q is cut to %q, %.1f px for %.1f px", title, text.String, text.WidthPx, room)
				}
			}
		}
		if n == 0 {
			t.Errorf("%q is never written whole", title)
		}
	}
}
