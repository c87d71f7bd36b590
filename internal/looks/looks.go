// Package looks opens the stories that the pictures are judged by (testdata/looks and
// the built-in one) and draws them in the states in which readers see them. The golden
// files of test/looks and the page of cmd/gallery are made of it.
package looks

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"barline/assets"
	"barline/assets/fonts"
	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/render/raster"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words/languages"
)

// Look is a story with its figure.
type Look struct {
	// Name is the name of its file, without the ending.
	Name    string
	Story   *data.Story
	Heading card.Heading
	Figure  view.Figure
}

// Open opens all stories: the built-in one, then those of testdata/looks by their
// names. root is the project's folder.
func Open(root string) ([]Look, error) {
	folder := filepath.Join(root, "testdata", "looks")
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	first, err := open(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		return nil, err
	}
	all := []Look{first}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".md" {
			continue
		}
		contents, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		l, err := open(e.Name(), contents)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		all = append(all, l)
	}
	return all, nil
}

// open makes a story's figure as publishing does.
func open(name string, contents []byte) (Look, error) {
	story, _, err := storyfile.Decode(name, contents)
	if err != nil {
		return Look{}, err
	}
	language, err := languages.ForStory(story)
	if err != nil {
		return Look{}, err
	}
	set, err := fonts.All(story.Lang())
	if err != nil {
		return Look{}, err
	}
	f, err := figure.Open(story, language.Words, set)
	if err != nil {
		return Look{}, err
	}
	return Look{strings.TrimSuffix(name, filepath.Ext(name)), story, card.HeadingOf(story, language.Words), f}, nil
}

// State is one way in which a reader sees a figure.
type State struct {
	Name string
	view.View
}

// The names of states.
const (
	Calendar = "calendar"
	Compare  = "compare"
	Zoomed   = "zoomed"
	Opened   = "open"
	Found    = "found"
	Dimmed   = "dimmed"
)

// zoomShare is how much of the story's time is in view when it is zoomed in.
const zoomShare = 0.25

// States are those that the figure has: as it opens, compared, zoomed in on an event,
// with that event open, and either with what a search finds brought out or, as on
// cards, with all other events dimmed.
func (l Look) States() []State {
	can, i := l.Figure.Capabilities(), l.shown()
	states := []State{{Calendar, view.View{}}}
	if can.Compare {
		states = append(states, State{Compare, view.View{Arrangement: view.Compare}})
	}
	id := l.Figure.Events().Event(i).ID
	if can.Zoom {
		from, to := l.Figure.Extent()
		a, b := l.Figure.When(i)
		middle, half := (a+b)/2, (to-from)*zoomShare/2
		states = append(states, State{Zoomed, view.View{From: middle - half, To: middle + half}})
	}
	if !can.Lanes {
		states = append(states, State{Opened, view.View{Selected: id}})
	}
	if can.Search {
		word, _, _ := strings.Cut(l.Figure.Events().Event(i).Title, " ")
		return append(states, State{Found, view.View{Query: view.Query{Text: strings.ToLower(word)}}})
	}
	return append(states, State{Dimmed, view.View{Selected: id}})
}

// shown is the event that states are about: the one with the most quotations, or else
// the first.
func (l Look) shown() int {
	best, most := 0, 0
	for i := range l.Figure.Events().Len() {
		if n := len(l.Figure.Events().Event(i).Quotes); n > most {
			best, most = i, n
		}
	}
	return best
}

// Scene is the figure in a state at a width. It is the caller's own.
func (l Look) Scene(widthPx float64, s State) *scene.Scene {
	if s.Name == Dimmed {
		return l.dimmed(widthPx, s)
	}
	figure := l.Figure.Figure(widthPx, s.View)
	for l.Figure.Busy() {
		l.Figure.Work()
		figure = l.Figure.Figure(widthPx, s.View)
	}
	own := *figure
	own.Nodes = slices.Clone(figure.Nodes)
	for i := range own.Nodes {
		own.Nodes[i].Cells = slices.Clone(own.Nodes[i].Cells)
	}
	return &own
}

const (
	stripTop    = 20.0
	stripHeight = 108.0
)

// dimmed is the strip of a card.
func (l Look) dimmed(widthPx float64, s State) *scene.Scene {
	margin := view.Margin(widthPx)
	nodes := l.Figure.Strip(scene.Rect{X: margin, Y: stripTop, W: widthPx - 2*margin, H: stripHeight}, s.Selected)
	if l.Figure.Fonts().RTL() {
		scene.Mirror(nodes, 0, widthPx)
	}
	strip := &scene.Scene{WidthPx: widthPx, HeightPx: stripTop + stripHeight + layout.StripFootPx + 12, Nodes: nodes}
	strip.Sort()
	return strip
}

// Page is the figure in a state under its heading, with the popover of what is open.
func (l Look) Page(widthPx float64, s State) *scene.Scene {
	if s.Name == Dimmed {
		return l.Scene(widthPx, s)
	}
	return window.New(l.Heading, l.Figure).Still(l.Scene(widthPx, s), s.View)
}

// Theme is a set of colours by its name.
type Theme struct {
	Name    string
	Palette scene.Palette
}

// Light and Dark are the two themes.
func Light() Theme { return Theme{"light", assets.Light()} }
func Dark() Theme  { return Theme{"dark", assets.Dark()} }

// Picture is the figure in a state, drawn.
func (l Look) Picture(widthPx float64, s State, in Theme) image.Image {
	return raster.Draw(l.Scene(widthPx, s), &in.Palette, l.Figure.Fonts(), 1)
}

// Compact is a scene as text, without what presses mean.
func Compact(s *scene.Scene) string {
	own := *s
	own.Nodes = slices.Clone(s.Nodes)
	for i := range own.Nodes {
		own.Nodes[i].Hit = scene.Rect{}
	}
	return own.Dump()
}
