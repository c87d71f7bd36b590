package window_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pictured is a story in a folder of its own, whose events have pictures: one that is wide,
// one that is high, one that is no image, one that is not there, one that is a folder.
func pictured(t *testing.T, lang string) (path string) {
	t.Helper()
	dir := t.TempDir()
	half := func(w, h int) *image.RGBA {
		m := image.NewRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				m.SetRGBA(x, y, color.RGBA{R: 20, G: 90, B: 200, A: 255})
				if y >= h/2 {
					m.SetRGBA(x, y, color.RGBA{R: 230, G: 180, B: 40, A: 255})
				}
			}
		}
		return m
	}
	var wide, high bytes.Buffer
	if err := png.Encode(&wide, half(1200, 600)); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&high, half(500, 1500), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	for name, contents := range map[string][]byte{"wide.png": wide.Bytes(), "high.jpg": high.Bytes(), "broken.png": wide.Bytes()[:200]} {
		if err := os.WriteFile(filepath.Join(dir, name), contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(dir, "pictures.yaml")
	save(t, path, "barline: 1\nid: pictures\nlang: "+lang+"\nheadline: Harbours\nsources: [{id: s, name: Archive}]\nevents:\n"+
		"  - {id: wide, title: Wide, date: 1920-01-01, media: {file: wide.png, alt: Ships at a quay, caption: The quay., credit: The archive, url: 'https://example.org/quay'}}\n"+
		"  - {id: high, title: High, date: 1940-01-01, media: {file: high.jpg, alt: A lighthouse}}\n"+
		"  - {id: broken, title: Broken, date: 1960-01-01, media: {file: broken.png, alt: What the broken picture shows}}\n"+
		"  - {id: gone, title: Gone, date: 1980-01-01, media: {file: gone.png, alt: What the picture that is gone shows}}\n"+
		"  - {id: folder, title: Folder, date: 2000-01-01, media: {file: folder.png, alt: What no folder shows}}\n")
	return path
}

// shows reports whether a place of a picture, given in shares of its box, has about a colour.
func (w *window) shows(r report, x, y float64, want color.RGBA) bool {
	b := r.Picture
	got := w.display.Screenshot().RGBAAt(w.origin.X+int((b.X+b.Width*x)*r.Scale), w.origin.Y+int((b.Y+b.Height*y)*r.Scale))
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) < 12 }
	return near(got.R, want.R) && near(got.G, want.G) && near(got.B, want.B)
}

// A popover has its event's picture where the page has it, whole and upright; of one that
// cannot be shown it has the alternative text.
func TestPicturesInPopovers(t *testing.T) {
	upper, lower := color.RGBA{R: 20, G: 90, B: 200, A: 255}, color.RGBA{R: 230, G: 180, B: 40, A: 255}
	for _, c := range []struct{ name, lang, size, theme string }{
		{"light", "en", "900x700", "light"},
		{"narrow", "en", "320x640", "dark"},
		{"rtl", "fa-AF", "900x700", "dark"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, "-size", c.size, "-theme", c.theme, "-open", "wide", pictured(t, c.lang))
			r := w.until("the picture is drawn", func(r report) bool { return r.Selected == "wide" && r.PictureDrawn && r.Picture != nil })
			if b := r.Picture; b.X < r.Popover.X || b.X+b.Width > r.Popover.X+r.Popover.Width || b.Height < 100 || b.Width/b.Height < 1.95 || b.Width/b.Height > 2.05 {
				t.Errorf("the picture stands at %v in a popover at %v", *b, *r.Popover)
			}
			waitFor(t, "its pixels are seen", func() bool { return w.shows(r, 0.1, 0.2, upper) && w.shows(r, 0.9, 0.8, lower) })
			if said := strings.Join(r.PopoverWords, " "); !strings.Contains(said, "The quay.") || strings.Contains(said, "Ships at a quay") {
				t.Errorf("the popover says %s", said)
			}
			w.look("picture-" + c.name)

			// What lies over the page lies over its pictures.
			w.command('o')
			w.until("a panel lies over it", func(r report) bool { return r.Dialog == "open" })
			waitFor(t, "the picture is veiled", func() bool { return !w.shows(r, 0.02, 0.2, upper) })
			w.look("picture-veiled-" + c.name)
			w.key(keyEscape)
			w.until("the panel is closed", func(r report) bool { return r.Dialog == "" })

			if c.lang == "fa-AF" {
				w.key(keyLeft)
			} else {
				w.key(keyRight)
			}
			r = w.until("the high one is drawn", func(r report) bool { return r.Selected == "high" && r.PictureDrawn })
			if r.PanelMost > 0 {
				w.key(keyPageDown)
				r = w.until("it is scrolled, and cut by the popover", func(r report) bool { return r.PanelScroll > 0 && r.PictureDrawn })
				if b := r.Picture; b.Y < r.Popover.Y || b.Y+b.Height > r.Popover.Y+r.Popover.Height {
					t.Errorf("the picture is seen at %v, outside of the popover at %v", *b, *r.Popover)
				}
			}
			w.look("picture-high-" + c.name)
		})
	}
	t.Run("unreadable", func(t *testing.T) {
		w := open(t, "-size", "900x700", "-open", "broken", pictured(t, "en"))
		for _, c := range [][2]string{{"broken", "What the broken picture shows"}, {"gone", "What the picture that is gone shows"}, {"folder", "What no folder shows"}} {
			w.until("the alternative text is there for "+c[0], func(r report) bool {
				return r.Selected == c[0] && strings.Contains(strings.Join(r.PopoverWords, " "), c[1]) && r.Picture == nil
			})
			w.look("picture-" + c[0])
			if c[0] != "folder" {
				w.key(keyRight)
			}
		}
	})
}

// A picture that is put right is shown at once.
func TestAPictureIsFollowed(t *testing.T) {
	path := pictured(t, "en")
	w := open(t, "-size", "900x700", "-open", "gone", path)
	w.until("the alternative text is there", func(r report) bool { return strings.Contains(strings.Join(r.PopoverWords, " "), "gone shows") })
	contents, err := os.ReadFile(filepath.Join(filepath.Dir(path), "wide.png"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(filepath.Dir(path), "gone.png"), string(contents))
	w.until("the picture is drawn", func(r report) bool { return r.Selected == "gone" && r.PictureDrawn })
}
