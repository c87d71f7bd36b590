package card_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data/storyfile"
	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure/lengths"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/timeline/words"
)

func TestGoldenCards(t *testing.T) {
	p := storytest.Picture(t)
	for name, index := range map[string]int{"card-story.txt": -1, "card-december.txt": p.Story().Index("2025-12-02"), "card-march.txt": p.Story().Index("2025-03"), "card-dublin.txt": p.Story().Index("zelensky-dublin")} {
		golden.Text(t, name, card.Card(headingOf(p), p, index).Dump())
	}
}

func headingOf(p *lengths.Picture) card.Heading { return card.HeadingOf(p.Story(), p.Words()) }

// written are a card's words.
func written(s *scene.Scene) string {
	var all []string
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Shape == scene.Glyphs {
			all = append(all, n.Text.String)
		}
	}
	return strings.Join(all, " ")
}

// A card says of its event what matters, and somebody's words whole or not at
// all; one event is lit.
func TestCards(t *testing.T) {
	p := storytest.Picture(t)
	for i, e := range p.Story().Events() {
		text := written(card.Card(headingOf(p), p, i))
		if !strings.Contains(text, e.Title) || !strings.Contains(text, p.Story().Headline()) {
			t.Errorf("the card of %s says %q", e.ID, text)
		}
		if len(e.Quotes) > 0 && !strings.Contains(text, e.Quotes[0].Words) {
			t.Errorf("the card of %s does not quote %q", e.ID, e.Quotes[0].Words)
		}
		for _, n := range card.Card(headingOf(p), p, i).Nodes {
			if lit := n.Alpha == 1; n.Event != "" && lit != (n.Event == e.ID) {
				t.Errorf("on the card of %s, %s is lit: %t", e.ID, n.ID, lit)
			}
		}
	}
}

// Whatever the story, nothing leaves its card, and words lie on nothing.
func TestCardsHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		story, _, err := storyfile.Decode("invented.yaml", []byte(storytest.Yaml(t, storytest.Anything())))
		if err != nil {
			t.Fatal(err)
		}
		p := lengths.New(story, words.English(), storytest.Fonts(t))
		for _, i := range []int{-1, 0, story.Len() - 1} {
			s := card.Card(headingOf(p), p, i)
			bottom := 0.0
			for j := range s.Nodes {
				n := &s.Nodes[j]
				if n.Box.X < -0.1 || n.Box.Right() > card.WidthPx+0.1 || n.Box.Y < -0.1 || n.Box.Bottom() > card.HeightPx+0.1 {
					t.Fatalf("card %d: %s at %v leaves it", i, n.ID, n.Box)
				}
				if n.Role == scene.Heading {
					bottom = max(bottom, n.Box.Bottom())
				}
			}
			for j := range s.Nodes {
				if n := &s.Nodes[j]; (n.Role == scene.Bar || n.Role == scene.Wait) && n.Box.Y < bottom-1 {
					t.Fatalf("card %d: the words end at %v, %s begins at %v", i, bottom, n.ID, n.Box.Y)
				}
			}
		}
	})
}

// The total over a picture is whole at every width.
func TestTotalsAreWhole(t *testing.T) {
	p := storytest.Picture(t)
	h := card.HeadingOf(p.Story(), p.Words())
	for _, width := range view.Ladder() {
		b := layout.NewBuilder(p.Fonts(), 16)
		h.Set(b, width, view.Margin(width))
		said := ""
		for i := range b.Scene.Nodes {
			if n := &b.Scene.Nodes[i]; strings.HasPrefix(n.ID, "total:") {
				if said += n.Text.String; n.Box.Right() > width-view.Margin(width)+0.5 {
					t.Errorf("%v px: %s ends at %v", width, n.ID, n.Box.Right())
				}
			}
		}
		if letters := func(s string) string { return strings.ReplaceAll(s, " ", "") }; letters(said) != letters(h.Figure+h.Cover) {
			t.Errorf("%v px: the total says %q, want %q", width, said, h.Figure+h.Cover)
		}
	}
}
