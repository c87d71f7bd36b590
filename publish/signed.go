package publish

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"

	"barline/assets/themes"
	"barline/data"
	"barline/publish/media"
	"barline/publish/vector"
	"barline/scene"
	"barline/timeline/view"
	"barline/typeset"
)

// A page is signed by its theme's credit and logo, in a row under the picture, which also
// says when quotations were checked.

const (
	// logoPx is how high a logo is; its pixels are for screens of up to four to a px.
	logoPx, logoPixels = 20.0, 80
	// logoMost is the width of the widest one.
	logoMost    = 160.0
	signedGap   = 16.0
	signedOver  = 6.0
	creditLine  = 18.0
	creditPx    = 12.5
	leastSigned = logoPx + 2*signedOver
)

// logo is an image of the newsroom's sign as published.
type logo struct {
	contents        []byte
	ending          string
	widthPx, height float64 // as shown
}

// readLogo makes a logo of its file, without what is not for readers.
func readLogo(file string, read func(name string) ([]byte, error)) (l logo, err error) {
	if read == nil {
		return l, fmt.Errorf("the theme's logo %s cannot be read here", file)
	}
	contents, err := read(file)
	if errors.Is(err, os.ErrNotExist) {
		return l, fmt.Errorf("the theme's logo %s is not there; write the path of a file beside the story, or put it there", file)
	}
	if err != nil {
		return l, fmt.Errorf("the theme's logo %s: %w", file, err)
	}
	width, height := 0.0, 0.0
	if l.ending = strings.ToLower(path.Ext(file)); l.ending == ".svg" {
		drawing, err := vector.Clean(contents)
		if err != nil {
			return l, fmt.Errorf("the theme's logo %s: %w", file, err)
		}
		l.contents, width, height = drawing.Contents, drawing.Width, drawing.Height
	} else {
		picture, err := media.Make(file, contents, media.Options{WidthsPx: []int{4 * logoMost}, MaxHeightPx: logoPixels})
		if err != nil {
			return l, fmt.Errorf("the theme's logo %s: %w", file, err)
		}
		v := picture.Variants[0]
		l.contents, l.ending, width, height = v.Contents, v.Ending, float64(v.WidthPx), float64(v.HeightPx)
	}
	l.widthPx, l.height = logoPx*width/height, logoPx
	if l.widthPx > logoMost {
		l.widthPx, l.height = logoMost, logoMost*height/width
	}
	l.widthPx, l.height = scene.Snap(l.widthPx), scene.Snap(l.height)
	return l, nil
}

// logosOf are those of a theme: the light mode's and, if it has one, the dark mode's.
func logosOf(t data.Theme, read func(name string) ([]byte, error)) ([]logo, error) {
	if t.Logo == nil {
		return nil, nil
	}
	var all []logo
	for i, file := range []string{t.Logo.File, t.Logo.Dark} {
		if file == "" {
			continue
		}
		l, err := readLogo(file, read)
		if err != nil {
			return nil, in([]string{"theme.logo.file", "theme.logo.dark"}[i], err)
		}
		all = append(all, l)
	}
	return all, nil
}

// signed is what a page is signed with.
type signed struct {
	Credit, Proven, Alt string
	Logos               []shownLogo
}

type shownLogo struct {
	File          string // from the site's folder
	Width, Height string
	light         logo
}

// sign publishes the logo of a page, and says what the page is signed with; nil for
// nothing.
func (b *build) sign() (*signed, error) {
	t := b.look.Theme
	logos, err := logosOf(t, b.options.ReadFile)
	proven := b.proven.says(b.words)
	if err != nil || len(logos) == 0 && t.Credit == "" && proven == "" {
		return nil, err
	}
	s := &signed{Credit: t.Credit, Proven: proven}
	for _, l := range logos {
		s.Alt = t.Logo.Alt
		s.Logos = append(s.Logos, shownLogo{assetsFolder + b.site.addAsset("logo"+l.ending, l.contents), px(l.widthPx), px(l.height), l})
	}
	return s, nil
}

// logoPx is the width of the widest logo, with the gap before it.
func (s *signed) logoPx() float64 {
	width := 0.0
	for _, l := range s.Logos {
		width = max(width, l.light.widthPx+signedGap)
	}
	return width
}

// heightPx is what the row takes at a rung.
func (s *signed) heightPx(fonts *typeset.Fonts, rung float64) float64 {
	if s == nil {
		return 0
	}
	lines := 0
	for _, text := range []string{s.Credit, s.Proven} {
		if text != "" {
			room := rung - 2*view.Margin(rung) - s.logoPx() - closePx
			lines += len(fonts.Wrap(text, scene.Style{Face: scene.Sans, SizePx: creditPx}, room, 0))
		}
	}
	return max(leastSigned, creditLine*float64(lines)+2*signedOver)
}

// rules are the row's own: pages that are not signed need none.
func (s *signed) rules() string {
	if s == nil {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `.signed { box-sizing: border-box; width: var(--rung); max-width: 100%%; margin: 0 auto; padding: %vpx var(--margin); display: flex; align-items: center; justify-content: space-between; color: var(--quiet); font-size: %vpx; line-height: %vpx }
.signed p { margin: 0; overflow-wrap: break-word } .signed div { flex: 1 1 0 } .signed img { display: block; flex: none } .signed div + img, .signed div + img + img { margin-left: %vpx } [dir="rtl"] .signed div + img, [dir="rtl"] .signed div + img + img { margin-left: 0; margin-right: %[4]vpx }
`, signedOver, creditPx, creditLine, signedGap)
	if len(s.Logos) > 1 {
		const isDark = "(prefers-color-scheme: dark)"
		b.WriteString(".signed img + img { display: none }\n")
		for _, dark := range []struct{ media, root string }{{"screen and " + isDark, `:root:not([data-theme="light"])`}, {"screen", `:root[data-theme="dark"]`}} {
			fmt.Fprintf(&b, "@media %s { %s .signed img { display: none } %[2]s .signed img + img { display: block } }\n", dark.media, dark.root)
		}
	}
	return b.String()
}

// themeFault is what is wrong with the files that a theme names.
func themeFault(l *themes.Look, read func(name string) ([]byte, error)) error {
	_, err := logosOf(l.Theme, read)
	return err
}
