package publish

import (
	"bytes"
	"fmt"
	"image/png"
	"math"
	"runtime"
	"strconv"

	"barline/assets/themes"
	"barline/data"
	"barline/render/animation"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/reel"
	"barline/timeline/words/languages"
)

// ReelOptions say how a film of a story is made.
type ReelOptions struct {
	Shape string // square, portrait or landscape
	// WidthPx is the width of the picture in pixels. It and the height become even,
	// as video needs them.
	WidthPx int
	Dark    bool
	// MostSeconds is how long the film may be.
	MostSeconds float64
	// ReadFile reads a font that the story brings, by its path from the story's
	// file.
	ReadFile func(name string) ([]byte, error)
}

// What a film's width and length may be.
const (
	LeastReelWidth   = 240
	MostReelWidth    = 3840
	LeastReelSeconds = reel.LeastLimit
	MostReelSeconds  = 180.0
)

// ReelShapes are the names of shapes.
func ReelShapes() []string {
	return []string{reel.Square.String(), reel.Portrait.String(), reel.Landscape.String()}
}

// Reel is a story as a film.
type Reel struct {
	reel *reel.Reel
	film animation.Film
	// Width and Height are those of its pictures, in pixels.
	Width, Height int
}

// NewReel makes a film of a story.
func NewReel(story *data.Story, o ReelOptions) (*Reel, error) {
	shape, known := reel.ParseShape(o.Shape)
	switch {
	case !known:
		return nil, fmt.Errorf("there is no shape %q; write square, portrait or landscape", o.Shape)
	case o.WidthPx < LeastReelWidth || o.WidthPx > MostReelWidth:
		return nil, fmt.Errorf("a width of %d px: write %d to %d", o.WidthPx, LeastReelWidth, MostReelWidth)
	case !(o.MostSeconds >= LeastReelSeconds && o.MostSeconds <= MostReelSeconds):
		return nil, fmt.Errorf("a length of %v seconds: write %v to %v", o.MostSeconds, LeastReelSeconds, MostReelSeconds)
	}
	look, err := themes.Of(story.Theme(), o.ReadFile)
	if err != nil {
		return nil, err
	}
	set, err := everyFont(story, &look, o.ReadFile)
	if err != nil {
		return nil, err
	}
	language, err := languages.ForStory(story)
	if err != nil {
		return nil, err
	}
	f, err := figure.Open(story, language.Words, set)
	if err != nil {
		return nil, err
	}
	for f.Busy() {
		f.Work()
	}
	made := reel.New(card.HeadingOf(story, language.Words), f, reel.Options{Shape: shape, MostSeconds: o.MostSeconds, Credit: joined(axis.Credit(language.Words, story.Sources()), look.Theme.Credit)})
	if err := whole(f); err != nil {
		return nil, err
	}
	width, height := shape.Size()
	r := &Reel{reel: made, Width: even(float64(o.WidthPx)), Height: even(float64(o.WidthPx) * height / width)}
	r.film = animation.Film{Seconds: made.Seconds(), At: made.At, Palette: look.Palettes.Light, Fonts: set,
		Width: r.Width, Height: r.Height, Scale: float64(r.Width) / width}
	if o.Dark {
		r.film.Palette = look.Palettes.Dark
	}
	return r, nil
}

// joined are the source line and the theme's credit, of which either may be empty.
func joined(source, credit string) string {
	if source == "" || credit == "" {
		return source + credit
	}
	return source + " · " + credit
}

// even is the even number that is nearest.
func even(v float64) int { return 2 * int(math.Round(v/2)) }

// Seconds is how long the film is.
func (r *Reel) Seconds() float64 { return r.reel.Seconds() }

// LeftOut are the ids of the events that there is no time for, InBrief those of which
// their quotations and texts are not seen.
func (r *Reel) LeftOut() []string { return r.reel.LeftOut() }
func (r *Reel) InBrief() []string { return r.reel.InBrief() }

// TellsEvents reports whether events are told one by one. Otherwise they are too many to
// be drawn singly, and the film is the opening alone.
func (r *Reel) TellsEvents() bool { return r.reel.TellsEvents() }

// Still is one picture of the film as a PNG: "first" is the opening when everything is
// drawn, "last" the end, else a number of seconds from the beginning.
func (r *Reel) Still(at string) ([]byte, error) {
	s, err := r.sceneAt(at)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = png.Encode(&out, r.film.Still(s))
	return out.Bytes(), err
}

func (r *Reel) sceneAt(at string) (*scene.Scene, error) {
	switch at {
	case "first":
		return r.reel.First(), nil
	case "last":
		return r.reel.Last(), nil
	}
	seconds, err := strconv.ParseFloat(at, 64)
	if err != nil || !(seconds >= 0 && seconds <= r.Seconds()) {
		return nil, fmt.Errorf("there is no picture %q; write first, last, or seconds from 0 to %.1f", at, r.Seconds())
	}
	return r.reel.At(seconds), nil
}

// GIF and APNG are the film as a file that begins again at its end. said is told how many
// of all frames are done; its first error ends the work and is returned.
func (r *Reel) GIF(said func(done, total int) error) ([]byte, error) {
	return r.film.GIF(workers(), said)
}
func (r *Reel) APNG(said func(done, total int) error) ([]byte, error) {
	return r.film.APNG(workers(), said)
}

// Pictures draws the film at a number of pictures a second, and hands over each, four
// bytes a pixel (red, green, blue, and 255), as often as it is seen. done of total
// pictures have been seen then.
func (r *Reel) Pictures(perSecond float64, use func(pixels []byte, count, done, total int) error) error {
	return r.film.Frames(perSecond, workers(), func(f animation.Frame) error {
		return use(f.Picture.Pix, f.Count, f.Done, f.Total)
	})
}

// workers is how many pictures are drawn at once.
func workers() int { return runtime.GOMAXPROCS(0) }
