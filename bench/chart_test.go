package main

import (
	"bytes"
	"encoding/xml"
	"io"
	"testing"

	"barline/assets"
	"barline/scene"
)

// invented are results of a run in which some pages stop early and many end at
// the same height.
func invented() *results {
	r := &results{Date: "2026-01-02", Machine: "2 cores of Some Long Processor Name, linux, software GL", Browser: "Chrome/156.0.8078.108", Width: 1280, Height: 720}
	for i, n := range []int{6, 1000, 10_000, 100_000, 1_000_000} {
		for j, c := range contestants() {
			v := visit{Page: c.name, Events: n}
			if i+j < 8 || c.name == barlineName {
				v.Pan = &motion{P95Ms: 17, FrameMs: 0.5 * float64(1+i*j*j*j)}
			} else {
				v.Failed = "loading did not end in 1m0s"
			}
			r.Visits = append(r.Visits, v)
		}
	}
	return r
}

func TestTheChartsWordsAreApartAndInside(t *testing.T) {
	s, err := chart(invented())
	if err != nil {
		t.Fatal(err)
	}
	all := scene.Rect{W: s.WidthPx, H: s.HeightPx}
	for i, a := range s.Nodes {
		if a.Shape != scene.Glyphs {
			continue
		}
		if !a.Box.Within(all) {
			t.Errorf("%q leaves the chart: %v", a.Text.String, a.Box)
		}
		for _, b := range s.Nodes[:i] {
			if b.Shape == scene.Glyphs && a.Box.Inset(1).Overlaps(b.Box.Inset(1)) {
				t.Errorf("%q lies over %q", a.Text.String, b.Text.String)
			}
		}
	}
}

func TestTheChartIsWhole(t *testing.T) {
	s, err := chart(invented())
	if err != nil {
		t.Fatal(err)
	}
	palette := assets.Light()
	d := xml.NewDecoder(bytes.NewReader(standalone(s, &palette)))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheTableShowsWhatFailed(t *testing.T) {
	r := invented()
	var out bytes.Buffer
	if err := r.print(&out); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(out.Bytes(), []byte("1000000 events, d3: no: loading did not end in 1m0s")) {
		t.Errorf("no word of what failed:\n%s", out.Bytes())
	}
}
