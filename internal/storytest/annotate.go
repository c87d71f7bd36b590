package storytest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
)

// Annotated is a story of lengths with annotations of every kind: a moment, a stretch, an
// uncertain month, an open end, one beside all events, lines at lengths.
const Annotated = `barline: 1
id: annotated
headline: Five rounds about a harbour
sources: [{id: courier, name: The Harbour Courier}, {id: board, name: The Port Board}]
annotations:
  - {date: 2024-05-20, text: Ceasefire proposed}
  - {date: 2024-06-15/2024-08-10, text: "The docks stand still for the summer, and nobody comes to the table", source: board}
  - {date: 2024-10~, text: A new mayor}
  - {date: 2024-12-10/.., text: The ice comes}
  - {date: 2025-02-10, text: Deal signed}
  - {length: PT8H, text: a working day}
  - {length: PT2H, text: a film}
events:
  - {id: first, kind: meeting, title: A first round, date: 2024-03-04, duration: PT2H30M}
  - {id: second, kind: meeting, title: A second round, date: 2024-05-11, duration: <PT5H}
  - {id: night, kind: meeting, title: A night, date: 2024-06-11/2024-06-12, duration: PT6H}
  - {id: fourth, kind: meeting, title: A fourth round, date: 2024-09-02, duration: ~PT1H}
  - {id: last, kind: meeting, title: A last round, date: 2024-11-20, duration: PT4H}
  - {id: council, kind: context, title: The council debates the harbour, date: 2024-07-01}
  - {id: vote, kind: context, title: The union votes, date: 2024-10-05~}
`

// Annotations invents those of a story file, in YAML, whose events have these dates and
// lengths: moments, stretches and open ends, words of a letter and of a whole sentence.
func Annotations(t *rapid.T, dates, lengths []string) string {
	var b strings.Builder
	words := func() string {
		return rapid.SampledFrom([]string{"x", "A ceasefire", "The guns are silent, but nobody signs", strings.TrimSpace(strings.Repeat("Words ", 23)), strings.Repeat("y", 140), "Перемирие предложено"}).Draw(t, "annotation")
	}
	for range rapid.SampledFrom([]int{0, 0, 1, 2, 5, 12}).Draw(t, "annotations") {
		date := strings.Trim(rapid.SampledFrom(dates).Draw(t, "annotated"), "\"")
		if !strings.Contains(date, "/") && !strings.ContainsAny(date, "T[") {
			other := strings.Trim(rapid.SampledFrom(dates).Draw(t, "until"), "\"")
			switch rapid.IntRange(0, 4).Draw(t, "stretch") {
			case 0:
				date += "/.."
			case 1:
				date = "../" + date
			case 2:
				date += "/"
			case 3:
				if _, err := edtf.Parse(date + "/" + other); err == nil {
					date += "/" + other
				}
			}
		}
		fmt.Fprintf(&b, "  - {date: \"%s\", text: %q}\n", date, words())
	}
	if len(lengths) > 0 {
		for range rapid.SampledFrom([]int{0, 0, 1, 3, 7}).Draw(t, "lines") {
			fmt.Fprintf(&b, "  - {length: %s, text: %q}\n", rapid.SampledFrom(lengths).Draw(t, "line"), words())
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "annotations:\n" + b.String()
}

// Shown is which of a story's annotations a scene has to show.
type Shown struct {
	// Dated and Lines: those at dates, those at lengths.
	Dated, Lines bool
	// Px maps times to px of the calendar in view, which is LengthPx long; nil where all
	// dates are in view.
	Px       func(at float64) float64
	LengthPx float64
}

// AnnotationFaults finds what is wrong with a scene's annotations: words that meet other words
// or marks or leave the page, lines beside their date, and what is neither there nor counted.
func AnnotationFaults(s *scene.Scene, story *data.Story, shown Shown) (faults []string) {
	want := 0
	for i, a := range story.Annotations() {
		if a.AtLength() {
			if shown.Lines {
				want++
			}
			continue
		}
		id := "annotation:" + strconv.Itoa(i)
		drawn := slices.ContainsFunc(s.Nodes, func(n scene.Node) bool {
			return n.Role == scene.Annotation && n.Text == nil && (strings.HasPrefix(n.ID, id+":"))
		})
		if drawn {
			want++
		}
		if !shown.Dated && drawn {
			faults = append(faults, id+" is drawn where no dates are")
		}
		if !shown.Dated || shown.Px == nil && drawn {
			continue
		}
		from, to := a.Date.Bounds()
		if shown.Px == nil || shown.Px(float64(from)) < shown.LengthPx-2 && shown.Px(float64(to)) > 2 && (a.Date.IsInterval() || shown.Px(float64(from)) > 2 && shown.Px(float64(to)) < shown.LengthPx-2) {
			if !drawn {
				faults = append(faults, fmt.Sprintf("%s at %v is in view and is not drawn", id, a.Date))
			}
		}
		for k := range s.Nodes {
			n := &s.Nodes[k]
			if shown.Px == nil || n.ID != id+":line" {
				continue
			}
			at := n.Box.Centre().X - s.Plot.X
			if n.Box.W > n.Box.H {
				at = n.Box.Centre().Y - s.Plot.Y
			}
			if begin, end := shown.Px(float64(from)), shown.Px(float64(to)); at < begin-1 || at > end+1 {
				faults = append(faults, fmt.Sprintf("the line of %s is at %v, its date from %v to %v", id, at, begin, end))
			}
		}
	}
	said, counted := map[string]bool{}, 0
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Role != scene.Annotation || n.Text == nil {
			continue
		}
		id := n.ID[:strings.LastIndexByte(n.ID, ':')]
		if own, more := strings.CutSuffix(id, ":more"); more {
			var k int
			if _, err := fmt.Sscanf(n.Text.String, "+%d", &k); err != nil {
				faults = append(faults, fmt.Sprintf("%q counts nothing", n.Text.String))
			}
			counted += k
			said[own] = false
		} else if _, known := said[id]; !known {
			said[id] = true
		}
		if n.Box.X < 0 || n.Box.Right() > s.WidthPx || n.Box.Y < 0 || n.Box.Bottom() > s.HeightPx {
			faults = append(faults, fmt.Sprintf("%q at %v leaves the page of %v × %v px", n.Text.String, n.Box, s.WidthPx, s.HeightPx))
		}
		for j := range s.Nodes {
			o := &s.Nodes[j]
			isMark := o.Role == scene.Bar || o.Role == scene.Dot || o.Role == scene.Wait || o.Role == scene.Limit
			if i == j || !isMark && o.Text == nil || o.Text != nil && o.Role == scene.Annotation && j > i {
				continue
			}
			if Collide(n.Box, Extent(o)) && (o.Text == nil || o.Role != scene.Annotation || !sameBlock(n.ID, o.ID)) {
				faults = append(faults, fmt.Sprintf("%q at %v meets %s %s at %v", n.Text.String, n.Box, o.Role, o.ID, o.Box))
			}
		}
	}
	whole := 0
	for _, itself := range said {
		if itself {
			whole++
		}
	}
	if whole+counted != want {
		faults = append(faults, fmt.Sprintf("%d annotations are said and %d counted, of %d", whole, counted, want))
	}
	return faults
}

// sameBlock reports whether two lines are of the same words.
func sameBlock(a, b string) bool {
	return a[:strings.LastIndexByte(a, ':')] == b[:strings.LastIndexByte(b, ':')]
}
