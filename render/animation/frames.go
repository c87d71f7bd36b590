package animation

import (
	"image"
	"sync"

	"barline/render/raster"
	"barline/scene"
	"barline/typeset"
)

// Film is what is seen at each moment.
type Film struct {
	Seconds float64
	// At is what is seen after some seconds. Of two calls in a row that return one and
	// the same scene, the second shows nothing new. A scene must not change later.
	At func(seconds float64) *scene.Scene
	// Palette resolves the paints of all scenes; Fonts are those that they are set in,
	// which nobody else may use while the film is drawn.
	Palette scene.Palette
	Fonts   *typeset.Fonts
	// Width and Height are those of the pictures, in pixels; Scale is how many of them
	// make a px.
	Width, Height int
	Scale         float64
}

// Frame is a picture and for how many frames it is seen.
type Frame struct {
	Picture *image.RGBA
	Count   int
	// Done of Total frames have been seen when this one has.
	Done, Total int
}

// still is a scene that is seen for a number of frames.
type still struct {
	scene *scene.Scene
	count int
}

// stills are the film's scenes at a number of frames a second, each once.
func (f *Film) stills(perSecond float64) []still {
	var all []still
	for i := range f.count(perSecond) {
		s := f.At(float64(i) / perSecond)
		if n := len(all); n > 0 && all[n-1].scene == s {
			all[n-1].count++
			continue
		}
		all = append(all, still{s, 1})
	}
	return all
}

// count is how many frames the film has: never more than its length allows.
func (f *Film) count(perSecond float64) int { return max(1, int(f.Seconds*perSecond+1e-6)) }

// Frames draws the film at a number of frames a second, with as many workers as it is
// told, and hands over the pictures in order. A picture is valid until use returns. The
// first error of use ends it and is returned.
func (f *Film) Frames(perSecond float64, workers int, use func(Frame) error) error {
	stills := f.stills(perSecond)
	letters := raster.NewLetters(f.Fonts)
	// A worker draws ahead of what is used, on a second canvas.
	lanes := min(2*max(workers, 1), len(stills))
	drawn, free := make([]chan *image.RGBA, lanes), make([]chan struct{}, lanes)
	stop := make(chan struct{})
	var running sync.WaitGroup
	atOnce := make(chan struct{}, max(workers, 1))
	for lane := range lanes {
		drawn[lane], free[lane] = make(chan *image.RGBA), make(chan struct{}, 1)
		free[lane] <- struct{}{}
		running.Go(func() {
			canvas := raster.NewCanvas(f.Width, f.Height, &f.Palette, letters, f.Scale)
			for i := lane; i < len(stills); i += lanes {
				select {
				case <-free[lane]:
				case <-stop:
					return
				}
				atOnce <- struct{}{}
				picture := canvas.Show(stills[i].scene)
				<-atOnce
				select {
				case drawn[lane] <- picture:
				case <-stop:
					return
				}
			}
		})
	}
	defer running.Wait()
	defer close(stop)
	done, total := 0, f.count(perSecond)
	for i, s := range stills {
		picture := <-drawn[i%lanes]
		done += s.count
		if err := use(Frame{Picture: picture, Count: s.count, Done: done, Total: total}); err != nil {
			return err
		}
		free[i%lanes] <- struct{}{}
	}
	return nil
}

// Still draws what is seen in one scene.
func (f *Film) Still(s *scene.Scene) *image.RGBA {
	return raster.NewCanvas(f.Width, f.Height, &f.Palette, raster.NewLetters(f.Fonts), f.Scale).Show(s)
}
