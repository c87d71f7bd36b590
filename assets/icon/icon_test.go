package icon

import (
	"encoding/xml"
	"image"
	"net/url"
	"strings"
	"testing"
)

// The address holds the whole SVG file, which is well-formed, and nothing in it ends the
// attribute or the address.
func TestHref(t *testing.T) {
	inside := strings.TrimSuffix(strings.TrimPrefix(Href(), `href="data:image/svg+xml,`), `"`)
	if strings.ContainsAny(inside, `"#<>`) {
		t.Errorf("%s ends early", inside)
	}
	text, err := url.PathUnescape(inside)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(text, "'", `"`); got != SVG() {
		t.Errorf("the address holds %s", got)
	}
	var root struct{ XMLName xml.Name }
	if err := xml.Unmarshal([]byte(SVG()), &root); err != nil || root.XMLName.Local != "svg" {
		t.Errorf("%v, %v", root, err)
	}
}

func TestPictures(t *testing.T) {
	all, err := Pictures()
	if err != nil {
		t.Fatal(err)
	}
	for i, px := range []int{16, 32, 48, 128} {
		if got := all[i].Bounds().Size(); got != image.Pt(px, px) {
			t.Errorf("picture %d is %v", i, got)
		}
	}
}
