package browser_test

import (
	"encoding/json"
	"math"
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
	known := ask[map[string]float64](p, `Object.fromEntries(JSON.parse(document.querySelector("[data-config]").textContent).ladder.map((r) => [r.width, r.height]))`)
	if known["700"] != embed.Height || embed.Width != 700 {
		t.Errorf("oEmbed promises %v, the page knows %v", embed, known["700"])
	}
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
