package publish

import (
	"bytes"
	"image"
	"image/png"
	"math"

	"barline/render/raster"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
)

// storyCard is the card of the whole story; those of events are in cards/.
const storyCard = "card.png"

// cardScale is how many pixels of a card there are per px of its layout.
const cardScale = 2

func cardPixels(px float64) int { return int(math.Ceil(px * cardScale)) }

// addCards draws a card for the story, and one for each event that has a page of
// its own to be shared.
func (b *build) addCards(f view.Figure) error {
	names := []string{storyCard}
	if !f.Capabilities().Lanes {
		for i := range f.Events().Len() {
			names = append(names, "cards/"+f.Events().Event(i).ID+".png")
		}
	}
	files := make([][]byte, len(names))
	err := parallel(b.options.context(), len(names), func() (func(int) error, error) {
		// A figure and its fonts are for one goroutine at a time.
		own := f
		if len(names) > 1 {
			var err error
			if own, err = figure.Open(b.story, f.Words(), f.Fonts().Clone()); err != nil {
				return nil, err
			}
		}
		return func(i int) error {
			var err error
			palette := b.look.Palettes.Light
			if files[i], err = quickPNG(raster.Draw(card.Card(b.heading, own, i-1), &palette, own.Fonts(), cardScale)); err != nil {
				return err
			}
			b.options.tell("the cards")
			return whole(own)
		}, nil
	})
	for i, name := range names {
		b.site[name] = files[i]
	}
	return err
}

// quickPNG writes a picture of which a site has many: a third faster than the
// smallest, which would be some hundredths smaller.
func quickPNG(m image.Image) ([]byte, error) {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	err := e.Encode(&out, m)
	return out.Bytes(), err
}
