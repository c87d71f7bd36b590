package publish

import (
	"bytes"
	"fmt"
	"image/color"
	"path"

	"barline/assets/fonts"
	"barline/assets/themes"
	"barline/data"
	"barline/render/pdf"
	"barline/render/raster"
	"barline/render/svg"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
	"barline/timeline/words/languages"
	"barline/typeset"
)

// PictureOptions say what a picture of a story shows.
type PictureOptions struct {
	WidthPx  float64 // CSS px; the widest rung of the ladder that fits is used
	Scale    float64 // device pixels per px, for PNG
	Compare  bool    // bars side by side instead of on their dates
	Dark     bool
	Selected string // the event whose popover is open, or empty
	// ReadFile reads a font that the story brings, by its path from the story's
	// file.
	ReadFile func(name string) ([]byte, error)
}

// Picture draws a story with its headline as a PNG, an SVG or, as its page is printed, a
// PDF, by the ending of name. The SVG names its colours and fonts by class, as the page's do.
func Picture(story *data.Story, name string, o PictureOptions) ([]byte, error) {
	if o.Selected != "" && story.Index(o.Selected) < 0 {
		return nil, fmt.Errorf("the story has no event %q", o.Selected)
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
	switch can := f.Capabilities(); {
	case o.Compare && !can.Compare:
		return nil, fmt.Errorf("%d events are too many to be compared one by one; leave out --view compare", story.Len())
	case o.Selected != "" && can.Lanes:
		return nil, fmt.Errorf("of %d events the picture opens none; leave out --select", story.Len())
	}
	var contents []byte
	if path.Ext(name) == ".pdf" {
		contents = printed(story, language.Words, f, &look)
	} else {
		contents, err = pictureOf(card.HeadingOf(story, language.Words), f, &look, name, o)
	}
	if err == nil {
		err = whole(f)
	}
	if err != nil {
		return nil, err
	}
	return contents, nil
}

// pictureOf draws a figure under its heading.
func pictureOf(h card.Heading, f view.Figure, l *themes.Look, name string, o PictureOptions) ([]byte, error) {
	v := view.View{Selected: o.Selected}
	if o.Compare {
		v.Arrangement = view.Compare
	}
	return drawn(window.New(h, f).Sign(l.Theme.Credit).Still(settled(f, view.Rung(o.WidthPx), v), v), f.Fonts(), l, name, o)
}

// printed is a story as its page is printed: the figure, then every event as text.
func printed(s *data.Story, w *words.Words, f view.Figure, l *themes.Look) []byte {
	palette := l.Palettes.Print()
	palette[scene.Paper] = color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF} // that of the printer
	var pages []pdf.Page
	for _, p := range window.New(card.HeadingOf(s, w), f).Of(s).Sign(l.Theme.Credit).Print(settled(f, window.PrintPx, view.View{})) {
		pages = append(pages, pdf.Page{Scene: p.Scene, Clip: p.Clip})
	}
	return pdf.Write(pages, &palette, f.Fonts(), s.Headline(), s.Lang())
}

// settled is a figure with all that it has to show: some of it may be drawn in one
// frame, the rest in the next.
func settled(f view.Figure, widthPx float64, v view.View) *scene.Scene {
	s := f.Figure(widthPx, v)
	for f.Busy() {
		f.Work()
		s = f.Figure(widthPx, v)
	}
	return s
}

// drawn is a scene as the file of a name.
func drawn(s *scene.Scene, set *typeset.Fonts, l *themes.Look, name string, o PictureOptions) ([]byte, error) {
	palette := l.Palettes.Light
	if o.Dark {
		palette = l.Palettes.Dark
	}
	switch ending := path.Ext(name); ending {
	case ".png":
		return raster.PNG(raster.Draw(s, &palette, set, o.Scale))
	case ".svg":
		return standalone(s, &palette, l.Families()), nil
	default:
		return nil, fmt.Errorf("%s: a picture is .png, .svg or .pdf, not %q", name, ending)
	}
}

// The pictures of the whole story that its page offers for download, as wide as a page of
// print.
const (
	picturePNG = "picture.png"
	pictureSVG = "picture.svg"
)

// standalone is an SVG that carries its own styles.
func standalone(s *scene.Scene, palette *scene.Palette, families fonts.Families) []byte {
	sans, serif := `"Noto Sans",sans-serif`, `"Noto Serif",serif`
	text, heading := sans, serif
	if families.SerifText {
		text = serif
	}
	if families.SansHeading {
		heading = sans
	}
	body := svg.Append(nil, s, "p", "picture")
	style := []byte(` xmlns="http://www.w3.org/2000/svg"><style>svg{background:var(--paper);` + variables(palette) + `}` + paintRules(body) +
		`.sans,.sans-bold{font-family:` + text + `}.serif,.serif-bold{font-family:` + heading + `}.sans-bold,.serif-bold{font-weight:700}text{white-space:pre}</style>`)
	head, rest, _ := bytes.Cut(body, []byte(">"))
	return append(append(append([]byte{}, head...), style...), rest...)
}
