package publish_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/internal/storytest"
	"barline/publish"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// site publishes a story file without an engine: nothing here runs it.
func site(t storytest.TB, name string, contents []byte) (publish.Site, *data.Story) {
	t.Helper()
	story, root, err := storyfile.Decode(name, contents)
	if err != nil {
		t.Fatal(err)
	}
	s, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s, story
}

func site2025(t storytest.TB) (publish.Site, *data.Story) {
	return site(t, stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
}

// element is one element of a page, with what is around it and the text in it.
type element struct {
	name       string
	attributes map[string]string
	within     []*element // the outermost first
	text       string     // its own and its descendants'
}

func (e *element) has(attribute string) bool { _, ok := e.attributes[attribute]; return ok }

// inside is the nearest element around e that has the attribute, or nil.
func (e *element) inside(attribute string) *element {
	for _, outer := range slices.Backward(e.within) {
		if outer.has(attribute) {
			return outer
		}
	}
	return nil
}

// page is every element of a document in order.
type page []*element

// parse reads HTML as far as this project writes it: every element is closed,
// and what need not be is empty.
func parse(t storytest.TB, html []byte) page {
	t.Helper()
	// A style sheet is text to HTML, but not to XML.
	before, rest, _ := bytes.Cut(html, []byte("<style>"))
	_, after, _ := bytes.Cut(rest, []byte("</style>"))
	d := xml.NewDecoder(io.MultiReader(bytes.NewReader(before), strings.NewReader("<style></style>"), bytes.NewReader(after)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var all page
	var open []*element
	for {
		token, err := d.Token()
		if err == io.EOF {
			if len(open) > 0 {
				t.Fatalf("<%s> is not closed", open[len(open)-1].name)
			}
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attributes: map[string]string{}, within: slices.Clone(open)}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(token)
			}
		case xml.Comment:
			t.Fatalf("a comment: %s", token)
		}
	}
}

// with lists the elements that have an attribute.
func (p page) with(attribute string) page {
	var some page
	for _, e := range p {
		if e.has(attribute) {
			some = append(some, e)
		}
	}
	return some
}

func (p page) named(name string) page {
	var some page
	for _, e := range p {
		if e.name == name {
			some = append(some, e)
		}
	}
	return some
}

func TestEveryEventIsAButtonInOrder(t *testing.T) {
	s, story := site2025(t)
	p := parse(t, s["index.html"])
	type button struct{ Name, ID, Kind, Text, Opens string }
	var got, want []button
	for _, e := range p.with("data-event") {
		if e.inside("data-events") == nil || e.inside("data-events").name != "ol" || e.within[len(e.within)-1].name != "li" {
			t.Errorf("the button of %s is in no ordered list", e.attributes["data-event"])
		}
		got = append(got, button{e.name, e.attributes["data-event"], e.attributes["data-kind"], e.text, e.attributes["popovertarget"]})
	}
	for _, d := range detail.All(story, words.English()) {
		want = append(want, button{"button", d.ID, d.Kind, d.Name, "p_" + d.ID})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	kinds := ""
	for _, b := range got {
		kinds += b.Kind[:1]
	}
	if kinds != "mmmmmmcccc" {
		t.Errorf("six meetings and four events around them are %s", kinds)
	}
}

func TestPopovers(t *testing.T) {
	s, story := site2025(t)
	p := parse(t, s["index.html"])
	popovers := p.with("data-popover")
	if len(popovers) != story.Len() {
		t.Fatalf("%d popovers", len(popovers))
	}
	for i, e := range popovers {
		d := detail.Of(story, i, words.English())
		if e.attributes["data-popover"] != d.ID || e.attributes["id"] != "p_"+d.ID || !e.has("popover") || e.inside("data-popover") != nil {
			t.Errorf("popover %d is %v", i, e.attributes)
		}
		for _, said := range append(append([]string{d.When, d.Title, d.With, d.NoQuote, d.DateNote, d.Source}, d.Length...), d.Summary...) {
			if !strings.Contains(e.text, said) {
				t.Errorf("the popover of %s lacks %q", d.ID, said)
			}
		}
		steps := 0
		for _, b := range p.with("data-step") {
			if b.inside("data-popover") == e {
				steps++
			}
		}
		if want := min(i, 1) + min(story.Len()-1-i, 1); steps != want {
			t.Errorf("the popover of %s leads to %d neighbours, not %d", d.ID, steps, want)
		}
	}
}

// Every quotation stands verbatim in its event's popover and in the
// transcript, once each, with its speaker beside it.
func TestQuotes(t *testing.T) {
	s, story := site2025(t)
	p := parse(t, s["index.html"])
	marked := map[string]*element{}
	for _, e := range p.with("data-quote") {
		id := e.attributes["data-quote"]
		if marked[id] != nil {
			t.Errorf("%s stands twice", id)
		}
		marked[id] = e
	}
	count := 0
	for _, event := range story.Events() {
		for _, q := range event.Quotes {
			count++
			tag := "blockquote"
			if q.Form == data.Fragment {
				tag = "q"
			}
			e := marked[q.ID]
			if e == nil {
				t.Errorf("%s is not there", q.ID)
				continue
			}
			if popover := e.inside("data-popover"); popover == nil || popover.attributes["data-popover"] != event.ID {
				t.Errorf("%s is not in the popover of %s", q.ID, event.ID)
			}
			if e.name != tag || e.text != q.Words {
				t.Errorf("%s is the <%s> %q, want the <%s> %q", q.ID, e.name, e.text, tag, q.Words)
			}
			if cite := beside(p, e, "cite"); cite == nil || cite.text != q.Speaker.Name {
				t.Errorf("beside %s stands %+v, want %s", q.ID, cite, q.Speaker.Name)
			}
			transcribed := 0
			for _, e := range p.named(tag) {
				if e.inside("data-transcript") != nil && e.text == q.Words {
					transcribed++
				}
			}
			if transcribed != 1 {
				t.Errorf("the transcript holds %s %d times", q.ID, transcribed)
			}
		}
	}
	if count != 8 || len(marked) != count {
		t.Errorf("the story has %d quotations, the popovers %d", count, len(marked))
	}
}

// beside is the element of this name that shares the parent of e.
func beside(p page, e *element, name string) *element {
	parent := e.within[len(e.within)-1]
	for _, other := range p.named(name) {
		if slices.Contains(other.within, parent) {
			return other
		}
	}
	return nil
}

func TestTranscriptIsInOrder(t *testing.T) {
	s, story := site2025(t)
	transcripts := parse(t, s["index.html"]).with("data-transcript")
	if len(transcripts) != 1 || transcripts[0].name != "details" {
		t.Fatalf("transcripts: %v", transcripts)
	}
	text, at := transcripts[0].text, 0
	for _, d := range detail.All(story, words.English()) {
		next := strings.Index(text[at:], d.Title)
		if next < 0 {
			t.Fatalf("%s does not follow what comes before it", d.ID)
		}
		at += next
	}
}

// The page's policy forbids what is inline, and a reader's tools rely on the
// rest: one of each landmark, unique ids, references that lead somewhere.
func TestPageIsClean(t *testing.T) {
	s, _ := site2025(t)
	p := parse(t, s["index.html"])
	ids := map[string]bool{}
	for _, e := range p.with("id") {
		if id := e.attributes["id"]; ids[id] || id == "" {
			t.Errorf("the id %q stands twice, or is empty", id)
		} else {
			ids[id] = true
		}
	}
	for _, e := range p {
		for name, value := range e.attributes {
			switch {
			case name == "style" || strings.HasPrefix(name, "on"):
				t.Errorf("<%s %s=%q> is inline", e.name, name, value)
			case (name == "popovertarget" || name == "aria-labelledby" || name == "for" || name == "aria-controls") && !ids[value]:
				t.Errorf("<%s %s=%q> leads nowhere", e.name, name, value)
			case strings.Contains(value, "ZgotmplZ"):
				t.Errorf("<%s %s=%q>: the template distrusts it", e.name, name, value)
			}
		}
		if e.name == "style" && e.within[len(e.within)-1].name != "head" {
			t.Error("a <style> outside the head")
		}
	}
	var blocks []string
	for _, e := range p.named("script") {
		if e.has("src") {
			continue
		}
		if e.attributes["type"] == "application/ld+json" {
			blocks = append(blocks, "linked data")
			continue
		}
		if e.attributes["type"] != "application/json" {
			t.Errorf("a script in the page: %v", e.attributes)
		}
		for _, name := range []string{"data-story", "data-config"} {
			if e.has(name) {
				blocks = append(blocks, name)
			}
		}
	}
	if diff := cmp.Diff([]string{"linked data", "data-story", "data-config"}, blocks); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"data-live-region", "data-progress", "data-transcript", "data-figure", "data-events", "data-controls"} {
		if n := len(p.with(name)); n != 1 {
			t.Errorf("%d of %s", n, name)
		}
	}
	if html := p[0]; html.name != "html" || html.attributes["data-barline"] != "static" || html.attributes["lang"] != "en" {
		t.Errorf("the page begins <%s %v>", html.name, html.attributes)
	}
}

// One event needs no controls, and none are there; two may be played.
func TestControlsOfFewEvents(t *testing.T) {
	const story = "barline: 1\nid: s\nheadline: H\nevents:\n  - {title: One, date: 1914/1918}\n"
	for text, want := range map[string]string{story: "", story + "  - {title: Two, date: 1920}\n": "play zoom-in zoom-out earlier later fit"} {
		s, _ := site(t, "story.yaml", []byte(text))
		var actions []string
		for _, e := range parse(t, s["index.html"]).with("data-action") {
			if e.inside("data-controls") != nil {
				actions = append(actions, e.attributes["data-action"])
			}
		}
		if got := strings.Join(actions, " "); got != want {
			t.Errorf("%d bytes of story: the page has %q, want %q", len(text), got, want)
		}
	}
}
