package desk_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"barline/assets"
	"barline/scene"
	"barline/timeline/words/languages"
)

func readWords(t *testing.T, file string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return words
}

// Every language has every text, with the same places to fill in; the page's own are
// those of the English file.
func TestWords(t *testing.T) {
	t.Parallel()
	fill := regexp.MustCompile(`\{\w*\}`)
	english := readWords(t, "../../desk/src/words/en.json")
	for _, tag := range languages.Tags() {
		file := filepath.Join("../../desk/src/words", tag+".json")
		for key, text := range readWords(t, file) {
			base := key
			if k, _, ok := strings.Cut(key, "."); ok {
				base = k + ".other"
			}
			want, ok := english[base]
			if !ok {
				want, ok = english[key]
			}
			if !ok {
				t.Errorf("%s: English has no %s", file, key)
				continue
			}
			a, b := fill.FindAllString(want, -1), fill.FindAllString(text, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %s: %q fills in %v, want %v", file, key, text, b, a)
			}
		}
		words := readWords(t, file)
		for key := range english {
			if words[key] == "" {
				t.Errorf("%s: %s is missing", file, key)
			}
		}
	}
	page, err := os.ReadFile("../../desk/index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`data-say="(\w+)"[^>]*>([^<]*)<`).FindAllStringSubmatch(string(page), -1) {
		if english[m[1]] != m[2] {
			t.Errorf("index.html says %q for %s, en.json %q", m[2], m[1], english[m[1]])
		}
	}
}

// The desk has the project's colours, and its fonts are for the letters that pages say.
func TestLook(t *testing.T) {
	t.Parallel()
	sheet, err := os.ReadFile("../../desk/src/styles/colours.css")
	if err != nil {
		t.Fatal(err)
	}
	for name, paint := range map[string]scene.Paint{"paper": scene.Paper, "panel": scene.Panel, "ink": scene.Ink, "quiet": scene.Quiet, "axis": scene.Axis, "grid": scene.Grid,
		"talks": scene.Talks, "other": scene.Other, "third": scene.Third, "fourth": scene.Fourth, "overlay": scene.Overlay, "inverse": scene.Inverse, "hairline": scene.Hairline} {
		for i, palette := range []scene.Palette{assets.Light(), assets.Dark(), assets.Dark()} {
			c := palette[paint]
			want := fmt.Sprintf("--%s: #%02x%02x%02x;", name, c.R, c.G, c.B)
			if n := strings.Count(string(sheet), want); n == 0 || i > 0 && n < 2 {
				t.Errorf("colours.css has %q %d times", want, n)
			}
		}
	}
	faces, err := os.ReadFile("../../desk/src/styles/fonts.css")
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := os.ReadFile("../../assets/fonts/scripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(scripts)) {
		name, letters, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if !strings.Contains(string(faces), "Regular-"+name+".ttf\") format(\"truetype\"); unicode-range: "+strings.ReplaceAll(letters, ",", ", ")+";") {
			t.Errorf("fonts.css says other letters for %s than scripts.txt", name)
		}
	}
}
