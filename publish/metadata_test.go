package publish_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/edtf"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// at publishes the story of 2025 as it would stand at an address.
func at(t *testing.T, url string) (publish.Site, *data.Story) {
	t.Helper()
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	s, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	return s, story
}

// metas are a page's meta elements and links by name.
func metas(t *testing.T, contents []byte) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, e := range parse(t, contents) {
		switch e.name {
		case "meta":
			found[e.attributes["name"]+e.attributes["property"]] = e.attributes["content"]
		case "link":
			found[e.attributes["rel"]] = e.attributes["href"]
		case "title":
			found["title"] = e.text
		}
	}
	return found
}

func TestMetadata(t *testing.T) {
	const url = "https://example.org/t/"
	s, story := at(t, url)
	pages := map[string]string{"index.html": url, "e/2025-12-02/index.html": url + "e/2025-12-02/"}
	for name, address := range pages {
		m := metas(t, s[name])
		for key, want := range map[string]string{"canonical": address, "og:url": address, "og:type": "article", "og:title": m["title"], "og:description": m["description"],
			"og:image:width": "1200", "og:image:height": "630", "twitter:card": "summary_large_image", "twitter:image": m["og:image"], "alternate": url + "oembed.json"} {
			if m[key] != want || want == "" {
				t.Errorf("%s: %s is %q, want %q", name, key, m[key], want)
			}
		}
		card := strings.TrimPrefix(m["og:image"], url)
		if img, err := png.DecodeConfig(bytes.NewReader(s[card])); err != nil || img.Width != 1200 || img.Height != 630 {
			t.Errorf("%s: its card %q is %v, %v", name, card, img, err)
		}
		if !strings.Contains(m["og:image:alt"], "5 hours") && name != "index.html" {
			t.Errorf("%s: its card is described as %q", name, m["og:image:alt"])
		}
	}
	own, whole := metas(t, s["e/2025-12-02/index.html"]), metas(t, s["index.html"])
	if own["title"] == whole["title"] || own["description"] == whole["description"] || own["og:image"] == whole["og:image"] {
		t.Error("the page of an event presents itself as the story's")
	}
	// Every event has a page and a card of its own.
	titles := map[string]bool{}
	for _, e := range story.Events() {
		title := metas(t, s["e/"+e.ID+"/index.html"])["title"]
		if titles[title] || len(s["cards/"+e.ID+".png"]) == 0 {
			t.Errorf("%s: the title %q, a card of %d bytes", e.ID, title, len(s["cards/"+e.ID+".png"]))
		}
		titles[title] = true
	}
}

// Without an address nothing pretends to have one, and everything is relative.
func TestNothingIsAbsoluteWithoutAnAddress(t *testing.T) {
	s, _ := at(t, "")
	if _, there := s["oembed.json"]; there {
		t.Error("there is an oembed.json")
	}
	for _, name := range []string{"index.html", "e/embassy/index.html"} {
		m := metas(t, s[name])
		for _, key := range []string{"canonical", "og:url", "og:image", "twitter:image", "alternate"} {
			if m[key] != "" {
				t.Errorf("%s: %s is %q", name, key, m[key])
			}
		}
		for _, e := range parse(t, s[name]) {
			for _, attribute := range []string{"src", "href"} {
				v := e.attributes[attribute]
				if strings.HasPrefix(v, "data:") {
					continue // the icon, which is in the address itself
				}
				if strings.HasPrefix(v, "/") || strings.Contains(v, "://") {
					t.Errorf("%s refers to %q", name, v)
				}
			}
		}
	}
}

