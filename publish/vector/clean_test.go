package vector

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

const logo = `<?xml version="1.0"?>
<!-- Made with a drawing program -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0,0 120 40" inkscape:version="1.2" width="30mm">
<inkscape:namedview><inkscape:grid/></inkscape:namedview><metadata><a>b</a></metadata>
<title>The &lt;Courier&gt;</title><defs><linearGradient id="g"><stop offset="0" stop-color="#c00"/></linearGradient></defs>
<path d="M0 0h10v10z" fill="url(#g)" inkscape:label="x"/><use xlink:href="#a"/></svg>`

func TestClean(t *testing.T) {
	m, err := Clean([]byte(logo))
	if err != nil {
		t.Fatal(err)
	}
	want := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="40" viewBox="0 0 120 40"><title>The &lt;Courier&gt;</title><defs><linearGradient id="g"><stop offset="0" stop-color="#c00"></stop></linearGradient></defs><path d="M0 0h10v10z" fill="url(#g)"></path><use xlink:href="#a"></use></svg>`
	if string(m.Contents) != want || m.Width != 120 || m.Height != 40 {
		t.Errorf("%v x %v\n%s", m.Width, m.Height, m.Contents)
	}
	if again, err := Clean(m.Contents); err != nil || string(again.Contents) != want {
		t.Errorf("cleaned again: %v\n%s", err, again.Contents)
	}
}

func TestWhatActsIsRefused(t *testing.T) {
	in := func(s string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">` + s + `</svg>`
	}
	for svg, want := range map[string]string{
		in(`<script>alert(1)</script>`):                         "an element script, which a logo may not have",
		in(`<path onload="x()"/>`):                              "has a script in onload",
		in(`<use href="https://a.example/x.svg#a"/>`):           "outside of the file",
		in(`<use xlink:href="data:image/svg+xml,x"/>`):          "outside of the file",
		in(`<path fill="url(https://a.example/x)"/>`):           "names something outside",
		in(`<path style="fill:u\72l(x)"/>`):                     "names something outside",
		in(`<image href="a.png"/>`):                             "holds more than shapes",
		in(`<foreignObject><p/></foreignObject>`):               "holds more than shapes",
		in(`<text>The Courier</text>`):                          "turn text into paths",
		in(`<style>@import "x"</style>`):                        "presentation attributes",
		in(`<a href="#x"/>`):                                    "an element a, which",
		in(`<animate/>`):                                        "an element animate, which",
		`<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>`: "does not say how large it is",
		`<svg width="1" height="1"><path>`:                      "cut off",
		`<html/>`:                                               "begins with the element html",
		``:                                                      "cut off, or no SVG",
		"\x89PNG":                                               "it is",
		`<!DOCTYPE svg [<!ENTITY a "b">]><svg width="1" height="1">&a;</svg>`: "no SVG that can be read",
		in(strings.Repeat("<g></g>", 40_000)):                                 "280 kB; save it",
	} {
		if m, err := Clean([]byte(svg)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80s: %v, want %s\n%s", svg, err, want, m.Contents)
		}
	}
}

// Whatever a file holds, what is published is well formed and of these elements alone.
func FuzzClean(f *testing.F) {
	f.Add([]byte(logo))
	f.Fuzz(func(t *testing.T, contents []byte) {
		m, err := Clean(contents)
		if err != nil {
			return
		}
		d := xml.NewDecoder(strings.NewReader(string(m.Contents)))
		for {
			token, err := d.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatalf("%v\n%s", err, m.Contents)
			}
			if e, ok := token.(xml.StartElement); ok {
				for _, a := range e.Attr {
					if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") {
						t.Fatalf("%s has %s", e.Name.Local, a.Name.Local)
					}
				}
			}
		}
	})
}
