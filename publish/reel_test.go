package publish

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"barline/internal/storytest"
)

func reelFor(t storytest.TB, o ReelOptions) *Reel {
	t.Helper()
	r, err := NewReel(storytest.Story(t), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A GIF of 600 px, as long as a film is unless somebody says otherwise, can be sent
// anywhere.
func TestFilesAreSmall(t *testing.T) {
	for _, shape := range ReelShapes() {
		r := reelFor(t, ReelOptions{Shape: shape, WidthPx: 600, MostSeconds: 90})
		contents, err := r.GIF(func(int, int) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		if most := 3_000_000; len(contents) > most {
			t.Errorf("a %s GIF has %d bytes, more than %d", shape, len(contents), most)
		}
		t.Logf("%s: %d kB, %.1f s", shape, len(contents)/1000, r.Seconds())
	}
}

// Pictures have the width that was asked for and the shape's proportion, both even.
func TestStillsOfReels(t *testing.T) {
	for shape, size := range map[string][2]int{"square": {500, 500}, "portrait": {500, 888}, "landscape": {500, 282}} {
		r := reelFor(t, ReelOptions{Shape: shape, WidthPx: 500, MostSeconds: 60})
		shown := map[string][]byte{}
		for _, at := range []string{"first", "0", "20", "last"} {
			contents, err := r.Still(at)
			if err != nil {
				t.Fatal(err)
			}
			img, err := png.Decode(bytes.NewReader(contents))
			if err != nil || img.Bounds().Dx() != size[0] || img.Bounds().Dy() != size[1] || r.Width != size[0] || r.Height != size[1] {
				t.Errorf("the %s is %v and says %d by %d, %v", shape, img.Bounds(), r.Width, r.Height, err)
			}
			shown[at] = contents
		}
		// It ends as it opened, and begins before anything has grown.
		if !bytes.Equal(shown["first"], shown["last"]) || bytes.Equal(shown["first"], shown["0"]) || bytes.Equal(shown["first"], shown["20"]) {
			t.Errorf("the %s's pictures are not the opening, the beginning, an event and the opening", shape)
		}
	}
}

func TestReelsRefuse(t *testing.T) {
	good := ReelOptions{Shape: "square", WidthPx: 600, MostSeconds: 60}
	for _, c := range []struct {
		change func(*ReelOptions)
		want   string
	}{
		{func(o *ReelOptions) { o.Shape = "round" }, `no shape "round"`},
		{func(o *ReelOptions) { o.WidthPx = 20 }, "20 px: write 240 to"},
		{func(o *ReelOptions) { o.WidthPx = 1 << 20 }, "write 240 to"},
		{func(o *ReelOptions) { o.MostSeconds = 2 }, "2 seconds: write 8 to 180"},
	} {
		o := good
		c.change(&o)
		if _, err := NewReel(storytest.Story(t), o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", o, err, c.want)
		}
	}
	for _, at := range []string{"", "-1", "61", "NaN", "middle"} {
		if _, err := reelFor(t, good).Still(at); err == nil || !strings.Contains(err.Error(), "write first, last, or seconds from 0 to") {
			t.Errorf("picture %q: %v", at, err)
		}
	}
}
