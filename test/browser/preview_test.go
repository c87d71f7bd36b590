package browser_test

import (
	"strings"
	"testing"

	"barline/publish"
	"barline/publish/preview"
)

// A preview of what is not published yet cannot be read by another page that is open,
// in a sandbox or not; in a sandboxed frame of one's own it is live.
func TestPreview(t *testing.T) {
	files := firstSite(t)
	h := preview.New(func() *publish.Site { return &files }, "127.0.0.1:0")
	site := serve(t, h)
	article := serve(t, host(`<iframe id="own" sandbox="allow-scripts" style="width:100%;height:900px" src="`+site+h.Open()+`"></iframe>`, ""))
	p := newTab(t, device{})
	p.allow(site)
	p.navigate(article)
	p.livesIn("document.getElementById('own')")
	p.expect("CORS", "net::ERR_FAILED")
	for _, file := range []string{"/", "/story.json", "/events.csv"} {
		if said := ask[string](p, `fetch("`+site+file+`").then((r) => r.text(), String)`); !strings.Contains(said, "TypeError") {
			t.Errorf("another page reads %s: %.60s", file, said)
		}
	}
}
