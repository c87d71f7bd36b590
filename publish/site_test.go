package publish_test

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/assets"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/internal/storytest"
	"barline/publish"
	"barline/scene"
	"barline/timeline/view"
)

func TestSitesFiles(t *testing.T) {
	s, story := site2025(t)
	want := []string{"_headers", "card.png", "embed.js", "events.csv", "index.html", "picture.png", "picture.svg", "servers/Caddyfile", "servers/nginx.conf", "story.json", "story.schema.json",
		"assets/engine.#.wasm", "assets/late.#.css", "assets/licenses.#.txt", "assets/page.#.js", "assets/steps.#.js", "assets/wasm_exec.#.js"}
	for _, face := range []string{"Sans-Regular", "Sans-Bold", "Serif-Regular", "Serif-Bold"} {
		want = append(want, "assets/"+face+"-latin.#.ttf")
	}
	for _, e := range story.Events() {
		want = append(want, "cards/"+e.ID+".png", "e/"+e.ID+"/index.html")
	}
	slices.Sort(want)
	var got []string
	for name := range s {
		got = append(got, regexp.MustCompile(`^(assets/.*)\.[0-9a-f]{12}(\.\w+)$`).ReplaceAllString(name, "$1.#$2"))
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for name, contents := range s {
		if len(contents) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
	if string(s[s.Named("engine.wasm")]) != "engine" || string(s[s.Named("wasm_exec.js")]) != "loader;\n" {
		t.Error("the engine is not the one given")
	}
}

// Published twice, a story makes the same files: caches and diffs rely on it.
func TestPublishingTwiceIsTheSame(t *testing.T) {
	a, _ := site2025(t)
	b, _ := site2025(t)
	for name := range a {
		if string(a[name]) != string(b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// sheetOf is the style sheet in the story's page.
func sheetOf(t *testing.T, s publish.Site) string {
	t.Helper()
	_, rest, found := strings.Cut(string(s["index.html"]), "<style>")
	sheet, _, closed := strings.Cut(rest, "</style>")
	if !found || !closed {
		t.Fatal("there is no style sheet in the page")
	}
	return sheet
}

// config is what the page's script reads, as far as it names files and boxes.
type config struct {
	Ladder []struct {
		Width float64
		Boxes map[string]struct{ Bar, Wait, Label []float64 }
	}
	Span        [2]string
	EngineBytes int
	Assets      struct {
		Engine, Exec string
		Fonts        []struct{ File string }
	}
}

func configOf(t *testing.T, s publish.Site) config {
	t.Helper()
	var c config
	if err := json.Unmarshal([]byte(parse(t, s["index.html"]).with("data-config")[0].text), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryFileReferredToIsThere(t *testing.T) {
	s, _ := site2025(t)
	named := map[string]string{}
	for _, where := range []string{"index.html", "e/2025-03/index.html"} {
		for _, e := range parse(t, s[where]) {
			for _, attribute := range []string{"src", "href"} {
				if value, ok := e.attributes[attribute]; ok && !strings.HasPrefix(value, "data:") && !strings.HasPrefix(value, "#") {
					file := path.Join(path.Dir(where), value)
					if strings.HasSuffix(value, "/") {
						file += "/index.html"
					}
					named[file] = where
				}
			}
		}
	}
	late := s.Named("late.css")
	for _, m := range regexp.MustCompile(`url\("?([^")]*)"?\)`).FindAllSubmatch(s[late], -1) {
		named[path.Join(path.Dir(late), string(m[1]))] = late
	}
	for _, sheet := range []string{string(s[late]), sheetOf(t, s)} {
		if strings.Contains(sheet, "@import") {
			t.Error("a sheet imports another")
		}
	}
	if strings.Contains(sheetOf(t, s), "url(") {
		t.Error("the page's own sheet names a file: it would be another on another page")
	}
	c := configOf(t, s)
	for _, f := range c.Assets.Fonts {
		named["assets/"+f.File] = "the config"
	}
	named["assets/"+c.Assets.Engine], named["assets/"+c.Assets.Exec] = "the config", "the config"
	// Script, sheet, two tables, engine, loader and four fonts: less would be blindness.
	if len(named) < 10 {
		t.Errorf("only %v are referred to", named)
	}
	for name, where := range named {
		if _, ok := s[name]; !ok {
			t.Errorf("%s refers to %q, which is not there", where, name)
		}
	}
	if c.EngineBytes != len("engine") {
		t.Errorf("the engine is said to have %d bytes", c.EngineBytes)
	}
}

func TestConfigKnowsEveryRung(t *testing.T) {
	s, story := site2025(t)
	c := configOf(t, s)
	var widths []float64
	for _, rung := range c.Ladder {
		widths = append(widths, rung.Width)
		for _, e := range story.Events() {
			if b := rung.Boxes[e.ID]; len(b.Bar) != 4 || len(b.Label) != 4 || (len(b.Wait) == 4) != (e.ID == "2025-03") {
				t.Errorf("%v px: %s is at %+v", rung.Width, e.ID, b)
			}
		}
	}
	if diff := cmp.Diff(view.Ladder(), widths); diff != "" {
		t.Error(diff)
	}
	if c.Span != [2]string{"2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"} {
		t.Errorf("the year 2025 spans %v", c.Span)
	}
}

func TestThemeHasPalettesAndRungs(t *testing.T) {
	s, _ := site2025(t)
	css := sheetOf(t, s)
	// How often each theme is there: dark by the system's choice, and by the
	// reader's; with more contrast by either, too.
	themes := map[scene.Palette]int{assets.Light(): 1, assets.Dark(): 2, assets.LightMore(): 2, assets.DarkMore(): 4}
	count := func(palette scene.Palette, p scene.Paint) int {
		c := palette[p]
		value := fmt.Sprintf("--%s: #%02x%02x%02x", p, c.R, c.G, c.B)
		if c.A != 255 {
			value = regexp.QuoteMeta(fmt.Sprintf("--%s: rgba(%d,%d,%d,%s)", p, c.R, c.G, c.B, strings.TrimPrefix(fmt.Sprintf("%.3g", float64(c.A)/255), "0")))
		}
		return len(regexp.MustCompile(value+"[;}]").FindAllString(css, -1))
	}
	for p := range scene.NumPaints {
		for palette := range themes {
			want := 0
			for other, n := range themes {
				if other[p] == palette[p] {
					want += n
				}
			}
			if n := count(palette, p); n != want {
				t.Errorf("%s is given %d times, want %d", p, n, want)
			}
		}
		// Painted is what is drawn, and nothing else.
		for _, ending := range []string{"", "-s", "-c"} {
			class := p.String() + ending
			painted := strings.Contains(css, "svg ."+class+"{")
			drawn := regexp.MustCompile(`<[^>]* class="` + class + `[" ]`).Match(s["index.html"])
			if painted != drawn {
				t.Errorf("a rule for .%s: %t; something drawn by it: %t", class, painted, drawn)
			}
		}
	}
	if open, closed := strings.Count(css, "{"), strings.Count(css, "}"); open != closed {
		t.Errorf("%d braces open, %d close", open, closed)
	}
}

// A page at any width of the ladder shows its own picture alone, and every
// event's button where that picture has it, though each rule says only what
// differs from narrower pages.
func TestRungsFollowFromNarrowerOnes(t *testing.T) {
	s, story := site2025(t)
	css := sheetOf(t, s)
	p := storytest.Picture(t)
	p.ExplainApart() // as publish does
	rung := regexp.MustCompile(`@container barline \(width >= ([0-9.]+)px\)\{((?:[^{}]*\{[^}]*\})*)\}`)
	rules := regexp.MustCompile(`([^{}]+)\{([^}]*)\}`)
	queries := rung.FindAllStringSubmatch(css, -1)
	ladder := view.Ladder()
	if len(queries) != len(ladder)-1 {
		t.Fatalf("%d conditions for %d rungs", len(queries), len(ladder))
	}
	for i, width := range ladder {
		// What holds without a condition, and then under each that is true.
		body := css[:strings.Index(css, queries[0][0])]
		for _, q := range queries {
			if from, _ := strconv.ParseFloat(q[1], 64); from <= width {
				body += q[2]
			}
		}
		holds := map[string]string{}
		for _, r := range rules.FindAllStringSubmatch(body, -1) {
			for _, d := range strings.Split(r[2], ";") {
				property, value, _ := strings.Cut(d, ":")
				for _, selector := range strings.Split(r[1], ",") {
					holds[strings.ReplaceAll(selector, `"`, "")+" "+strings.TrimSpace(property)] = strings.TrimSpace(value)
				}
			}
		}
		is := func(rule string, v float64) {
			t.Helper()
			if want := fmt.Sprintf("%vpx", v); holds[rule] != want {
				t.Errorf("at %v px %s is %q, want %s", width, rule, holds[rule], want)
			}
		}
		figure := p.Figure(width, view.View{})
		is(".figure>* --rung", width)
		is(".figure>* --figure", figure.HeightPx)
		for j, other := range ladder {
			want := map[bool]string{true: "block!important", false: "none!important"}[i == j]
			if got := holds[fmt.Sprintf(".r%v display", other)]; got != want && !(j > i && got == "") {
				t.Errorf("at %v px the picture for %v is %q", width, other, got)
			}
		}
		for _, e := range story.Events() {
			boxes, ok := figure.EventBoxes(e.ID)
			if !ok {
				t.Fatalf("%s is not drawn at %v px", e.ID, width)
			}
			at := "[data-event=" + e.ID + "] "
			is(at+"left", boxes.Hit.X)
			is(at+"top", boxes.Hit.Y)
			is(at+"width", boxes.Hit.W)
			is(at+"height", boxes.Hit.H)
		}
	}
}

// A drawing for every rung, and each shown by one rule.
func TestStills(t *testing.T) {
	s, _ := site2025(t)
	var classes, want []string
	for _, e := range parse(t, s["index.html"]).named("svg") {
		if e.inside("data-still") != nil {
			classes = append(classes, e.attributes["class"])
			if e.attributes["aria-hidden"] != "true" {
				t.Errorf("%s is read aloud", e.attributes["class"])
			}
		}
	}
	for _, width := range view.Ladder() {
		want = append(want, fmt.Sprintf("r%v", width))
	}
	// The likely ones come first.
	if classes[0] != "r360" {
		t.Errorf("the first picture is %s", classes[0])
	}
	slices.Sort(classes)
	slices.Sort(want)
	if diff := cmp.Diff(want, classes); diff != "" {
		t.Error(diff)
	}
}

// What the page and story.json carry is the story: published from either it
// would be the same page.
func TestStoryTravels(t *testing.T) {
	s, story := site2025(t)
	carried := parse(t, s["index.html"]).with("data-story")[0].text
	if carried != string(s["story.json"]) {
		t.Error("the page carries another story than story.json")
	}
	again, _ := site(t, "story.json", s["story.json"])
	if string(again["index.html"]) != string(s["index.html"]) {
		t.Error("published from story.json the page differs")
	}
	if read, _, err := storyfile.Decode("story.json", s["story.json"]); err != nil || read.Len() != story.Len() {
		t.Errorf("story.json reads back as %v, %v", read, err)
	}
}

// A long story is not written out once for each of its events.
func TestPagesOfALongStory(t *testing.T) {
	var b strings.Builder
	b.WriteString("barline: 1\nid: long\nheadline: A long story\nsources: [{id: s, name: S}]\nevents:\n")
	const n = 150
	for i := range n {
		fmt.Fprintf(&b, "- {id: e%d, title: Event %d, date: %d-%02d-10, duration: PT2H}\n", i, i, 2000+i/12, i%12+1)
	}
	s, story := site(t, "long.yaml", []byte(b.String()))
	if s.Bytes() > 160<<20 {
		t.Errorf("it has %d MB", s.Bytes()>>20)
	}
	for _, e := range []int{0, n - 1} {
		id := story.Event(e).ID
		p := parse(t, s["e/"+id+"/index.html"])
		leads := false
		for _, m := range p.named("meta") {
			leads = leads || m.attributes["http-equiv"] == "refresh" && m.attributes["content"] == "0; url=../../#"+id
		}
		if !leads || p.named("a")[0].attributes["href"] != "../../#"+id || p.named("h2")[0].text != story.Event(e).Title || len(p.with("data-event")) > 0 {
			t.Errorf("the page of %s does not show it and lead on", id)
		}
	}
}

// What is said of the loader's rights stays with it.
func TestLoaderKeepsItsRights(t *testing.T) {
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	published := func(loader string) (publish.Site, error) {
		return publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte(loader)}, publish.Options{})
	}
	s, err := published("// Copyright somebody.\n// All rights reserved.\n\n\"use strict\";\n\n(() => {\n\t// A comment.\n\tglobalThis.a = 1;\n})();\n")
	if err != nil {
		t.Fatal(err)
	}
	want := "// Copyright somebody.\n// All rights reserved.\n\"use strict\";globalThis.a=1;\n"
	if diff := cmp.Diff(want, string(s[s.Named("wasm_exec.js")])); diff != "" {
		t.Error(diff)
	}
	if _, err := published("<!doctype html>"); err == nil {
		t.Error("a page passed for the loader")
	}
}
