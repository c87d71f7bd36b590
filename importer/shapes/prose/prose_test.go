package prose_test

import (
	"testing"

	"barline/importer/shapes/prose"
)

func TestID(t *testing.T) {
	for in, want := range map[string]string{
		"first-round": "first-round", "modelT": "modelT", "ww1": "ww1", "12": "", "": "",
		"0@us": "", "040000008200E00074C5B7101A82E008": "", "2019-07-30-aa81c0d7": "", "a-very-long-name-that-nobody-would-write-by-hand": "",
	} {
		if got := prose.ID(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for in, want := range map[string]bool{"https://a.example/b": true, "HTTP://a.example": true, "https://": false, "https://a b": false, "mailto:a@b.example": false, "a.example": false} {
		if got := prose.IsAddress(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
	for in, want := range map[string]bool{"https://a.example/b.JPG?x=1#y": true, "a.mp4": true, "https://a.example/b.html": false, "jpg": false} {
		if got := prose.IsPicture(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
