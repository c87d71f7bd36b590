// Command gallery writes a page with all stories of testdata/looks and the built-in one,
// in all states, at the widths of phones and pages, light and dark: to look through
// before and after the pictures change. `make gallery` runs it.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"log"
	"os"

	"barline/internal/looks"
)

func main() {
	log.SetFlags(0)
	root := flag.String("root", ".", "the project's folder")
	out := flag.String("o", "docs/gallery.html", "the page to write")
	flag.Parse()
	page, err := gallery(*root)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, page, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %.1f MB\n", *out, float64(len(page))/1e6)
}

// widths are those of the pictures: two phones, a tablet, two pages.
func widths() []float64 { return []float64{360, 390, 700, 1000, 1200} }

const frame = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures of every kind of story</title>
<style>
body { margin: 0; font: 15px/1.4 system-ui, sans-serif; background: #ddd; color: #111 }
header, h2, h3 { margin: 0; padding: 12px 24px }
nav a { margin-right: 12px }
h2 { position: sticky; top: 0; background: #ddd; z-index: 1 }
.row { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px; padding: 0 24px 24px }
figure { margin: 0 } figcaption { padding: 4px 0; font-size: 13px }
.light, .dark { background: var(--paper); color: var(--ink) }
svg { display: block } svg text { white-space: pre; text-rendering: geometricPrecision }
%s</style>
`

// gallery is the page.
func gallery(root string) ([]byte, error) {
	all, err := looks.Open(root)
	if err != nil {
		return nil, err
	}
	styles, err := looks.Styles(map[string]looks.Theme{".light": looks.Light(), ".dark": looks.Dark()})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, frame, styles)
	b.WriteString("<header><h1>Pictures of every kind of story</h1><nav>")
	for _, l := range all {
		fmt.Fprintf(&b, `<a href="#%s">%[1]s</a>`, l.Name)
	}
	b.WriteString("</nav></header>\n")
	for _, l := range all {
		fmt.Fprintf(&b, "<section id=%q>\n<h2>%[1]s: %s</h2>\n", l.Name, html.EscapeString(l.Heading.Headline))
		for _, state := range l.States() {
			fmt.Fprintf(&b, "<h3>%s</h3>\n<div class=\"row\">\n", state.Name)
			for _, width := range widths() {
				pictures(&b, l, state, width)
			}
			b.WriteString("</div>\n")
		}
		b.WriteString("</section>\n")
	}
	return b.Bytes(), nil
}

// pictures writes one picture in both themes.
func pictures(b *bytes.Buffer, l looks.Look, state looks.State, width float64) {
	s := l.Page(width, state)
	for _, theme := range []string{"light", "dark"} {
		id := fmt.Sprintf("%s-%s-%v-%s", l.Name, state.Name, width, theme)
		fmt.Fprintf(b, `<figure id=%q><div class="%s">%s</div><figcaption>%s, %s, %v px, %.0f px high, %[2]s</figcaption></figure>`+"\n",
			id, theme, looks.SVG(s, id), l.Name, state.Name, width, s.HeightPx)
	}
}
