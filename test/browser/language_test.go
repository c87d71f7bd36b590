package browser_test

import (
	"strings"
	"testing"
)

// A Norwegian story's page is in Norwegian, before and after the engine comes,
// and the two look alike.
func TestNorwegian(t *testing.T) {
	t.Parallel()
	story := `barline: 1
id: mote
lang: nb
headline: To møter
sources: [{id: k, name: En kilde}]
events:
  - {id: en, title: Møte i Oslo, date: 2025-03-05, duration: <PT3H}
  - {id: to, title: Møte i Bergen, date: 2025-04, duration: PT1H}
`
	site, err := publishStory("mote.yaml", []byte(story))
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, site)
	p := newTab(t, device{width: 700})
	p.alike(address+"/", nil)
	words := ask[string](p, "[...document.querySelectorAll('[data-words] span')].map((s) => s.textContent).join(' | ')")
	for _, want := range []string{"mars", "Knapt", "Kilde: En kilde."} {
		if !strings.Contains(words, want) {
			t.Errorf("the picture does not say %q: %s", want, words)
		}
	}
	p.run("barline.select('en')")
	p.opened("en")
	if said := ask[string](p, "document.querySelector('[data-live-region]').textContent"); said != "Møte i Oslo. 5. mars 2025" {
		t.Errorf("it is said: %q", said)
	}
	p.checkAccessible("Norwegian")
}
