package browser_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"barline/assets/fonts"
	"barline/publish/fontfile"
)

// A font that is published is one that the browser takes: of fonts that were
// damaged in many ways it takes every one that passes.
func TestFontsThatPassAreTaken(t *testing.T) {
	all, err := fonts.Read()
	if err != nil {
		t.Fatal(err)
	}
	whole := all[slices.IndexFunc(all, func(f fonts.File) bool { return f.Name == "Sans-Regular-hebrew.ttf" })].Contents
	random := rand.New(rand.NewPCG(1, 2))
	candidates := [][]byte{whole}
	for range 300 {
		font := bytes.Clone(whole)
		switch random.IntN(5) {
		case 0: // half a copy
			font = font[:random.IntN(len(font))]
		case 1: // a byte is another
			font[random.IntN(len(font))] ^= byte(1 + random.IntN(255))
		case 2: // a piece stands elsewhere
			n := random.IntN(200)
			copy(font[random.IntN(len(font)-n):], font[random.IntN(len(font)-n):][:n])
		case 3: // its end is zeros
			clear(font[random.IntN(len(font)):])
		case 4: // it lacks a table
			tag := font[12+16*random.IntN(int(binary.BigEndian.Uint16(font[4:]))):][:4]
			copy(tag, "zzzz")
		}
		candidates = append(candidates, font)
	}
	var passed []string
	for _, font := range candidates {
		if fontfile.Check(font) == nil {
			passed = append(passed, base64.StdEncoding.EncodeToString(font))
		}
	}
	if len(passed) < 2 || len(passed) > len(candidates)/2 {
		t.Errorf("%d of %d fonts pass", len(passed), len(candidates))
	}
	p := newTab(t, device{})
	for i, font := range passed {
		if said := ask[string](p, fmt.Sprintf(`new FontFace("a", Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))).load().then(() => "taken", (e) => String(e))`, font)); said != "taken" {
			t.Errorf("font %d of those that pass: %s", i, said)
		}
	}
	// And it would refuse others.
	broken := bytes.Clone(whole)
	clear(broken[len(broken)/2:])
	if said := ask[string](p, fmt.Sprintf(`new FontFace("a", Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))).load().then(() => "taken", (e) => String(e))`, base64.StdEncoding.EncodeToString(broken))); !strings.Contains(said, "Error") {
		t.Errorf("half a font: %s", said)
	}
}
