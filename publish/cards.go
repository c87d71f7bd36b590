package publish

import (
	"bytes"
	"image"
	"image/png"
	"math"

	"barline/assets"
	"barline/render/raster"
	"barline/timeline/layout"
)

// storyCard is the card of the whole story; those of events are in cards/.
const storyCard = "card.png"

// cardScale is how many pixels of a card there are per px of its layout.
const cardScale = 2

func cardPixels(px float64) int { return int(math.Ceil(px * cardScale)) }

// addCards draws a card for the story and one for each event.
func (s Site) addCards(p *layout.Picture) error {
	names := []string{storyCard}
	for _, e := range p.Story().Events() {
		names = append(names, "cards/"+e.ID+".png")
	}
	drawn := make([][]byte, len(names))
	err := parallel(len(names), func() (func(int) error, error) {
		// Fonts remember what they have set, and are for one at a time.
		own := layout.New(p.Story(), p.Words(), p.Fonts().Another())
		return func(i int) error {
			var err error
			drawn[i], err = card(own, i-1)
			return err
		}, nil
	})
	for i, name := range names {
		s[name] = drawn[i]
	}
	return err
}

func card(p *layout.Picture, index int) ([]byte, error) {
	palette := assets.Light()
	return quickPNG(raster.Draw(p.Card(index), &palette, p.Fonts(), cardScale))
}

// quickPNG writes a picture of which a site has many: a third faster than the
// smallest, which would be some hundredths smaller.
func quickPNG(m image.Image) ([]byte, error) {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	err := e.Encode(&out, m)
	return out.Bytes(), err
}
