package publish

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"barline/data"
	"barline/data/tree"
	"barline/render/raster"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
)

// Drawings draws single pictures of a site: cards, and the pictures for download. It is
// what a [Pool] has the programs do that belong to it, and for one goroutine.
type Drawings struct {
	editions []edition
	options  Options
	drawers  map[int]*drawer
}

// NewDrawings prepares the pictures of a site. The options are those that it is published
// with.
func NewDrawings(story *data.Story, root *tree.Node, o Options) (*Drawings, error) {
	editions, err := editionsOf(Edition{story, root, o.Proven}, o.Editions)
	return &Drawings{editions, o, map[int]*drawer{}}, err
}

// Draw draws the picture of a name in an edition; 0 is the story's own.
func (d *Drawings) Draw(edition int, name string) ([]byte, error) {
	if edition < 0 || edition >= len(d.editions) {
		return nil, fmt.Errorf("there is no edition number %d", edition)
	}
	if d.drawers[edition] == nil {
		b, err := newBuild(d.editions[edition], d.editions, Engine{}, d.options)
		if err != nil {
			return nil, err
		}
		f, err := figure.Open(b.story, b.words, b.fonts)
		if err != nil {
			return nil, err
		}
		d.drawers[edition] = &drawer{b, f}
	}
	return d.drawers[edition].draw(name)
}

// drawer draws the pictures of one language of a site, by their names in it.
type drawer struct {
	*build
	figure view.Figure
}

func (d *drawer) draw(name string) (contents []byte, err error) {
	switch name {
	case picturePNG, pictureSVG:
		contents, err = pictureOf(d.heading, d.figure, &d.look, name, PictureOptions{WidthPx: 1000, Scale: 2})
	case storyCard:
		contents, err = d.card(-1)
	default:
		id, _ := strings.CutSuffix(strings.TrimPrefix(name, cardsFolder), ".png")
		i := d.story.Index(id)
		if i < 0 {
			return nil, fmt.Errorf("%s: there is no such picture", name)
		}
		contents, err = d.card(i)
	}
	if err == nil {
		err = whole(d.figure)
	}
	return contents, err
}

// card draws the card of an event, or for -1 that of the story.
func (d *drawer) card(event int) ([]byte, error) {
	palette := d.look.Palettes.Light
	return raster.PNG(raster.Draw(card.Card(d.heading, d.figure, event), &palette, d.figure.Fonts(), cardScale))
}

// drawRest draws the pictures that pages do not show: those for download, a card for the
// story, and one for each event that has a page of its own to be shared.
func (b *build) drawRest(f view.Figure) error {
	names := []string{picturePNG, pictureSVG, storyCard}
	if !f.Capabilities().Lanes {
		for i := range f.Events().Len() {
			names = append(names, cardsFolder+f.Events().Event(i).ID+".png")
		}
	}
	files := make([][]byte, len(names))
	edition := 0
	for i, e := range b.editions {
		if e.folder == b.folder {
			edition = i
		}
	}
	var done atomic.Int32
	took := func(err error) error {
		b.options.count("the cards", int(done.Add(1)), len(names))
		return err
	}
	away := func(i int) (err error) {
		files[i], err = b.options.Pool.Draw(b.options.context(), edition, names[i])
		if errors.Is(err, ErrLost) {
			return err
		}
		return took(err)
	}
	err := shared(b.options.context(), b.options.Pool, len(names), away, func() (func(int) error, error) {
		// A figure and its fonts are for one goroutine at a time.
		own, err := figure.Open(b.story, f.Words(), f.Fonts().Clone())
		if err != nil {
			return nil, err
		}
		d := drawer{b, own}
		return func(i int) (err error) {
			files[i], err = d.draw(names[i])
			return took(err)
		}, nil
	})
	for i, name := range names {
		b.site[name] = files[i]
	}
	return err
}
