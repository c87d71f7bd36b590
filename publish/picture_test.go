package publish_test

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"barline/assets"
	"barline/internal/storytest"
	"barline/publish"
	"barline/render/pdf"
	"barline/scene"
)

func TestPictureAsPNG(t *testing.T) {
	story := storytest.Story(t)
	seen := map[string]bool{}
	for _, c := range []struct {
		name   string
		o      publish.PictureOptions
		widePx int
		paper  scene.Palette
	}{
		{"light", publish.PictureOptions{WidthPx: 700, Scale: 1}, 700, assets.Light()},
		{"dark", publish.PictureOptions{WidthPx: 700, Scale: 1, Dark: true}, 700, assets.Dark()},
		{"compared", publish.PictureOptions{WidthPx: 700, Scale: 1, Compare: true}, 700, assets.Light()},
		{"open", publish.PictureOptions{WidthPx: 700, Scale: 1, Selected: "2025-12-02"}, 700, assets.Light()},
		{"twice as dense", publish.PictureOptions{WidthPx: 360, Scale: 2}, 720, assets.Light()},
		{"between two rungs, by the lower one", publish.PictureOptions{WidthPx: 359, Scale: 1.5}, 516, assets.Light()},
		{"narrower than any", publish.PictureOptions{WidthPx: 1, Scale: 1}, 320, assets.Light()},
	} {
		contents, err := publish.Picture(story, "dir/story.png", c.o)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		img, err := png.Decode(bytes.NewReader(contents))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if w := img.Bounds().Dx(); w != c.widePx || float64(img.Bounds().Dy()) < 300*c.o.Scale {
			t.Errorf("%s: it is %v", c.name, img.Bounds())
		}
		if r, g, b, _ := img.At(0, 0).RGBA(); uint8(r>>8) != c.paper[scene.Paper].R || uint8(g>>8) != c.paper[scene.Paper].G || uint8(b>>8) != c.paper[scene.Paper].B {
			t.Errorf("%s: its corner is %v", c.name, img.At(0, 0))
		}
		if blank(img) {
			t.Errorf("%s: it is empty", c.name)
		}
		if seen[string(contents)] {
			t.Errorf("%s: it is the same as one before", c.name)
		}
		seen[string(contents)] = true
	}
}

func blank(img image.Image) bool {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if img.At(x, y) != img.At(0, 0) {
				return false
			}
		}
	}
	return true
}

// An SVG file stands alone: well-formed, in its namespace, with the colours of
// its theme and every rule that its classes need.
func TestPictureAsSVG(t *testing.T) {
	story := storytest.Story(t)
	for _, o := range []publish.PictureOptions{{WidthPx: 1200}, {WidthPx: 360, Dark: true, Selected: "2025-12-02"}, {WidthPx: 700, Compare: true}} {
		contents, err := publish.Picture(story, "story.svg", o)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(contents))
		style, classes, text := "", map[string]bool{}, ""
		in := ""
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%+v: %v", o, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				in = token.Name.Local
				if token.Name.Space != "http://www.w3.org/2000/svg" {
					t.Fatalf("%+v: <%s> is no SVG", o, in)
				}
				for _, a := range token.Attr {
					if a.Name.Local == "class" && in != "svg" {
						for _, class := range strings.Fields(a.Value) {
							classes[class] = true
						}
					}
				}
			case xml.EndElement:
				in = ""
			case xml.CharData:
				switch in {
				case "style":
					style += string(token)
				case "text":
					text += string(token)
				}
			}
		}
		for class := range classes {
			if !strings.Contains(style, "."+class) {
				t.Errorf("%+v: nothing says what .%s looks like", o, class)
			}
		}
		paper := "--paper: #fbf9f5;"
		if o.Dark {
			paper = "--paper: #15171a;"
		}
		if !strings.Contains(style, paper) || len(classes) < 8 {
			t.Errorf("%+v: %d classes, styled %.120q", o, len(classes), style)
		}
		if open := strings.Contains(text, "past midnight"); !strings.Contains(text, "Six meetings") || open != (o.Selected != "") {
			t.Errorf("%+v: it says %q", o, text)
		}
	}
}

func TestPictureErrors(t *testing.T) {
	story := storytest.Story(t)
	for _, c := range []struct {
		name string
		o    publish.PictureOptions
		want string
	}{
		{"story.gif", publish.PictureOptions{WidthPx: 700, Scale: 1}, `story.gif: a picture is .png, .svg or .pdf, not ".gif"`},
		{"story", publish.PictureOptions{WidthPx: 700, Scale: 1}, `story: a picture is .png, .svg or .pdf, not ""`},
		{"story.png", publish.PictureOptions{WidthPx: 700, Scale: 1, Selected: "2026"}, `the story has no event "2026"`},
	} {
		if contents, err := publish.Picture(story, c.name, c.o); err == nil || err.Error() != c.want || contents != nil {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	// No size at all is no picture, and no panic.
	if contents, err := publish.Picture(story, "story.png", publish.PictureOptions{WidthPx: math.NaN()}); err == nil {
		t.Errorf("a picture without pixels has %d bytes", len(contents))
	}
}

// A PDF is the story for print: the same bytes each time, on several pages.
func TestPrintedStory(t *testing.T) {
	story := storytest.Story(t)
	printed, err := publish.Picture(story, "story.pdf", publish.PictureOptions{WidthPx: 700, Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(printed, []byte("%PDF-1.7\n")) || !bytes.HasSuffix(printed, []byte("%%EOF\n")) || pdf.Pages(printed) < 2 {
		t.Errorf("%d bytes, %d pages", len(printed), pdf.Pages(printed))
	}
	again, err := publish.Picture(story, "story.pdf", publish.PictureOptions{WidthPx: 1200, Scale: 2, Dark: true})
	if err != nil || !bytes.Equal(printed, again) {
		t.Errorf("options of pictures on screens change what is printed: %v", err)
	}
}
