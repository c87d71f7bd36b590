package window_test

import (
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

// A picture stands in its popover, no larger than it is, in its own proportions, and on the
// side at which the words begin; what is seen of it ends with the popover.
func TestPicturesStandInTheirPopovers(t *testing.T) {
	const text = "barline: 1\nid: p\nheadline: Pictures\nsources: [{id: s, name: S}]\nevents:\n" +
		"  - {id: a, title: A, date: 2024-01-01, media: {file: a.png, alt: What it shows, caption: A caption}}\n" +
		"  - {id: b, title: B, date: 2024-06-01}\n"
	story := storytest.Decode(t, text)
	for _, lang := range []string{"en", "fa"} {
		f, err := figure.Open(story, words.English(), storytest.FontsFor(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		w := window.New(card.HeadingOf(story, words.English()), f)
		page := func(width float64, p window.Picture) window.Page {
			v := view.View{Selected: "a"}
			return w.Page(f.Figure(width, v), window.State{View: v, Caption: -1, Picture: p, Viewport: scene.Rect{W: width, H: 700}})
		}
		for _, width := range []float64{320, 1200} {
			for _, p := range []window.Picture{{Width: 4000, Height: 2000}, {Width: 60, Height: 40}, {Width: 900, Height: 30_000}, {Width: 1, Height: 1}} {
				got := page(width, p)
				shape, want := got.Picture.W/got.Picture.H, float64(p.Width)/float64(p.Height)
				if got.Picture.W > float64(p.Width) || got.Picture.H > float64(p.Height) || got.Picture.W > 1 && (shape < want*0.98 || shape > want*1.02) {
					t.Errorf("%s, %v px: a picture of %+v stands at %v", lang, width, p, got.Picture)
				}
				if !got.PictureIn.Within(got.Panel) || !got.PictureIn.Within(got.Picture) || got.PictureIn.Empty() {
					t.Errorf("%s, %v px: of %v in %v is seen %v", lang, width, got.Picture, got.Panel, got.PictureIn)
				}
				start, other := got.Picture.X-got.Panel.X, got.Panel.Right()-got.Picture.Right()
				if lang == "fa" {
					start, other = other, start
				}
				if start > 20 || start > other+0.5 {
					t.Errorf("%s, %v px: it stands at %v in %v", lang, width, got.Picture, got.Panel)
				}
			}
			if none := page(width, window.Picture{}); !none.Picture.Empty() || strings.Contains(texts(none.Scene, "popover:"), tight("What it shows")) {
				t.Errorf("%s: a picture that is not known yet stands at %v", lang, none.Picture)
			}
			if failed := page(width, window.Picture{Failed: true}); !failed.Picture.Empty() || !strings.Contains(texts(failed.Scene, "popover:"), tight("What it shows")) {
				t.Errorf("%s: of a picture that cannot be shown the popover says %s", lang, texts(failed.Scene, "popover:"))
			}
		}
	}
}
