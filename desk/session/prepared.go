package session

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"barline/publish"
)

// prepared is the site that was made last, so that it need not be made again until the
// document changes.
type prepared struct {
	key  [sha256.Size]byte
	site publish.Site
}

// keyOf is the sum of all that a site is made of.
func (d *decoded) keyOf(url string) (key [sha256.Size]byte) {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q\n", d.document.story, url)
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		fmt.Fprintf(h, "%q %d\n", name, len(d.files[name]))
		h.Write(d.files[name])
	}
	h.Sum(key[:0])
	return key
}

// prepare makes the site that is about to be asked for.
func (t *task) prepare() (any, error) {
	var of struct {
		URL string `json:"url"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.decoded()
	if err != nil {
		return nil, err
	}
	_, err = t.site(d, of.URL)
	return map[string]any{}, err
}
