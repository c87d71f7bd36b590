package publish_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
)

// hostile is as much markup as the decoder lets pass: it refuses tags, comments and
// entities that HTML knows, but not those that it does not know, nor what is cut off,
// nor what means something to scripts and templates.
const hostile = "a < b & \"c\" 'd' < /script> &ltscript> ]]> --> */ ${x} {{.Headline}} `y` \\u003cb\u200b <3 %3Cb%3E x<y <unknown onload> </unknown> R&D; &notit; <script <style </script"

// hostileStory has it wherever a story has words.
func hostileStory() []byte {
	words := strconv.Quote(hostile)
	return []byte(strings.NewReplacer("WORDS", words, "FRAGMENT", strconv.Quote(hostile+" {}")).Replace(`barline: 1
id: hostile
headline: WORDS
standfirst: WORDS
sources: [{id: s, name: WORDS, title: WORDS, url: "https://example.org/?a='b'&c=$(d)#&lt"}]
people: [{id: a, name: WORDS, role: WORDS}]
places: [{id: here, name: WORDS, short: WORDS}]
events:
  - id: talks
    title: WORDS
    short: WORDS
    date: {value: 2025-02-03, basis: outside, note: WORDS}
    phases: [{kind: waiting, duration: PT1H, note: WORDS}, {kind: talks, duration: PT2H, note: WORDS}]
    place: here
    people: [a]
    summary: [WORDS, WORDS]
    quotes:
      - {id: whole, speaker: a, words: WORDS, circumstance: WORDS}
      - {id: part, speaker: a, form: fragment, words: WORDS, sentence: FRAGMENT, circumstance: WORDS}
  - {id: after, kind: context, title: WORDS, short: WORDS, date: 2025-04-05}
`))
}

func TestHostileWordsAreWords(t *testing.T) {
	s, _ := site(t, "hostile.yaml", hostileStory())
	html := string(s["index.html"])
	// As written, none of it is there: every < and & is escaped.
	for _, raw := range []string{"a < b", "b & ", "&ltscript", "< /script", "&lt\"", "<3", "x<y", "<unknown", "R&D", "<script <", "</script<", "</script\""} {
		if at := strings.Index(html, raw); at >= 0 {
			t.Errorf("%q stands in the page: …%.80s", raw, html[max(0, at-30):])
		}
	}
	p := parse(t, s["index.html"])
	for what, e := range map[string]*element{
		"the headline": p.named("h1")[0], "the title": p.named("title")[0],
		"the whole quotation": quoted(p, "whole"), "the fragment": quoted(p, "part"), "the speaker": p.named("cite")[0],
	} {
		if e.text != hostile {
			t.Errorf("%s reads %q", what, e.text)
		}
	}
	described := 0
	for _, e := range p.named("meta") {
		switch e.attributes["name"] + e.attributes["property"] {
		case "description", "og:title", "og:description":
			described++
			if e.attributes["content"] != hostile {
				t.Errorf("it describes itself as %q", e.attributes["content"])
			}
		}
	}
	if described != 3 {
		t.Errorf("the page describes itself %d times", described)
	}
	for _, e := range p.with("data-event") {
		if !strings.Contains(e.text, hostile) {
			t.Errorf("the button is called %q", e.text)
		}
	}
	words := false
	for _, e := range p.named("text") {
		words = words || strings.Contains(e.text, "a < b & \"c\"")
	}
	if !words {
		t.Error("the figure does not say it")
	}
	for _, e := range p.named("a") {
		if e.has("id") || e.has("download") || e.has("data-share") {
			continue
		}
		if href := e.attributes["href"]; !strings.HasPrefix(href, "https://example.org/?a=") || strings.ContainsAny(href, "\"<>` ") {
			t.Errorf("a link leads to %q", href)
		}
	}
}

func quoted(p page, id string) *element {
	for _, e := range p.with("data-quote") {
		if e.attributes["data-quote"] == id {
			return e
		}
	}
	return &element{}
}

// Nothing that a story says can end the element in which the page carries it:
// there is no < in there, and what is read from it is the story.
func TestCarriedStoryCannotBreakOut(t *testing.T) {
	plain, _ := site2025(t)
	for name, s := range map[string]publish.Site{"2025": plain, "hostile": first(site(t, "hostile.yaml", hostileStory()))} {
		html := string(s["index.html"])
		for _, mark := range []string{"data-story>", "data-config>", "application/ld+json\">"} {
			_, rest, _ := strings.Cut(html, mark)
			block, _, _ := strings.Cut(rest, "</script>")
			if strings.ContainsAny(block, "<>&\u2028\u2029") || !json.Valid([]byte(block)) {
				t.Errorf("%s: %s holds markup, or no JSON: %.200s", name, mark, block)
			}
		}
		if opened, closed := strings.Count(html, "<script"), strings.Count(html, "</script"); opened != 4 || closed != 4 {
			t.Errorf("%s: %d scripts begin, %d end", name, opened, closed)
		}
	}
	carried := parse(t, first(site(t, "hostile.yaml", hostileStory()))["index.html"]).with("data-story")[0].text
	story, _, err := storyfile.Decode("carried.json", []byte(carried))
	if err != nil || story.Headline() != hostile || story.Event(0).Quotes[0].Words != hostile {
		t.Errorf("carried, the story says %v, %v", story, err)
	}
}

func first(s publish.Site, _ any) publish.Site { return s }

// What the decoder refuses never reaches a page.
func TestTagsAreRefused(t *testing.T) {
	for _, words := range []string{"</script>", "<!-- x", "<b>x</b>", "&lt;b&gt;", "<?x", "a\x01b"} {
		if _, _, err := storyfile.Decode("x.json", []byte(`{"barline": 1, "id": "x", "headline": `+strconv.Quote(words)+`, "sources": [{"id": "s", "name": "S"}], "events": [{"id": "e", "title": "T", "date": "2025"}]}`)); err == nil {
			t.Errorf("%q passes", words)
		}
	}
}
