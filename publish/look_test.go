package publish_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
)

const dressedStory = `barline: 1
id: s
headline: The headline
standfirst: The standfirst.
theme:
  background: {light: "#101820"}
  accent: "#ffcc00"
  font: {heading: sans, text: text.ttf}
  corners: 0
  density: compact
  headline: off
  logo: {file: logo.svg, dark: logo.png, alt: The <Courier>}
  credit: "Graphic: Ada & Per"
events: [{title: T, date: 2025-03-05}, {title: U, date: 2025-04-05}]
`

func dressedFiles(files map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if contents, ok := files[name]; ok {
			return []byte(contents), nil
		}
		return nil, os.ErrNotExist
	}
}

func dressed(text string, files map[string]string) (publish.Site, []string, error) {
	story, root, err := storyfile.Decode("s.yaml", []byte(text))
	if err != nil {
		return nil, nil, err
	}
	read := dressedFiles(files)
	s, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{URL: "https://example.org/", ReadFile: read})
	advice, also := publish.Advice(story, read)
	return s, advice, errors.Join(err, also)
}

// A page, its pictures and its embed code are in the story's own dress.
func TestDressedPage(t *testing.T) {
	picture, err := os.ReadFile("../docs/import/harbour.png")
	if err != nil {
		t.Fatal(err)
	}
	font, err := os.ReadFile("../assets/fonts/Serif-Regular-latin.ttf")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"text.ttf": string(font), "logo.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><!-- ours --><path d="M0 0h9v9z"/></svg>`, "logo.png": string(picture)}
	s, advice, err := dressed(dressedStory, files)
	if err != nil {
		t.Fatal(err)
	}
	html := string(s["index.html"])
	for _, part := range []string{
		`data-barline="static" data-density="compact">`, `<h1 id="the_headline" hidden>The headline</h1>`, "--paper: #101820", "--corners: 0px", "#ffcc00",
		`<div class="signed"><div><p>Graphic: Ada &amp; Per</p></div><img src="assets/logo.`, `width="80" height="20" alt="The &lt;Courier&gt;"`, `.signed img+img`,
		// Print is dark on white, whatever the theme.
		"@media print{:root:root{--paper: #ffffff",
		`"themed":true`,
	} {
		if !strings.Contains(html, part) {
			t.Errorf("the page lacks %s", part)
		}
	}
	if strings.Contains(html, "standfirst\">") || strings.Contains(html, "data-density=\"compact\" .head") {
		t.Error("the standfirst, or the rules for other pages, are in the page")
	}
	late := string(s[s.Named("late.css")])
	if !strings.Contains(late, `--sans: "Barline Theme Sans", "Barline Sans", var(--standin-sans)`) || !strings.Contains(late, `url(theme-1.`) || strings.Contains(late, "Barline Theme Serif") {
		t.Errorf("the theme's font does not come first:\n%s", late)
	}
	if !strings.Contains(html, `{"file":"theme-1.`) || strings.Index(html, `{"file":"theme-1.`) > strings.Index(html, `{"file":"Sans-`) {
		t.Error("the engine does not look for letters in the theme's font first")
	}
	logos := 0
	for name, contents := range s {
		if strings.HasPrefix(name, "assets/logo.") {
			logos++
			if strings.Contains(string(contents), "ours") {
				t.Errorf("%s is as it was given", name)
			}
		}
	}
	if logos != 2 {
		t.Errorf("%d logos are published", logos)
	}
	if svg := string(s["picture.svg"]); !strings.Contains(svg, `.serif-bold{font-family:"Noto Sans",sans-serif}`) || !strings.Contains(svg, "--paper: #101820") || !strings.Contains(svg, "Graphic: Ada &amp; Per") {
		t.Error("the picture for download is not in the story's dress")
	}
	// It has a paper of its own, and asks for no other.
	var o struct {
		Embed string `json:"barline_embed"`
	}
	if err := json.Unmarshal(s["oembed.json"], &o); err != nil || strings.Contains(o.Embed, "background") {
		t.Errorf("%v: %s", err, o.Embed)
	}
	if len(advice) != 0 {
		t.Errorf("nothing falls short, and it is said: %v", advice)
	}
	// Without a font that it names nowhere, headlines are set in the sans.
	for name := range s {
		if strings.Contains(name, "Serif") && strings.HasSuffix(name, ".ttf") {
			t.Errorf("%s is published, and nothing is set in it", name)
		}
	}
}

func TestThemeFilesThatFail(t *testing.T) {
	for theme, want := range map[string]string{
		`{logo: {file: logo.svg, alt: A}}`:  "the theme's logo logo.svg is not there; write the path of a file beside the story",
		`{logo: {file: bad.svg, alt: A}}`:   "the theme's logo bad.svg: it has an element script",
		`{logo: {file: bad.png, alt: A}}`:   "the theme's logo bad.png: ",
		`{font: {text: bad.ttf}}`:           "the theme's font bad.ttf: ",
		`{base: look.yaml}`:                 `look.yaml:1:9: accent: "red" is not a colour`,
		`{base: none.yaml, accent: "#000"}`: "the story's theme none.yaml: ",
	} {
		_, _, err := dressed("barline: 1\nid: s\nheadline: H\ntheme: "+theme+"\nevents: [{title: T, date: 2025}]\n",
			map[string]string{"bad.svg": `<svg viewBox="0 0 1 1"><script/></svg>`, "bad.png": "x", "bad.ttf": "x", "look.yaml": "accent: red\n"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", theme, err, want)
		}
	}
	_, advice, err := dressed("barline: 1\nid: s\nheadline: H\ntheme: {accent: \"#ff9900\"}\nevents: [{title: T, date: 2025}]\n", nil)
	if err != nil || len(advice) != 1 || !strings.HasPrefix(advice[0], "theme.accent.light: #ff9900 has a contrast of 2.03 with text and marks on the background, which needs 4.5; #") {
		t.Errorf("%v, %v", advice, err)
	}
}
