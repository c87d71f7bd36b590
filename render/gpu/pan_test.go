//go:build display

package gpu_test

import (
	"math"
	"strconv"
	"testing"
	"time"

	"barline/assets"
	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/render/gpu"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure/lanes"
	"barline/timeline/state"
	"barline/timeline/viewer"
	"barline/timeline/window"
	"barline/timeline/words"
)

// What a frame of the window takes while a calendar is dragged, or zoomed: the model, the
// figure, the page around it, and the batch for the GPU. A display shows sixty in a
// second, one in 16.7 ms. What is not in view costs nothing: the metric x10k, how many
// times longer a frame takes than among ten thousand events of which as many are in view,
// stays near one. Frames are those of the quickest swing to and fro, for other programs
// may take their time in between.
func BenchmarkPan(b *testing.B) {
	fonts := storytest.Fonts(b)
	palette := assets.Light()
	const swing = 60
	least := map[string]float64{}
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		f := lanes.New(tabletest.New(n, 8), words.English(), fonts)
		f.TakeAll()
		for _, zoom := range []struct {
			name   string
			inView float64 // about as many events
		}{{"hundred", 100}, {"thousands", 3000}, {"all", 0.98 * float64(n)}} {
			for _, hand := range []string{"drag", "zoom"} {
				name := zoom.name + "/" + hand
				b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
					v := viewer.New(f, 1100, 0, true)
					w := window.New(card.Heading{Headline: "Many"}, f)
					r := gpu.New(fonts)
					from, to := f.Extent()
					middle, half := (from+to)/2, (to-from)*zoom.inView/float64(n)/2
					v.Send(state.Show{From: middle - half, To: middle + half})
					for v.Moving() {
						v.Advance(1.0 / 60)
					}
					step := 0
					frame := func() {
						way := 1.0
						if step%swing >= swing/2 {
							way = -1
						}
						step++
						if hand == "drag" {
							v.Send(state.Drag{Px: 9 * way})
						} else {
							v.Send(state.ZoomBy{Factor: math.Pow(1.01, way), AtPx: math.NaN(), Direct: true})
						}
						v.Advance(1.0 / 60)
						page := w.Page(v.Scene(), window.State{View: v.Model().View(), Viewport: scene.Rect{W: 1100, H: 900}, Caption: -1})
						if err := r.Prepare(page.Scene, &palette, 1, 0, 0); err != nil {
							b.Fatal(err)
						}
					}
					for range 2 * swing { // until the words that come by are set
						frame()
					}
					b.ReportAllocs()
					took := math.Inf(1)
					for b.Loop() {
						began := time.Now()
						for range swing {
							frame()
						}
						took = min(took, time.Since(began).Seconds()/swing)
					}
					b.ReportMetric(took*1000, "ms/frame")
					if n == 10_000 {
						least[name] = took
					} else if least[name] > 0 {
						b.ReportMetric(took/least[name], "x10k")
					}
				})
			}
		}
	}
}