// Search engines are told the article's quotations, to the letter.
func TestLinkedData(t *testing.T) {
	s, story := at(t, "https://example.org/")
	type quotation struct {
		Type    string `json:"@type"`
		Text    string `json:"text"`
		Creator struct {
			Type string `json:"@type"`
			Name string `json:"name"`
		} `json:"creator"`
	}
	var article struct {
		Context  string      `json:"@context"`
		Type     string      `json:"@type"`
		Headline string      `json:"headline"`
		URL      string      `json:"url"`
		HasPart  []quotation `json:"hasPart"`
	}
	read := func(name string) {
		t.Helper()
		article.HasPart = nil
		for _, e := range parse(t, s[name]).named("script") {
			if e.attributes["type"] == "application/ld+json" {
				if err := json.Unmarshal([]byte(e.text), &article); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	read("index.html")
	if article.Context != "https://schema.org" || article.Type != "Article" || article.Headline != story.Headline() || article.URL != "https://example.org/" {
		t.Errorf("the article is %+v", article)
	}
	var want, got []string
	for _, e := range story.Events() {
		for _, q := range e.Quotes {
			want = append(want, "Quotation Person "+q.Speaker.Name+": "+q.Words)
		}
	}
	for _, q := range article.HasPart {
		got = append(got, q.Type+" "+q.Creator.Type+" "+q.Creator.Name+": "+q.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	read("e/2025-12-02/index.html")
	if len(article.HasPart) != 3 || article.URL != "https://example.org/e/2025-12-02/" {
		t.Errorf("the page of an event has %d quotations at %s", len(article.HasPart), article.URL)
	}
}

// An event that has no source claims none, though the story has one; the page of an
// event is based on the sources of that event alone.
func TestLinkedDataOfNoSource(t *testing.T) {
	story, root, err := storyfile.Decode("s.yaml", []byte(`
barline: 1
id: s
headline: H
sources: [{id: courier, name: The Courier}]
people: [{id: p, name: Ada}]
events:
  - {id: known, title: Known, date: 2024}
  - {id: unknown, title: Unknown, date: 2025, source: none, quotes: [{id: q, speaker: p, words: Words}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	// Pages of events tell of sources where they have an address.
	site, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{URL: "https://example.org/"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"e/known/index.html": true, "e/unknown/index.html": false} {
		for _, e := range parse(t, site[name]).named("script") {
			if e.attributes["type"] == "application/ld+json" && strings.Contains(e.text, "isBasedOn") != want {
				t.Errorf("%s: %s", name, e.text)
			}
		}
	}
	_, popover, _ := strings.Cut(string(site["index.html"]), `data-popover="unknown"`)
	if popover, _, _ = strings.Cut(popover, "</div>"); !strings.Contains(popover, "Words") || strings.Contains(popover, "Courier") {
		t.Errorf("the popover of the event that has no source: %s", popover)
	}
}

func TestOEmbed(t *testing.T) {
	s, story := at(t, "https://example.org/a'b/")
	var o struct {
		Version, Type, Title, HTML string
		Width, Height              int
	}
	if err := json.Unmarshal(s["oembed.json"], &o); err != nil {
		t.Fatal(err)
	}
	if o.Version != "1.0" || o.Type != "rich" || o.Title != story.Headline() || o.Width != 700 || o.Height < 600 {
		t.Errorf("%+v", o)
	}
	if !strings.HasPrefix(o.HTML, `<iframe src="https://example.org/a&#39;b/" title="Six meetings, no breakthrough" width="700" height="`) {
		t.Error(o.HTML)
	}
}

// The table says what the story says: every event once, every quotation, and
// nothing that a spreadsheet would run.
func TestTable(t *testing.T) {
	s, story := site2025(t)
	rows, err := csv.NewReader(bytes.NewReader(s["events.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"id", "title", "start", "end", "duration", "lane", "kind", "place", "people", "summary", "quote", "speaker", "source"}, rows[0]); diff != "" {
		t.Error(diff)
	}
	quotes, events := map[string]string{}, map[string]int{}
	for _, row := range rows[1:] {
		if row[10] != "" {
			quotes[row[10]] = row[11]
		}
		if row[1] == "" {
			if strings.Join(row[1:10], "") != "" {
				t.Errorf("a further quotation of %s says more: %q", row[0], row)
			}
			continue
		}
		events[row[0]]++
		e := story.Event(story.Index(row[0]))
		date := row[2]
		if row[3] != "" {
			date += "/" + row[3]
		}
		if d, err := edtf.Parse(date); err != nil || d != e.Date {
			t.Errorf("%s: the date is %q, %v", row[0], date, err)
		}
		if talks, ok := e.Talks(); ok {
			if length, err := data.ParseDuration(row[4]); err != nil || length != talks.Length {
				t.Errorf("%s: the length is %q, %v", row[0], row[4], err)
			}
		} else if row[4] != "" {
			t.Errorf("%s has no length, but %q", row[0], row[4])
		}
		if row[6] != e.Kind.String() {
			t.Errorf("%s is a %s", row[0], row[6])
		}
	}
	for _, e := range story.Events() {
		if events[e.ID] != 1 {
			t.Errorf("%s has %d rows", e.ID, events[e.ID])
		}
		for _, q := range e.Quotes {
			if quotes[q.Words] != q.Speaker.Name {
				t.Errorf("%s is said by %q", q.ID, quotes[q.Words])
			}
		}
	}
	wild, _ := site(t, "wild.yaml", []byte("barline: 1\nid: w\nheadline: W\nsources: [{id: s, name: '=1+1'}]\nevents: [{id: a, title: '=cmd()', date: 2025, duration: '>PT1H', summary: ['+1', '-2']}, {id: b, title: '@x', date: 2026}]\n"))
	for _, row := range first2(csv.NewReader(bytes.NewReader(wild["events.csv"])).ReadAll())[1:] {
		for i, cell := range row {
			if i != 4 && cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
}

func first2(rows [][]string, _ error) [][]string { return rows }
