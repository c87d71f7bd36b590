package browser_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// The height that oEmbed promises is the page's, to the pixel: no article
// shifts.
func TestTheHeightIsKnown(t *testing.T) {
	t.Parallel()
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	site, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{URL: "https://example.org/"})
	if err != nil {
		t.Fatal(err)
	}
	var embed struct{ Width, Height float64 }
	if err := json.Unmarshal(site["oembed.json"], &embed); err != nil {
		t.Fatal(err)
	}
	p := open(t, device{}, serveFirst(t)+"/?engine=off")
	known := ask[map[string]float64](p, ladderHeights)
	if known["700"] != embed.Height || embed.Width != 700 {
		t.Errorf("oEmbed promises %v, the page knows %v", embed, known["700"])
	}
	checkHeights(t, p, known)

	// So is that of a story in its own dress.
	dressed := strings.Replace(string(stories.WitkoffPutin2025()), "\nheadline:", "\ntheme: {base: magazine, headline: off, logo: {file: logo.svg, alt: The Courier}, credit: \"Graphic: Ada Okafor and Per Lindqvist of The Courier, with colleagues in four cities\"}\nheadline:", 1)
	story, root, err = storyfile.Decode(stories.WitkoffPutin2025Name, []byte(dressed))
	if err != nil {
		t.Fatal(err)
	}
	read := func(string) ([]byte, error) {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><path d="M0 0h20v20H0z"/></svg>`), nil
	}
	if site, err = publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{ReadFile: read}); err != nil {
		t.Fatal(err)
	}
	p = open(t, device{}, serve(t, site)+"/?engine=off")
	checkHeights(t, p, ask[map[string]float64](p, ladderHeights))
	if shown := ask[float64](p, "document.querySelector('h1').offsetHeight + document.querySelectorAll('.standfirst').length"); shown != 0 {
		t.Error("the headline is shown")
	}
	p.until("the logo is shown", "document.querySelector('.signed img').naturalWidth === 90")
}

// ladderHeights are the heights that a page knows of itself, by width.
const ladderHeights = `Object.fromEntries(JSON.parse(document.querySelector("[data-config]").textContent).ladder.map((r) => [r.width, r.height]))`

// checkHeights compares the page with the heights that it knows.
func checkHeights(t *testing.T, p *tab, known map[string]float64) {
	t.Helper()
	for _, width := range []int64{320, 360, 390, 430, 540, 700, 834, 1000, 1200} {
		p.emulate(device{width: width, height: 900, scale: 1})
		p.run("await document.fonts.ready")
		p.painted()
		is := ask[float64](p, "document.querySelector('main').getBoundingClientRect().height")
		if want := known[itoa(width)]; math.Abs(math.Ceil(is)-want) > 0 {
			t.Errorf("%d px: the page is %v px high, known as %v", width, is, want)
		}
	}
}
