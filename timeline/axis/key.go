package axis

import "barline/scene"

// Key places the entries of a key one beside the other, and in further rows where
// there is no room. An entry is a mark and its words.
type Key struct {
	// Top is where the first row stands, From and To are where a row begins and
	// ends, in px.
	Top, From, To float64
	// Inset is from an entry's beginning to its words, Gap from one entry to the
	// next, Step from one row to the next.
	Inset, Gap, Step float64

	x, y float64 // where the next entry stands, from the key's corner
}

// Place returns where the entry of these words begins.
func (k *Key) Place(words *scene.Text) (x, y float64) {
	width := k.Inset + words.WidthPx
	if k.x > 0 && k.From+k.x+width > k.To {
		k.x, k.y = 0, k.y+k.Step
	}
	x, y = k.From+k.x, k.Top+k.y
	k.x += width + k.Gap
	return x, y
}

// Last is where the last row stands.
func (k *Key) Last() float64 { return k.Top + k.y }
