package reel_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/reel"
	"barline/timeline/view"
	"barline/timeline/words/languages"
)

func shapes() []reel.Shape { return []reel.Shape{reel.Square, reel.Portrait, reel.Landscape} }

// reelOf makes a reel of a story in its language.
func reelOf(t storytest.TB, story *data.Story, shape reel.Shape, most float64) (*reel.Reel, view.Figure) {
	t.Helper()
	language, err := languages.ForStory(story)
	if err != nil {
		t.Fatal(err)
	}
	f, err := figure.Open(story, language.Words, storytest.FontsFor(t, story.Lang()))
	if err != nil {
		t.Fatal(err)
	}
	return reel.New(card.HeadingOf(story, language.Words), f, reel.Options{Shape: shape, MostSeconds: most, Credit: axis.Credit(language.Words, story.Sources())}), f
}

func file(t *testing.T, name string) *data.Story {
	t.Helper()
	contents, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := storyfile.Decode(name, contents)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// written are the words of a scene, in the order in which they are drawn.
func written(s *scene.Scene) string {
	var all []string
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Shape == scene.Glyphs {
			all = append(all, n.Text.String)
		}
	}
	return strings.Join(all, " ")
}

func TestGoldenPages(t *testing.T) {
	for _, c := range []struct {
		name, story string
		shape       reel.Shape
		at          float64
	}{
		{"opening-square", "../../data/stories/" + stories.WitkoffPutin2025Name, reel.Square, 4},
		{"opening-grows", "../../data/stories/" + stories.WitkoffPutin2025Name, reel.Square, 0.8},
		{"closing-landscape", "../../data/stories/" + stories.WitkoffPutin2025Name, reel.Landscape, 1e3},
		{"told-square", "../../data/stories/" + stories.WitkoffPutin2025Name, reel.Square, 40},
		{"told-right-to-left", "../../data/stories/witkoff-putin-2025.fa-AF.yaml", reel.Portrait, 20},
		{"told-spans", "../../docs/wars-of-rome.yaml", reel.Portrait, 20},
	} {
		r, _ := reelOf(t, file(t, c.story), c.shape, 90)
		golden.Text(t, c.name+".txt", r.At(c.at).Dump())
	}
}

// When and what is told, and what there is no time for.
func TestGoldenProgramme(t *testing.T) {
	for _, most := range []float64{reel.LeastLimit, 30, 90, 180} {
		r, _ := reelOf(t, storytest.Story(t), reel.Square, most)
		var b strings.Builder
		var shown *scene.Scene
		for tenth := range int(r.Seconds()*10 + 1) {
			at := float64(tenth) / 10
			// A page that stays is one and the same scene.
			if s := r.At(at); s != shown && s == r.At(at+0.01) {
				shown = s
				fmt.Fprintf(&b, "%5.1f %s\n", at, written(s))
			}
		}
		fmt.Fprintf(&b, "%5.1f end\nleft out: %v\nin brief: %v\n", r.Seconds(), r.LeftOut(), r.InBrief())
		golden.Text(t, fmt.Sprintf("programme-%v.txt", most), b.String())
	}
}

// Whatever the story: the reel keeps its length, nothing leaves the picture, all words
// can be read on a phone, none lies over a mark, and somebody's words are whole.
func TestReelsHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		story, _, err := storyfile.Decode("invented.yaml", []byte(storytest.Yaml(t, storytest.Limits{Meetings: 3, Contexts: 2})))
		if err != nil {
			t.Fatal(err)
		}
		shape := rapid.SampledFrom(shapes()).Draw(t, "shape")
		most := rapid.Float64Range(reel.LeastLimit, 180).Draw(t, "most")
		r, _ := reelOf(t, story, shape, most)
		if r.Seconds() > most {
			t.Fatalf("the reel is %v seconds long, and may be %v", r.Seconds(), most)
		}
		for range 6 {
			s := r.At(rapid.Float64Range(0, r.Seconds()).Draw(t, "at"))
			holdsTogether(t, s, shape)
		}
	})
}

func holdsTogether(t *rapid.T, s *scene.Scene, shape reel.Shape) {
	width, height := shape.Size()
	if s.WidthPx != width || s.HeightPx != height {
		t.Fatalf("the picture is %v by %v", s.WidthPx, s.HeightPx)
	}
	bottom := 0.0
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Box.X < -0.1 || n.Box.Right() > width+0.1 || n.Box.Y < -0.1 || n.Box.Bottom() > height+0.1 {
			t.Fatalf("%s at %v leaves the picture", n.ID, n.Box)
		}
		if n.Shape == scene.Glyphs && n.Text.Style.SizePx < min(width, height)/40 && n.Role != scene.Bar {
			t.Fatalf("%s %q is set in %v px", n.ID, n.Text.String, n.Text.Style.SizePx)
		}
		if n.Role == scene.Caption {
			bottom = max(bottom, n.Box.Bottom())
		}
		if n.Role == scene.Caption && n.Shape == scene.Glyphs && strings.HasPrefix(n.Text.String, "“") && strings.HasSuffix(n.Text.String, "…") {
			t.Fatalf("a quotation is cut: %q", n.Text.String)
		}
	}
	for i := range s.Nodes {
		if n := &s.Nodes[i]; (n.Role == scene.Bar || n.Role == scene.Wait || n.Role == scene.Dot) && n.Box.Y < bottom-1 {
			t.Fatalf("the words end at %v, %s begins at %v", bottom, n.ID, n.Box.Y)
		}
	}
}

// Every event of the story of 2025 is lit while it is told, alone, and ringed.
func TestOneEventIsTold(t *testing.T) {
	r, f := reelOf(t, storytest.Story(t), reel.Square, 180)
	rung := map[string]bool{}
	for tenth := range int(r.Seconds() * 10) {
		s := r.At(float64(tenth) / 10)
		if s != r.At(float64(tenth)/10+0.01) {
			continue
		}
		ring := ""
		for i := range s.Nodes {
			if n := &s.Nodes[i]; n.Role == scene.Ring {
				ring = strings.TrimPrefix(n.ID, "reel:ring:")
			}
		}
		for i := range s.Nodes {
			if n := &s.Nodes[i]; ring != "" && n.Event != "" && (n.Alpha == 1) != (n.Event == ring) {
				t.Fatalf("%s is told, and %s has strength %v", ring, n.ID, n.Alpha)
			}
		}
		if ring != "" && !strings.Contains(written(s), f.Events().Event(f.Events().Index(ring)).Title) {
			t.Fatalf("%s is ringed, and the words are %q", ring, written(s))
		}
		rung[ring] = true
	}
	if len(rung)-1 != f.Events().Len() || len(r.LeftOut()) > 0 {
		t.Errorf("of %d events %d are told, and %v left out", f.Events().Len(), len(rung)-1, r.LeftOut())
	}
}

func TestShapesAreReadAsWritten(t *testing.T) {
	for _, s := range shapes() {
		if got, ok := reel.ParseShape(s.String()); !ok || got != s {
			t.Errorf("%s is read as %s, %t", s, got, ok)
		}
	}
	if _, ok := reel.ParseShape("round"); ok {
		t.Error("there is a round shape")
	}
}
